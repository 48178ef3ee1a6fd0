import type { Span } from '../proceedings/proceedings.ts';
import { matchesOf } from './matches.ts';

const abbreviations = new Set(
  'm mm mme mmes mlle mlles dr drs me mgr pr prof st ste art al av bd cf chap etc ex fig ibid id no nos n p pp par vol éd env tél réf'.split(
    ' ',
  ),
);
const terminator = /[.!?…]+[)"»”\]]*(?:[ \u00a0\u202f]+[»”])?|\n+/g;
const opensSentence = /^[\s\u00a0\u202f]+(?:[–—-][\s\u00a0\u202f]+)?[«"“([]*[\s\u00a0\u202f]*[\p{Lu}\p{N}«"“([–—]/u;
/** The number of a list's item, before its point. */
const listNumber = /^\s*\d{1,2}$/;
const stageDirection = /\((?:[^()]{0,400}[.!?…»])\)/g;

/**
 * The sentences of `text` between `from` and `to` (default: all of it), as spans without outer white space. Line
 * breaks end a sentence, abbreviations ("M.", "art.") and single initials do not, a whole sentence in parentheses
 * (a stage direction) stands alone. Linear in the length of the text.
 */
export function sentenceSpans(text: string, from = 0, to = text.length): Span[] {
  const slice = text.slice(from, to);
  const spans: Span[] = [];
  let start = 0;
  for (const end of boundaries(slice)) {
    addTrimmed(slice, start, end, from, spans);
    start = end;
  }
  addTrimmed(slice, start, slice.length, from, spans);
  return spans;
}

function boundaries(slice: string): number[] {
  const asides: Span[] = matchesOf(stageDirection, slice).map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const ends = new Set<number>();
  for (const aside of asides) {
    if (endsSentence(slice, aside.start)) ends.add(aside.start).add(aside.end);
  }
  let next = 0;
  let start = 0;
  for (const match of matchesOf(terminator, slice)) {
    while ((asides[next]?.end ?? Infinity) <= match.index) next += 1;
    const aside = asides[next];
    if (aside && match.index >= aside.start && match.index < aside.end) continue;
    const end = match.index + match[0].length;
    if (!match[0].startsWith('\n')) {
      if (!opensSentence.test(slice.slice(end, end + 12)) || isAbbreviation(slice, match)) continue;
      if (match.index - start < 4 && listNumber.test(slice.slice(start, match.index))) continue;
    }
    ends.add(end);
    start = end;
  }
  return [...ends].toSorted((a, b) => a - b);
}

/** An aside stands alone when the text before it has ended its sentence. */
function endsSentence(slice: string, at: number): boolean {
  const before = slice.slice(Math.max(0, at - 8), at).trimEnd();
  return before === '' ? at <= 8 : /[.!?…»)]$/.test(before);
}

function isAbbreviation(slice: string, match: RegExpExecArray): boolean {
  if (match[0] !== '.') return false;
  const word = /[\p{L}\p{N}°]*$/u.exec(slice.slice(Math.max(0, match.index - 12), match.index))?.[0] ?? '';
  return /^\p{Lu}$/u.test(word) || abbreviations.has(word.toLowerCase());
}

function addTrimmed(slice: string, start: number, end: number, offset: number, spans: Span[]): void {
  let first = start;
  let last = end;
  while (first < last && /\s/.test(slice[first] ?? '')) first += 1;
  while (last > first && /\s/.test(slice[last - 1] ?? '')) last -= 1;
  if (first < last) spans.push({ start: offset + first, end: offset + last });
}
