import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { firstShown } from '../../src/channels/slack/answer-blocks.ts';
import { openLiveDesk } from '../../src/commands/desk.ts';
import { openServingStore } from '../../src/commands/serving-store.ts';
import { serve, type ServeOptions } from '../../src/commands/serve.ts';
import { parseConfig } from '../../src/config.ts';
import { createConversationEngine } from '../../src/conversation/create-engine.ts';
import { openStore } from '../../src/store/open-store.ts';
import { startStrictSlack } from '../support/slack/strict-slack.ts';
import { dataFolder } from '../support/steady-store.ts';
import type { StrictSlack } from '../support/slack/types.ts';
import { actionIds, libraries, logged, readable } from '../channels/slack/bench.ts';

let slack: StrictSlack;

beforeEach(async () => {
  slack = await startStrictSlack({ basicOnly: true });
});

afterEach(async () => {
  await slack.close();
});

const question = 'Quel département a créé des télécentres ?';

/**
 * The settings of a bot whose Slack is the strict one, whose address is written without the slash at its end, and which
 * takes a free port.
 */
const settings = () => ({
  SLACK_BOT_TOKEN: slack.botToken,
  SLACK_APP_TOKEN: slack.appToken,
  SLACK_API_URL: slack.apiUrl.replace(/\/$/, ''),
  PORT: '0',
  DATA_DIR: dataFolder(),
});

const httpSettings = () => ({ ...settings(), SLACK_MODE: 'http', SLACK_SIGNING_SECRET: slack.signingSecret });

/** Runs `serve` over the bundled corpus until `stop`. */
function serving(variables: Record<string, string>, options: Partial<ServeOptions> = {}) {
  const config = parseConfig(variables);
  const folders = { corpus: config.CORPUS_DIR, intents: config.INTENTS_DIR };
  const stopping = new AbortController();
  const log: string[] = [];
  const closed: string[] = [];
  const done = serve({
    config,
    portChosen: true,
    async open(operations) {
      const desk = await openLiveDesk(folders, { onFindings: () => undefined, onProblem: () => undefined });
      const store = await openServingStore(config, operations);
      const engine = await createConversationEngine(desk, { firstShown, threads: store.threads });
      return {
        desk,
        engine,
        store,
        async close() {
          await engine.close();
          await desk.close();
          await store.close();
          closed.push('desk');
        },
      };
    },
    signal: stopping.signal,
    write: (line) => log.push(line),
    ...options,
  });
  done.catch(() => undefined);
  /** The `where` of the line with this message. */
  const told = (message: string) =>
    vi.waitFor(() => {
      const line = logged(log).find((each) => each['message'] === message);
      expect(line).toBeDefined();
      return String(line?.['where']);
    }, 10_000);
  return { log, done, closed, told, stop: () => stopping.abort() };
}

async function get(address: string) {
  const response = await fetch(address);
  return [response.status, (await response.text()).trim()] as const;
}

/** A port of 127.0.0.1 that somebody else listens on. */
async function taken() {
  const other = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void other.close());
  await once(other, 'listening');
  const address = other.address();
  return String(typeof address === 'object' ? address?.port : '');
}

