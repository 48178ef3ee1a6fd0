import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { firstShown } from '../../src/channels/slack/answer-blocks.ts';
import { openLiveDesk } from '../../src/commands/desk.ts';
import { serve } from '../../src/commands/serve.ts';
import { parseConfig } from '../../src/config.ts';
import { createConversationEngine } from '../../src/conversation/create-engine.ts';
import { startStrictSlack } from '../support/slack/strict-slack.ts';
import type { StrictSlack } from '../support/slack/types.ts';
import { actionIds, readable } from '../channels/slack/bench.ts';

let slack: StrictSlack;

beforeEach(async () => {
  slack = await startStrictSlack({ basicOnly: true });
});

afterEach(async () => {
  await slack.close();
});

const question = 'Quel département a créé des télécentres ?';

/** The settings of a bot whose Slack is the strict one, whose address is written without the slash at its end. */
const settings = () => ({
  SLACK_BOT_TOKEN: slack.botToken,
  SLACK_APP_TOKEN: slack.appToken,
  SLACK_API_URL: slack.apiUrl.replace(/\/$/, ''),
});

/** Runs `serve` over the bundled corpus until `stop`. */
async function serving(variables: Record<string, string>) {
  const config = parseConfig(variables);
  const folders = { corpus: config.CORPUS_DIR, intents: config.INTENTS_DIR };
  const desk = await openLiveDesk(folders, { onFindings: () => undefined, onProblem: () => undefined });
  const engine = await createConversationEngine(desk, { firstShown });
  const stopping = new AbortController();
  const log: string[] = [];
  const done = serve({ config, desk, engine, signal: stopping.signal, write: (line) => log.push(line) }).finally(
    async () => {
      await engine.close();
      await desk.close();
    },
  );
  return { log, done, stop: () => stopping.abort() };
}

describe('greffier serve', () => {
  test('says once that it is connected, answers from the bundled record, and stops with exit code 0', async () => {
    const running = await serving(settings());
    const sent = await slack.mention({ channel: 'C1', user: 'U1', text: question });
    const answer = await slack.waitFor(() => slack.messages('C1', sent.thread).at(0));
    expect(readable(answer)).toMatch(/^Cantal\nMis en place par le conseil général du Cantal, CyberCantal Télécentres/);
    expect(running.log.filter((line) => line.includes('connected'))).toEqual([
      'info: slack: connected (Socket Mode)\n',
    ]);
    running.stop();
    expect(await running.done).toBe(0);
    expect(running.log.join('')).not.toMatch(/télécentres|Cantal|xoxb|xapp/i);
  });

  test('in HTTP mode says which address Slack must call', async () => {
    const running = await serving({
      ...settings(),
      SLACK_MODE: 'http',
      SLACK_SIGNING_SECRET: slack.signingSecret,
      PORT: '0',
    });
    const line = await vi.waitFor(() => {
      const found = /connected \((.+)\)/.exec(running.log.join(''))?.[1];
      expect(found).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/slack\/events$/);
      return found!;
    }, 10_000);
    slack.useHttp(line);
    const sent = await slack.mention({ channel: 'C1', user: 'U1', text: question });
    await slack.waitFor(() => slack.messages('C1', sent.thread).at(0));
    running.stop();
    expect(await running.done).toBe(0);
  });

  test('names a token that Slack refuses', async () => {
    slack.failNext('auth.test', { kind: 'error', error: 'invalid_auth' });
    const running = await serving(settings());
    await expect(running.done).rejects.toThrow('SLACK_BOT_TOKEN is refused by Slack: invalid_auth');
  });

  test('names a token that is missing', async () => {
    const running = await serving({ SLACK_BOT_TOKEN: slack.botToken });
    await expect(running.done).rejects.toThrow(/^SLACK_APP_TOKEN is missing/);
  });

  test('ends with the name of the setting when Slack refuses it while it runs', async () => {
    const running = await serving(settings());
    await slack.connected();
    slack.failNext('apps.connections.open', { kind: 'error', error: 'account_inactive' });
    expect(slack.dropSockets()).toBe(1);
    await expect(running.done).rejects.toThrow('SLACK_APP_TOKEN is refused by Slack: account_inactive');
  });

  test('can be stopped before Slack has answered', async () => {
    slack.failNext('auth.test', { kind: 'late', ms: 200 });
    const running = await serving(settings());
    running.stop();
    expect(await running.done).toBe(0);
    await slack.waitFor('apps.connections.open');
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
    return { child, output, exit: once(child, 'exit') };
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
    expect(output.stderr).toContain('slack: connected (Socket Mode)');
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
});
