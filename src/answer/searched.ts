import type { Filters } from '../language/question.ts';
import type { Searched } from '../proceedings/answer.ts';
import type { RecordIndex } from '../search/record-index.ts';
import { withinFilters } from './filters.ts';

const everything: Filters = { speaker: null, since: null, before: null, typed: [] };
const wholes = new WeakMap<RecordIndex, Searched>();

/** What a question with these filters searches. */
export function searchedIn(index: RecordIndex, filters: Filters): Searched {
  if (filters.typed.length > 0) return sumUp(index, filters);
  const whole = wholes.get(index) ?? sumUp(index, everything);
  wholes.set(index, whole);
  return whole;
}

function sumUp(index: RecordIndex, filters: Filters): Searched {
  const within = index.entries.filter(withinFilters(filters, index));
  const files = new Set(within.map(({ proceedings }) => proceedings));
  const dates = [...files].flatMap(({ date }) => date ?? []).toSorted();
  return { files: files.size, passages: within.length, from: dates[0] ?? null, to: dates.at(-1) ?? null };
}
