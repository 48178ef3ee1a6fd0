import MiniSearch from 'minisearch';
import { type FieldPostings, fields, type Postings } from './postings.ts';

/** BM25+ parameters: MiniSearch's own defaults; grids over PIAF gave nothing (FRENCH.md). */
export const bm25 = { k: 1.2, b: 0.7, d: 0.5 };

/**
 * MiniSearch over postings that lie in typed arrays, for the terms of one query: in its own maps they take ten times the
 * room, and cannot be read from a file as they are. Only for searching.
 */
export class PostingsSearch extends MiniSearch<{ id: number }> {
  /** What the query calls the terms that stand in any passage to score: MiniSearch takes microseconds for each of the others too. */
  readonly present: readonly string[];

  /**
   * `terms`: the numbers of the terms that will be searched for, by what the query calls them. `within`: numbers of the
   * only passages to score, ascending; null for all. How rare a term is counts over all passages either way.
   */
  constructor(postings: FieldPostings, terms: ReadonlyMap<string, number>, within: Uint32Array | null) {
    super({ fields: [...fields], searchOptions: { bm25 } });
    const found = new Map<string, Map<number, TermPassages>>();
    for (const [name, term] of terms) {
      const byField = passagesWith(postings, term, within);
      if (byField.size > 0) found.set(name, byField);
    }
    this.present = [...found.keys()];
    this._index = found as unknown as typeof this._index;
    this._documentCount = postings.text.lengths.length;
    this._documentIds = new Identity();
    this._fieldLength = new FieldLengths(postings);
    this._avgFieldLength = fields.map((field) => postings[field].averageLength);
  }
}

/** By the number of the field, as MiniSearch has it; fields where it stands in none of the passages to score are left out. */
function passagesWith(postings: FieldPostings, term: number, within: Uint32Array | null): Map<number, TermPassages> {
  const byField = new Map<number, TermPassages>();
  fields.forEach((field, number) => {
    const { passages, counts } = postings[field];
    const [start, end] = [passages.starts[term] ?? 0, passages.starts[term + 1] ?? 0];
    const places = within === null ? range(start, end) : placesOf(within, passages.values, start, end);
    if (places.length === 0) return;
    const numbers = places.map((place) => passages.values[place] ?? 0);
    byField.set(number, new TermPassages(numbers, places, counts, end - start));
  });
  return byField;
}

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, step) => start + step);
}

/** One term's passages in one field and how often it stands in each, as the map that MiniSearch reads. */
class TermPassages extends Map<number, number> {
  readonly #passages: readonly number[];
  readonly #places: readonly number[];
  readonly #counts: Uint8Array;
  readonly #size: number;
  #at = 0;

  /** `places`: of the passages' counts in `counts`. `size`: in how many passages the term stands, whether they are listed or not. */
  constructor(passages: readonly number[], places: readonly number[], counts: Uint8Array, size: number) {
    super();
    this.#passages = passages;
    this.#places = places;
    this.#counts = counts;
    this.#size = size;
  }

  override get size(): number {
    return this.#size;
  }

  override keys(): MapIterator<number> {
    this.#at = 0;
    return this.#passages.values();
  }

  /** MiniSearch asks for passages in the order of `keys`. */
  override get(passage: number): number | undefined {
    while (this.#at < this.#passages.length && this.#passages[this.#at] !== passage) this.#at += 1;
    return this.#counts[this.#places[this.#at] ?? -1];
  }
}

/** The places of `numbers` in the part of `ascending` from `start` to before `end`; numbers that it has not are left out. */
function placesOf(numbers: Uint32Array, ascending: Uint32Array, start: number, end: number): number[] {
  const places: number[] = [];
  let from = start;
  for (const number of numbers) {
    from = firstFrom(ascending, number, from, end);
    if (from === end) break;
    if (ascending[from] === number) places.push(from);
  }
  return places;
}

/** The first place, from `from` on, of a number that is not below `number`, else `end`; steps double, then halve. */
function firstFrom(ascending: Uint32Array, number: number, from: number, end: number): number {
  let step = 1;
  let low = from;
  while (low + step <= end && (ascending[low + step - 1] ?? 0) < number) {
    low += step;
    step *= 2;
  }
  let high = Math.min(end, low + step);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Passages go by their numbers. */
class Identity extends Map<number, number> {
  override has(): boolean {
    return true;
  }

  override get(number: number): number {
    return number;
  }
}

/** How many terms a passage has in each field, as the map that MiniSearch reads; it keeps no list that it is handed. */
class FieldLengths extends Map<number, number[]> {
  readonly #postings: readonly Postings[];
  readonly #lengths: number[] = [0, 0, 0];

  constructor(postings: FieldPostings) {
    super();
    this.#postings = fields.map((field) => postings[field]);
  }

  override get(number: number): number[] {
    this.#postings.forEach(({ lengths }, field) => (this.#lengths[field] = lengths[number] ?? 0));
    return this.#lengths;
  }
}
