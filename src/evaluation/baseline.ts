import * as z from 'zod';
import { EvaluationError } from '../errors.ts';
import { parseJson } from './json-lines.ts';
import type { Measure } from './measure.ts';
import type { Figures, Report } from './report.ts';

const path = z.string().min(1);

/** A folder or file of a set, relative to the baseline's folder. */
const setSchema = z.union([
  z.strictObject({ dataset: path, questions: path, sample: z.number().int().min(1).optional() }),
  z.strictObject({ gold: path, corpus: path }),
]);

const baselineSchema = z.strictObject({
  set: setSchema,
  /** Too slow for every check: run with `--full` only. */
  slow: z.boolean().default(false),
  figures: z.record(z.string(), z.number().nullable()).default({}),
});

/**
 * A set and the figures that it must not fall below, as `baselines/*.json` hold them. Figures only: no text of an
 * evaluation set may stand there. A baseline changes only in a commit that says why.
 */
export type Baseline = Readonly<z.infer<typeof baselineSchema>>;

/**
 * Reads a baseline.
 *
 * @throws EvaluationError that names the file and what is wrong with it.
 */
export function parseBaseline(file: string, text: string): Baseline {
  const result = baselineSchema.safeParse(parseJson(text, file));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new EvaluationError(`${file}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`, {
    hint: 'write it like the ones around it',
  });
}

/** What is guarded in each language by itself: issue 3 sets it a floor there. */
const byLanguage = ['right@1', 'right@3'];

/** The figures of a report that a baseline holds: of the whole set, and `right@1 (en)` and the like of each language. */
export function guardedFigures({ figures, groups }: Report): Figures {
  const languages = Object.entries(groups['language'] ?? {}).flatMap(([language, group]) =>
    byLanguage.map((name) => [`${name} (${language})`, group.figures[name] ?? null] as const),
  );
  return { ...figures, ...Object.fromEntries(languages) };
}

/** The measure that a guarded figure is of. */
export function measureName(figure: string): string {
  return figure.replace(/ \(\w+\)$/, '');
}

/** A figure that differs from its baseline. */
export interface Change {
  readonly name: string;
  readonly baseline: number | null;
  readonly now: number | null;
  readonly verdict: 'worse' | 'better' | 'changed';
}

/**
 * The figures that differ from the baseline. One that is worse, by however little, or that is no longer measured, fails
 * the check; figures are rounded to four decimals, so that this is at least one question. What the baseline does not name
 * is not compared.
 */
export function changesOf(
  baseline: Figures,
  now: Figures,
  measures: readonly Pick<Measure<never>, 'name' | 'better'>[],
): Change[] {
  return Object.entries(baseline).flatMap(([name, before]) => {
    const after = now[name] ?? null;
    if (after === before) return [];
    const better = measures.find((measure) => measure.name === measureName(name))?.better;
    return [{ name, baseline: before, now: after, verdict: verdictOf(before, after, better) }];
  });
}

function verdictOf(
  before: number | null,
  after: number | null,
  better: Measure<never>['better'] | undefined,
): Change['verdict'] {
  if (before === null || better === 'neither') return 'changed';
  if (after === null || better === undefined) return 'worse';
  return after > before === (better === 'higher') ? 'better' : 'worse';
}
