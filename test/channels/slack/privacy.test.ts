import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openStore } from '../../../src/store/open-store.ts';
import { createSteadyStore } from '../../../src/store/steady.ts';
import { dataFolder } from '../../support/steady-store.ts';
import type { RecordedMessage } from '../../support/slack/types.ts';
import { type Bench, mention, question, readable } from './bench.ts';
import { forge, inThreadOf, open, said, valueOf, whisperedTo } from './forged.ts';

/** A thread in C1 in which U1 was answered. */
async function answered(): Promise<{ readonly running: Bench; readonly answer: RecordedMessage }> {
  const running = await open();
  return { running, answer: await mention(running) };
}

/** Whatever in these messages comes from U1's answer. */
const leaked = (messages: readonly RecordedMessage[]) =>
  messages.filter((each) => /médiabus|deux millions|Creuse/.test(`${each.text}${readable(each)}`));

const command = (user: string, text: string) => ({ command: '/greffier', text, user, channel: 'C1' });

describe('what a thread remembers of one person', () => {
  test('serves that person: the context and further excerpts of their answer', async () => {
    const { running, answer } = await answered();
    for (const text of ['contexte', 'autres extraits'])
      await running.slack.message({ channel: 'C1', user: 'U1', text, thread_ts: answer.thread_ts! });
    expect(leaked(await said(running)).length).toBeGreaterThan(1);
  });

  test.each(['contexte', 'autres extraits', 'et la région ?', '1'])(
    'serves nobody else who says “%s”',
    async (text) => {
      const { running, answer } = await answered();
      const own = { channel: 'C1', user: 'U2', text, thread_ts: answer.thread_ts! };
      await running.slack.message(own);
      expect(running.turns).toHaveLength(1);
      await running.slack.mention(own);
      const messages = await said(running);
      expect(running.turns).toHaveLength(2);
      expect(leaked(messages.filter(({ ts }) => ts !== answer.ts))).toEqual([]);
    },
  );

  test.each(['contexte', 'autres extraits'])('serves nobody else who presses a choice “%s”', async (text) => {
    const { running, answer } = await answered();
    const value = JSON.stringify({ text });
    await forge(running, { action: 'choose:0', value, user: 'U2', message: inThreadOf(answer) });
    const messages = await said(running);
    expect(messages).toHaveLength(2);
    expect(leaked(messages.filter(({ ts }) => ts !== answer.ts))).toEqual([]);
  });

  test('is not shown to another channel, though its click names the thread', async () => {
    const { running, answer } = await answered();
    const value = JSON.stringify({ text: 'contexte' });
    await running.slack.message({ channel: 'C2', user: 'U1', text: 'root', ts: answer.thread_ts! });
    await forge(running, { action: 'choose:0', value, channel: 'C2', message: inThreadOf(answer) });
    await said(running);
    expect(running.turns).toHaveLength(2);
    expect(running.slack.messages('C2')).toHaveLength(1);
    expect(leaked(running.slack.messages('C2'))).toEqual([]);
  });

  test('a command’s is shown to no other person in the channel', async () => {
    const running = await open();
    await running.slack.slashCommand(command('U1', question));
    await running.slack.waitFor(() => whisperedTo(running.slack.messages('C1'), 'U1').length > 0);
    await running.slack.slashCommand(command('U2', 'contexte'));
    const theirs = whisperedTo(await said(running), 'U2');
    expect(theirs).toHaveLength(1);
    expect(leaked(theirs)).toEqual([]);
  });

  test('a choice that is open for one person is neither taken nor closed by another', async () => {
    const running = await open();
    const asked = await mention(running, 'Qu’a dit Roche sur le dimanche ?');
    await running.slack.mention({ channel: 'C1', user: 'U2', text: '1', thread_ts: asked.thread_ts! });
    const [theirs] = running.slack.messages('C1', asked.thread_ts).slice(1);
    expect(readable(theirs!)).not.toContain('Nous ouvrons le dimanche');
    await running.slack.message({ channel: 'C1', user: 'U1', text: '1', thread_ts: asked.thread_ts! });
    expect(readable(running.slack.messages('C1', asked.thread_ts).at(-1)!)).toContain('Nous ouvrons le dimanche');
  });
});

describe('a value that is copied into another channel', () => {
  test('serves that channel alone, and says nothing in the first or of who asked there', async () => {
    const running = await open();
    const answer = await mention(running);
    const before = running.slack.messages('C1').length;
    await running.slack.message({ channel: 'C2', user: 'U2', text: 'root', ts: '2.0' });
    const message = { ts: '2.1', thread_ts: '2.0' };
    for (const action of ['more', 'share'])
      await forge(running, { action, value: valueOf(answer, action), user: 'U2', channel: 'C2', message });
    await said(running);
    expect(running.slack.messages('C1')).toHaveLength(before);
    const there = running.slack.messages('C2');
    expect(there.map(({ text }) => text).join()).toContain('Partagé par <@U2>');
    expect(JSON.stringify(there)).not.toMatch(/U1\b|C1\b/);
  });
});

test('what is kept to do things once tells neither who did them nor with which words', async () => {
  const dataDir = dataFolder();
  const store = await createSteadyStore({ open: () => openStore({ dataDir }), onFailure: () => undefined });
  const running = await open({ store });
  const answer = await mention(running);
  await forge(running, { action: 'share', value: valueOf(answer, 'share'), message: inThreadOf(answer) });
  await said(running);
  await store.close();
  const { default: Libsql } = await import('libsql');
  const database = new Libsql(join(dataDir, 'greffier.db'));
  const claims = database.prepare('select event, owner, state from claims').all([]);
  database.close();
  expect(claims).toHaveLength(2);
  expect(JSON.stringify(claims)).not.toMatch(/\b(?:U1|C1)\b|médiabus/);
});
