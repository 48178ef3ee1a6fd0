import type { Measure } from './measure.ts';
import type { RetrievalResult } from './results.ts';

/**
 * answer-in-excerpt@k: share of the questions for which any gold answer stands inside one of the first k excerpts, case
 * and accents folded (the "has answer" of Chen et al., "Reading Wikipedia to Answer Open-Domain Questions", 2017, on what
 * is shown instead of the passage). As there, the excerpt may come from another passage than the gold one, and an answer
 * may stand inside a longer word or number. k: 1 to 3.
 */
export function answerInExcerptAt(k: number): Measure<RetrievalResult> {
  return {
    name: `answer-in-excerpt@${k}`,
    better: 'higher',
    of: ({ excerpts }) => (excerpts.slice(0, k).some((excerpt) => excerpt.hasAnswer) ? 1 : 0),
  };
}
