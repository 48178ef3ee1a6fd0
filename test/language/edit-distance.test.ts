import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { editDistance } from '../../src/language/edit-distance.ts';

it.each([
  ['telecentre', 'telecentre', 0],
  ['telecentre', 'telecntre', 1],
  ['teletravail', 'teletravial', 1],
  ['agrilocal', 'agrilocol', 1],
  ['cantal', 'canal', 1],
  ['drome', 'dome', 1],
  ['', 'lot', 3],
])('from %s to %s is %s edits', (left, right, edits) => {
  expect(editDistance(left, right)).toBe(edits);
});

it('is the same both ways, and never more than the longer word', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (left, right) => {
      expect(editDistance(left, right)).toBe(editDistance(right, left));
      expect(editDistance(left, right)).toBeLessThanOrEqual(Math.max(left.length, right.length));
      expect(editDistance(left, right) === 0).toBe(left === right);
    }),
  );
});
