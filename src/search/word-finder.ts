import type { Probe } from './probe.ts';
import type { Said, Sought } from './sought.ts';

/** Finds a question's words in runs of stems. */
export class WordFinder {
  readonly #probe: Probe;
  /** By part of a phrase, the number of the last run that has it. */
  readonly #held: number[];
  #run = 0;
  /** How many words of the run are parts of phrases. */
  #parts = 0;

  constructor(probe: Probe) {
    this.#probe = probe;
    this.#held = Array.from({ length: probe.partCount }, () => 0);
  }

  /** Raises a row to the question's words among the stems from `from` to before `to`. */
  find(stems: Uint32Array, from: number, to: number, trust: Float64Array, row: number): void {
    const { sought } = this.#probe;
    this.#begin();
    for (let at = from; at < to; at += 1) {
      const found = sought.at(stems[at] ?? 0);
      if (found !== null) this.#meet(found, trust, row);
    }
    this.#close(trust, row);
  }

  /** The same among the words said from number `from` on that stand before `to`; returns the number of the first one behind. */
  findSaid({ at, sought }: Said, from: number, to: number, trust: Float64Array, row: number): number {
    this.#begin();
    let number = from;
    for (; number < at.length && (at[number] ?? 0) < to; number += 1) {
      const found = sought[number];
      if (found !== undefined) this.#meet(found, trust, row);
    }
    this.#close(trust, row);
    return number;
  }

  #begin(): void {
    this.#run += 1;
    this.#parts = 0;
  }

  #meet({ uses, part }: Sought, trust: Float64Array, row: number): void {
    for (const { word, weight } of uses) raise(trust, row + word, weight);
    if (part < 0) return;
    this.#held[part] = this.#run;
    this.#parts += 1;
  }

  #close(trust: Float64Array, row: number): void {
    if (this.#parts === 0) return;
    for (const { word, weight, parts } of this.#probe.phrases)
      raise(trust, row + word, weight * this.#shareHeld(parts));
  }

  /**
   * How much of a phrase stands within the run, in any order: 1 where all of its stems do, less where two thirds of
   * three or more do ("conseil départemental de jeunes" for a "conseil départemental des jeunes citoyens"), else 0.
   */
  #shareHeld(parts: readonly number[]): number {
    let held = 0;
    for (const part of parts) if (this.#held[part] === this.#run) held += 1;
    if (held === parts.length) return 1;
    return held >= 2 && held * 3 >= parts.length * 2 ? (held / parts.length) ** 2 : 0;
  }
}

/** Raises one number of a list to at least this. */
export function raise(list: Float64Array, at: number, weight: number): void {
  if (weight > (list[at] ?? 0)) list[at] = weight;
}
