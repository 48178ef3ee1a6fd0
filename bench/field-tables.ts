import { shownFigure } from '../src/evaluation/table.ts';
import { bytesPerHundred, ratiosOf } from './ratios.ts';
import type { FieldResults, Latency, Run, SystemRun } from './results.ts';
import { logLogSlope } from './slope.ts';

/** What was measured, in Markdown tables for people to read. */
export function fieldTables({ machine, pool, curve, leftOut }: FieldResults): string {
  const runs = [...(pool === null ? [] : [pool]), ...curve];
  return [
    machine,
    ...runs.flatMap((run) => [
      '',
      `${run.passages} passages, ${run.questions} questions: ${run.source}`,
      '',
      costs(run),
    ]),
    ...(pool === null ? [] : ['', 'Quality over the same questions', '', quality(pool)]),
    '',
    'Slopes: b of time ≈ a·passages^b, by least squares',
    '',
    slopes(curve),
    '',
    'Ratios, both sides measured in the same run',
    '',
    ratios(runs),
    ...(leftOut.length === 0 ? [] : ['', ...leftOut.map((reason) => `left out: ${reason}`)]),
  ].join('\n');
}

function costs(run: Run): string {
  const head = [
    '',
    'index s',
    'bytes/passage',
    'of',
    'bytes/100 of text',
    'reload ms',
    'search p50',
    'p95',
    'whole p50',
    'p95',
  ];
  const rows = run.systems.map(({ name, indexSeconds, stored, reload, search, whole }) => [
    name,
    indexSeconds.toFixed(2),
    Math.round(stored.bytes / run.passages).toString(),
    stored.what,
    Math.round(bytesPerHundred(stored.bytes, run)).toString(),
    shownTime(reload),
    shownTime(search?.p50),
    shownTime(search?.p95),
    shownTime(whole?.p50),
    shownTime(whole?.p95),
  ]);
  return markdownTable([head, ...rows], [0, 3]);
}

function quality({ systems }: Run): string {
  const names = Object.keys(systems[0]?.figures ?? {});
  const rows = systems.map(({ name, figures }) => [
    name,
    ...names.map((measure) => shownFigure(measure, figures?.[measure] ?? null)),
  ]);
  return markdownTable([['', ...names], ...rows], [0]);
}

function slopes(curve: readonly Run[]): string {
  const names = [...new Set(curve.flatMap(({ systems }) => systems.map(({ name }) => name)))];
  const slope = (name: string, of: (system: SystemRun) => Latency | null, share: keyof Latency): string => {
    const points = curve.flatMap(({ passages, systems }) => {
      const system = systems.find((one) => one.name === name);
      const latency = system ? of(system) : null;
      return latency === null ? [] : [{ size: passages, value: latency[share] }];
    });
    return logLogSlope(points)?.toFixed(2) ?? '–';
  };
  const rows = names.map((name) => [
    name,
    ...(['p50', 'p95'] as const).map((share) => slope(name, ({ search }) => search, share)),
    ...(['p50', 'p95'] as const).map((share) => slope(name, ({ whole }) => whole, share)),
  ]);
  return markdownTable([['', 'search p50', 'p95', 'whole p50', 'p95'], ...rows], [0]);
}

function ratios(runs: readonly Run[]): string {
  const rows = runs
    .flatMap(ratiosOf)
    .map(({ name, passages, p50, p95 }) => [name, String(passages), p50.toFixed(2), p95.toFixed(2)]);
  return markdownTable([['', 'passages', 'p50', 'p95'], ...rows], [0]);
}

/** Milliseconds with three digits; a dash for none. */
function shownTime(time: number | null | undefined): string {
  if (time === null || time === undefined) return '–';
  if (time >= 100) return Math.round(time).toString();
  return time.toFixed(time >= 10 ? 1 : time >= 1 ? 2 : 3);
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** Rows in columns, the first row as head; `left`: the columns of words, which are aligned to the left. */
function markdownTable(rows: readonly (readonly string[])[], left: readonly number[]): string {
  const columns = rows[0]?.length ?? 0;
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(4, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const padded = rows.map((row) =>
    line(
      widths.map((width, column) => {
        const cell = row[column] ?? '';
        return left.includes(column) ? cell.padEnd(width) : cell.padStart(width);
      }),
    ),
  );
  const rule = line(
    widths.map((width, column) => (left.includes(column) ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)),
  );
  return [padded[0] ?? '', rule, ...padded.slice(1)].join('\n');
}
