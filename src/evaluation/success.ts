import type { Measure } from './measure.ts';
import type { RetrievalResult } from './results.ts';

/**
 * success@k: share of the questions with a right passage among the first k (Craswell, "Success at n", Encyclopedia of
 * Database Systems, 2009). With one right passage a question it is recall@k. A passage with the same text
 * (`same_text_ids`) is just as right. k: 1 to 10.
 */
export function successAt(k: number): Measure<RetrievalResult> {
  return { name: `success@${k}`, better: 'higher', of: ({ rank }) => (rank !== null && rank <= k ? 1 : 0) };
}
