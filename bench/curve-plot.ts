import type { Latency, Run, SystemRun } from './results.ts';
import { colours, drawing, label, line, logScale, tick } from './svg.ts';

const panel = { width: 340, height: 300, left: 60, top: 40, apart: 70 };
const legendWidth = 190;

/**
 * Latency against passages, both logarithmic, p50 at the left and p95 at the right. Full lines: a search alone; dashed:
 * a search with excerpts.
 */
export function curvePlot(curve: readonly Run[]): string {
  const names = [...new Set(curve.flatMap(({ systems }) => systems.map(({ name }) => name)))];
  const latencies = curve.flatMap(({ systems }) => systems.flatMap(({ search, whole }) => [search, whole]));
  const times = latencies.flatMap((latency) => (latency === null ? [] : [latency.p50, latency.p95]));
  const bottom = panel.top + panel.height;
  const y = logScale(times, bottom, panel.top);
  const panels = (['p50', 'p95'] as const).flatMap((share, number) => {
    const left = panel.left + number * (panel.width + panel.apart);
    const right = left + panel.width;
    const x = logScale(
      curve.map(({ passages }) => passages),
      left,
      right,
    );
    const drawn = (name: string, of: (system: SystemRun) => Latency | null, dashes: string): string[] => {
      const points = curve.flatMap(({ passages, systems }) => {
        const system = systems.find((one) => one.name === name);
        const latency = system ? of(system) : null;
        return latency === null ? [] : [`${x.at(passages).toFixed(1)},${y.at(latency[share]).toFixed(1)}`];
      });
      if (points.length === 0) return [];
      const stroke = `stroke="${colours[names.indexOf(name)] ?? '#333'}" stroke-width="2" fill="none"`;
      return [`<polyline points="${points.join(' ')}" ${stroke}${dashes}/>`];
    };
    return [
      label(left + panel.width / 2, panel.top - 14, `${share} of one question, ms`, 'middle'),
      ...x.ticks.flatMap((value) => [
        line(x.at(value), panel.top, x.at(value), bottom, '#ddd'),
        label(x.at(value), bottom + 18, tick(value), 'middle'),
      ]),
      ...y.ticks.flatMap((value) => [
        line(left, y.at(value), right, y.at(value), '#ddd'),
        ...(number === 0 ? [label(left - 8, y.at(value) + 4, tick(value), 'end')] : []),
      ]),
      label(left + panel.width / 2, bottom + 36, 'passages', 'middle'),
      ...names.flatMap((name) => [
        ...drawn(name, ({ search }) => search, ''),
        ...drawn(name, ({ whole }) => whole, ' stroke-dasharray="6 4"'),
      ]),
    ];
  });
  const legendLeft = panel.left + 2 * panel.width + panel.apart + 20;
  const legend = [
    ...names.map((name, place) => label(legendLeft, panel.top + 20 * (place + 1), name, 'start', colours[place])),
    label(legendLeft, bottom - 20, 'full: search', 'start'),
    label(legendLeft, bottom, 'dashed: + excerpts', 'start'),
  ];
  return drawing(legendLeft + legendWidth, bottom + 50, 'Latency against the size of the record', [
    ...panels,
    ...legend,
  ]);
}
