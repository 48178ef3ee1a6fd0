import { excerptOf } from '../../answer/citation.ts';
import type { Corpus } from '../../proceedings/proceedings.ts';
import type { ContextReply } from '../../replies/reply.ts';
import { type PassagePointer, seal } from './pointer.ts';

/** The words that a button points at, within their section as the corpus stands now; null where they have changed. */
export function contextAt(corpus: Corpus, pointer: PassagePointer): ContextReply | null {
  const { start, end, language } = pointer;
  const proceedings = corpus.proceedings.find(({ file }) => file === pointer.file);
  if (proceedings === undefined || seal(proceedings.text.slice(start, end)) !== pointer.seal) return null;
  const { passages } = proceedings;
  const index = passages.findIndex(({ span }) => span.start <= start && end <= span.end);
  const passage = passages[index];
  if (passage === undefined) return null;
  const neighbour = (step: 1 | -1) => {
    const other = passages[index + step];
    return other === undefined || other.section !== passage.section
      ? null
      : excerptOf(proceedings, other, other.span, 0);
  };
  return {
    kind: 'context',
    language,
    excerpt: excerptOf(proceedings, passage, { start, end }, 0),
    passage: excerptOf(proceedings, passage, passage.span, 0),
    previous: neighbour(-1),
    next: neighbour(1),
  };
}
