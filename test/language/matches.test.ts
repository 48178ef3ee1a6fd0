import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { matchesOf } from '../../src/language/matches.ts';

it('finds what matchAll finds, in any text and however often it is asked', () => {
  const patterns = [/\p{Lu}\p{Ll}*/gu, /a|(?=b)/gu, /x*/gu, /[0-9]+/g];
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'x', 'É', 'é', '7', ' ', '😀'), maxLength: 20 });
  fc.assert(
    fc.property(fc.constantFrom(...patterns), text, (pattern, some) => {
      const found = matchesOf(pattern, some).map((match) => [match.index, match[0]]);
      expect(found).toEqual(Array.from(some.matchAll(pattern), (match) => [match.index, match[0]]));
    }),
  );
});
