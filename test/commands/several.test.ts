import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { libraries, logged, question, readable } from '../channels/slack/bench.ts';
import { postgresMissing, startPostgres, type TestPostgres } from '../support/postgres.ts';
import { slackForTest } from '../support/slack/test-app.ts';
import type { Fault, StrictSlack } from '../support/slack/types.ts';
import { dataFolder } from '../support/steady-store.ts';

const command = fileURLToPath(new URL('../../bin/greffier.js', import.meta.url));
const missing = postgresMissing === null ? '' : ` (skipped: ${postgresMissing})`;

describe.skipIf(postgresMissing !== null)(`two processes over one PostgreSQL${missing}`, () => {
  let postgres: TestPostgres;
  let slack: StrictSlack;
  let settings: Readonly<Record<string, string>>;

  beforeAll(async () => {
    postgres = await startPostgres();
  }, 60_000);
  afterAll(() => postgres.stop());

  beforeEach(async () => {
    slack = await slackForTest({ waitMs: 20_000 });
    const corpus = dataFolder();
    writeFileSync(join(corpus, 'assises.md'), libraries);
    settings = {
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.apiUrl,
      PORT: '0',
      CORPUS_DIR: corpus,
      DATABASE_URL: await postgres.freshSchema(),
    };
  });

  async function startBoth(): Promise<readonly Bot[]> {
    const bots = [start(settings), start(settings)];
    await slack.connected(2);
    return bots;
  }

  /** A mention, delivered to both processes at the same time. */
  async function mentionTwice(channel: string, number: number): Promise<void> {
    const ts = `1700000000.${String(number).padStart(6, '0')}`;
    const args = { channel, user: 'U1', text: question, ts, eventId: `Ev${number}` };
    await Promise.all([slack.mention(args), slack.mention(args)]);
  }

  test('an event that reaches both is answered once', async () => {
    const bots = await startBoth();
    const channels = Array.from({ length: 12 }, (_, number) => `C${number}`);
    await Promise.all(channels.map(mentionTwice));
    for (const channel of channels) expect(slack.messages(channel)).toHaveLength(1);
    const outcomes = await stop(bots);
    for (const own of outcomes) expect(own).toHaveLength(channels.length);
    expect(outcomes.flat().filter((outcome) => outcome === 'answered')).toHaveLength(channels.length);
    expect(outcomes.flat().filter((outcome) => outcome === 'duplicate')).toHaveLength(channels.length);
  });

  test('a dialog that begins with one goes on with the other', async () => {
    const bots = await startBoth();
    const sent = await slack.mention({ channel: 'C1', user: 'U1', text: 'Qu’a dit Roche sur le dimanche ?' });
    expect(readable(slack.messages('C1')[0]!)).toContain('Mme Anne Roche');
    await slack.message({ channel: 'C1', user: 'U1', text: '1', thread_ts: sent.thread });
    expect(readable(slack.messages('C1')[1]!)).toContain('Nous ouvrons le dimanche depuis cinq ans.');
    await slack.message({ channel: 'C1', user: 'U1', text: 'contexte', thread_ts: sent.thread });
    expect(slack.messages('C1')).toHaveLength(3);
    for (const own of await stop(bots)) expect(own).not.toEqual([]);
  });

  /** Of two processes the first has an answer in hand, whose message meets `fault`, and is killed. */
  async function killedWhileItAnswers(fault: Fault): Promise<Bot> {
    slack.failNext('chat.postMessage', fault);
    const first = start(settings);
    await slack.connected();
    const second = start(settings);
    await slack.connected(2);
    // The first event goes to the socket that was there first. It is acknowledged, and never sent again, after 2.5 seconds.
    const sending = slack.mention({ channel: 'C1', user: 'U1', text: question });
    await slack.waitFor('chat.postMessage');
    first.child.kill('SIGKILL');
    await first.exit;
    expect((await sending).acked).toBe(true);
    return second;
  }

  test('what one had in hand when it was killed is answered by the other', async () => {
    const survivor = await killedWhileItAnswers({ kind: 'hang' });
    await slack.waitFor(() => slack.messages('C1').at(0));
    expect(await stop([survivor])).toEqual([['answered']]);
    expect(slack.messages('C1')).toHaveLength(1);
  });

  test('what had arrived when its process was killed is not sent again by the other', async () => {
    const survivor = await killedWhileItAnswers({ kind: 'late', ms: 60_000 });
    await slack.waitFor('conversations.replies');
    expect(await stop([survivor])).toEqual([['answered']]);
    expect(slack.messages('C1')).toHaveLength(1);
  });

  test('a setting that another process has changed is obeyed by both at once', async () => {
    const bots = await startBoth();
    const ask = (ts: string) => slack.message({ channel: 'C1', user: 'U1', text: question, ts });
    for (const ts of ['1.1', '1.2']) await ask(ts);
    expect(slack.messages('C1')).toEqual([]);
    const store = await openStore({ dataDir: 'unused', databaseUrl: settings['DATABASE_URL'] });
    await store.channels.write(
      'C1',
      JSON.stringify({ listens: 'questions', answers: 'thread', files: null }),
      Date.now(),
    );
    await store.close();
    for (const ts of ['1.3', '1.4']) await ask(ts);
    expect(slack.messages('C1')).toHaveLength(2);
    for (const own of await stop(bots)) expect(own).toEqual(['answered']);
  });

  test('both go on when the database has restarted', async () => {
    const bots = await startBoth();
    await postgres.restart?.();
    await mentionTwice('C1', 1);
    await slack.waitFor(() => slack.messages('C1').at(0));
    await stop(bots);
  });
});

type Bot = ReturnType<typeof start>;

function start(settings: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [command, 'serve'], {
    env: { PATH: process.env['PATH'], ...settings },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const lines: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => lines.push(...text.split('\n').filter(Boolean)));
  onTestFinished(() => void child.kill('SIGKILL'));
  return { child, lines, exit: once(child, 'exit') };
}

/** Ends processes as an operator does; returns the outcomes of the events that each has seen. */
async function stop(bots: readonly Bot[]): Promise<readonly unknown[][]> {
  for (const { child } of bots) child.kill('SIGTERM');
  for (const { exit } of bots) expect((await exit)[0]).toBe(0);
  return bots.map(({ lines }) => logged(lines).flatMap(({ outcome }) => (outcome === undefined ? [] : [outcome])));
}
