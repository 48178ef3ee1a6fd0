import { type Lists, Numbers } from './lists.ts';

/** The parts of a passage that are searched, each scored by itself. */
export const fields = ['text', 'context', 'speaker'] as const;
export type Field = (typeof fields)[number];

/** The postings of every field. */
export type FieldPostings = Readonly<Record<Field, Postings>>;

/** Which passages hold the terms of one field, for BM25. Takes five bytes a posting. */
export interface Postings {
  /** One list a term: numbers of passages, ascending. */
  readonly passages: Lists;
  /** How often the term stands in each passage of `passages.values`; 255 also for more. */
  readonly counts: Uint8Array;
  /** How many different terms each passage has in this field. */
  readonly lengths: Uint32Array;
  /** Mean of `lengths`, summed up as MiniSearch does. */
  readonly averageLength: number;
}

const mostCounted = 255;

/** Takes the terms of passages, in ascending order of the passages' numbers. */
export class PostingsBuilder {
  readonly #terms = new Numbers();
  readonly #passages = new Numbers();
  readonly #counts = new Numbers();
  readonly #lengths = new Numbers();
  #averageLength = 0;
  /** Where each term's newest posting stands. */
  readonly #newest: number[] = [];

  /** Adds the next passage, with its terms as often as they stand there. */
  add(terms: Iterable<number>): void {
    const passage = this.#lengths.length;
    const before = this.#terms.length;
    for (const term of terms) {
      const newest = this.#newest[term] ?? -1;
      if (newest >= before) this.#counts.increment(newest);
      else {
        this.#newest[term] = this.#terms.length;
        this.#terms.push(term);
        this.#passages.push(passage);
        this.#counts.push(1);
      }
    }
    const length = this.#terms.length - before;
    this.#averageLength = (this.#averageLength * passage + length) / (passage + 1);
    this.#lengths.push(length);
  }

  /** `terms`: how many terms there are, 1 more than the highest. */
  finish(terms: number): Postings {
    const starts = new Uint32Array(terms + 1);
    for (let place = 0; place < this.#terms.length; place += 1) {
      const next = this.#terms.at(place) + 1;
      starts[next] = (starts[next] ?? 0) + 1;
    }
    for (let term = 0; term < terms; term += 1) starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
    const free = starts.slice();
    const values = new Uint32Array(this.#terms.length);
    const counts = new Uint8Array(this.#terms.length);
    for (let place = 0; place < this.#terms.length; place += 1) {
      const term = this.#terms.at(place);
      const to = free[term] ?? 0;
      free[term] = to + 1;
      values[to] = this.#passages.at(place);
      counts[to] = Math.min(mostCounted, this.#counts.at(place));
    }
    return {
      passages: { values, starts },
      counts,
      lengths: this.#lengths.toArray(),
      averageLength: this.#averageLength,
    };
  }
}
