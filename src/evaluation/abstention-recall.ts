import type { Measure } from './measure.ts';
import type { BotResult } from './results.ts';

/**
 * Abstention recall: share of the unanswerable questions on which the bot abstains (the NoAns accuracy of SQuAD 2.0,
 * Rajpurkar et al., 2018). A reply that is no answer (`astray`) is no abstention.
 */
export const abstentionRecall: Measure<BotResult> = {
  name: 'abstention-recall',
  better: 'higher',
  of: ({ outcome, answerable }) => (answerable ? null : Number(outcome === 'abstained')),
};
