import type { Measure } from './measure.ts';
import type { BotResult } from './results.ts';

/**
 * wrong@k: share of the answerable questions that get a reply without a right answer in its first k excerpts. A reply
 * that is no answer (`astray`) is wrong; to abstain is not. right@k + wrong@k + the share abstained is 1. k: 1 to 3.
 */
export function wrongAt(k: number): Measure<BotResult> {
  return {
    name: `wrong@${k}`,
    better: 'lower',
    of: ({ answerable, outcome, right }) =>
      answerable ? Number(outcome !== 'abstained' && (right === null || right > k)) : null,
  };
}
