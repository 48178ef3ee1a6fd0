import { WebAPIRateLimitedError } from '@slack/web-api';
import { expect, test } from 'vitest';
import { createPace, type PaceOptions } from '../../../src/channels/slack/pace.ts';
import { gate } from './bench.ts';

/** A pace whose clock stands still but for its own pauses. */
function paced(options: PaceOptions = {}) {
  let now = 0;
  const pause = async (ms: number): Promise<void> => void (now += ms);
  return { ...createPace({ clock: () => now, pause, ...options }), now: () => now, pass: (ms: number) => (now += ms) };
}

test('after a short burst, messages of one channel follow each other at Slack’s rate; a silence allows the next burst', async () => {
  const { post, now, pass } = paced();
  const times = (count: number) => Promise.all(Array.from({ length: count }, () => post('C1', async () => now())));
  expect(await times(5)).toEqual([0, 0, 0, 1000, 2000]);
  pass(10_000);
  expect(await times(4)).toEqual([12_000, 12_000, 12_000, 13_000]);
});

test('a channel keeps the order of its messages, and holds up no other', async () => {
  const { post } = paced();
  const { passed, open } = gate();
  const told: string[] = [];
  const say = (word: string) => async () => void told.push(word);
  const slow = post('C1', async () => {
    await passed;
    told.push('first');
  });
  const next = post('C1', say('second'));
  await post('C2', say('elsewhere'));
  open();
  await Promise.all([slow, next]);
  expect(told).toEqual(['elsewhere', 'first', 'second']);
});

test('a message that Slack puts off is sent again when Slack says, as often as it takes', async () => {
  const { post, now } = paced();
  const answers = [30, 2, 2, 2, 2];
  const sent = post('C1', async () => {
    const seconds = answers.shift();
    if (seconds !== undefined) throw new WebAPIRateLimitedError(seconds);
    return now();
  });
  expect(await sent).toBe(38_000);
});

test('what fails otherwise fails at once, and what Slack puts off for ever in the end; neither stops the next message', async () => {
  const { post, patiently } = paced();
  const refused = new WebAPIRateLimitedError(60);
  await expect(post('C1', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await expect(post('C1', () => Promise.reject(refused))).rejects.toBe(refused);
  await expect(patiently(() => Promise.reject(refused))).rejects.toBe(refused);
  expect(await post('C1', async () => 'sent')).toBe('sent');
});

test('a patience that is longer than the bot’s is not begun', async () => {
  const { post, now } = paced();
  const refused = post('C1', () => Promise.reject(new WebAPIRateLimitedError(3600)));
  await expect(refused).rejects.toBeInstanceOf(WebAPIRateLimitedError);
  expect(now()).toBe(0);
});

test('channels that are silent are forgotten, without a burst too many for those that are not', async () => {
  const { post, now } = paced();
  for (let channel = 0; channel < 3000; channel += 1) await post(`C${channel}`, async () => undefined);
  const times = await Promise.all(Array.from({ length: 3 }, () => post('C2999', async () => now())));
  expect(times).toEqual([0, 0, 1000]);
});
