import { type Field, type FieldPostings, fields } from './postings.ts';
import { bm25, PostingsSearch } from './postings-search.ts';
import { inverseFrequency } from './vocabulary.ts';

/** Field weights. Titles weigh by their own rarity: one that many passages share tells little, one of its own much. */
const boost = { text: 1, context: 1, speaker: 0.3 } satisfies Record<Field, number>;

/** Weights of terms, by the terms' numbers. */
export type TermWeights = ReadonlyMap<number, number>;

/**
 * BM25+ scores of passages for weighted terms, summed over fields, by MiniSearch. `within`: numbers of the only passages
 * to score, ascending; null for all.
 */
export function scorePassages(
  postings: FieldPostings,
  weights: TermWeights,
  within: Uint32Array | null,
): Map<number, number> {
  const terms = new Map([...weights.keys()].map((term, at) => [String(at), term]));
  const engine = new PostingsSearch(postings, terms, within);
  const found = engine.search('', {
    tokenize: () => [...engine.present],
    processTerm: (term) => term,
    combineWith: 'OR',
    boost,
    boostTerm: (term) => weights.get(terms.get(term) ?? -1) ?? 1,
  });
  // MiniSearch multiplies by the number of matched terms, which over-rewards expansions.
  return new Map(found.map((result) => [Number(result.id), result.score / result.queryTerms.length]));
}

/** Sums in another order differ by no more than this share. */
const rounding = 1e-9;

/** Passages that may be among the best. */
export interface Likeliest {
  /** Their numbers, ascending. */
  readonly numbers: Uint32Array;
  /** The same, best first as far as rounding lets tell; ties by number. */
  readonly bestFirst: readonly number[];
}

/**
 * The passages that `scorePassages` would put among the `depth` best of those that `accept` lets through; with them any that
 * come so near that rounding may decide. MiniSearch takes a microsecond for a posting, since
 * it notes which term it matched where; to leave out what cannot be among the best takes a few nanoseconds.
 */
export function likeliestPassages(
  postings: FieldPostings,
  weights: TermWeights,
  depth: number,
  accept: (number: number) => boolean,
): Likeliest {
  const expected = expectedScores(postings, weights);
  const best = new Highest(depth);
  const numbers: number[] = [];
  for (let number = 0; number < expected.length; number += 1) {
    const score = expected[number] ?? 0;
    if (score === 0 || score < best.least * (1 - rounding) || !accept(number)) continue;
    numbers.push(number);
    if (score > best.least) best.add(score);
  }
  const least = best.least * (1 - rounding);
  const likeliest = numbers.filter((number) => (expected[number] ?? 0) >= least);
  return {
    numbers: Uint32Array.from(likeliest),
    bestFirst: likeliest.toSorted((a, b) => (expected[b] ?? 0) - (expected[a] ?? 0) || a - b),
  };
}

const scratches = new WeakMap<FieldPostings, Float64Array>();

/** What MiniSearch scores each passage, but for rounding; 0 where it finds none of the terms. Good until the next call. */
function expectedScores(postings: FieldPostings, weights: TermWeights): Float64Array {
  const total = postings.text.lengths.length;
  const scores = scratches.get(postings)?.fill(0) ?? new Float64Array(total);
  scratches.set(postings, scores);
  const { k, b, d } = bm25;
  for (const field of fields) {
    const { passages, counts, lengths, averageLength } = postings[field];
    for (const [term, weight] of weights) {
      const [start, end] = [passages.starts[term] ?? 0, passages.starts[term + 1] ?? 0];
      const idf = inverseFrequency(end - start, total);
      const worth = weight * boost[field] * idf;
      for (let place = start; place < end; place += 1) {
        const number = passages.values[place] ?? 0;
        const count = counts[place] ?? 0;
        const length = (lengths[number] ?? 0) / averageLength;
        scores[number] = (scores[number] ?? 0) + worth * (d + (count * (k + 1)) / (count + k * (1 - b + b * length)));
      }
    }
  }
  return scores;
}

/** The highest of the numbers that it was given, at most `size`: a heap with the least of them on top. */
class Highest {
  /** Numbers up to this one do not count among the highest; 0 until there are enough. */
  least = 0;
  readonly #size: number;
  readonly #heap: number[] = [];

  constructor(size: number) {
    this.#size = size;
  }

  /** Takes a number above `least`. */
  add(value: number): void {
    const heap = this.#heap;
    if (heap.length < this.#size) {
      heap.push(value);
      if (heap.length < this.#size) return;
      heap.sort((left, right) => left - right);
    } else {
      this.#sink(value);
    }
    this.least = heap[0] ?? 0;
  }

  /** Puts a number in the place of the least one. */
  #sink(value: number): void {
    const heap = this.#heap;
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      const child = (heap[left + 1] ?? Infinity) < (heap[left] ?? Infinity) ? left + 1 : left;
      const lower = heap[child];
      if (lower === undefined || lower >= value) break;
      heap[at] = lower;
      at = child;
    }
    heap[at] = value;
  }
}
