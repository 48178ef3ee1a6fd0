import { createServer } from 'node:http';
import { once } from 'node:events';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { startSlack } from '../../../src/channels/slack/app.ts';
import { ConfigError } from '../../../src/errors.ts';
import { createLog } from '../../../src/operations/log.ts';
import { createMetrics } from '../../../src/operations/metrics.ts';
import { storeForTest } from '../../support/steady-store.ts';
import { startStrictSlack } from '../../support/slack/strict-slack.ts';
import type { Fault, StrictSlack } from '../../support/slack/types.ts';
import {
  answererOf,
  engineOver,
  gate,
  libraries,
  logged,
  mention,
  openBench,
  openHeldBench,
  question,
  readable,
} from './bench.ts';

describe('a Web API in trouble', () => {
  const faults: [string, Fault][] = [
    ['asks for patience (429)', { kind: 'rate_limited', seconds: 0 }],
    ['breaks (500)', { kind: 'http', status: 500 }],
    ['never answers', { kind: 'hang' }],
    ['cuts the connection', { kind: 'cut' }],
  ];

  test.each(faults)('that %s gets the answer again', async (_, fault) => {
    const running = await openBench();
    running.slack.failNext('chat.postMessage', fault);
    running.slack.failNext('chat.postMessage', fault);
    expect(readable(await mention(running))).toContain('deux millions');
  });

  test('that asks for patience (429) more often than anything is tried again loses no answer', async () => {
    const running = await openBench();
    for (let time = 0; time < 9; time += 1)
      running.slack.failNext('chat.postMessage', { kind: 'rate_limited', seconds: 0 });
    expect(readable(await mention(running))).toContain('deux millions');
  });

  test.each(faults.slice(1))(
    'that %s for good costs one answer, not the bot: the event is logged, without its words',
    async (_, fault) => {
      const running = await openBench();
      const { slack } = running;
      for (let time = 0; time < 4; time += 1) slack.failNext('chat.postMessage', fault);
      const sent = await slack.mention({ channel: 'C1', user: 'U1', text: 'Combien a coûté le médiabus secret ?' });
      const failed = { level: 'error', event: sent.eventId, kind: 'mention', outcome: 'failed' };
      await vi.waitFor(() => expect(logged(running.log)).toContainEqual(expect.objectContaining(failed)), 10_000);
      expect(running.log.join('')).not.toMatch(/secret|médiabus/);
      expect(readable(await mention(running))).toContain('deux millions');
    },
  );

  test('that is tried again is told of at debug: the retry mends it', async () => {
    const running = await openBench();
    running.slack.failNext('chat.postMessage', { kind: 'cut' });
    await mention(running);
    const told = logged(running.log).filter(({ message }) => String(message).includes('request failed'));
    expect(told).toMatchObject([{ level: 'debug', message: expect.stringMatching(/^bolt: http request failed/) }]);
  });

  test.each(['channel_not_found', 'is_archived', 'restricted_action'])(
    'refusing a message (%s) is logged',
    async (error) => {
      const running = await openBench();
      running.slack.failNext('chat.postMessage', { kind: 'error', error });
      await running.slack.mention({ channel: 'C1', user: 'U1', text: question });
      await vi.waitFor(() => expect(running.log.join('')).toContain(error), 10_000);
      expect(readable(await mention(running))).toContain('deux millions');
    },
  );

  test('with a modal that comes too late shows the context in a message', async () => {
    const running = await openBench();
    const { slack } = running;
    const answer = await mention(running);
    slack.failNext('views.open', { kind: 'error', error: 'expired_trigger_id' });
    await slack.click({ message: answer, action_id: 'context:0', user: 'U1' });
    const whisper = await slack.waitFor(() => slack.messages('C1').find(({ ephemeralTo }) => ephemeralTo === 'U1'));
    expect(readable(whisper)).toContain('Le passage');
    expect(whisper.thread_ts).toBe(answer.thread_ts);
  });
});

describe('an error inside the bot', () => {
  test.each([
    ['qui a payé le budget ?', 'Une erreur est survenue'],
    ['what did they say about the budget?', 'Something went wrong'],
  ])('is told in the language of the question, without details: %s', async (text, apology) => {
    const running = await openBench({
      beforeTurn: async () => {
        throw new Error('secret detail');
      },
    });
    const answer = await mention(running, text);
    expect(readable(answer)).toContain(apology);
    expect(JSON.stringify(answer)).not.toContain('secret detail');
    const failed = { level: 'error', event: expect.stringMatching(/^Ev/), kind: 'mention', outcome: 'failed' };
    await vi.waitFor(() => expect(logged(running.log)).toContainEqual(expect.objectContaining(failed)));
  });
});

