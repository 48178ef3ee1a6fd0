import { fold } from '../language/fold.ts';
import type { Filters, Question } from '../language/question.ts';
import type { IndexEntry, RecordIndex } from '../search/record-index.ts';

/** Whether a passage is within a question's filters. A file without a date is outside every filter by date. */
export function passes(entry: IndexEntry, filters: Filters): boolean {
  const { date } = entry.proceedings;
  if (filters.since !== null && (date === null || date < filters.since)) return false;
  if (filters.before !== null && (date === null || date >= filters.before)) return false;
  if (filters.speaker === null) return true;
  const speaker = entry.passage.speech?.speaker;
  return speaker !== undefined && isNamed(fold(speaker.name), filters.speaker);
}

/** Whether a folded name holds every word of a filter by speaker, honorifics aside: "mme durand" fits "anne durand". */
export function isNamed(name: string, filter: string): boolean {
  const words = filter.replace(/^(?:m|mm|mme|mlle|dr|mr|mrs|ms)\.? +/, '');
  return ` ${name.replace(/[-']/g, ' ')} `.includes(` ${words.replace(/[-']/g, ' ')} `);
}

/** A test for passages that hold every exact phrase of a question, in their words or the titles above them; null where it has none. */
export function phraseTest(question: Question, index: RecordIndex): ((entry: IndexEntry) => boolean) | null {
  const phrases = question.phrases.filter(
    ({ text, strict }) => strict || index.entries.some((entry) => holds(entry, text)),
  );
  if (phrases.length === 0) return null;
  return (entry) => phrases.every(({ text }) => holds(entry, text));
}

/** The exact phrases of a question that stand nowhere in the record, as typed, between quotation marks. */
export function missingPhrases(question: Question, index: RecordIndex): string[] {
  return question.phrases
    .filter(({ text, strict }) => strict && !index.entries.some((entry) => holds(entry, text)))
    .map(({ written }) => `"${written}"`);
}

const foldedEntries = new WeakMap<IndexEntry, string>();

function holds(entry: IndexEntry, phrase: string): boolean {
  const known = foldedEntries.get(entry);
  if (known !== undefined) return known.includes(phrase);
  const { proceedings, passage } = entry;
  const words = proceedings.text.slice(passage.span.start, passage.span.end);
  const titles = [proceedings.title, ...(passage.section?.path ?? [])].join(' / ');
  const folded = fold(`${titles} / ${words}`).replace(/\s+/g, ' ');
  foldedEntries.set(entry, folded);
  return folded.includes(phrase);
}
