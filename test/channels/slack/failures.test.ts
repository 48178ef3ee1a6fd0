import { createServer } from 'node:http';
import { once } from 'node:events';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { startSlack } from '../../../src/channels/slack/app.ts';
import { createLog } from '../../../src/channels/slack/log.ts';
import { ConfigError } from '../../../src/errors.ts';
import { startStrictSlack } from '../../support/slack/strict-slack.ts';
import type { Fault, StrictSlack } from '../../support/slack/types.ts';
import { answererOf, engineOver, gate, libraries, mention, openBench, question, readable } from './bench.ts';

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

  test.each(faults)(
    'that %s for good costs one answer, not the bot: the event is logged, without its words',
    async (_, fault) => {
      const running = await openBench();
      const { slack } = running;
      for (let time = 0; time < 4; time += 1) slack.failNext('chat.postMessage', fault);
      const sent = await slack.mention({ channel: 'C1', user: 'U1', text: 'Combien a coûté le médiabus secret ?' });
      await vi.waitFor(
        () => expect(running.log.join('')).toContain(`error: slack: mention ${sent.eventId} failed`),
        10_000,
      );
      expect(running.log.join('')).not.toMatch(/secret|médiabus/);
      expect(readable(await mention(running))).toContain('deux millions');
    },
  );

  test('that is tried again is told of at debug: the retry mends it', async () => {
    const running = await openBench();
    running.slack.failNext('chat.postMessage', { kind: 'cut' });
    await mention(running);
    expect(running.log.filter((line) => line.includes('request failed'))).toEqual([
      expect.stringMatching(/^debug: bolt: http request failed/),
    ]);
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
    await vi.waitFor(() => expect(running.log.join('')).toMatch(/error: slack: mention Ev\w+ failed/));
  });
});

describe('a socket', () => {
  test('that drops in the middle of an answer does not lose it, and the retry is not answered again', async () => {
    const slow = gate();
    const running = await openBench({
      beforeTurn: async ({ user }) => {
        if (user === 'U1') await slow.passed;
      },
    });
    const { slack } = running;
    const sent = await slack.mention({ channel: 'C1', user: 'U1', text: question });
    expect(slack.dropSockets()).toBe(1);
    slow.open();
    const answer = await slack.waitFor(() => slack.messages('C1', sent.thread).at(0));
    expect(readable(answer)).toContain('deux millions');
    await slack.connected();
    await slack.mention({ channel: 'C1', user: 'U1', text: question, ts: sent.ts, eventId: sent.eventId });
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
    expect(running.slack.dropSockets()).toBe(1);
    await running.slack.waitFor('apps.connections.open', 3);
    await running.slack.connected();
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

/** Starts a bot over Socket Mode. */
async function attempt(url: string) {
  const answerer = answererOf(libraries);
  return startSlack({
    secrets: { mode: 'socket', botToken: 'xoxb-1-strict-slack-bot', appToken: 'xapp-1-strict-slack-app' },
    config: { SLACK_API_URL: url, HOST: '127.0.0.1', PORT: 0 },
    engine: await engineOver(() => answerer),
    answerer: () => answerer,
    log: createLog({ level: 'error', secrets: [], write: () => undefined }),
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

  test.each<Fault>([{ kind: 'http', status: 404 }, { kind: 'hang' }, { kind: 'cut' }])(
    'a Web API that cannot be used points at SLACK_API_URL (%o)',
    async (fault) => {
      const refused = await refusal('auth.test', fault);
      expect(refused).toBeInstanceOf(ConfigError);
      expect(refused).toMatchObject({ hint: expect.stringContaining('SLACK_API_URL') });
    },
  );

  test('a port that is taken is named', async () => {
    slack = await startStrictSlack();
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const address = taken.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const answerer = answererOf(libraries);
    const refused = await startSlack({
      secrets: { mode: 'http', botToken: slack.botToken, signingSecret: slack.signingSecret },
      config: { SLACK_API_URL: slack.apiUrl, HOST: '127.0.0.1', PORT: port },
      engine: await engineOver(() => answerer),
      answerer: () => answerer,
      log: createLog({ level: 'error', secrets: [], write: () => undefined }),
    }).catch((error: unknown) => error);
    taken.close();
    expect(refused).toBeInstanceOf(ConfigError);
    expect(refused).toMatchObject({ message: expect.stringContaining(`cannot listen on 127.0.0.1:${port}`) });
  });
});

test('a page of another server is not repeated in the error that names SLACK_API_URL', async () => {
  const other = createServer((_, response) => response.end(`<html>${'page '.repeat(1_000)}</html>`));
  await once(other.listen(0, '127.0.0.1'), 'listening');
  const address = other.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const answerer = answererOf(libraries);
  const refused = await startSlack({
    secrets: { mode: 'socket', botToken: 'xoxb-1', appToken: 'xapp-1' },
    config: { SLACK_API_URL: `http://127.0.0.1:${port}/api/`, HOST: '127.0.0.1', PORT: 0 },
    engine: await engineOver(() => answerer),
    answerer: () => answerer,
    log: createLog({ level: 'error', secrets: [], write: () => undefined }),
  }).catch((error: unknown) => error);
  other.close();
  expect(refused).toMatchObject({
    message: 'Slack does not answer: the server there is not the Web API',
    hint: expect.stringContaining('SLACK_API_URL'),
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
    expect(running.log.join('')).toMatch(/^(?:warn|error): /m);
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
    const { slack, bot } = running;
    expect(await slack.deliverHttp(bot.where, body, { signed: false })).toMatchObject({ status: 401 });
    const stale = Math.floor(Date.now() / 1000) - 600;
    expect(await slack.deliverHttp(bot.where, body, { timestamp: stale })).toMatchObject({ status: 401 });
    await mention(running);
    expect(running.turns).toHaveLength(1);
  });
});

describe('stopping', () => {
  test('finishes the answer in hand', async () => {
    const underWay = gate();
    const slow = gate();
    const running = await openBench({
      beforeTurn: async () => {
        underWay.open();
        await slow.passed;
      },
    });
    await running.slack.mention({ channel: 'C1', user: 'U1', text: question });
    await underWay.passed;
    const stopping = running.bot.stop();
    slow.open();
    await stopping;
    expect(running.slack.messages('C1')).toHaveLength(1);
  });
});
