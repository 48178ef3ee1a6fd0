import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { logLogSlope } from '../../bench/slope.ts';

it('is 0 where time does not grow, 1 where it grows with the record, ½ where with its root', () => {
  const sizes = [1_000, 10_000, 50_000];
  const points = (valueOf: (size: number) => number) => sizes.map((size) => ({ size, value: valueOf(size) }));
  expect(logLogSlope(points(() => 3))).toBeCloseTo(0, 10);
  expect(logLogSlope(points((size) => size / 7))).toBeCloseTo(1, 10);
  expect(logLogSlope(points((size) => Math.sqrt(size)))).toBeCloseTo(0.5, 10);
});

it('takes the line that is nearest to all points, not the one through the ends', () => {
  // ln value 0, 0, ln 10 at ln size 0, ln 10, 2 ln 10: Σ(x − x̄)(y − ȳ) / Σ(x − x̄)² = 1/2.
  const points = [
    { size: 1, value: 1 },
    { size: 10, value: 1 },
    { size: 100, value: 10 },
  ];
  expect(logLogSlope(points)).toBeCloseTo(0.5, 10);
});

it('says nothing of one size', () => {
  expect(logLogSlope([])).toBeNull();
  expect(logLogSlope([{ size: 10, value: 2 }])).toBeNull();
  expect(
    logLogSlope([
      { size: 10, value: 2 },
      { size: 10, value: 3 },
    ]),
  ).toBeNull();
});

it('does not depend on the unit of time', () => {
  const point = fc.record({
    size: fc.integer({ min: 1, max: 1e6 }),
    value: fc.double({ min: 0.001, max: 1e4, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.uniqueArray(point, { minLength: 2, maxLength: 6, selector: ({ size }) => size }), (points) => {
      const inSeconds = points.map(({ size, value }) => ({ size, value: value / 1_000 }));
      expect(logLogSlope(inSeconds)).toBeCloseTo(logLogSlope(points) ?? Number.NaN, 6);
    }),
  );
});
