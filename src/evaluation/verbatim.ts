import type { Measure } from './measure.ts';
import type { BotResult } from './results.ts';

/**
 * Verbatim rate: for each question the share of excerpts that are `file.text.slice(start, end)` of the file they cite,
 * nearest passages included and with the headline inside the first; the mean over questions that show any. Anything
 * below 1 is a broken invariant, not a matter of degree.
 */
export const verbatimRate: Measure<BotResult> = {
  name: 'verbatim',
  better: 'higher',
  of: ({ shown, verbatim }) => (shown === 0 ? null : verbatim / shown),
};
