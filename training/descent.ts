/** How long and how fast `descend` goes. */
export interface Steps {
  readonly iterations: number;
  /** Length of a step, in units of a weight. */
  readonly rate: number;
}

/** Where `descend` sets out. */
export interface Start {
  readonly weights: Float64Array;
  /** Weights that stay as they are; default none. */
  readonly held?: readonly boolean[];
}

const meanDecay = 0.9;
const squareDecay = 0.999;
const tiny = 1e-8;

/**
 * The weights where a convex loss is least: Adam (Kingma and Ba, 2015) over the whole gradient. No chance is
 * in it: same gradient, same weights.
 */
export function descend(
  start: Start,
  { iterations, rate }: Steps,
  gradientAt: (weights: Float64Array) => Float64Array,
): Float64Array {
  const weights = start.weights.slice();
  const means = new Float64Array(weights.length);
  const squares = new Float64Array(weights.length);
  for (let step = 1; step <= iterations; step += 1) {
    gradientAt(weights).forEach((slope, at) => {
      if (start.held?.[at] === true) return;
      const mean = meanDecay * (means[at] ?? 0) + (1 - meanDecay) * slope;
      const square = squareDecay * (squares[at] ?? 0) + (1 - squareDecay) * slope * slope;
      means[at] = mean;
      squares[at] = square;
      const pace = Math.sqrt(square / (1 - squareDecay ** step)) + tiny;
      weights[at] = (weights[at] ?? 0) - (rate * mean) / (1 - meanDecay ** step) / pace;
    });
  }
  return weights;
}

/** Sum of values times weights. */
export function dot(values: Float64Array, weights: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < values.length; at += 1) sum += (values[at] ?? 0) * (weights[at] ?? 0);
  return sum;
}

/** Adds `share` times `values` to `sum`. */
export function addTo(sum: Float64Array, values: Float64Array, share: number): void {
  for (let at = 0; at < values.length; at += 1) sum[at] = (sum[at] ?? 0) + share * (values[at] ?? 0);
}
