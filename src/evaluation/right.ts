import type { Measure } from './measure.ts';
import type { BotResult } from './results.ts';

/**
 * right@k: share of the answerable questions that the bot answers, rightly within its first k excerpts (what "rightly"
 * is: `rightWithin`). To abstain is not right here, though the right passage may be among the nearest. k: 1 to 3.
 */
export function rightAt(k: number): Measure<BotResult> {
  return {
    name: `right@${k}`,
    better: 'higher',
    of: ({ answerable, right }) => (answerable ? Number(right !== null && right <= k) : null),
  };
}
