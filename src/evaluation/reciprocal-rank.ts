import type { Measure } from './measure.ts';
import type { RetrievalResult } from './results.ts';

/**
 * MRR@10: mean of 1/rank of the first right passage, 0 past the tenth (Voorhees, "The TREC-8 Question Answering Track
 * Report", 1999, which cuts at five; ten is the habit since MS MARCO).
 */
export const reciprocalRank: Measure<RetrievalResult> = {
  name: 'MRR@10',
  better: 'higher',
  of: ({ rank }) => (rank !== null && rank <= 10 ? 1 / rank : 0),
};