describe('a socket', () => {
  test('that drops in the middle of an answer does not lose it, and the retry is not answered again', async () => {
    const slow = gate();
    const underWay = gate();
    const running = await openBench({
      beforeTurn: async ({ user }) => {
        underWay.open();
        if (user === 'U1') await slow.passed;
      },
    });
    const { slack } = running;
    const sending = slack.mention({ channel: 'C1', user: 'U1', text: question });
    await underWay.passed;
    expect(slack.dropSockets()).toBe(1);
    slow.open();
    const sent = await sending;
    expect(sent).toMatchObject({ acked: true, attempts: 2 });
    const answer = await slack.waitFor(() => slack.messages('C1', sent.thread).at(0));
    expect(readable(answer)).toContain('deux millions');
    await slack.directMessage({ user: 'U2', text: question });
    await slack.waitFor(() => slack.messages(slack.im('U2')).at(0));
    expect(slack.messages('C1')).toHaveLength(1);
  });

  test('that Slack recycles is opened again', async () => {
    const running = await openBench();
    await running.slack.connected();
    running.slack.disconnect('refresh_requested');
    await running.slack.waitFor('apps.connections.open', 2);
    await running.slack.connected();
    expect(readable(await mention(running))).toContain('deux millions');
  });

  test('is opened again however often Slack fails to give one', async () => {
    const running = await openBench({ options: { retries: { retries: 0 } } });
    await running.slack.connected();
    running.slack.failNext('apps.connections.open', { kind: 'http', status: 500 });
    expect(running.bot.connected()).toBe(true);
    expect(running.slack.dropSockets()).toBe(1);
    await vi.waitFor(() => expect(running.bot.connected()).toBe(false));
    await running.slack.waitFor('apps.connections.open', 3);
    await running.slack.connected();
    await vi.waitFor(() => expect(running.bot.connected()).toBe(true));
    expect(readable(await mention(running))).toContain('deux millions');
  });

  test('that Slack refuses to give again ends the bot with the name of the setting', async () => {
    const running = await openBench();
    await running.slack.connected();
    running.slack.failNext('apps.connections.open', { kind: 'error', error: 'invalid_auth' });
    expect(running.slack.dropSockets()).toBe(1);
    await expect(running.bot.lost).rejects.toThrow('SLACK_APP_TOKEN is refused by Slack: invalid_auth');
  });
});

/** Starts a bot over Socket Mode; `log` takes its lines. */
async function attempt(url: string, log: string[] = []) {
  const answerer = answererOf(libraries);
  return startSlack({
    secrets: { mode: 'socket', botToken: 'xoxb-1-strict-slack-bot', appToken: 'xapp-1-strict-slack-app' },
    config: { SLACK_API_URL: url },
    engine: await engineOver(() => answerer),
    answerer: () => answerer,
    store: await storeForTest(),
    log: createLog({ level: 'warn', secrets: [], write: (line) => log.push(line) }),
    metrics: createMetrics(),
    timeoutMs: 300,
    retries: { retries: 3, minTimeout: 1, maxTimeout: 2 },
  });
}

