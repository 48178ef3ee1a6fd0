import type { Measure } from './measure.ts';
import type { BotResult } from './results.ts';

/**
 * Headline contained: as headline exact, but it is enough that the headline stands within a gold answer or an answer
 * within the headline ("Cantal" and "le conseil général du Cantal"), at word ends. For a list, any of the answers.
 */
export const headlineContained: Measure<BotResult> = {
  name: 'headline-contained',
  better: 'higher',
  of: ({ headline }) => (headline === null ? null : Number(headline !== 'other')),
};
