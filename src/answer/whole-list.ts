import type { Span } from '../proceedings/proceedings.ts';
import { longestExcerpt } from './window.ts';

const item = /^(?:[-–—•*]|\d{1,2}[.)])\s/;

/**
 * The window with the whole of each list that it cuts: what introduces a list ("… comprend quatre mesures :") is not shown
 * without it, nor some of its items without the others. One item by itself stays alone. A list that makes an excerpt longer
 * than 800 characters goes on as far as fits.
 *
 * @param spans the sentences of a passage
 */
export function withWholeLists(
  text: string,
  spans: readonly Span[],
  [first, last]: readonly [first: number, last: number],
): readonly [first: number, last: number] {
  const [from, to] = [listAt(text, spans, first), listAt(text, spans, last)];
  if (from === null && to === null) return [first, last];
  if (first === last && !introduces(text, spans[first])) return [first, last];
  const start = from === null ? first : from[0];
  let end = to === null ? last : to[1];
  const fits = (until: number): boolean => (spans[until]?.end ?? 0) - (spans[start]?.start ?? 0) <= longestExcerpt;
  while (end > last && !fits(end)) end -= 1;
  return fits(last) ? [start, end] : [first, last];
}

/** The list that a sentence belongs to, with the sentence that introduces it; null where it belongs to none. */
function listAt(text: string, spans: readonly Span[], number: number): readonly [first: number, last: number] | null {
  const belongs = (at: number): boolean => isItem(text, spans[at]) || goesOn(text, spans, at);
  let first = number;
  while (belongs(first)) first -= 1;
  if (first < number && !introduces(text, spans[first])) first += 1;
  let last = first;
  while (belongs(last + 1)) last += 1;
  return last > first ? [first, last] : null;
}

function isItem(text: string, span: Span | undefined): boolean {
  return span !== undefined && item.test(text.slice(span.start, span.start + 4));
}

/** A further sentence of an item, on the same line. */
function goesOn(text: string, spans: readonly Span[], at: number): boolean {
  const [before, span] = [spans[at - 1], spans[at]];
  if (before === undefined || span === undefined || text.slice(before.end, span.start).includes('\n')) return false;
  return isItem(text, before) || goesOn(text, spans, at - 1);
}

function introduces(text: string, span: Span | undefined): boolean {
  return span !== undefined && text[span.end - 1] === ':';
}
