import { figureOf } from './measure.ts';
import { mulberry32 } from './mulberry32.ts';

/** A difference between two systems over the same questions. */
export interface Difference {
  readonly before: number;
  readonly after: number;
  /** `after` − `before`. */
  readonly difference: number;
  /** 95 % interval of the difference: the 2.5 and 97.5 percentiles of the resamples. */
  readonly low: number;
  readonly high: number;
}

/** One question's scores by both systems; null where the measure does not speak of it. */
export interface Pair {
  readonly before: number | null;
  readonly after: number | null;
}

const resamples = 10_000;
const seed = 20_141_106;

/**
 * Paired bootstrap (Efron and Tibshirani, An Introduction to the Bootstrap, 1993; for retrieval: Sakai, "Evaluating
 * Evaluation Metrics Based on the Bootstrap", 2006): questions are drawn with replacement, 10,000 times, both systems'
 * scores together, and the figure of each draw is taken anew, so that a share over a changing part of the questions
 * (abstention precision) is treated as such. The generator is seeded: same pairs, same interval. Null where a side has no
 * scores.
 */
export function pairedBootstrap(pairs: readonly Pair[]): Difference | null {
  const before = figureOf(pairs.map((pair) => pair.before));
  const after = figureOf(pairs.map((pair) => pair.after));
  if (before === null || after === null) return null;
  const left = columnOf(pairs.map((pair) => pair.before));
  const right = columnOf(pairs.map((pair) => pair.after));
  const random = mulberry32(seed);
  const differences = new Float64Array(resamples);
  for (let draw = 0; draw < resamples; draw += 1) {
    let leftSum = 0;
    let leftCount = 0;
    let rightSum = 0;
    let rightCount = 0;
    for (let question = 0; question < pairs.length; question += 1) {
      const drawn = Math.floor(random() * pairs.length);
      leftSum += left.scores[drawn] ?? 0;
      leftCount += left.defined[drawn] ?? 0;
      rightSum += right.scores[drawn] ?? 0;
      rightCount += right.defined[drawn] ?? 0;
    }
    // A draw without any score on one side says nothing of the difference.
    differences[draw] = leftCount > 0 && rightCount > 0 ? rightSum / rightCount - leftSum / leftCount : after - before;
  }
  differences.sort();
  const percentile = (share: number): number => differences[Math.ceil(share * resamples) - 1] ?? 0;
  return { before, after, difference: after - before, low: percentile(0.025), high: percentile(0.975) };
}

function columnOf(scores: readonly (number | null)[]): { scores: Float64Array; defined: Uint8Array } {
  return {
    scores: Float64Array.from(scores, (score) => score ?? 0),
    defined: Uint8Array.from(scores, (score) => (score === null ? 0 : 1)),
  };
}
