import type { Measure } from './measure.ts';
import type { BotResult } from './results.ts';

/**
 * Abstention precision: share of the abstentions that are on unanswerable questions. It depends on how many questions of
 * the set are unanswerable: compare it within one set only.
 */
export const abstentionPrecision: Measure<BotResult> = {
  name: 'abstention-precision',
  better: 'higher',
  of: ({ outcome, answerable }) => (outcome === 'abstained' ? Number(!answerable) : null),
};