describe('greffier serve', () => {
  test('tells who waits for an answer as soon as a file that gives it is added to the corpus', async () => {
    const corpus = dataFolder();
    writeFileSync(join(corpus, 'assises.md'), libraries);
    const running = serving({ ...settings(), CORPUS_DIR: corpus });
    await slack.directMessage({ user: 'U1', text: 'Combien a coûté la fusée ?' });
    const channel = slack.im('U1');
    const silence = await slack.waitFor(() => slack.messages(channel).find(({ user }) => user === slack.botUserId));
    await slack.click({ message: silence, action_id: 'alert', user: 'U1' });
    await slack.waitFor(() => slack.messages(channel).find(({ text }) => text.startsWith('C’est noté.')));
    writeFileSync(join(corpus, 'fusees.md'), '---\ntitle: Fusées\n---\nLa fusée a coûté neuf millions d’euros.\n');
    const told = await slack.waitFor(() => slack.messages(channel).find(({ text }) => text.includes('neuf millions')));
    expect(readable(told)).toContain('Combien a coûté la fusée ?');
    running.stop();
    expect(await running.done).toBe(0);
  });

  test('says once that it is connected, answers from the bundled record, and stops with exit code 0', async () => {
    const running = serving(settings());
    const sent = await slack.mention({ channel: 'C1', user: 'U1', text: question });
    const answer = await slack.waitFor(() => slack.messages('C1', sent.thread).at(0));
    expect(readable(answer)).toMatch(/^Cantal\nMis en place par le conseil général du Cantal, CyberCantal Télécentres/);
    expect(logged(running.log).filter(({ message }) => message === 'slack: connected')).toMatchObject([
      { level: 'info', where: 'Socket Mode' },
    ]);
    running.stop();
    expect(await running.done).toBe(0);
    expect(running.closed).toEqual(['desk']);
    expect(running.log.join('')).not.toMatch(/télécentres|Cantal|xoxb|xapp/i);
  });

  test('in HTTP mode says which address Slack must call, beside its health and metrics', async () => {
    const running = serving(httpSettings());
    const where = await running.told('slack: connected');
    expect(where).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/slack\/events$/);
    slack.useHttp(where);
    const sent = await slack.mention({ channel: 'C1', user: 'U1', text: question });
    await slack.waitFor(() => slack.messages('C1', sent.thread).at(0));
    expect(await get(new URL('/readyz', where).href)).toEqual([200, '{"index":true,"slack":true,"store":true}']);
    running.stop();
    expect(await running.done).toBe(0);
  });

  test('in Socket Mode tells its health and its metrics too', async () => {
    const running = serving(settings());
    const address = await running.told('http: listening');
    await running.told('slack: connected');
    await slack.mention({ channel: 'C1', user: 'U1', text: question });
    expect(await get(`${address}/healthz`)).toEqual([200, 'ok']);
    expect(await get(`${address}/readyz`)).toEqual([200, '{"index":true,"slack":true,"store":true}']);
    const [, metrics] = await get(`${address}/metrics`);
    expect(metrics).toMatch(/^greffier_questions_total\{outcome="answered"\} 1$/m);
    expect(metrics).toMatch(/^greffier_index_files 1$/m);
    expect(metrics).toMatch(/^greffier_index_passages [1-9]\d*$/m);
    expect((await get(`${address}/slack/events`))[0]).toBe(404);
    running.stop();
    expect(await running.done).toBe(0);
  });

  test('is up before Slack can be reached, is not ready until then, and goes on trying', async () => {
    for (let time = 0; time < 2; time += 1) slack.failNext('auth.test', { kind: 'http', status: 503 });
    const running = serving(settings());
    const address = await running.told('http: listening');
    await slack.waitFor('auth.test');
    expect(await get(`${address}/healthz`)).toEqual([200, 'ok']);
    expect(await get(`${address}/readyz`)).toEqual([503, '{"index":true,"slack":false,"store":true}']);
    await running.told('slack: connected');
    expect(await get(`${address}/readyz`)).toEqual([200, '{"index":true,"slack":true,"store":true}']);
    running.stop();
    expect(await running.done).toBe(0);
  });

  test('answers without a store that cannot be had, says so, and is not ready', async () => {
    const file = join(dataFolder(), 'file');
    writeFileSync(file, '');
    const running = serving({ ...settings(), DATA_DIR: file });
    const address = await running.told('http: listening');
    await running.told('slack: connected');
    expect(await get(`${address}/readyz`)).toEqual([503, '{"index":true,"slack":true,"store":false}']);
    await slack.mention({ channel: 'C1', user: 'U1', text: question, retries: 2 });
    expect(slack.messages('C1')).toHaveLength(1);
    const lines = logged(running.log).filter(({ level }) => level === 'error');
    expect(lines).toEqual([
      expect.objectContaining({
        message: 'store: answers go on without it',
        operation: 'open',
        hint: 'point DATA_DIR to a folder',
      }),
    ]);
    running.stop();
    expect(await running.done).toBe(0);
  });

  describe('with a port that is taken', () => {
    test('and was not chosen, Socket Mode goes on without health and says so', async () => {
      const running = serving({ ...settings(), PORT: await taken() }, { portChosen: false });
      await running.told('slack: connected');
      expect(logged(running.log)).toContainEqual(
        expect.objectContaining({ level: 'warn', message: expect.stringContaining('goes on without /healthz') }),
      );
      await slack.mention({ channel: 'C1', user: 'U1', text: question });
      expect(slack.messages('C1')).toHaveLength(1);
      running.stop();
      expect(await running.done).toBe(0);
    });

    test('and was chosen, refuses to start', async () => {
      const port = await taken();
      const running = serving({ ...settings(), PORT: port });
      await expect(running.done).rejects.toThrow(`cannot listen on HOST 127.0.0.1, PORT ${port}`);
      expect(slack.calls()).toEqual([]);
    });

    test('refuses to start in HTTP mode, chosen or not', async () => {
      const port = await taken();
      const running = serving({ ...httpSettings(), PORT: port }, { portChosen: false });
      await expect(running.done).rejects.toThrow(`cannot listen on HOST 127.0.0.1, PORT ${port}`);
    });
  });

  test('names a token that Slack refuses', async () => {
    slack.failNext('auth.test', { kind: 'error', error: 'invalid_auth' });
    const running = serving(settings());
    await expect(running.done).rejects.toThrow('SLACK_BOT_TOKEN is refused by Slack: invalid_auth');
  });

  test('names a token that is missing', async () => {
    const running = serving({ SLACK_BOT_TOKEN: slack.botToken });
    await expect(running.done).rejects.toThrow(/^SLACK_APP_TOKEN is missing/);
  });

  test('ends with the name of the setting when Slack refuses it while it runs', async () => {
    const running = serving(settings());
    await slack.connected();
    slack.failNext('apps.connections.open', { kind: 'error', error: 'account_inactive' });
    expect(slack.dropSockets()).toBe(1);
    await expect(running.done).rejects.toThrow('SLACK_APP_TOKEN is refused by Slack: account_inactive');
  });

  test('can be stopped before Slack has answered', async () => {
    slack.failNext('auth.test', { kind: 'late', ms: 200 });
    const running = serving(settings());
    await slack.waitFor(() => slack.calls('auth.test').length === 1);
    running.stop();
    expect(await running.done).toBe(0);
    expect(slack.calls('apps.connections.open')).toEqual([]);
  });

  test('can be stopped while it waits to try Slack again', async () => {
    for (let time = 0; time < 9; time += 1) slack.failNext('auth.test', { kind: 'cut' });
    const running = serving(settings());
    await running.told('slack: not reached yet, trying again');
    running.stop();
    expect(await running.done).toBe(0);
    expect(running.closed).toEqual(['desk']);
  });
});

