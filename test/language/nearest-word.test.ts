import { expect, it } from 'vitest';
import { nearestWord } from '../../src/language/nearest-word.ts';

it.each([
  ['chek', 'check'],
  ['Ask', 'ask'],
  ['evla', 'eval'],
  ['EXAMPLE', 'examples'],
  ['as', 'ask'],
])('%s is nearest to %s', (typed, word) => {
  expect(nearestWord(typed, ['ask', 'check', 'eval', 'examples'])).toBe(word);
});

it('says nothing of words with more than a third of their letters wrong', () => {
  expect(['clock', 'state', 'it', ''].map((typed) => nearestWord(typed, ['ask', 'check', 'date']))).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

it('allows as many edits as it is told', () => {
  expect([0, 1, 2].map((most) => nearestWord('version', ['session'], most))).toEqual([null, null, 'session']);
});

it('takes a page for a word without a pause', () => {
  expect(nearestWord('a'.repeat(1_000_000), ['ask'])).toBeNull();
});
