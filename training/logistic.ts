import { addTo, descend, dot, type Start, type Steps } from './descent.ts';
import type { Loss } from './listwise-softmax.ts';

/** One case of yes or no. */
export interface Case {
  readonly row: Float64Array;
  readonly yes: boolean;
  /** What the case counts for; the weights of all cases together should come to about 1. */
  readonly weight: number;
}

/** A logistic model: log-odds of yes are `intercept` plus weights times features. */
export interface Logistic {
  readonly intercept: number;
  readonly weights: Float64Array;
}

/** Log loss (Cox, 1958) plus `l2` times the squared weights. `weights` holds the intercept first, which costs nothing. */
export function logisticLoss(cases: readonly Case[], weights: Float64Array, l2: number): Loss {
  const slopes = weights.subarray(1);
  const gradient = new Float64Array(weights.length);
  let loss = l2 * dot(slopes, slopes);
  for (const { row, yes, weight } of cases) {
    const odds = (weights[0] ?? 0) + dot(row, slopes);
    const sure = 1 / (1 + Math.exp(-odds));
    // ln(1 + e^z), written so that no z overflows.
    loss += weight * (Math.max(0, odds) + Math.log1p(Math.exp(-Math.abs(odds))) - (yes ? odds : 0));
    const share = weight * (sure - Number(yes));
    gradient[0] = (gradient[0] ?? 0) + share;
    addTo(gradient.subarray(1), row, share);
  }
  addTo(gradient.subarray(1), slopes, 2 * l2);
  return { loss, gradient };
}

/** The model whose probabilities fit the cases best; the intercept is always learned. */
export function fitLogistic(
  cases: readonly Case[],
  { weights: start, held = [] }: Start,
  l2: number,
  steps: Steps,
): Logistic {
  const withIntercept = { weights: Float64Array.of(0, ...start), held: [false, ...held] };
  const fitted = descend(withIntercept, steps, (weights) => logisticLoss(cases, weights, l2).gradient);
  return { intercept: fitted[0] ?? 0, weights: fitted.slice(1) };
}
