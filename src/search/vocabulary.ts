import { tokenize } from '../language/tokens.ts';

/** The words of a record: stems as numbers, how many passages hold each, and the surfaces they were seen in. */
export class Vocabulary {
  readonly #ids = new Map<string, number>();
  readonly #stems: string[] = [];
  readonly #passages: number[] = [];
  readonly #lastPassage: number[] = [];
  #sorted: number[] = [];
  readonly #stemOfSurface = new Map<string, number>();

  /** Counts a word of passage `number` and returns its stem's id. Passages come in ascending order. */
  add(stem: string, surface: string, number: number): number {
    const id = this.#intern(stem);
    if (this.#lastPassage[id] !== number) {
      this.#lastPassage[id] = number;
      this.#passages[id] = (this.#passages[id] ?? 0) + 1;
    }
    if (!this.#stemOfSurface.has(surface)) this.#stemOfSurface.set(surface, id);
    return id;
  }

  /** Stem ids of a text, counted in no passage. */
  idsOf(text: string): Uint32Array {
    return Uint32Array.from(
      tokenize(text).map((token) => {
        const id = this.#intern(token.stem);
        if (!this.#stemOfSurface.has(token.surface)) this.#stemOfSurface.set(token.surface, id);
        return id;
      }),
    );
  }

  /** The id of a stem, or undefined where the record never has it. */
  idOf(stem: string): number | undefined {
    return this.#ids.get(stem);
  }

  /** The stem of a folded surface as the record writes it, accents restored: "creee" finds the stem of "créée". */
  stemOf(surface: string): string | undefined {
    const id = this.#stemOfSurface.get(surface);
    return id === undefined ? undefined : this.#stems[id];
  }

  stem(id: number): string {
    return this.#stems[id] ?? '';
  }

  /** In how many passages the stem occurs. */
  passagesWith(id: number): number {
    return this.#passages[id] ?? 0;
  }

  /** Ids of the stems that begin with `prefix`. */
  idsWithPrefix(prefix: string): number[] {
    if (this.#sorted.length !== this.#stems.length)
      this.#sorted = this.#stems.map((_, id) => id).toSorted((a, b) => (this.stem(a) < this.stem(b) ? -1 : 1));
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.stem(this.#sorted[middle] ?? 0) < prefix) low = middle + 1;
      else high = middle;
    }
    const found: number[] = [];
    for (let at = low; at < this.#sorted.length && this.stem(this.#sorted[at] ?? 0).startsWith(prefix); at += 1)
      found.push(this.#sorted[at] ?? 0);
    return found;
  }

  /** Every folded surface, in the order of first sight. */
  surfaces(): IterableIterator<string> {
    return this.#stemOfSurface.keys();
  }

  #intern(stem: string): number {
    const known = this.#ids.get(stem);
    if (known !== undefined) return known;
    const id = this.#stems.length;
    this.#ids.set(stem, id);
    this.#stems.push(stem);
    this.#passages.push(0);
    return id;
  }
}
