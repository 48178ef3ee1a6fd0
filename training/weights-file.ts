import type { Start } from './descent.ts';

/** Where the weights of a model come from, for the person who reads the file. No date: the same data gives the same file. */
export interface Provenance {
  readonly command: string;
  readonly model: string;
  /** What sets, how many questions, at what weight. */
  readonly data: string;
  readonly l2: number;
  readonly iterations: number;
  readonly rate: number;
  /** Weights that the data cannot teach, by name, each with the reason; they take no part in the fit. */
  readonly byHand?: Readonly<Record<string, string>>;
}

/** Weights by the names of the features, with their provenance. */
export interface WeightsFile {
  readonly provenance: Provenance;
  /** Only where the model has one. */
  readonly intercept?: number;
  readonly weights: Readonly<Record<string, number>>;
}

/** A weight as the files hold it: two decimals say more than the data knows. */
export function rounded(weight: number): number {
  // `+ 0` makes a negative zero a plain one.
  return Number(weight.toFixed(2)) + 0;
}

/** Weights that are not learned, by the name of the feature. */
export type ByHand = Readonly<Record<string, { readonly weight: number; readonly because: string }>>;

/** Names and values side by side, rounded. */
export function named(names: readonly string[], weights: Float64Array): Record<string, number> {
  return Object.fromEntries(names.map((name, at) => [name, rounded(weights[at] ?? 0)]));
}

/** Where a fit sets out: from 0, and from the weights set by hand, which stay. */
export function startOf(names: readonly string[], byHand: ByHand): Start {
  return {
    weights: Float64Array.from(names, (name) => byHand[name]?.weight ?? 0),
    held: names.map((name) => name in byHand),
  };
}

/** The reasons of the weights set by hand, for the provenance. */
export function reasonsOf(byHand: ByHand): Record<string, string> {
  return Object.fromEntries(Object.entries(byHand).map(([name, { because }]) => [name, because]));
}

/** The weights in the order of the names; 0 for a name that is not there. */
export function unnamed(names: readonly string[], weights: Readonly<Record<string, number>>): Float64Array {
  return Float64Array.from(names, (name) => weights[name] ?? 0);
}

/** The file's text, as oxfmt leaves it. */
export function weightsText(file: WeightsFile): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}
