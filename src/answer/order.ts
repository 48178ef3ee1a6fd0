import { weightedSum } from '../search/weighted-sum.ts';
import type { Choice } from './excerpt.ts';
import type { Grounds } from './confidence.ts';
import weightsFile from './order-weights.json' with { type: 'json' };

/** What a close reading adds to the ranking of a passage. */
export interface OrderFeatures {
  /** The ranking's score; comparable within one question. */
  readonly score: number;
  /** Score of the best sentence by `sentence-weights.json`, about 0 to 10. */
  readonly sentence: number;
  /** Share of the question's idf in the best sentence, its titles, speaker and surroundings, 0 to 1. */
  readonly around: number;
  /** As `Grounds` has them. */
  readonly form: number;
  readonly formless: number;
  readonly figureless: number;
  readonly coverage: number;
  readonly missingThings: number;
  readonly missingNames: number;
}

const weights: Readonly<Record<keyof OrderFeatures, number>> = weightsFile.weights;

/** What the order of excerpts is reckoned from. */
export function orderFeatures(choice: Choice, grounds: Grounds): OrderFeatures {
  const { form, formless, figureless, coverage, missingThings, missingNames } = grounds;
  return {
    score: choice.hit.score,
    sentence: choice.bestSentence,
    around: choice.hit.features.sentenceAround,
    form,
    formless,
    figureless,
    coverage,
    missingThings,
    missingNames,
  };
}

/** Where an excerpt stands among those of one question: higher comes first. */
export function orderOf(features: OrderFeatures): number {
  return weightedSum(weights, features);
}
