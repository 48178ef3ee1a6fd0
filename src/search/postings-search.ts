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
    if (start === end) return;
    const all = new TermPassages(passages.values.subarray(start, end), counts.subarray(start, end), end - start);
    const scored = within === null ? all : all.within(within);
    if (scored !== null) byField.set(number, scored);
  });
  return byField;
}

/** One term's passages in one field and how often it stands in each, as the map that MiniSearch reads. */
class TermPassages extends Map<number, number> {
  readonly #passages: Uint32Array;
  readonly #counts: Uint8Array;
  readonly #size: number;
  #at = 0;

  /** `size`: in how many passages the term stands, whether they are listed or not. */
  constructor(passages: Uint32Array, counts: Uint8Array, size: number) {
    super();
    this.#passages = passages;
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
    return this.#counts[this.#at];
  }

  /** The same term, with only those of its passages that are among `numbers`, which ascend; null where it stands in none. */
  within(numbers: Uint32Array): TermPassages | null {
    const places: number[] = [];
    let from = 0;
    for (const number of numbers) {
      from = firstFrom(this.#passages, number, from);
      if (this.#passages[from] === number) places.push(from);
    }
    if (places.length === 0) return null;
    return new TermPassages(
      Uint32Array.from(places, (place) => this.#passages[place] ?? 0),
      Uint8Array.from(places, (place) => this.#counts[place] ?? 0),
      this.#size,
    );
  }
}

/** The first place, from `from` on, of a number that is not below `number`; steps double, then halve. */
function firstFrom(ascending: Uint32Array, number: number, from: number): number {
  let step = 1;
  let low = from;
  while (low + step <= ascending.length && (ascending[low + step - 1] ?? 0) < number) {
    low += step;
    step *= 2;
  }
  let high = Math.min(ascending.length, low + step);
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
