import type { QuotedPhrase } from '../language/question.ts';
import type { Corpus, Span } from '../proceedings/proceedings.ts';
import { holdsWhole } from '../search/phrases.ts';
import { sentencesOf } from '../search/sentences-of.ts';
import type { Choice } from './excerpt.ts';

/**
 * The slice of a passage to quote: the excerpt, or, where that lacks an exact phrase that the passage says, the fewest
 * sentences that hold them all, the first of equals.
 */
export function quotedSpan({ hit, span }: Choice, phrases: readonly QuotedPhrase[]): Span {
  const { proceedings, passage } = hit.entry;
  const said = ({ start, end }: Span) => proceedings.text.slice(start, end);
  const wanted = phrases.filter(({ text, strict }) => strict && holdsWhole(said(passage.span), text));
  const holdsAll = (slice: Span): boolean => wanted.every(({ text }) => holdsWhole(said(slice), text));
  if (holdsAll(span)) return span;
  const sentences = sentencesOf(proceedings.text, passage);
  for (let length = 1; length <= sentences.length; length += 1) {
    for (const [first, { start }] of sentences.entries()) {
      const last = sentences[first + length - 1];
      if (last !== undefined && holdsAll({ start, end: last.end })) return { start, end: last.end };
    }
  }
  return passage.span;
}

/**
 * Whether a slice of a file may be quoted alone: it begins and ends with sentences of one passage, or is the whole of it. Less
 * could make the words mean something else.
 */
export function isQuotable(corpus: Corpus, slice: Span & { readonly file: string }): boolean {
  const whole = wholeSentences(corpus, slice);
  return whole !== null && whole.start === slice.start && whole.end === slice.end;
}

/**
 * The least that may be quoted alone and holds a slice of a file: from the beginning to the end of sentences of one passage. Null
 * where no passage that somebody says or writes holds the slice.
 */
export function wholeSentences(corpus: Corpus, { file, start, end }: Span & { readonly file: string }): Span | null {
  const proceedings = corpus.proceedings.find((one) => one.file === file);
  const passage = proceedings?.passages.find(({ span }) => span.start <= start && end <= span.end && start < end);
  if (proceedings === undefined || passage === undefined || passage.kind === 'stage') return null;
  const spans = [passage.span, ...sentencesOf(proceedings.text, passage)];
  return {
    start: Math.max(...spans.map((span) => span.start).filter((at) => at <= start)),
    end: Math.min(...spans.map((span) => span.end).filter((at) => at >= end)),
  };
}
