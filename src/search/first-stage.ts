import { type Field, type FieldPostings, fields, type Postings } from './postings.ts';
import { inverseFrequency } from './vocabulary.ts';

/** Field weights. Titles weigh by their own rarity: one that many passages share tells little, one of its own much. */
const boost = { text: 1, context: 1, speaker: 0.3 } satisfies Record<Field, number>;

/** BM25+ parameters: MiniSearch's own defaults; grids over PIAF gave nothing (FRENCH.md). */
const k = 1.2;
const b = 0.7;
const d = 0.5;

/** Weights of terms, by the terms' numbers. */
export type TermWeights = ReadonlyMap<number, number>;

/** Scores of all passages for one question. */
export interface Scores {
  /** Sum over terms and fields, by passage; 0 where it has none of the terms. */
  readonly sums: Float64Array;
  /** How many of the terms each passage has. */
  readonly terms: Uint16Array;
}

interface Scratch extends Scores {
  /** What one term adds to a passage. */
  readonly added: Float64Array;
}

const scratches = new WeakMap<FieldPostings, Scratch>();

/**
 * BM25+ scores of all passages for weighted terms, summed over fields: what MiniSearch scores them, to the last bit, since sums run in
 * its order (a term's fields, then the terms). It takes a microsecond for a posting, for notes of which term it matched
 * where; this takes a few nanoseconds. Good until the next call for the same postings.
 */
export function scorePassages(postings: FieldPostings, weights: TermWeights): Scores {
  const scores = cleared(postings);
  for (const [term, weight] of weights) {
    for (const field of fields) addTerm(postings[field], term, weight * boost[field], scores);
    for (const field of fields) settle(postings[field], term, scores);
  }
  return scores;
}

function cleared(postings: FieldPostings): Scratch {
  const total = postings.text.lengths.length;
  const known = scratches.get(postings);
  if (known === undefined) {
    const scores = { sums: new Float64Array(total), terms: new Uint16Array(total), added: new Float64Array(total) };
    scratches.set(postings, scores);
    return scores;
  }
  known.sums.fill(0);
  known.terms.fill(0);
  return known;
}

/** Adds what a term is worth in one field to `added`. */
function addTerm(postings: Postings, term: number, weight: number, { added }: Scratch): void {
  const { passages, counts, lengths } = postings;
  const { values, starts } = passages;
  const [start, end] = [starts[term] ?? 0, starts[term + 1] ?? 0];
  if (start === end) return;
  const idf = inverseFrequency(end - start, lengths.length);
  const norms = normsOf(postings);
  for (let place = start; place < end; place += 1) {
    const number = values[place] ?? 0;
    const count = counts[place] ?? 0;
    const norm = norms[lengths[number] ?? 0] ?? 0;
    added[number] = (added[number] ?? 0) + weight * (idf * (d + (count * (k + 1)) / (count + norm)));
  }
}

const knownNorms = new WeakMap<Postings, Float64Array>();

/** By the length of a passage, what its terms' counts are measured against. */
function normsOf(postings: Postings): Float64Array {
  const known = knownNorms.get(postings);
  if (known) return known;
  const { lengths, averageLength } = postings;
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0);
  const norms = Float64Array.from({ length: longest + 1 }, (_, length) => k * (1 - b + (b * length) / averageLength));
  knownNorms.set(postings, norms);
  return norms;
}

/** Moves what a term has added to the passages of one field into their sums. */
function settle({ passages: { values, starts } }: Postings, term: number, { sums, terms, added }: Scratch): void {
  const end = starts[term + 1] ?? 0;
  for (let place = starts[term] ?? 0; place < end; place += 1) {
    const number = values[place] ?? 0;
    const more = added[number] ?? 0;
    if (more === 0) continue;
    sums[number] = (sums[number] ?? 0) + more;
    terms[number] = (terms[number] ?? 0) + 1;
    added[number] = 0;
  }
}

/**
 * Score of one passage. MiniSearch multiplies it by the number of matched terms, which over-rewards expansions: that is
 * divided out, and leaves its rounding.
 */
export function scoreOf({ sums, terms }: Scores, number: number): number {
  const count = terms[number] ?? 0;
  return count === 0 ? 0 : ((sums[number] ?? 0) * count) / count;
}

/** Multiplied and divided again, a number changes by no more than this share. */
const rounding = 1e-9;

/** The `depth` best passages with a score among those that `accept` lets through, best first, ties by their numbers. */
export function bestPassages(
  scores: Scores,
  depth: number,
  accept: (number: number) => boolean,
): readonly (readonly [number: number, score: number])[] {
  const { sums } = scores;
  const best = new Highest(depth);
  const found: [number, number][] = [];
  // What a sum has to reach.
  let enough = Number.MIN_VALUE;
  for (let number = 0; number < sums.length; number += 1) {
    if ((sums[number] ?? 0) < enough || !accept(number)) continue;
    const score = scoreOf(scores, number);
    if (score < best.least) continue;
    found.push([number, score]);
    if (score > best.least) best.add(score);
    enough = Math.max(enough, best.least * (1 - rounding));
  }
  return found
    .filter(([, score]) => score >= best.least)
    .toSorted(([a, left], [c, right]) => right - left || a - c)
    .slice(0, depth);
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
