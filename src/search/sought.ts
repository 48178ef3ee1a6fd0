import type { Run } from './record-index.ts';

/** A word of the question for which a stem may stand. */
export interface Use {
  /** Its number among the question's words. */
  readonly word: number;
  /** Trust, 0 to 1. */
  readonly weight: number;
}

/** What a question seeks in one stem. */
export interface Sought {
  /** Its id. */
  readonly stem: number;
  /** The words that it may stand for. */
  readonly uses: readonly Use[];
  /** Where it stands in the question, small words included. */
  readonly places: readonly number[];
  /** What it has of the character 4-grams of the question's words: their numbers, ascending. */
  readonly grams: readonly number[];
  /** Its number among the stems of phrases; -1 for one that is in none. */
  readonly part: number;
}

/** What `SoughtStems` takes note of: a stem not looked at yet, one that says nothing; higher: where it stands in the list. */
const unseen = 0;
const nothing = 1;
const first = 2;

/**
 * What a question seeks in each stem of a record. Passages say the same few thousand stems over and over, most of which say
 * nothing: each is looked into once, when first met, and then costs one look into an array.
 */
export class SoughtStems {
  readonly #uses: ReadonlyMap<number, readonly Use[]>;
  readonly #places: ReadonlyMap<number, readonly number[]>;
  readonly #parts: ReadonlyMap<number, number>;
  readonly #gramsOf: (stem: number) => readonly number[];
  readonly #slots: Uint32Array;
  readonly #known: Sought[] = [];

  /** `parts`: the numbers of the stems of phrases. `stemCount`: how many stems the record has. */
  constructor(
    uses: ReadonlyMap<number, readonly Use[]>,
    sequence: readonly number[],
    parts: ReadonlyMap<number, number>,
    gramsOf: (stem: number) => readonly number[],
    stemCount: number,
  ) {
    this.#uses = uses;
    this.#places = placesOf(sequence);
    this.#parts = parts;
    this.#gramsOf = gramsOf;
    this.#slots = new Uint32Array(stemCount);
  }

  /** Null for a stem that says nothing of the question. */
  at(stem: number): Sought | null {
    const slot = this.#slots[stem] ?? nothing;
    if (slot === nothing) return null;
    return slot === unseen ? this.#meet(stem) : (this.#known[slot - first] ?? null);
  }

  #meet(stem: number): Sought | null {
    const uses = this.#uses.get(stem);
    const places = this.#places.get(stem);
    const part = this.#parts.get(stem);
    const grams = this.#gramsOf(stem);
    if (uses === undefined && places === undefined && part === undefined && grams.length === 0) {
      this.#slots[stem] = nothing;
      return null;
    }
    const sought = { stem, uses: uses ?? none, places: places ?? none, grams, part: part ?? -1 };
    this.#slots[stem] = first + this.#known.length;
    this.#known.push(sought);
    return sought;
  }
}

const none: readonly never[] = [];

/** The words of a run that say something of a question, in order. */
export interface Said {
  /** Where each stands among the words of the record. */
  readonly at: readonly number[];
  /** What is sought in each. */
  readonly sought: readonly Sought[];
  /** How many words the run has in all. */
  readonly length: number;
}

/** Looks each word of a run up once; `stems` are those of the record. */
export function saidIn(stems: Uint32Array, { from, to }: Run, soughtStems: SoughtStems): Said {
  const at: number[] = [];
  const sought: Sought[] = [];
  for (let place = from; place < to; place += 1) {
    const found = soughtStems.at(stems[place] ?? 0);
    if (found === null) continue;
    at.push(place);
    sought.push(found);
  }
  return { at, sought, length: to - from };
}

/** The part of it that stands in a shorter run. */
export function saidWithin({ at, sought }: Said, { from, to }: Run): Said {
  const numberAt = (place: number): number => {
    const number = at.findIndex((one) => one >= place);
    return number < 0 ? at.length : number;
  };
  const [start, end] = [numberAt(from), numberAt(to)];
  return { at: at.slice(start, end), sought: sought.slice(start, end), length: to - from };
}

function placesOf(sequence: readonly number[]): ReadonlyMap<number, readonly number[]> {
  const places = new Map<number, number[]>();
  sequence.forEach((stem, place) => {
    if (stem < 0) return;
    const known = places.get(stem);
    if (known) known.push(place);
    else places.set(stem, [place]);
  });
  return places;
}
