import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestWindow } from '../../src/answer/window.ts';

/** Sentences of the given lengths and probabilities, one after another. */
function sentences(...given: readonly (readonly [length: number, likely: number, leans?: boolean])[]) {
  let at = 0;
  return given.map(([length, likely, leans = false]) => {
    const start = at;
    at += length + 1;
    return { start, end: start + length, likely, leans };
  });
}

describe('an excerpt', () => {
  it('is one sentence where that one is nearly certain', () => {
    expect(bestWindow(sentences([120, 0.05], [120, 0.9], [120, 0.05]), 1)).toEqual([1, 1]);
  });

  it('takes a neighbour that may answer as well', () => {
    expect(bestWindow(sentences([120, 0.45], [120, 0.45], [120, 0.1]), 1)).toEqual([0, 1]);
  });

  it('brings what a pronoun leans on where that costs little', () => {
    expect(bestWindow(sentences([60, 0.02], [120, 0.9, true]), 1)).toEqual([0, 1]);
    expect(bestWindow(sentences([60, 0.02], [120, 0.9]), 1)).toEqual([1, 1]);
  });

  it('is shorter in a passage that is less likely to be the right one', () => {
    const two = sentences([150, 0.62], [150, 0.14]);
    expect(bestWindow(two, 1)).toEqual([0, 1]);
    expect(bestWindow(two, 0.05)).toEqual([0, 0]);
  });

  it('never crosses a stage direction, nor holds more than four sentences or 800 characters beyond the first', () => {
    expect(bestWindow(sentences([80, 0.4], [20, 0], [80, 0.6]), 1)).toEqual([2, 2]);
    const some = fc.array(fc.tuple(fc.integer({ min: 1, max: 900 }), fc.float({ min: 0, max: 1, noNaN: true })), {
      minLength: 1,
    });
    fc.assert(
      fc.property(some, (given) => {
        const list = sentences(...given);
        const [first, last] = bestWindow(list, 0.5);
        expect(last - first).toBeLessThan(4);
        if (last > first) expect((list[last]?.end ?? 0) - (list[first]?.start ?? 0)).toBeLessThanOrEqual(800);
      }),
    );
  });
});