describe('at the start', () => {
  let slack: StrictSlack | undefined;

  afterEach(async () => {
    await slack?.close();
    slack = undefined;
  });

  async function refusal(method: string, fault: Fault): Promise<unknown> {
    slack = await startStrictSlack();
    for (let time = 0; time < 4; time += 1) slack.failNext(method, fault);
    return attempt(slack.apiUrl).catch((error: unknown) => error);
  }

  test.each(['invalid_auth', 'token_revoked', 'account_inactive', 'not_allowed_token_type'])(
    'a refused bot token (%s) is named, with what to do',
    async (error) => {
      const refused = await refusal('auth.test', { kind: 'error', error });
      expect(refused).toBeInstanceOf(ConfigError);
      expect(refused).toMatchObject({
        message: `SLACK_BOT_TOKEN is refused by Slack: ${error}`,
        hint: expect.stringContaining('OAuth & Permissions'),
      });
    },
  );

  test.each(['invalid_auth', 'not_allowed_token_type', 'missing_scope'])(
    'a refused app-level token (%s) is named, with what to do',
    async (error) => {
      const refused = await refusal('apps.connections.open', { kind: 'error', error });
      expect(refused).toBeInstanceOf(ConfigError);
      expect(refused).toMatchObject({
        message: `SLACK_APP_TOKEN is refused by Slack: ${error}`,
        hint: expect.stringContaining('connections:write'),
      });
    },
  );

  const unreachable: Fault[] = [
    { kind: 'http', status: 404 },
    { kind: 'hang' },
    { kind: 'cut' },
    { kind: 'error', error: 'internal_error' },
    { kind: 'rate_limited', seconds: 1 },
  ];

  test.each(
    unreachable.flatMap((fault) => ['auth.test', 'apps.connections.open'].map((method) => ({ fault, method }))),
  )('a Web API that cannot be used is tried again: $method, $fault', async ({ fault, method }) => {
    slack = await startStrictSlack();
    slack.failNext(method, fault);
    const log: string[] = [];
    const bot = await attempt(slack.apiUrl, log);
    expect(bot.connected()).toBe(true);
    expect(slack.calls(method)).toHaveLength(2);
    expect(logged(log)).toContainEqual(
      expect.objectContaining({
        message: 'slack: not reached yet, trying again',
        hint: expect.stringContaining('SLACK_API_URL'),
      }),
    );
    await bot.stop();
  });

  test('a page of another server is named as such, and not repeated', async () => {
    const other = createServer((_, response) => response.end(`<html>${'page '.repeat(1_000)}</html>`));
    await once(other.listen(0, '127.0.0.1'), 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const log: string[] = [];
    const stopping = new AbortController();
    const answerer = answererOf(libraries);
    const starting = startSlack({
      secrets: { mode: 'socket', botToken: 'xoxb-1', appToken: 'xapp-1' },
      config: { SLACK_API_URL: `http://127.0.0.1:${port}/api/` },
      engine: await engineOver(() => answerer),
      answerer: () => answerer,
      store: await storeForTest(),
      log: createLog({ level: 'debug', secrets: [], write: (line) => log.push(line) }),
      metrics: createMetrics(),
      signal: stopping.signal,
    });
    await vi.waitFor(() =>
      expect(logged(log)).toContainEqual(
        expect.objectContaining({ level: 'warn', reason: 'the server there is not the Web API' }),
      ),
    );
    stopping.abort();
    await expect(starting).rejects.toBe(stopping.signal.reason);
    other.close();
    expect(log.join('')).not.toContain('page page');
  });
});

describe('an envelope that Slack should never send', () => {
  test.each([
    ['an event without an event', { type: 'events_api', envelope_id: 'e1', payload: { secret: 'médiabus' } }],
    ['an event without a payload', { type: 'events_api', envelope_id: 'e1' }],
    ['nothing at all', null],
    ['an interaction without a payload', { type: 'interactive', envelope_id: 'e1' }],
    ['a command without a payload', { type: 'slash_commands', envelope_id: 'e1' }],
  ])('is left unread and logged without its words: %s', async (_, envelope) => {
    const running = await openBench();
    await running.slack.connected();
    running.slack.sendRaw(JSON.stringify(envelope));
    expect(readable(await mention(running))).toContain('deux millions');
    expect(logged(running.log).map(({ level }) => level)).toContainEqual(expect.stringMatching(/^(?:warn|error)$/));
    expect(running.log.join('')).not.toContain('secret');
  });
});

describe('over HTTP', () => {
  const body = {
    type: 'event_callback',
    event: { type: 'app_mention', channel: 'C1', user: 'U1', text: 'x', ts: '1.1' },
  };

  test('a wrong signature and a stale one are refused, and nothing is answered', async () => {
    const running = await openBench({ mode: 'http' });
    const { slack } = running;
    expect(await slack.deliverHttp(running.where, body, { signed: false })).toMatchObject({ status: 401 });
    const stale = Math.floor(Date.now() / 1000) - 600;
    expect(await slack.deliverHttp(running.where, body, { timestamp: stale })).toMatchObject({ status: 401 });
    await mention(running);
    expect(running.turns).toHaveLength(1);
  });
});

describe('stopping', () => {
  test('finishes the answer in hand, and acknowledges it', async () => {
    const { running, slack, underWay, release } = await openHeldBench();
    const sending = slack.mention({ channel: 'C1', user: 'U1', text: question });
    await underWay;
    const stopping = running.bot.stop();
    release();
    await stopping;
    expect(slack.messages('C1')).toHaveLength(1);
    expect(await sending).toMatchObject({ acked: true, attempts: 1 });
  });

  test('takes no further event: Slack keeps it for another process', async () => {
    const { running, slack, underWay, release } = await openHeldBench({ slack: { ackTimeoutMs: 200 } });
    const inHand = slack.mention({ channel: 'C1', user: 'U1', text: question });
    await underWay;
    const stopping = running.bot.stop();
    expect(await slack.mention({ channel: 'C1', user: 'U2', text: question })).toMatchObject({ acked: false });
    release();
    await stopping;
    await inHand;
    expect(running.turns.map(({ user }) => user)).toEqual(['U1']);
    expect(slack.messages('C1')).toHaveLength(1);
  });
});
