import * as z from 'zod';
import { EvaluationError } from '../errors.ts';
import { parseJson } from './json-lines.ts';
import { figureOf, type Measure } from './measure.ts';
import { quantile } from './quantile.ts';

const score = z.number().nullable();
const figuresSchema = z.record(z.string(), score);

const reportSchema = z.object({
  questions: z.number().int(),
  figures: figuresSchema,
  groups: z.record(z.string(), z.record(z.string(), z.object({ questions: z.number().int(), figures: figuresSchema }))),
  cost: z.object({ indexSeconds: z.number(), heapMegabytes: z.number(), p50: score, p95: score }),
  results: z.array(z.object({ id: z.string(), scores: figuresSchema })),
});

/**
 * What `greffier eval --json` prints and `--against` reads: figures by the names of their measures, the same within
 * groups of questions, what it cost (index time in seconds, heap of the index in megabytes, p50 and p95 of one answer in
 * milliseconds), and every question's scores. All but `cost` is the same at every run.
 */
export type Report = Readonly<z.infer<typeof reportSchema>>;

/** Figures by the names of their measures. */
export type Figures = Readonly<z.infer<typeof figuresSchema>>;

/** What a run cost. */
export interface Cost {
  readonly indexSeconds: number;
  readonly heapMegabytes: number;
  /** Of each answer, in milliseconds. */
  readonly latencies: readonly number[];
}

/** Sums up judged questions. `groups`: by what to group them, by the name of the grouping; default none. */
export function reportOf<Result extends { readonly id: string }>(
  results: readonly Result[],
  measures: readonly Measure<Result>[],
  cost: Cost,
  groups: Readonly<Record<string, (result: Result) => string>> = {},
): Report {
  const grouped = Object.entries(groups).map(([name, of]) => {
    const values = [...new Set(results.map(of))].toSorted();
    return [
      name,
      Object.fromEntries(values.map((value) => [value, sumUp(results.filter((one) => of(one) === value))])),
    ];
  });
  return {
    ...sumUp(results),
    groups: Object.fromEntries(grouped) as Report['groups'],
    cost: {
      indexSeconds: round(cost.indexSeconds, 2),
      heapMegabytes: round(cost.heapMegabytes, 1),
      p50: roundedQuantile(cost.latencies, 0.5),
      p95: roundedQuantile(cost.latencies, 0.95),
    },
    results: results.map((result) => ({
      id: result.id,
      scores: Object.fromEntries(measures.map(({ name, of }) => [name, of(result)])),
    })),
  };

  function sumUp(some: readonly Result[]): { questions: number; figures: Record<string, number | null> } {
    const figures = measures.map(({ name, of, over }) => {
      const figure = figureOf(some.map(of), over);
      return [name, figure === null ? null : round(figure, 4)];
    });
    return { questions: some.length, figures: Object.fromEntries(figures) as Record<string, number | null> };
  }
}

/**
 * Reads what `greffier eval --json` printed.
 *
 * @throws EvaluationError where it is something else.
 */
export function parseReport(file: string, text: string): Report {
  const result = reportSchema.safeParse(parseJson(text, file));
  if (result.success) return result.data;
  throw new EvaluationError(`${file}: not a report`, { hint: 'save one with greffier eval … --json > FILE' });
}

function roundedQuantile(values: readonly number[], q: number): number | null {
  const value = quantile(values, q);
  return value === null ? null : round(value, 2);
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
