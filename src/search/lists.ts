/** Many lists of numbers in one array: list i is `values.subarray(starts[i], starts[i + 1])`. Numbers are below 2^32. */
export interface Lists {
  readonly values: Uint32Array;
  /** One more than there are lists. */
  readonly starts: Uint32Array;
}

/** The list with this number, as a view; empty where there is none. */
export function listAt({ values, starts }: Lists, number: number): Uint32Array {
  return values.subarray(starts[number] ?? 0, starts[number + 1] ?? 0);
}

/** A list of numbers that grows, at four bytes each. */
export class Numbers {
  #values = new Uint32Array(256);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const wider = new Uint32Array(this.#length * 2);
      wider.set(this.#values);
      this.#values = wider;
    }
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  /** 0 where the list has no such place. */
  at(place: number): number {
    return this.#values[place] ?? 0;
  }

  /** Adds 1 to the number at a place of the list. */
  increment(place: number): void {
    this.#values[place] = this.at(place) + 1;
  }

  /** A copy that takes no more room than it needs. */
  toArray(): Uint32Array {
    return this.#values.slice(0, this.#length);
  }
}

/** Makes `Lists`: numbers go into the list that is open. */
export class ListsBuilder {
  readonly #values = new Numbers();
  readonly #starts = new Numbers();

  constructor() {
    this.#starts.push(0);
  }

  /** How many numbers the open list has. */
  get length(): number {
    return this.#values.length - this.#starts.at(this.#starts.length - 1);
  }

  push(value: number): void {
    this.#values.push(value);
  }

  /** Closes the open list and returns its number. */
  close(): number {
    this.#starts.push(this.#values.length);
    return this.#starts.length - 2;
  }

  finish(): Lists {
    return { values: this.#values.toArray(), starts: this.#starts.toArray() };
  }
}
