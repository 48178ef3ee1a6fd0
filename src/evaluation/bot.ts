import { abstentionPrecision } from './abstention-precision.ts';
import { abstentionRecall } from './abstention-recall.ts';
import { attributionErrors } from './attribution-errors.ts';
import { headlineContained } from './headline-contained.ts';
import { headlineExact } from './headline-exact.ts';
import type { Measure } from './measure.ts';
import type { BotResult } from './results.ts';
import { rightAt } from './right.ts';
import { verbatimRate } from './verbatim.ts';
import { wrongAt } from './wrong.ts';

/** What is measured of the whole bot. */
export const botMeasures: readonly Measure<BotResult>[] = [
  ...[1, 3].map(rightAt),
  ...[1, 3].map(wrongAt),
  abstentionPrecision,
  abstentionRecall,
  headlineExact,
  headlineContained,
  verbatimRate,
  attributionErrors,
];

/** The groups in which the questions to the bot are reported too. */
export const botGroups: Readonly<Record<string, (result: BotResult) => string>> = {
  language: (result) => result.language,
  type: (result) => result.type,
  style: (result) => result.style,
};
