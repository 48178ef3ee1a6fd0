/** A figure over judged questions. `Result` is what was judged of one question. */
export interface Measure<Result> {
  /** As in tables, JSON and baselines: "success@1". */
  readonly name: string;
  /** Which way is better; `neither` is reported and never guarded. */
  readonly better: 'higher' | 'lower' | 'neither';
  /** How the questions' scores become one figure; default `mean`. */
  readonly over?: 'mean' | 'sum';
  /** One question's score; null where the measure does not speak of it, which leaves it out of the figure. */
  readonly of: (result: Result) => number | null;
}

/** The figure of many scores; null where every score is null. */
export function figureOf(scores: readonly (number | null)[], over: 'mean' | 'sum' = 'mean'): number | null {
  const defined = scores.filter((score) => score !== null);
  if (defined.length === 0) return null;
  const sum = defined.reduce((total, score) => total + score, 0);
  return over === 'sum' ? sum : sum / defined.length;
}
