import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { fitListwise, type List, listwiseLoss } from '../../training/listwise-softmax.ts';
import { type Case, fitLogistic, logisticLoss } from '../../training/logistic.ts';
import type { Loss } from '../../training/listwise-softmax.ts';

const steps = { iterations: 500, rate: 0.1 };
const list = (rows: number[][], right: boolean[]): List => ({
  rows: rows.map((row) => Float64Array.from(row)),
  right,
  weight: 1,
});
const one = (row: number[], yes: boolean, weight = 1): Case => ({ row: Float64Array.from(row), yes, weight });

/** Slopes by central differences. */
function slopesOf(lossAt: (weights: Float64Array) => Loss, weights: Float64Array): number[] {
  const step = 1e-5;
  return Array.from(weights, (_, at) => {
    const [up, down] = [step, -step].map((by) => weights.map((weight, index) => (index === at ? weight + by : weight)));
    return (lossAt(up!).loss - lossAt(down!).loss) / (2 * step);
  });
}

function expectSlopes(lossAt: (weights: Float64Array) => Loss, weights: Float64Array): void {
  const measured = slopesOf(lossAt, weights);
  Array.from(lossAt(weights).gradient).forEach((slope, at) => expect(slope).toBeCloseTo(measured[at]!, 5));
}

const value = fc.double({ min: -2, max: 2, noNaN: true });
const triple = fc.tuple(value, value, value);

it('ranks by the feature that the right candidates have, and leaves the other at 0', () => {
  // The second feature is equal within each list: it cannot order anything.
  const lists = [
    list(
      [
        [0, 1],
        [1, 1],
      ],
      [false, true],
    ),
    list(
      [
        [1, 5],
        [0, 5],
      ],
      [true, false],
    ),
  ];
  const weights = fitListwise(lists, { weights: new Float64Array(2) }, 0.01, steps);
  expect(weights[0]).toBeGreaterThan(1);
  expect(weights[1]).toBeCloseTo(0, 6);
});

it('counts the probability of all right candidates together', () => {
  const equal = list([[0], [0], [0], [0]], [true, true, false, false]);
  expect(listwiseLoss([equal], Float64Array.of(3), 0).loss).toBeCloseTo(Math.log(2), 12);
});

it('learns nothing from a list without a right candidate', () => {
  const lost = list([[1], [2]], [false, false]);
  expect(listwiseLoss([lost], Float64Array.of(3), 0)).toEqual({ loss: 0, gradient: Float64Array.of(0) });
});

it('keeps a weight that is set by hand', () => {
  const lists = [list([[0], [1]], [false, true])];
  const start = { weights: Float64Array.of(-0.75), held: [true] };
  expect(fitListwise(lists, start, 0.01, steps)).toEqual(Float64Array.of(-0.75));
});

it('finds the odds of yes where nothing is known', () => {
  const cases = [one([0], true, 0.25), one([0], false, 0.75)];
  const { intercept, weights } = fitLogistic(cases, { weights: new Float64Array(1) }, 0.01, steps);
  expect(intercept).toBeCloseTo(Math.log(1 / 3), 3);
  expect(weights).toEqual(Float64Array.of(0));
});

it('tells yes from no by the feature that they differ in', () => {
  const cases = [one([1, 1], true, 0.5), one([0, 1], false, 0.5)];
  const { intercept, weights } = fitLogistic(cases, { weights: new Float64Array(2) }, 0.001, steps);
  const sure = (row: number): number => 1 / (1 + Math.exp(-(intercept + row * weights[0]! + weights[1]!)));
  expect(sure(1)).toBeGreaterThan(0.9);
  expect(sure(0)).toBeLessThan(0.1);
});

it('stays finite where the odds are beyond what e can be raised to', () => {
  const loss = logisticLoss([one([2_000], false)], Float64Array.of(0, 1), 0);
  expect(loss.loss).toBe(2_000);
  expect(loss.gradient).toEqual(Float64Array.of(1, 2_000));
});

it('takes the slopes of its losses, as finite differences measure them', () => {
  const candidates = fc.array(fc.tuple(triple, fc.boolean()), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(candidates, triple, value, (rows, at, intercept) => {
      const lists = [
        list(
          rows.map(([row]) => row),
          rows.map(([, right]) => right),
        ),
      ];
      expectSlopes((weights) => listwiseLoss(lists, weights, 0.1), Float64Array.from(at));
      const cases = rows.map(([row, yes]) => one(row, yes, 0.5));
      expectSlopes((weights) => logisticLoss(cases, weights, 0.1), Float64Array.of(intercept, ...at));
    }),
  );
});
