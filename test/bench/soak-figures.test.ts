import { expect, it } from 'vitest';
import { figuresOf } from '../../bench/soak-figures.ts';

const second = 1000;

it('tells answers from losses and duplicates, and takes the first answer as the time', () => {
  const asked = [[10], [20, 500], [], [30]].map((answers, at) => ({ at, answers }));
  expect(figuresOf(asked, [], 60 * second)).toEqual({
    asked: 4,
    answered: 3,
    lost: 1,
    duplicates: 1,
    p50: 20,
    p95: 30,
    p99: 30,
    heapEarly: null,
    heapLate: null,
  });
});

it('compares what collections leave in the second minute with the last', () => {
  const heap = [
    [30, 999],
    [70, 300],
    [90, 100],
    [250, 400],
    [280, 110],
  ].map(([at = 0, bytes = 0]) => ({ at: at * second, bytes }));
  expect(figuresOf([], heap, 300 * second)).toMatchObject({ heapEarly: 100, heapLate: 110 });
});
