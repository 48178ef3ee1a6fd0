import type { Citation, Excerpt } from '../proceedings/answer.ts';
import type { Corpus, Passage } from '../proceedings/proceedings.ts';
import { excerptOf } from './citation.ts';

/** An excerpt in its place: verbatim slices with citations. Scores are 0: nothing was asked. */
export interface Context {
  readonly excerpt: Excerpt;
  /** The whole passage that holds the excerpt. */
  readonly passage: Excerpt;
  /** The passages before and after in the same section; null at its edges. */
  readonly previous: Excerpt | null;
  readonly next: Excerpt | null;
  /** Which passage of the section it is, from 1 on; stage directions are not counted. */
  readonly place: { readonly number: number; readonly count: number };
}

/** Where a citation stands within its section; null where the corpus no longer holds that place. */
export function contextOf(corpus: Corpus, citation: Pick<Citation, 'file' | 'start' | 'end'>): Context | null {
  const { file, start, end } = citation;
  const proceedings = corpus.proceedings.find((one) => one.file === file);
  const holder = proceedings?.passages.find(({ span }) => span.start <= start && end <= span.end && start < end);
  if (!proceedings || !holder) return null;
  const section = proceedings.passages.filter(
    (passage) => passage.section === holder.section && passage.kind !== 'stage',
  );
  const at = section.indexOf(holder);
  const whole = (passage: Passage | undefined): Excerpt | null =>
    passage === undefined ? null : excerptOf(proceedings, passage, passage.span, 0);
  return {
    excerpt: excerptOf(proceedings, holder, { start, end }, 0),
    passage: excerptOf(proceedings, holder, holder.span, 0),
    previous: at < 0 ? null : whole(section[at - 1]),
    next: at < 0 ? null : whole(section[at + 1]),
    place: { number: Math.max(0, at) + 1, count: Math.max(1, section.length) },
  };
}
