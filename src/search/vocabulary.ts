import { tokenize } from '../language/tokens.ts';

/** Inverse document frequency of what stands in `passages` of `total` passages: ln(1 + (N − n + ½)/(n + ½)). */
export function inverseFrequency(passages: number, total: number): number {
  return Math.log(1 + (total - passages + 0.5) / (passages + 0.5));
}

/** The words of a record: stems as numbers, how many passages hold each, and the surfaces they were seen in. */
export class Vocabulary {
  readonly #ids = new Map<string, number>();
  readonly #stems: string[] = [];
  readonly #passages: number[] = [];
  readonly #lastPassage: number[] = [];
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

  /** How many stems there are; their ids are 0 to this less one. */
  get size(): number {
    return this.#stems.length;
  }

  stem(id: number): string {
    return this.#stems[id] ?? '';
  }

  /** In how many passages the stem occurs. */
  passagesWith(id: number): number {
    return this.#passages[id] ?? 0;
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
