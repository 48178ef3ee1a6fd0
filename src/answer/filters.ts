import { fold } from '../language/fold.ts';
import type { Filters } from '../language/question.ts';
import type { IndexEntry } from '../search/record-index.ts';

/** Whether a passage is within a question's filters. A file without a date is outside every filter by date. */
export function passes(entry: IndexEntry, filters: Filters): boolean {
  const { date } = entry.proceedings;
  if (filters.since !== null && (date === null || date < filters.since)) return false;
  if (filters.before !== null && (date === null || date >= filters.before)) return false;
  if (filters.speaker === null) return true;
  const speaker = entry.passage.speech?.speaker;
  return speaker !== undefined && fold(speaker.name).includes(filters.speaker);
}
