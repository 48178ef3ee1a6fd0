import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Pair, pairedBootstrap } from '../../src/evaluation/bootstrap.ts';
import { compare } from '../../src/evaluation/compare.ts';
import type { Report } from '../../src/evaluation/report.ts';

const repeated = (pair: Pair, times: number): Pair[] => Array.from({ length: times }, () => pair);

it('has no doubt about a difference that every question shows', () => {
  expect(pairedBootstrap(repeated({ before: 0, after: 1 }, 20))).toEqual({
    before: 0,
    after: 1,
    difference: 1,
    low: 1,
    high: 1,
  });
});

it('gives an interval as wide as theory says', () => {
  // Of 100 paired differences 30 are +1 and 10 are −1: mean 0.2, standard error √(0.4 − 0.04)/10 = 0.06.
  const pairs = [
    ...repeated({ before: 0, after: 1 }, 30),
    ...repeated({ before: 1, after: 0 }, 10),
    ...repeated({ before: 1, after: 1 }, 60),
  ];
  const result = pairedBootstrap(pairs);
  expect(result?.difference).toBeCloseTo(0.2, 10);
  expect(Math.abs((result?.low ?? 0) - (0.2 - 1.96 * 0.06))).toBeLessThanOrEqual(0.011);
  expect(Math.abs((result?.high ?? 0) - (0.2 + 1.96 * 0.06))).toBeLessThanOrEqual(0.011);
});

it('pairs: what both systems have in common adds no doubt', () => {
  const pairs = [...repeated({ before: 0, after: 0 }, 50), ...repeated({ before: 1, after: 1 }, 50)];
  expect(pairedBootstrap(pairs)).toMatchObject({ difference: 0, low: 0, high: 0 });
});

it('compares figures over different parts of the questions', () => {
  const pairs = [
    { before: 1, after: null },
    { before: 0, after: 1 },
    { before: null, after: 1 },
  ];
  expect(pairedBootstrap(pairs)).toMatchObject({ before: 0.5, after: 1, difference: 0.5 });
  expect(pairedBootstrap([{ before: null, after: 1 }])).toBeNull();
});

it('is the same at every run, and the estimate lies within the interval', () => {
  const score = fc.option(fc.constantFrom(0, 0.5, 1), { nil: null });
  fc.assert(
    fc.property(fc.array(fc.record({ before: score, after: score }), { minLength: 1, maxLength: 12 }), (pairs) => {
      const result = pairedBootstrap(pairs);
      expect(pairedBootstrap(pairs)).toEqual(result);
      if (result !== null) expect(result.low).toBeLessThanOrEqual(result.high);
    }),
    { numRuns: 20 },
  );
});

const report = (scores: Readonly<Record<string, number | null>>): Report => ({
  questions: Object.keys(scores).length,
  figures: { 'right@1': null },
  groups: {},
  cost: { indexSeconds: 0, heapMegabytes: 0, p50: null, p95: null },
  results: Object.entries(scores).map(([id, score]) => ({ id, scores: { 'right@1': score } })),
});

it('compares the questions that both reports have', () => {
  const { questions, differences } = compare(report({ a: 0, b: 0, gone: 1 }), report({ a: 1, b: 0, added: 0 }));
  expect(questions).toBe(2);
  expect(differences['right@1']).toMatchObject({ before: 0, after: 0.5, difference: 0.5, low: 0, high: 1 });
});

it('refuses reports without a question in common', () => {
  expect(() => compare(report({ a: 0 }), report({ b: 1 }))).toThrow('none of these questions');
});
