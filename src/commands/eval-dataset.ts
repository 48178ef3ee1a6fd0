import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { evenSample, parseDatasetQuestions, parsePool } from '../evaluation/dataset.ts';
import { reportOf } from '../evaluation/report.ts';
import { judgeRetrieval, retrievalDepth, retrievalMeasures } from '../evaluation/retrieval.ts';
import { type EvaluationSet, openParts, readText } from './eval-set.ts';

/** A pool of passages and questions on it. */
export interface DatasetOptions {
  /** Folder of `passages.jsonl`. */
  readonly dataset: string;
  /** A path, or the name of a file in that folder. */
  readonly questions: string;
  /** Ask only so many questions, at equal steps through the file; default all. */
  readonly sample?: number | undefined;
}

/**
 * Indexes a pool of passages for its questions.
 *
 * @throws EvaluationError where a file is missing or wrong.
 */
export function openDataset({ dataset, questions, sample }: DatasetOptions): Promise<EvaluationSet> {
  const poolFile = join(dataset, 'passages.jsonl');
  const pool = parsePool(poolFile, readText(poolFile));
  const file = existsSync(questions) ? questions : join(dataset, questions);
  const all = parseDatasetQuestions(file, readText(file), pool);
  return openParts({
    corpus: pool,
    folders: [],
    questions: evenSample(all, sample ?? all.length),
    remarks: [],
    ask: ({ question }, answerer) => answerer.answer(question, { purpose: 'quotes', limit: retrievalDepth }),
    report: (asked, cost) =>
      reportOf(
        asked.map(({ item, result }) => judgeRetrieval(item, result)),
        retrievalMeasures,
        cost,
      ),
    wanted: ({ passages, answers }) => [...passages, ...answers.map((words) => `“${words}”`)],
  });
}
