import { addTo, descend, dot, type Start, type Steps } from './descent.ts';

/** The candidates of one question. */
export interface List {
  /** Features of each candidate. */
  readonly rows: readonly Float64Array[];
  /** Whether each candidate is right; several may be. */
  readonly right: readonly boolean[];
  /** What the question counts for; the weights of all lists together should come to about 1. */
  readonly weight: number;
}

/** Loss of a linear model and its slope in each weight. */
export interface Loss {
  readonly loss: number;
  readonly gradient: Float64Array;
}

/**
 * Listwise softmax loss (ListNet's top-one probabilities, Cao et al., "Learning to Rank: From Pairwise Approach to
 * Listwise Approach", 2007): −ln of the probability that falls on right candidates together, plus `l2` times the squared
 * weights. Lists without a right candidate teach nothing and are passed over.
 */
export function listwiseLoss(lists: readonly List[], weights: Float64Array, l2: number): Loss {
  const gradient = weights.map((weight) => 2 * l2 * weight);
  let loss = l2 * dot(weights, weights);
  for (const { rows, right, weight } of lists) {
    if (!right.includes(true)) continue;
    const scores = rows.map((row) => dot(row, weights));
    const highest = Math.max(...scores);
    const odds = scores.map((score) => Math.exp(score - highest));
    const all = odds.reduce((sum, one) => sum + one, 0);
    const good = odds.reduce((sum, one, at) => sum + (right[at] === true ? one : 0), 0);
    loss -= weight * Math.log(good / all);
    rows.forEach((row, at) => {
      const one = odds[at] ?? 0;
      addTo(gradient, row, weight * (one / all - (right[at] === true ? one / good : 0)));
    });
  }
  return { loss, gradient };
}

/** The weights that rank right candidates first, in the order of the features; no intercept, which would change no order. */
export function fitListwise(lists: readonly List[], start: Start, l2: number, steps: Steps): Float64Array {
  return descend(start, steps, (weights) => listwiseLoss(lists, weights, l2).gradient);
}
