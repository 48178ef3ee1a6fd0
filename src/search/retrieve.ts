import type { Question } from '../language/question.ts';
import { inSameSection } from './evidence.ts';
import { likeliestPassages, scorePassages } from './first-stage.ts';
import { stemTerm, surfaceTerm } from './passage-words.ts';
import type { IndexEntry, RecordIndex } from './record-index.ts';
import type { ResolvedWord } from './resolve.ts';

/** A passage with its first-stage score. */
export interface Retrieved {
  readonly entry: IndexEntry;
  /** BM25+ summed over fields; comparable within one question. */
  readonly bm25: number;
}

/** How many of the best passages bring in their neighbours, and how many on each side. */
const widenedHits = 6;
const nearPassages = 8;

/** Weight of a folded surface beside the stem's 1 (FRENCH.md). */
const surfaceWeight = 0.4;

/**
 * The `depth` best passages by MiniSearch among those that `accept` lets through, and the neighbours of the very best,
 * which may answer without repeating the question's words. Ties by their order in the record.
 */
export function retrieve(
  { language }: Question,
  words: readonly ResolvedWord[],
  index: RecordIndex,
  depth: number,
  accept: (entry: IndexEntry) => boolean,
): Retrieved[] {
  const weights = termWeights(words, index, language === 'en');
  if (weights.size === 0) return [];
  const { postings, entries } = index;
  const accepted = (number: number): boolean => {
    const entry = entries[number];
    return entry !== undefined && accept(entry);
  };
  const { numbers, bestFirst } = likeliestPassages(postings, weights, depth, accepted);
  const likeliest = new Set(numbers);
  const near = bestFirst
    .slice(0, widenedHits)
    .flatMap((number) => neighbours(number, index).filter((one) => !likeliest.has(one) && accepted(one)));
  const beside = new Set(near);
  const scores = [...scorePassages(postings, weights, Uint32Array.from([...numbers, ...beside]).toSorted())];
  const best = scores
    .filter(([number]) => likeliest.has(number))
    .toSorted(([a, left], [b, right]) => right - left || a - b)
    .slice(0, depth);
  const chosen = new Map(best);
  const scoreOf = new Map(scores);
  for (const number of beside) chosen.set(number, scoreOf.get(number) ?? 0);
  return [...chosen]
    .map(([number, bm25]) => ({ entry: entries[number], bm25 }))
    .filter((candidate): candidate is Retrieved => candidate.entry !== undefined)
    .toSorted((a, b) => b.bm25 - a.bm25 || a.entry.number - b.entry.number);
}

/** Numbers of the passages up to `nearPassages` before and after one, in its section. */
function neighbours(number: number, { entries }: RecordIndex): number[] {
  const centre = entries[number];
  const near: number[] = [];
  for (let at = number - nearPassages; centre && at <= number + nearPassages; at += 1) {
    const entry = entries[at];
    if (entry && entry !== centre && inSameSection(entry, centre)) near.push(at);
  }
  return near;
}

/** The translations of one English word share its weight, 1/√n each (FRENCH.md). */
function termWeights(words: readonly ResolvedWord[], index: RecordIndex, translated: boolean): Map<number, number> {
  const weights = new Map<number, number>();
  const raise = (term: number, weight: number): void => {
    weights.set(term, Math.max(weights.get(term) ?? 0, weight));
  };
  for (const { word, alternatives } of words) {
    const share = translated ? 1 / Math.sqrt(Math.max(1, alternatives.length)) : 1;
    for (const { ids, weight } of alternatives) {
      for (const id of ids) raise(stemTerm(id), (weight * share) / Math.sqrt(ids.length));
    }
    const surface = index.vocabulary.surfaceId(word.surface);
    if (surface !== undefined) raise(surfaceTerm(surface), surfaceWeight);
  }
  return weights;
}
