import type { Comparison } from './compare.ts';
import type { Report } from './report.ts';

/** A report for people to read: one line a group of questions, one column a measure, and what it cost. */
export function reportTable(report: Report): string {
  const names = Object.keys(report.figures);
  const row = (label: string, questions: number, figures: Report['figures']): string[] => [
    label,
    String(questions),
    ...names.map((name) => shownFigure(name, figures[name] ?? null)),
  ];
  const groups = Object.entries(report.groups).flatMap(([grouping, values]) => [
    [grouping],
    ...Object.entries(values).map(([value, { questions, figures }]) => row(`  ${value}`, questions, figures)),
  ]);
  const { indexSeconds, heapMegabytes, p50, p95 } = report.cost;
  return [
    aligned([['', 'questions', ...names], row('all', report.questions, report.figures), ...groups]),
    '',
    `index ${indexSeconds} s, ${heapMegabytes} MB of heap; an answer takes ${p50 ?? '–'} ms at p50, ${p95 ?? '–'} ms at p95`,
  ].join('\n');
}

/** A comparison for people to read. A difference whose interval leaves out 0 is marked `*`. */
export function comparisonTable({ questions, differences }: Comparison): string {
  const rows = Object.entries(differences).map(([name, { before, after, difference, low, high }]) => [
    name,
    shownFigure(name, before),
    shownFigure(name, after),
    signed(name, difference),
    `[${signed(name, low)}, ${signed(name, high)}]`,
    low > 0 || high < 0 ? '*' : '',
  ]);
  return aligned([[`${questions} questions`, 'before', 'after', 'difference', '95 % interval', ''], ...rows]);
}

/** Shares in per cent; counts and lengths as they are; a dash for none. */
export function shownFigure(name: string, figure: number | null): string {
  if (figure === null) return '–';
  if (name === 'MRR@10') return figure.toFixed(4);
  return (isShare(name) ? figure * 100 : figure).toFixed(name === 'attribution-errors' ? 0 : 1);
}

function signed(name: string, difference: number): string {
  const rounded = name === 'attribution-errors' ? difference.toFixed(3) : shownFigure(name, difference);
  const shown = rounded.replace(/^-(?=[0.]+$)/, '');
  return difference > 0 ? `+${shown}` : shown;
}

function isShare(name: string): boolean {
  return !name.startsWith('excerpt-length') && name !== 'attribution-errors';
}

/** Cells in columns, the first to the left, the others to the right, two spaces between them. */
function aligned(rows: readonly (readonly string[])[]): string {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