describe('npm start with Slack tokens', () => {
  const command = fileURLToPath(new URL('../../bin/greffier.js', import.meta.url));

  function start(variables: Record<string, string>) {
    const child = spawn(process.execPath, [command], {
      env: { PATH: process.env['PATH'], ...variables },
      stdio: 'pipe',
    });
    const output = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
    onTestFinished(() => void child.kill('SIGKILL'));
    return { child, output, exit: once(child, 'exit') };
  }

  /** A bot whose answer is in hand: Slack keeps it waiting for its message. */
  async function busy(seconds: number) {
    slack.failNext('chat.postMessage', { kind: 'late', ms: seconds * 1000 });
    const started = start(settings());
    await slack.connected();
    const sending = slack.mention({ channel: 'C1', user: 'U1', text: question });
    await slack.waitFor(() => slack.calls('chat.postMessage').length === 1);
    return { ...started, sending };
  }

  test('connects, answers a mention in its thread, has buttons that work, writes nothing to standard output', async () => {
    const { child, output, exit } = start(settings());
    await slack.connected();
    const sent = await slack.mention({ channel: 'C1', user: 'U1', text: question });
    const answer = await slack.waitFor(() => slack.messages('C1', sent.thread).at(0));
    expect(actionIds(answer)).toContain('context:0');
    await slack.click({ message: answer, action_id: 'context:0', user: 'U1' });
    await slack.waitFor(() => slack.lastView());
    child.kill('SIGTERM');
    expect((await exit)[0]).toBe(0);
    expect(output.stdout).toBe('');
    expect(logged(output.stderr.trimEnd().split('\n'))).toContainEqual(
      expect.objectContaining({ message: 'slack: connected', where: 'Socket Mode' }),
    );
  });

  test('with a refused token ends with exit code 2 and one line that says what to do', async () => {
    slack.failNext('auth.test', { kind: 'error', error: 'invalid_auth' });
    const { output, exit } = start(settings());
    expect((await exit)[0]).toBe(2);
    const [line] = output.stderr.trimEnd().split('\n').slice(-1);
    expect(line).toMatch(
      /^greffier: SLACK_BOT_TOKEN is refused by Slack: invalid_auth \(copy the Bot User OAuth Token/,
    );
    expect(output.stderr).not.toMatch(/ at |xoxb/);
  });

  test('over a database that a newer Greffier wrote ends with exit code 2 and one line that says what to do', async () => {
    const variables = settings();
    await (await openStore({ dataDir: variables.DATA_DIR })).close();
    const { default: Libsql } = await import('libsql');
    const database = new Libsql(join(variables.DATA_DIR, 'greffier.db'));
    database.exec('update schema_version set version = 99');
    database.close();
    const { output, exit } = start(variables);
    expect((await exit)[0]).toBe(2);
    const lines = output.stderr.trimEnd().split('\n');
    expect(lines.at(-1)).toMatch(
      /^greffier: .*greffier\.db has schema version 99, and this Greffier knows versions up to \d+ \(start the newer Greffier/,
    );
    expect(logged(lines.slice(0, -1)).filter(({ level }) => level !== 'info')).toEqual([]);
    expect(slack.calls()).toEqual([]);
  });

  test.each(['SIGTERM', 'SIGINT'] as const)(
    'finishes the answer in hand on %s, acknowledges it, and exits with 0',
    async (signal) => {
      const { child, output, exit, sending } = await busy(1);
      child.kill(signal);
      expect((await exit)[0]).toBe(0);
      expect(slack.messages('C1')).toHaveLength(1);
      expect(await sending).toMatchObject({ acked: true, attempts: 1 });
      const lines = logged(output.stderr.trimEnd().split('\n'));
      expect(lines).toContainEqual(expect.objectContaining({ kind: 'mention', outcome: 'answered' }));
      expect(lines.at(-1)).toMatchObject({ message: 'stopped' });
    },
  );

  test.each([
    ['SIGTERM', 'SIGTERM', 143],
    ['SIGTERM', 'SIGINT', 130],
    ['SIGINT', 'SIGTERM', 143],
  ] as const)('a second signal ends it at once: %s, %s', async (first, second, code) => {
    const { child, output, exit } = await busy(60);
    child.kill(first);
    await vi.waitFor(() => expect(output.stderr).toContain('"stopping"'), 10_000);
    child.kill(second);
    expect((await exit)[0]).toBe(code);
    expect(output.stderr).not.toContain('"stopped"');
  });

  test('ends in time and closes everything though Slack never takes the answer in hand', async () => {
    slack.failNext('chat.postMessage', { kind: 'hang' });
    const { child, output, exit } = start(settings());
    await slack.connected();
    void slack.mention({ channel: 'C1', user: 'U1', text: question });
    await slack.waitFor('chat.postMessage');
    child.kill('SIGTERM');
    expect((await exit)[0]).toBe(0);
    expect(logged(output.stderr.trimEnd().split('\n')).at(-1)).toMatchObject({ message: 'stopped' });
  });

  test('an event whose process is killed in the middle of the answer is answered by the next one', async () => {
    const shared = settings();
    slack.failNext('chat.postMessage', { kind: 'hang' });
    const { child, exit } = start(shared);
    await slack.connected();
    const sending = slack.mention({ channel: 'C1', user: 'U1', text: question });
    await slack.waitFor('chat.postMessage');
    child.kill('SIGKILL');
    await exit;
    const next = start(shared);
    expect(await sending).toMatchObject({ acked: true, attempts: 2 });
    expect(slack.messages('C1')).toHaveLength(1);
    next.child.kill('SIGTERM');
    expect((await next.exit)[0]).toBe(0);
  });

  test('tells everything that is wrong at once: settings, missing secrets, intents and the corpus folder', async () => {
    const { output, exit } = start({
      SLACK_BOT_TOKEN: slack.botToken,
      PORT: '70000',
      LOG_LEVEL: 'loud',
      INTENTS_DIR: '/nowhere/intents',
      CORPUS_DIR: '/nowhere/corpus',
    });
    expect((await exit)[0]).toBe(2);
    const lines = output.stderr.trimEnd().split('\n');
    expect(lines).toEqual([
      expect.stringMatching(/^greffier: PORT is "70000" \(/),
      expect.stringMatching(/^LOG_LEVEL is "loud" \(/),
      expect.stringMatching(/^SLACK_APP_TOKEN is missing \(/),
      expect.stringMatching(/^\/nowhere\/intents: cannot be read \(/),
      expect.stringContaining('corpus folder "/nowhere/corpus"'),
    ]);
  });
});
