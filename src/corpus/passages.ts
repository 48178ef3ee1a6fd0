import { sentenceSpans } from '../language/sentences.ts';
import type { Span } from '../proceedings/proceedings.ts';
import { trimSpan } from './lines.ts';

/** Passages stay below this many characters where sentence ends allow: long enough to stand alone, short enough to rank. */
export const MAX_PASSAGE = 1_500;

/** No passage has more characters than this: a sentence that goes on longer is cut at the end of a word. */
export const LONGEST_PASSAGE = 4 * MAX_PASSAGE;

/** A paragraph, cut at sentence ends where it is longer than `MAX_PASSAGE`; a single sentence stays whole up to `LONGEST_PASSAGE`. */
export function paragraphPassages(text: string, span: Span): Span[] {
  return span.end - span.start <= MAX_PASSAGE ? [span] : packed(text, sentencesOf(text, span));
}

/** The sentences of a paragraph that are longer than a passage may be. */
export function endlessSentences(text: string, span: Span): Span[] {
  if (span.end - span.start <= LONGEST_PASSAGE) return [];
  return sentencesOf(text, span).filter(({ start, end }) => end - start > LONGEST_PASSAGE);
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
  if (intro === null) return packed(text, pieces);
  if (last.end - intro.start <= MAX_PASSAGE) return [{ start: intro.start, end: last.end }];
  const sentences = sentencesOf(text, intro);
  const introducing = sentences.at(-1) ?? intro;
  return [
    ...packed(text, sentences.slice(0, -1)),
    ...packed(text, [{ start: introducing.start, end: pieces[0]?.end ?? first.end }, ...pieces.slice(1)]),
  ];
}

/** Neighbouring pieces joined as long as they stay below `MAX_PASSAGE`, none longer than `LONGEST_PASSAGE`. */
function packed(text: string, pieces: readonly Span[]): Span[] {
  const passages: Span[] = [];
  for (const piece of pieces) {
    const last = passages.at(-1);
    if (last && piece.end - last.start <= MAX_PASSAGE)
      passages[passages.length - 1] = { start: last.start, end: piece.end };
    else passages.push(...cutAtWords(text, piece));
  }
  return passages;
}

/** A span in parts of at most `LONGEST_PASSAGE`, without the white space between them. */
export function cutAtWords(text: string, span: Span): Span[] {
  const parts: Span[] = [];
  let rest: Span | null = span;
  while (rest !== null && rest.end - rest.start > LONGEST_PASSAGE) {
    const end = wordEnd(text, rest.start, rest.start + LONGEST_PASSAGE);
    const part = trimSpan(text, { start: rest.start, end });
    if (part) parts.push(part);
    rest = trimSpan(text, { start: end, end: rest.end });
  }
  return rest === null ? parts : [...parts, rest];
}

/** The last end of a word up to `limit`; where one word goes on from `start`, `limit`, or one less inside a character. */
function wordEnd(text: string, start: number, limit: number): number {
  for (let at = limit; at > start; at -= 1) if (/\s/.test(text.charAt(at))) return at;
  return /[\udc00-\udfff]/.test(text.charAt(limit)) ? limit - 1 : limit;
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
