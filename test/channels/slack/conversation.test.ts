import { describe, expect, test, vi } from 'vitest';
import { type Bench, openBench, question, readable } from './bench.ts';

/** The bot's messages of a thread, once there are `count`. */
async function answers({ slack }: Bench, channel: string, thread: string | undefined, count = 1) {
  return slack.waitFor(() => {
    const messages = slack.messages(channel, thread);
    return messages.length >= count && messages;
  });
}

/** Resolves when everything sent before has been dealt with: a question of somebody else is answered. */
async function settled(running: Bench): Promise<void> {
  const last = await running.slack.directMessage({ user: 'U9SETTLED', text: question });
  await answers(running, running.slack.im('U9SETTLED'), undefined);
  expect(last.acked).toBe(true);
}

describe.each(['socket', 'http'] as const)('over %s', (mode) => {
  test('a mention is answered in a thread under it, with the words of the record and where they stand', async () => {
    const running = await openBench({ mode });
    const sent = await running.slack.mention({ channel: 'C1', user: 'U1', text: question });
    const [answer] = await answers(running, 'C1', sent.thread);
    expect(answer).toMatchObject({ thread_ts: sent.ts, via: 'chat.postMessage' });
    expect(readable(answer!)).toContain('deux millions d’euros\nLe médiabus a coûté deux millions d’euros.');
    expect(readable(answer!)).toContain('Assises des bibliothèques · 14 mars 2023 · Lire à la campagne');
    expect(readable(answer!)).toContain('assises.md:10');
    expect(answer!.text).toContain('Le médiabus a coûté deux millions d’euros.');
    expect(running.turns[0]!.text).toBe(question);
  });

  test("Slack's retries of a mention are answered once", async () => {
    const running = await openBench({ mode });
    await running.slack.mention({ channel: 'C1', user: 'U1', text: question, retries: 3 });
    await settled(running);
    expect(running.slack.messages('C1')).toHaveLength(1);
  });

  test('a direct message is answered in the conversation itself', async () => {
    const running = await openBench({ mode });
    await running.slack.directMessage({ user: 'U1', text: question });
    const [answer] = await answers(running, running.slack.im('U1'), undefined);
    expect(answer!.thread_ts).toBeUndefined();
  });
});

describe('threads', () => {
  test('a mention inside a thread is answered in that thread', async () => {
    const running = await openBench();
    const sent = await running.slack.mention({
      channel: 'C1',
      user: 'U1',
      text: question,
      thread_ts: '1700000000.000100',
    });
    const [answer] = await answers(running, 'C1', sent.thread);
    expect(answer!.thread_ts).toBe('1700000000.000100');
  });

  test('a direct message inside a thread is answered in that thread', async () => {
    const running = await openBench();
    await running.slack.directMessage({ user: 'U1', text: question, thread_ts: '1700000000.000100' });
    const [answer] = await answers(running, running.slack.im('U1'), '1700000000.000100');
    expect(answer!.thread_ts).toBe('1700000000.000100');
  });

  test('who was answered in a thread goes on there without naming the bot', async () => {
    const running = await openBench();
    const { slack } = running;
    const sent = await slack.mention({ channel: 'C1', user: 'U1', text: question });
    await answers(running, 'C1', sent.thread);
    await slack.message({
      channel: 'C1',
      user: 'U1',
      text: 'Qui tient les dépôts de livres ?',
      thread_ts: sent.thread,
    });
    expect(await answers(running, 'C1', sent.thread, 2)).toHaveLength(2);
    expect(new Set(running.turns.map(({ conversation }) => conversation)).size).toBe(1);
  });

  test('neither other people there nor what is said to somebody else is answered', async () => {
    const running = await openBench();
    const { slack } = running;
    const sent = await slack.mention({ channel: 'C1', user: 'U1', text: question });
    await answers(running, 'C1', sent.thread);
    await slack.message({ channel: 'C1', user: 'U2', text: 'Et alors ?', thread_ts: sent.thread });
    await slack.message({ channel: 'C1', user: 'U1', text: '<@U2> tu viens ?', thread_ts: sent.thread });
    await settled(running);
    expect(slack.messages('C1')).toHaveLength(1);
  });
});

