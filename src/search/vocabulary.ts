import { Numbers } from './lists.ts';

/** What a vocabulary is made of: plain data, so that it can be kept. */
export interface VocabularyData {
  /** By id. */
  readonly stems: readonly string[];
  /** Folded, by id, in the order of first sight. */
  readonly surfaces: readonly string[];
  /** Id of each surface's stem: the one that it was first seen with. */
  readonly stemOfSurface: Uint32Array;
  /** In how many passages each stem stands. */
  readonly passagesWith: Uint32Array;
}

/** Inverse document frequency of what stands in `passages` of `total` passages: ln(1 + (N − n + ½)/(n + ½)). */
export function inverseFrequency(passages: number, total: number): number {
  return Math.log(1 + (total - passages + 0.5) / (passages + 0.5));
}

/** The words of a record: stems as numbers, how many passages hold each, and the surfaces they were seen in. */
export class Vocabulary {
  readonly data: VocabularyData;
  readonly #stemIds: ReadonlyMap<string, number>;
  readonly #surfaceIds: ReadonlyMap<string, number>;
  /** Every surface on a line of its own, from when it is first asked for: one text is searched sooner than many. */
  #lines: string | null = null;

  /** The ids of `data.stems` and of `data.surfaces` may be given, where they are known already. */
  constructor(
    data: VocabularyData,
    stemIds: ReadonlyMap<string, number> = numbered(data.stems),
    surfaceIds: ReadonlyMap<string, number> = numbered(data.surfaces),
  ) {
    this.data = data;
    this.#stemIds = stemIds;
    this.#surfaceIds = surfaceIds;
  }

  /** How many stems there are: ids are below this. */
  get stemCount(): number {
    return this.data.stems.length;
  }

  /** The id of a stem, or undefined where the record never has it. */
  idOf(stem: string): number | undefined {
    return this.#stemIds.get(stem);
  }

  /** The id of a folded surface, or undefined where the record never has it. */
  surfaceId(surface: string): number | undefined {
    return this.#surfaceIds.get(surface);
  }

  /** The stem of a folded surface as the record writes it, accents restored: "creee" finds the stem of "créée". */
  stemOf(surface: string): string | undefined {
    const id = this.#surfaceIds.get(surface);
    return id === undefined ? undefined : this.stem(this.data.stemOfSurface[id] ?? -1);
  }

  stem(id: number): string {
    return this.data.stems[id] ?? '';
  }

  /** In how many passages the stem occurs. */
  passagesWith(id: number): number {
    return this.data.passagesWith[id] ?? 0;
  }

  /** Every folded surface, in the order of first sight. */
  surfaces(): readonly string[] {
    return this.data.surfaces;
  }

  /** The folded surfaces that have these letters in a row, in the order of first sight. */
  surfacesWith(letters: string): string[] {
    const lines = (this.#lines ??= `\n${this.data.surfaces.join('\n')}\n`);
    const found: string[] = [];
    for (let at = lines.indexOf(letters); at >= 0;) {
      const end = lines.indexOf('\n', at);
      found.push(lines.slice(lines.lastIndexOf('\n', at) + 1, end));
      at = lines.indexOf(letters, end);
    }
    return found;
  }
}

/** Collects the words of a record. */
export class VocabularyBuilder {
  readonly #stemIds = new Map<string, number>();
  readonly #surfaceIds = new Map<string, number>();
  readonly #stemOfSurface = new Numbers();
  readonly #passagesWith: number[] = [];
  readonly #lastPassage: number[] = [];

  get stemCount(): number {
    return this.#stemIds.size;
  }

  get surfaceCount(): number {
    return this.#surfaceIds.size;
  }

  /** The id of a stem, new or known. */
  stem(stem: string): number {
    const known = this.#stemIds.get(stem);
    if (known !== undefined) return known;
    const id = this.#stemIds.size;
    this.#stemIds.set(stem, id);
    return id;
  }

  /** The id of a folded surface, new or known; `stem` is the id of the stem that it was seen with. */
  surface(surface: string, stem: number): number {
    const known = this.#surfaceIds.get(surface);
    if (known !== undefined) return known;
    const id = this.#surfaceIds.size;
    this.#surfaceIds.set(surface, id);
    this.#stemOfSurface.push(stem);
    return id;
  }

  /** Notes that a stem stands in a passage. Passages come in ascending order. */
  count(stem: number, passage: number): void {
    if (this.#lastPassage[stem] === passage) return;
    this.#lastPassage[stem] = passage;
    this.#passagesWith[stem] = (this.#passagesWith[stem] ?? 0) + 1;
  }

  finish(): Vocabulary {
    const stems = [...this.#stemIds.keys()];
    const data = {
      stems,
      surfaces: [...this.#surfaceIds.keys()],
      stemOfSurface: this.#stemOfSurface.toArray(),
      passagesWith: Uint32Array.from(stems, (_, id) => this.#passagesWith[id] ?? 0),
    };
    return new Vocabulary(data, this.#stemIds, this.#surfaceIds);
  }
}

function numbered(words: readonly string[]): ReadonlyMap<string, number> {
  return new Map(words.map((word, id) => [word, id]));
}
