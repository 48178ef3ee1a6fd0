import type { Filters } from '../language/question.ts';
import type { Searched } from '../proceedings/answer.ts';
import type { Proceedings } from '../proceedings/proceedings.ts';
import type { RecordIndex } from '../search/record-index.ts';
import { isWithinDates, passes } from './filters.ts';

/** What a question with these filters searches. */
export function searchedIn(index: RecordIndex, filters: Filters): Searched {
  const passages = filters.speaker === null ? passagesByFile(index) : countedByFile(index, filters);
  const files = [...passages.keys()].filter((proceedings) => isWithinDates(proceedings, filters));
  const dates = files.flatMap(({ date }) => date ?? []).toSorted();
  return {
    files: files.length,
    passages: files.reduce((sum, proceedings) => sum + (passages.get(proceedings) ?? 0), 0),
    from: dates[0] ?? null,
    to: dates.at(-1) ?? null,
  };
}

type PassagesByFile = ReadonlyMap<Proceedings, number>;

const counted = new WeakMap<RecordIndex, PassagesByFile>();

/** How many passages each file has, counted once. */
function passagesByFile(index: RecordIndex): PassagesByFile {
  const known = counted.get(index);
  if (known) return known;
  const passages = countedByFile(index, { speaker: null, since: null, before: null });
  counted.set(index, passages);
  return passages;
}

function countedByFile({ entries }: RecordIndex, filters: Filters): PassagesByFile {
  const passages = new Map<Proceedings, number>();
  for (const entry of entries) {
    if (passes(entry, filters)) passages.set(entry.proceedings, (passages.get(entry.proceedings) ?? 0) + 1);
  }
  return passages;
}