describe('what is left alone', () => {
  test('messages of a channel that do not name the bot', async () => {
    const running = await openBench();
    await running.slack.message({ channel: 'C1', user: 'U1', text: question });
    await settled(running);
    expect(running.slack.messages('C1')).toEqual([]);
  });

  test('other bots, the bot itself, joins and edits', async () => {
    const running = await openBench();
    const { slack } = running;
    const text = `<@${slack.botUserId}> ${question}`;
    await slack.botMessage({ channel: 'C1', text });
    await slack.ownMessage({ channel: 'C1', text });
    await slack.joined({ channel: 'C1', user: 'U1' });
    const sent = await slack.mention({ channel: 'C1', user: 'U1', text: question });
    await slack.edited({ channel: 'C1', ts: sent.ts, text: `${text} !` });
    await settled(running);
    expect(running.turns.filter(({ user }) => user !== 'U9SETTLED')).toHaveLength(1);
    expect(slack.messages('C1')).toHaveLength(1);
  });

  test('events that are no messages, and messages without an author', async () => {
    const running = await openBench();
    await running.slack.event({ type: 'app_mention', channel: 'C1', ts: '1.1', text: 'x' });
    await running.slack.event({ type: 'message', channel: { id: 'C1' }, user: 'U1' });
    await settled(running);
    expect(running.slack.messages('C1')).toEqual([]);
  });
});

describe('events of sparing servers', () => {
  test('a mention that arrives as app_mention and as message is answered once', async () => {
    const running = await openBench();
    const { slack } = running;
    const sent = await slack.mention({ channel: 'C1', user: 'U1', text: question });
    const text = `<@${slack.botUserId}> ${question}`;
    await slack.message({ channel: 'C1', user: 'U1', text, ts: sent.ts });
    await settled(running);
    expect(slack.messages('C1')).toHaveLength(1);
  });

  test('a mention that arrives only as a message is answered too', async () => {
    const running = await openBench();
    const { slack } = running;
    const sent = await slack.message({ channel: 'C1', user: 'U1', text: `<@${slack.botUserId}> ${question}` });
    expect(await answers(running, 'C1', sent.thread)).toHaveLength(1);
  });

  test('a direct message without channel_type is known by its channel', async () => {
    const running = await openBench();
    const { slack } = running;
    const channel = slack.im('U1');
    await slack.event({ type: 'message', channel, user: 'U1', text: question, ts: '1700000000.000100' });
    expect(await answers(running, channel, undefined)).toHaveLength(1);
  });

  test('a message with a file is answered', async () => {
    const running = await openBench();
    const { slack } = running;
    const channel = slack.im('U1');
    const event = { type: 'message', subtype: 'file_share', channel, user: 'U1', text: question, ts: '1700000000.1' };
    await slack.event({ ...event, channel_type: 'im' });
    expect(await answers(running, channel, undefined)).toHaveLength(1);
  });
});

describe('the conversation opened in the app', () => {
  test('suggests prompts, without a thread', async () => {
    const running = await openBench();
    await running.slack.appHomeOpened({ user: 'U1', tab: 'messages' });
    const [call] = await running.slack.waitFor('assistant.threads.setSuggestedPrompts');
    expect(call!.args).toMatchObject({ channel_id: running.slack.im('U1') });
    expect(call!.args).not.toHaveProperty('thread_ts');
    expect(call!.outcome).toBe('ok');
  });

  test('goes on where the workspace refuses prompts, and says so once in the log', async () => {
    const running = await openBench({
      slack: { refuse: { 'assistant.threads.setSuggestedPrompts': 'missing_scope' } },
    });
    await running.slack.appHomeOpened({ user: 'U1', tab: 'messages' });
    await vi.waitFor(() => expect(running.log.join('')).toContain('setSuggestedPrompts'));
    await running.slack.appHomeOpened({ user: 'U2', tab: 'messages' });
    await settled(running);
    expect(running.log.filter((line) => line.includes('setSuggestedPrompts'))).toHaveLength(1);
  });

  test('does nothing on the home tab', async () => {
    const running = await openBench();
    await running.slack.appHomeOpened({ user: 'U1', tab: 'home' });
    await settled(running);
    expect(running.slack.calls('assistant.threads.setSuggestedPrompts')).toEqual([]);
  });
});
