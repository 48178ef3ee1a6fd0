import { sentenceSpans } from '../language/sentences.ts';
import type { Span } from '../proceedings/proceedings.ts';
import { trimSpan } from './lines.ts';

/** Passages stay below this many characters where sentence ends allow: long enough to stand alone, short enough to rank. */
export const MAX_PASSAGE = 1_500;

/** A paragraph, cut at sentence ends where it is longer than `MAX_PASSAGE`; a single longer sentence stays whole. */
export function paragraphPassages(text: string, span: Span): Span[] {
  return span.end - span.start <= MAX_PASSAGE ? [span] : packed(sentencesOf(text, span));
}

/**
 * A list with what introduces it (`intro`, the paragraph right above, or null). All of it is one passage where it fits; else
 * the introducing sentence goes with the first items, and cuts fall between items.
 */
export function listPassages(text: string, intro: Span | null, items: readonly Span[]): Span[] {
  const first = items[0];
  const last = items.at(-1);
  if (!first || !last) return intro ? paragraphPassages(text, intro) : [];
  const pieces = items.flatMap((item) => paragraphPassages(text, item));
  if (intro === null) return packed(pieces);
  if (last.end - intro.start <= MAX_PASSAGE) return [{ start: intro.start, end: last.end }];
  const sentences = sentencesOf(text, intro);
  const introducing = sentences.at(-1) ?? intro;
  return [
    ...packed(sentences.slice(0, -1)),
    ...packed([{ start: introducing.start, end: pieces[0]?.end ?? first.end }, ...pieces.slice(1)]),
  ];
}

/** Neighbouring pieces joined as long as they stay below `MAX_PASSAGE`. */
function packed(pieces: readonly Span[]): Span[] {
  const passages: Span[] = [];
  for (const piece of pieces) {
    const last = passages.at(-1);
    if (last && piece.end - last.start <= MAX_PASSAGE)
      passages[passages.length - 1] = { start: last.start, end: piece.end };
    else passages.push(piece);
  }
  return passages;
}

/** Sentences; a line break alone ends none, since paragraphs may be wrapped by hand. */
function sentencesOf(text: string, span: Span): Span[] {
  const sentences: Span[] = [];
  let start = span.start;
  for (const { end } of sentenceSpans(text, span.start, span.end)) {
    const whole = trimSpan(text, { start, end });
    if (!whole || (end < span.end && !/[.!?…;][\s)»”"\]]*$/.test(text.slice(Math.max(start, end - 6), end)))) continue;
    sentences.push(whole);
    start = end;
  }
  const rest = trimSpan(text, { start, end: span.end });
  return rest ? [...sentences, rest] : sentences;
}
