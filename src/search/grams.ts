import type { IndexEntry } from './record-index.ts';
import type { ResolvedWord } from './resolve.ts';
import { inverseFrequency, type Vocabulary } from './vocabulary.ts';

/** A character 4-gram of the question that a stem has. */
export interface Gram {
  /** Its number among the question's. */
  readonly number: number;
  /** idf of the word it comes from; the greatest of several. */
  readonly weight: number;
}

const gramLength = 4;
const edge = '_';

/** The character 4-grams of a stem, its edges marked; a short stem is one by itself. */
function gramsOf(stem: string): string[] {
  const marked = `${edge}${stem}${edge}`;
  if (marked.length <= gramLength) return [marked];
  return Array.from({ length: marked.length - gramLength + 1 }, (_, at) => marked.slice(at, at + gramLength));
}

const holdersOf = new WeakMap<Vocabulary, ReadonlyMap<string, readonly number[]>>();

/** The stems that have each 4-gram; made when first asked for. */
function holders(vocabulary: Vocabulary): ReadonlyMap<string, readonly number[]> {
  const known = holdersOf.get(vocabulary);
  if (known) return known;
  const made = new Map<string, number[]>();
  for (let id = 0; id < vocabulary.stemCount; id += 1) {
    for (const gram of new Set(gramsOf(vocabulary.stem(id)))) {
      const ids = made.get(gram);
      if (ids) ids.push(id);
      else made.set(gram, [id]);
    }
  }
  holdersOf.set(vocabulary, made);
  return made;
}

/** Which stems of the record have 4-grams of the question's words: forms that share no stem ("élu", "élection") share these. */
export function gramsIn(words: readonly ResolvedWord[], vocabulary: Vocabulary): ReadonlyMap<number, readonly Gram[]> {
  const weights = new Map<string, number>();
  for (const { word, idf } of words)
    for (const gram of gramsOf(word.alternatives[0]?.stems[0] ?? ''))
      weights.set(gram, Math.max(weights.get(gram) ?? 0, idf));
  const found = new Map<number, Gram[]>();
  [...weights].forEach(([gram, weight], number) => {
    for (const id of holders(vocabulary).get(gram) ?? []) {
      const grams = found.get(id);
      if (grams) grams.push({ number, weight });
      else found.set(id, [{ number, weight }]);
    }
  });
  return found;
}

const k1 = 1.2;
const b = 0.7;

/** BM25 of each passage over the question's 4-grams, relative to the best, 0 to 1; document frequencies are those among the passages given. */
export function gramScores(
  entries: readonly Pick<IndexEntry, 'stems'>[],
  grams: ReadonlyMap<number, readonly Gram[]>,
): number[] {
  const counts = entries.map(({ stems }) => countsIn(stems, grams));
  const passages = new Map<number, number>();
  for (const count of counts) for (const number of count.keys()) passages.set(number, (passages.get(number) ?? 0) + 1);
  const mean = entries.reduce((sum, { stems }) => sum + stems.length, 0) / Math.max(1, entries.length);
  const scores = counts.map((count, at) => {
    const length = 1 - b + (b * (entries[at]?.stems.length ?? 0)) / Math.max(1, mean);
    let score = 0;
    for (const [number, { weight, times }] of count) {
      const holding = passages.get(number) ?? 0;
      const rarity = inverseFrequency(holding, entries.length);
      score += (weight * rarity * times * (k1 + 1)) / (times + k1 * length);
    }
    return score;
  });
  const best = Math.max(Number.MIN_VALUE, ...scores);
  return scores.map((score) => score / best);
}

function countsIn(stems: Uint32Array, grams: ReadonlyMap<number, readonly Gram[]>) {
  const counts = new Map<number, { readonly weight: number; times: number }>();
  for (const id of stems) {
    for (const { number, weight } of grams.get(id) ?? []) {
      const known = counts.get(number);
      if (known) known.times += 1;
      else counts.set(number, { weight, times: 1 });
    }
  }
  return counts;
}
