import type { Measure } from './measure.ts';
import type { BotResult } from './results.ts';

/**
 * Attribution errors: how many citations, in all, say something that the file does not (`citationFaults`), nearest
 * passages included. A count, since one is too many.
 */
export const attributionErrors: Measure<BotResult> = {
  name: 'attribution-errors',
  better: 'lower',
  over: 'sum',
  of: (result) => result.attributionErrors,
};
