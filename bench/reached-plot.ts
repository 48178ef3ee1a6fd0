import type { Figures } from '../src/evaluation/report.ts';
import { drawing, label, line } from './svg.ts';

/** What is asked of one figure, as docs/quality-targets.json holds it. Shares of 1; null where there is none. */
export interface Target {
  readonly label: string;
  /** File of `baselines/`, without its ending, and the figure in it. */
  readonly baseline: string;
  readonly figure: string;
  /** The best of the systems that others use. */
  readonly field: number | null;
  readonly floor: number;
  readonly moonshot: number | null;
}

const left = 230;
const width = 460;
const top = 40;
const rowHeight = 26;
const [met, below] = ['#009e73', '#d55e00'];

/** Each figure as a dot between the field (grey), its floor (a bar) and its moonshot (a dashed bar). */
export function reachedPlot(targets: readonly Target[], figures: Readonly<Record<string, Figures>>): string {
  const x = (share: number): number => left + share * width;
  const bottom = top + targets.length * rowHeight;
  const rows = targets.flatMap((target, place) => {
    const y = top + (place + 0.5) * rowHeight;
    const bar = (share: number | null, dashes: string): string =>
      share === null
        ? ''
        : `<line x1="${x(share).toFixed(1)}" y1="${y - 8}" x2="${x(share).toFixed(1)}" y2="${y + 8}" stroke="#333" stroke-width="2"${dashes}/>`;
    const dot = (share: number | null, colour: string, radius: number): string =>
      share === null ? '' : `<circle cx="${x(share).toFixed(1)}" cy="${y}" r="${radius}" fill="${colour}"/>`;
    const reached = figures[target.baseline]?.[target.figure] ?? null;
    const colour = reached !== null && reached >= target.floor ? met : below;
    return [
      line(left, y, left + width, y, '#eee'),
      label(left - 10, y + 4, target.label, 'end'),
      bar(target.floor, ''),
      bar(target.moonshot, ' stroke-dasharray="3 2"'),
      dot(target.field, '#999', 4),
      dot(reached, colour, 6),
      label(left + width + 12, y + 4, reached === null ? '–' : (reached * 100).toFixed(1), 'start', colour),
    ];
  });
  const ticks = [0, 0.25, 0.5, 0.75, 1].flatMap((share) => [
    line(x(share), top, x(share), bottom, '#ddd'),
    label(x(share), bottom + 18, `${share * 100} %`, 'middle'),
  ]);
  const legend =
    'large dot: reached (green: at the floor or above) · grey: the field · bar: floor · dashed bar: moonshot';
  return drawing(left + width + 60, bottom + 34, 'What is reached on the dev sets', [
    ...ticks,
    ...rows.filter((part) => part !== ''),
    label(16, 22, legend, 'start'),
  ]);
}
