import { weightedSum } from '../search/weighted-sum.ts';
import type { Choice } from './excerpt.ts';
import type { Grounds } from './confidence.ts';
import weightsFile from './order-weights.json' with { type: 'json' };

/** What a close reading adds to the ranking of a passage. */
export interface OrderFeatures {
  /** The ranking's score; comparable within one question. */
  readonly score: number;
  /** Of the most promising sentence, as `SentenceFeatures` has them; 0 for a list of participants. */
  readonly cue: number;
  readonly length: number;
  /** As `Grounds` has them. */
  readonly form: number;
  readonly formless: number;
  readonly missingThings: number;
  readonly missingNames: number;
  readonly unlisted: number;
}

const weights: Readonly<Record<keyof OrderFeatures, number>> = weightsFile.weights;

/** What the order of excerpts is reckoned from. */
export function orderFeatures({ hit, bestSentence }: Choice, grounds: Grounds): OrderFeatures {
  const { form, formless, missingThings, missingNames, unlisted } = grounds;
  return {
    score: hit.score,
    cue: bestSentence?.cue ?? 0,
    length: bestSentence?.length ?? 0,
    form,
    formless,
    missingThings,
    missingNames,
    unlisted,
  };
}

/** Where an excerpt stands among those of one question: higher comes first. */
export function orderOf(features: OrderFeatures): number {
  return weightedSum(weights, features);
}
