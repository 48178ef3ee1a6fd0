import { EvaluationError } from '../errors.ts';
import { type Difference, pairedBootstrap } from './bootstrap.ts';
import type { Report } from './report.ts';

/** Two reports on the same set, question by question. */
export interface Comparison {
  /** Questions that both reports have; only these are compared. */
  readonly questions: number;
  /** By measure; a measure without scores in common is left out. */
  readonly differences: Readonly<Record<string, Difference>>;
}

/**
 * Compares a report with an earlier one by paired bootstrap. All figures are means over questions here, counts too.
 *
 * @throws EvaluationError where they have no question in common.
 */
export function compare(before: Report, after: Report): Comparison {
  const earlier = new Map(before.results.map(({ id, scores }) => [id, scores]));
  const both = after.results.flatMap(({ id, scores }) => {
    const old = earlier.get(id);
    return old === undefined ? [] : [{ old, scores }];
  });
  if (both.length === 0)
    throw new EvaluationError('the earlier report has none of these questions', {
      hint: 'compare with a report on the same set',
    });
  const differences = Object.keys(after.figures).flatMap((name) => {
    const difference = pairedBootstrap(
      both.map(({ old, scores }) => ({ before: old[name] ?? null, after: scores[name] ?? null })),
    );
    return difference === null ? [] : [[name, difference] as const];
  });
  return { questions: both.length, differences: Object.fromEntries(differences) };
}
