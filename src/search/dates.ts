import type { QuestionWord } from '../language/question-words.ts';
import type { IndexEntry } from './record-index.ts';

/** A year or month that a word of a question says, as ISO dates write it: "2018", "-06". */
export interface SaidDate {
  /** Number of the word. */
  readonly word: number;
  readonly part: string;
}

const months: readonly (readonly string[])[] = [
  ['janvier', 'january'],
  ['fevrier', 'february'],
  ['mars', 'march'],
  ['avril', 'april'],
  ['mai', 'may'],
  ['juin', 'june'],
  ['juillet', 'july'],
  ['aout', 'august'],
  ['septembre', 'september'],
  ['octobre', 'october'],
  ['novembre', 'november'],
  ['decembre', 'december'],
];
const monthParts = new Map(
  months.flatMap((names, at) => names.map((name) => [name, `-${String(at + 1).padStart(2, '0')}`] as const)),
);
const year = /^(?:1[5-9]|20)\d\d$/;

/** Whether a folded word is a year, 1500 to 2099. */
export function isYear(surface: string): boolean {
  return year.test(surface);
}

/** The part of an ISO date that a folded word says, or null. */
export function datePart(surface: string): string | null {
  return isYear(surface) ? surface : (monthParts.get(surface) ?? null);
}

/** The words that say when. */
export function saidDates(words: readonly { readonly word: QuestionWord }[]): SaidDate[] {
  return words.flatMap(({ word: { surface } }, word) => {
    const part = datePart(surface);
    return part === null ? [] : [{ word, part }];
  });
}

/** Whether a record is of that year or month; one without a date is of none. */
export function isOf(date: string | null, part: string): boolean {
  return date !== null && date.startsWith(part, part.startsWith('-') ? 4 : 0);
}

/** How many passages are of records of each year and of each month, by `SaidDate.part`. */
export function countDates(entries: readonly IndexEntry[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { proceedings } of entries) {
    if (proceedings.date === null) continue;
    for (const part of [proceedings.date.slice(0, 4), proceedings.date.slice(4, 7)])
      counts.set(part, (counts.get(part) ?? 0) + 1);
  }
  return counts;
}
