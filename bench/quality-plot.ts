import type { Run } from './results.ts';
import { colours, drawing, label, line, logScale, tick } from './svg.ts';

const size = { width: 520, height: 320, left: 60, top: 30 };
const legendWidth = 270;

/**
 * success@1 against the p50 of one question (logarithmic): with excerpts where a system makes them, else the search
 * alone. Up and to the left is better.
 */
export function qualityPlot({ systems }: Run): string {
  const dots = systems.flatMap(({ name, search, whole, figures }, place) => {
    const time = (whole ?? search)?.p50;
    const success = figures?.['success@1'];
    if (time === undefined || typeof success !== 'number') return [];
    const shown = whole === null ? name : `${name} + excerpts`;
    return [{ name: shown, time, success: success * 100, colour: colours[place] ?? '#333' }];
  });
  const [right, bottom] = [size.left + size.width, size.top + size.height];
  const x = logScale(
    dots.map(({ time }) => time),
    size.left,
    right,
  );
  const low = Math.floor(Math.min(...dots.map(({ success }) => success)) / 10) * 10;
  const high = Math.max(low + 10, Math.ceil(Math.max(...dots.map(({ success }) => success)) / 10) * 10);
  const y = (success: number): number => bottom - ((success - low) / (high - low)) * size.height;
  const rows = Array.from({ length: (high - low) / 10 + 1 }, (_, step) => low + 10 * step);
  return drawing(right + legendWidth, bottom + 50, 'Quality against latency on PIAF', [
    ...rows.flatMap((value) => [
      line(size.left, y(value), right, y(value), '#ddd'),
      label(size.left - 8, y(value) + 4, `${value} %`, 'end'),
    ]),
    ...x.ticks.flatMap((value) => [
      line(x.at(value), size.top, x.at(value), bottom, '#ddd'),
      label(x.at(value), bottom + 18, tick(value), 'middle'),
    ]),
    ...dots.map(
      ({ time, success, colour }) =>
        `<circle cx="${x.at(time).toFixed(1)}" cy="${y(success).toFixed(1)}" r="5" fill="${colour}"/>`,
    ),
    ...dots.map(({ name, colour }, place) => label(right + 20, size.top + 20 * (place + 1), name, 'start', colour)),
    label(size.left, size.top - 12, 'success@1', 'start'),
    label(size.left + size.width / 2, bottom + 38, 'p50 of one question, ms', 'middle'),
  ]);
}
