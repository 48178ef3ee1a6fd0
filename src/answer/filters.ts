import { fold } from '../language/fold.ts';
import type { Filters, Question } from '../language/question.ts';
import { passagesHolding } from '../search/phrases.ts';
import type { IndexEntry, RecordIndex } from '../search/record-index.ts';

/** Whether a passage is within a question's filters. A file without a date is outside every filter by date. */
export function passes(entry: IndexEntry, filters: Filters): boolean {
  const { date } = entry.proceedings;
  if (filters.since !== null && (date === null || date < filters.since)) return false;
  if (filters.before !== null && (date === null || date >= filters.before)) return false;
  if (filters.speaker === null) return true;
  const speaker = entry.passage.speech?.speaker;
  return speaker !== undefined && isMeant(speaker.name, filters.speaker, filters);
}

const verdicts = new WeakMap<Filters, Map<string, boolean>>();

/** Whether a filter by speaker means a name; a record has few names in many passages. */
function isMeant(name: string, speaker: string, filters: Filters): boolean {
  const known = verdicts.get(filters) ?? new Map<string, boolean>();
  verdicts.set(filters, known);
  const verdict = known.get(name) ?? isNamed(fold(name), speaker);
  known.set(name, verdict);
  return verdict;
}

/** Whether a folded name holds every word of a filter by speaker, honorifics aside: "mme durand" fits "anne durand". */
export function isNamed(name: string, filter: string): boolean {
  const words = filter.replace(/^(?:m|mm|mme|mlle|dr|mr|mrs|ms)\.? +/, '');
  return ` ${name.replace(/[-']/g, ' ')} `.includes(` ${words.replace(/[-']/g, ' ')} `);
}

/** A test for passages that hold every exact phrase of a question, in their words or the titles above them; null where it has none. */
export function phraseTest(question: Question, index: RecordIndex): ((entry: IndexEntry) => boolean) | null {
  const holders = question.phrases
    .map(({ text, strict }) => ({ strict, numbers: passagesHolding(text, index) }))
    .filter(({ strict, numbers }) => strict || numbers.size > 0);
  if (holders.length === 0) return null;
  return ({ number }) => holders.every(({ numbers }) => numbers.has(number));
}

/** The exact phrases of a question that stand nowhere in the record, as typed, between quotation marks. */
export function missingPhrases(question: Question, index: RecordIndex): string[] {
  return question.phrases
    .filter(({ text, strict }) => strict && passagesHolding(text, index).size === 0)
    .map(({ written }) => `"${written}"`);
}
