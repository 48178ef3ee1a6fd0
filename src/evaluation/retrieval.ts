import type { Answer } from '../proceedings/answer.ts';
import { answerInExcerptAt } from './answer-in-excerpt.ts';
import type { DatasetQuestion } from './dataset.ts';
import { excerptLengthAt } from './excerpt-length.ts';
import { holds } from './holds.ts';
import type { Measure } from './measure.ts';
import { reciprocalRank } from './reciprocal-rank.ts';
import type { RetrievalResult } from './results.ts';
import { successAt } from './success.ts';

/** What is measured over a pool of passages. */
export const retrievalMeasures: readonly Measure<RetrievalResult>[] = [
  ...[1, 3, 5, 10].map(successAt),
  reciprocalRank,
  ...[1, 3].map(answerInExcerptAt),
  ...[1, 3].map(excerptLengthAt),
];

/** How many excerpts are asked for. */
export const retrievalDepth = 10;

/**
 * Judges one answer over a pool of passages by its excerpts, best first, one a passage. Asked for with purpose `quotes`,
 * so that the bot's silence does not hide its ranking.
 */
export function judgeRetrieval(question: DatasetQuestion, answer: Answer | null): RetrievalResult {
  const excerpts = answer === null || answer.kind === 'not_found' ? [] : answer.excerpts;
  const at = excerpts.findIndex(({ citation }) => question.passages.has(citation.file));
  return {
    id: question.id,
    rank: at < 0 ? null : at + 1,
    excerpts: excerpts.slice(0, 3).map(({ text }) => ({
      length: text.length,
      hasAnswer: question.answers.some((words) => holds(text, words)),
    })),
  };
}
