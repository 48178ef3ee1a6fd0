import { EvaluationError } from '../errors.ts';
import { compare } from '../evaluation/compare.ts';
import { parseReport } from '../evaluation/report.ts';
import { comparisonTable, reportTable } from '../evaluation/table.ts';
import { type DatasetOptions, openDataset } from './eval-dataset.ts';
import { explanation } from './eval-explain.ts';
import { type GoldOptions, openGold } from './eval-gold.ts';
import { type EvaluationSet, readText } from './eval-set.ts';

/** Which questions to ask, and what to print. */
export interface EvalOptions {
  readonly set: DatasetOptions | GoldOptions;
  /** Print the report as one JSON object. */
  readonly json: boolean;
  /** Path of an earlier `--json` report to compare with. */
  readonly against?: string | undefined;
  /** Id of the one question to explain, instead of a report. */
  readonly explain?: string | undefined;
  /** Takes one or more lines of output, without the last line end. */
  readonly write: (lines: string) => void;
  /** Takes remarks on what could not be asked. */
  readonly remark: (line: string) => void;
}

/**
 * `greffier eval`: asks the questions of a set and prints how well they are answered. Returns the exit code, 0. The
 * earlier report is read first: a long run does not end in a mistyped path.
 *
 * @throws EvaluationError where a file is missing or wrong, or no question has the id to explain.
 */
export async function evaluate(options: EvalOptions): Promise<number> {
  const { against, write } = options;
  const earlier = against === undefined ? null : parseReport(against, readText(against));
  const set = await openSet(options.set);
  set.remarks.forEach(options.remark);
  if (options.explain !== undefined) {
    const explained = set.explain(options.explain);
    if (explained === null) throw new EvaluationError(`no question has the id "${options.explain}"`);
    write(explanation(explained));
    return 0;
  }
  const report = set.report();
  const comparison = earlier === null ? null : compare(earlier, report);
  if (options.json) {
    write(JSON.stringify(comparison === null ? report : { ...report, against: comparison }, null, 2));
    return 0;
  }
  write(reportTable(report));
  if (comparison !== null) write(`\n${comparisonTable(comparison)}`);
  return 0;
}

/**
 * Indexes what the questions are about.
 *
 * @throws EvaluationError, CorpusError, IntentError as the loaders do.
 */
export function openSet(set: DatasetOptions | GoldOptions): Promise<EvaluationSet> {
  return 'dataset' in set ? openDataset(set) : openGold(set);
}
