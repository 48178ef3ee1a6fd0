import { dot } from './descent.ts';
import { percent } from './fitted.ts';
import type { List } from './listwise-softmax.ts';

/** Rank of the first right candidate, from 1; null where there is none. Ties by the order of retrieval. */
export function rankOf({ rows, right }: List, weights: Float64Array): number | null {
  const scores = rows.map((row) => dot(row, weights));
  const order = scores.map((_, at) => at).toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  const at = order.findIndex((candidate) => right[candidate] === true);
  return at < 0 ? null : at + 1;
}

/** Success and mean reciprocal rank of first right candidates, for people to read. */
export function figures(ranks: readonly (number | null)[]): string {
  const within = (k: number): string => percent(share(ranks, (rank) => rank !== null && rank <= k));
  const reciprocal = ranks.reduce<number>((sum, rank) => sum + (rank !== null && rank <= 10 ? 1 / rank : 0), 0);
  const mrr = (reciprocal / ranks.length).toFixed(4);
  return `success@1 ${within(1)}  @3 ${within(3)}  @5 ${within(5)}  MRR@10 ${mrr}`;
}

/** The share of the items for which something holds, 0 to 1. */
export function share<T>(items: readonly T[], holds: (item: T) => boolean): number {
  return items.filter(holds).length / items.length;
}
