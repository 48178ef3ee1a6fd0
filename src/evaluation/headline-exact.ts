import type { Measure } from './measure.ts';
import type { BotResult } from './results.ts';

/**
 * Headline exact: share of the headlines over answerable questions that are a gold answer word for word (SQuAD's exact
 * match: case, accents, punctuation and a leading article or honorific apart). Questions without a headline are left out. A headline
 * for a list is exact when it has every answer.
 */
export const headlineExact: Measure<BotResult> = {
  name: 'headline-exact',
  better: 'higher',
  of: ({ headline }) => (headline === null ? null : Number(headline === 'exact')),
};
