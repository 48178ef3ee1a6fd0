import type { Corpus } from '../src/proceedings/proceedings.ts';
import type { IndexEntry } from '../src/search/record-index.ts';
import { createSearchEngine, type SearchEngine } from '../src/search/search-engine.ts';
import type { Taught } from './piaf.ts';

/** A record to put a question to, and what may not be read there. */
export interface Situation {
  readonly engine: SearchEngine;
  readonly accept: (entry: IndexEntry) => boolean;
  /** What it counts for; the three situations of a question come to 1. */
  readonly weight: number;
}

/**
 * Puts questions into the situations that a record can be in: it answers (half the weight); the right passage is hidden
 * and the rest of its article is there, a near miss; nothing is there of the article. For the last, the question goes to
 * other articles, so that no statistics of the index know the words that are hidden.
 *
 * @param parts into how many records of about equal size to split the articles; at least 2
 */
export function situationsIn(pool: Corpus, parts: number): (question: Taught) => readonly Situation[] {
  const titles = [...new Set(pool.proceedings.map(({ title }) => title))];
  const partOf = new Map(titles.map((title, at) => [title, at % parts]));
  const engines = Array.from({ length: parts }, (_, part) =>
    createSearchEngine({ proceedings: pool.proceedings.filter(({ title }) => partOf.get(title) === part) }),
  );
  return ({ title, passages }) => {
    const part = partOf.get(title) ?? 0;
    const [own, other] = [engines[part], engines[(part + 1) % parts]];
    if (!own || !other) throw new RangeError(`a record of ${parts} parts has no part ${part}`);
    return [
      { engine: own, accept: () => true, weight: 0.5 },
      { engine: own, accept: ({ passage }) => !passages.has(passage.id), weight: 0.25 },
      { engine: other, accept: () => true, weight: 0.25 },
    ];
  };
}
