import type { Measure } from './measure.ts';
import type { RetrievalResult } from './results.ts';

/**
 * Mean length of the first k excerpts, in UTF-16 code units: for each question the mean of what is shown, then the mean
 * over questions that show something. It says at what price answer-in-excerpt@k was bought, and is not guarded. k: 1 to 3.
 */
export function excerptLengthAt(k: number): Measure<RetrievalResult> {
  return {
    name: `excerpt-length@${k}`,
    better: 'neither',
    of: ({ excerpts }) => {
      const shown = excerpts.slice(0, k);
      return shown.length === 0 ? null : shown.reduce((sum, { length }) => sum + length, 0) / shown.length;
    },
  };
}
