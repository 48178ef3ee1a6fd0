import { expect, it } from 'vitest';
import { bytesPerHundred, ratiosOf } from '../../bench/ratios.ts';
import { latencyOf, type Run, type SystemRun } from '../../bench/results.ts';

const system = (name: string, search: SystemRun['search'], whole: SystemRun['whole']): SystemRun => ({
  name,
  settings: '',
  indexSeconds: 1,
  stored: { bytes: 1, what: '' },
  reload: null,
  search,
  whole,
  figures: null,
});
const run = (...systems: SystemRun[]): Run => ({ source: '', passages: 10, textBytes: 400, questions: 2, systems });

it('holds the whole answer against the bare search of SQLite, and against search and highlighter of Lucene', () => {
  const measured = run(
    system('Greffier', null, { p50: 6, p95: 20 }),
    system('SQLite FTS5', { p50: 2, p95: 5 }, { p50: 60, p95: 60 }),
    system('Lucene', { p50: 60, p95: 60 }, { p50: 3, p95: 40 }),
  );
  expect(ratiosOf(measured)).toEqual([
    { name: 'Greffier / SQLite FTS5, bare search', passages: 10, p50: 3, p95: 4 },
    { name: 'Greffier / Lucene, search and highlighter', passages: 10, p50: 2, p95: 0.5 },
  ]);
});

it('has no ratio to a system that was left out, or without Greffier', () => {
  expect(ratiosOf(run(system('Greffier', null, { p50: 6, p95: 20 })))).toEqual([]);
  expect(ratiosOf(run(system('SQLite FTS5', { p50: 2, p95: 5 }, null)))).toEqual([]);
});

it('counts bytes of index for 100 bytes of text', () => {
  expect(bytesPerHundred(1_000, run())).toBe(250);
});

it('gives no latency where one is missing', () => {
  expect(latencyOf([3, 1, 2])).toEqual({ p50: 2, p95: 3 });
  expect(latencyOf([3, null])).toBeNull();
  expect(latencyOf([])).toBeNull();
});
