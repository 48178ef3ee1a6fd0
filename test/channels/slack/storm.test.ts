import { expect, test } from 'vitest';
import { defaultRetries } from '../../../src/channels/slack/app.ts';
import { mulberry32 } from '../../../src/evaluation/mulberry32.ts';
import type { Delivery, RecordedMessage } from '../../support/slack/types.ts';
import { type BenchOptions, gate, openBench, readable } from './bench.ts';

/** The bot as it runs outside the tests: its own pace, retries and patience. */
const asInService = { pace: {}, retries: defaultRetries, timeoutMs: 10_000 } as const;

const towns = ['Guéret', 'Ussel', 'Tulle', 'Brive', 'Aubusson', 'Bellac', 'Égletons', 'Bort', 'Meymac', 'Felletin'];
const costs = ['deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix', 'onze'];

/** One section and one fact for each town, so that every answer tells which question it belongs to. */
const corpus = [
  '---\ntitle: Séance du conseil\ndate: 2023-03-14\n---',
  ...towns.map((town, index) => `# ${town}\n\nLa piscine de ${town} a coûté ${costs[index]} millions d’euros.`),
].join('\n\n');

/** A fault on one call in twenty, 429 or 500 by turns; the same calls at every run. Counts them by method. */
function faultyCalls() {
  const draw = mulberry32(20_141_106);
  const limited = new Map<string, number>();
  const faults: NonNullable<BenchOptions['slack']>['faults'] = (method) => {
    if (draw() >= 0.05) return null;
    if (draw() < 0.5) return { kind: 'http', status: 500 };
    limited.set(method, (limited.get(method) ?? 0) + 1);
    return { kind: 'rate_limited', seconds: 1 };
  };
  return { faults, limited };
}

test('200 messages at once over 20 channels are answered once each, in order in every thread, at the pace of Slack', async () => {
  const { faults, limited } = faultyCalls();
  const { slack } = await openBench({
    corpus,
    // One more at once than the bot's own burst: how long a call travels must not decide the test.
    slack: { faults, postRate: { perSecond: 1, burst: 4 }, waitMs: 80_000 },
    options: asInService,
  });

  // In each channel two threads of five questions, by three people in turn; the threads fill up side by side.
  const channels = Array.from({ length: 20 }, (_, index) => `C${index + 1}`);
  const now = Math.floor(Date.now() / 1000);
  const rootOf = (channel: number, thread: number) => `${now}.${String(900_000 + channel * 10 + thread)}`;
  const asked = towns.flatMap((town, index) =>
    channels.map((channel, number) => {
      const [thread, first] = [index % 2, index < 2];
      const root = rootOf(number, thread);
      const user = `U${number}${index % 3}`;
      const at = first ? { ts: root } : { thread_ts: root };
      return {
        channel,
        thread: root,
        town,
        args: { channel, user, text: `Combien a coûté la piscine de ${town} ?`, ...at },
      };
    }),
  );
  const sent: Promise<Delivery>[] = asked.map(({ args }) => slack.mention(args));

  const answersIn = (channel: string) => slack.messages(channel);
  await slack.waitFor(() => channels.every((channel) => answersIn(channel).length >= towns.length), {
    what: 'all 200 answers',
  });
  await Promise.all(sent);
  for (const [number, channel] of channels.entries())
    for (const thread of [0, 1]) {
      const root = rootOf(number, thread);
      const expected = asked.filter((each) => each.channel === channel && each.thread === root).map(({ town }) => town);
      expect(
        answersIn(channel)
          .filter(({ thread_ts: ts }) => ts === root)
          .map(townOf),
        `${channel} ${root}`,
      ).toEqual(expected);
    }
  expect(asked).toHaveLength(200);
  expect(channels.flatMap(answersIn)).toHaveLength(200);

  const refused = slack.calls('chat.postMessage').filter(({ outcome }) => outcome === 'fault:rate_limited');
  expect(refused.length - (limited.get('chat.postMessage') ?? 0), 'messages sent too soon').toBeLessThan(10);
}, 90_000);

/** The town that an answer is about. */
const townOf = (message: RecordedMessage) => /piscine de (\S+) a coûté/.exec(readable(message))?.[1];

test('two people in one thread are answered in the order in which they asked, however long the first answer takes', async () => {
  const { passed, open } = gate();
  const slow = async ({ user }: { readonly user: string }) => {
    if (user === 'U1') await passed;
  };
  const { slack } = await openBench({ corpus, beforeTurn: slow });
  const ask = (user: string, town: string, at: { ts: string } | { thread_ts: string }) =>
    slack.mention({ channel: 'C1', user, text: `Combien a coûté la piscine de ${town} ?`, ...at });
  const root = `${Math.floor(Date.now() / 1000)}.900001`;
  const first = ask('U1', 'Guéret', { ts: root });
  const second = ask('U2', 'Tulle', { thread_ts: root });
  // In another thread the second person is answered meanwhile.
  const elsewhere = await ask('U2', 'Brive', { ts: `${root.slice(0, -1)}2` });
  await slack.waitFor(() => slack.messages('C1', elsewhere.thread).at(0));
  expect(slack.messages('C1', root)).toEqual([]);
  open();
  await Promise.all([first, second]);
  expect(slack.messages('C1', root).map(townOf)).toEqual(['Guéret', 'Tulle']);
});
