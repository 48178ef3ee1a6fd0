import { expect, test } from 'vitest';
import { createSeen } from '../../../src/channels/slack/seen.ts';

test('takes an event once', () => {
  const seen = createSeen();
  expect(seen.first('Ev1')).toBe(true);
  expect(seen.first('Ev1')).toBe(false);
});

test('takes a mention and the message that it stands in once', () => {
  const seen = createSeen();
  expect(seen.first('C1:1.0', 'Ev1')).toBe(true);
  expect(seen.first('C1:1.0', 'Ev2')).toBe(false);
  expect(seen.first('Ev2')).toBe(false);
});

test('forgets after a day, not before', () => {
  let now = 0;
  const seen = createSeen({ now: () => now });
  seen.first('Ev1');
  now = 24 * 60 * 60 * 1000 - 1;
  expect(seen.first('Ev1')).toBe(false);
  now += 1;
  expect(seen.first('Ev1')).toBe(true);
});

test('never holds more than its limit: the oldest give way', () => {
  const seen = createSeen({ limit: 3 });
  for (const key of ['a', 'b', 'c', 'd']) seen.first(key);
  expect(['b', 'c', 'd'].map((key) => seen.first(key))).toEqual([false, false, false]);
  expect(seen.first('a')).toBe(true);
});

test('lets work that failed be done again', () => {
  const seen = createSeen();
  seen.first('share');
  seen.forget('share');
  expect(seen.first('share')).toBe(true);
});
