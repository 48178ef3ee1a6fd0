/** What the ranking knows of a passage; each 0 to 1 unless said otherwise. Shares are of the question's idf. */
export interface Features {
  /** First-stage score relative to the best of the question. */
  readonly bm25: number;
  /** Share found in passage, titles or speaker. */
  readonly passage: number;
  /** The same, relative to the best of the question. */
  readonly relativePassage: number;
  /** Share found in the best sentence. */
  readonly sentence: number;
  /** Share found in the best sentence, its titles and speaker. */
  readonly sentenceContext: number;
  /** The same, relative to the best of the question. */
  readonly relativeSentence: number;
  /** Share found in the best sentence, its titles, speaker and surroundings. */
  readonly sentenceAround: number;
  /** Share of the titles' idf that the question says. */
  readonly titlesSaid: number;
  /** The same where no other passage stands under these titles, else 0. */
  readonly ownTitleSaid: number;
  /** Share of the question's pairs of neighbouring words that are neighbours in such a title of its own. */
  readonly ownTitlePairs: number;
  /** Share found in passage, titles or speaker that is names and figures. */
  readonly names: number;
  /** The same, in the surroundings too: in a record that names somebody once, what follows is of them. */
  readonly namesAround: number;
  /** Share of the question's words, each counting the same, that are found in none of these. */
  readonly missing: number;
  /** How near each other the question's words stand; hardly above 1. */
  readonly near: number;
  /** First-stage score of the best passage under the same titles, relative to the best of the question. */
  readonly heading: number;
  /** BM25 over character 4-grams, relative to the best of the question. */
  readonly grams: number;
  /** Longest run of words, small ones included, that question and passage have in common: tens of words, at most 1. */
  readonly commonRun: number;
  /** Share of the question's pairs of neighbouring words, small ones included, that are neighbours in the passage. */
  readonly pairs: number;
  /** The best sentence asks. 0 or 1. */
  readonly asks: number;
  /** Prose of fewer than twenty words: interjections, "La parole est à…". 0 or 1. */
  readonly brief: number;
}

/** The order in which `FeatureTable` has them. */
const names = [
  'passage',
  'sentence',
  'sentenceContext',
  'sentenceAround',
  'titlesSaid',
  'ownTitleSaid',
  'ownTitlePairs',
  'names',
  'namesAround',
  'missing',
  'near',
  'commonRun',
  'pairs',
  'asks',
  'brief',
  'bm25',
  'relativePassage',
  'relativeSentence',
  'heading',
  'grams',
] as const satisfies readonly (keyof Features)[];

/** The values of one passage, in the order of `names`. */
type Row = Readonly<NumberFor<typeof names>>;
type NumberFor<Names extends readonly string[]> = { [Column in keyof Names]: number };

/** Features of the passages retrieved for one question, a row each: objects of so many fractions were most of what a question allocated. */
export class FeatureTable {
  readonly #rows: Float64Array;

  constructor(passages: number) {
    this.#rows = new Float64Array(passages * names.length);
  }

  /** Notes the features of a passage, by its number among those retrieved. */
  set(passage: number, values: Row): void {
    this.#rows.set(values, passage * names.length);
  }

  /** The features of a passage by name. */
  at(passage: number): Features {
    const values = this.#rows.subarray(passage * names.length, (passage + 1) * names.length);
    return Object.fromEntries(names.map((name, column) => [name, values[column] ?? 0])) as Record<
      keyof Features,
      number
    >;
  }

  /** `Features.asks` of a passage. */
  asks(passage: number): number {
    return this.#rows[passage * names.length + names.indexOf('asks')] ?? 0;
  }

  /** The score of a linear model over the features of a passage. `weights` in the order of `names`. */
  weighted(passage: number, weights: readonly number[]): number {
    const first = passage * names.length;
    let sum = 0;
    for (let column = 0; column < names.length; column += 1)
      sum += (weights[column] ?? 0) * (this.#rows[first + column] ?? 0);
    return sum;
  }
}

/** Weights by name as `FeatureTable.weighted` takes them. */
export function inOrder(weights: Readonly<Record<keyof Features, number>>): readonly number[] {
  return names.map((name) => weights[name]);
}
