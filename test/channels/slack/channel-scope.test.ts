import { describe, expect, test } from 'vitest';
import { createSettingsBook, unreadSettings, usualSettings } from '../../../src/channels/slack/channel-settings.ts';
import { brokenStoreForTest, storeForTest } from '../../support/steady-store.ts';
import { question, readable } from './bench.ts';

import { ask, channelsForTest, command, plainly, set, start, told } from './channel-bench.ts';

describe('a channel that wants its questions answered', () => {
  test('has messages that end with a question mark answered without a mention, and no others', async () => {
    const bench = await start();
    const { slack } = bench;
    await set(bench, { listens: 'questions' });
    await slack.message({ channel: 'C1', user: 'U2', text: 'Le médiabus est passé ce matin.' });
    await slack.message({ channel: 'C1', user: 'U2', text: '<@U3> combien a coûté le médiabus ?' });
    await slack.message({ channel: 'C2', user: 'U2', text: question });
    await slack.botMessage({ channel: 'C1', text: question });
    const sent = await slack.message({ channel: 'C1', user: 'U2', text: `${question} ` });
    const answer = await slack.waitFor(() => slack.messages('C1', sent.thread).at(0));
    expect(readable(answer)).toContain('millions d’euros');
    expect(bench.turns).toHaveLength(1);
  });

  test('has a mention that asks answered once', async () => {
    const bench = await start();
    await set(bench, { listens: 'questions' });
    const sent = await bench.slack.mention({ channel: 'C1', user: 'U2', text: question });
    await bench.slack.message({
      channel: 'C1',
      user: 'U2',
      text: `<@${bench.slack.botUserId}> ${question}`,
      ts: sent.ts,
    });
    await bench.bot.stop();
    expect(bench.turns).toHaveLength(1);
  });
});

describe('a channel that wants answers for the asker alone', () => {
  test('has them so, and a follow-up by mention goes on', async () => {
    const bench = await start();
    const { slack } = bench;
    await set(bench, { answers: 'ephemeral' });
    const before = told(bench).length;
    await slack.mention({ channel: 'C1', user: 'U1', text: question });
    const answer = await slack.waitFor(() => told(bench).at(before));
    expect(readable(answer)).toContain('millions d’euros');
    expect(answer).toMatchObject({ ephemeralTo: 'U1' });
    await slack.mention({ channel: 'C1', user: 'U1', text: 'montre le contexte' });
    expect(readable(await slack.waitFor(() => told(bench).at(before + 1)))).toContain('Le passage');
    expect(slack.history('C1').filter(({ via }) => via !== 'user')).toEqual([]);
  });

  test('has them in the thread where they were asked, where a follow-up needs no mention; other threads are left alone', async () => {
    const bench = await start();
    const { slack } = bench;
    await set(bench, { answers: 'ephemeral' });
    const root = await slack.message({ channel: 'C1', user: 'U2', text: 'Parlons du médiabus.' });
    const other = await slack.message({ channel: 'C1', user: 'U2', text: 'Parlons d’autre chose.' });
    const thread = { channel: 'C1', user: 'U1', thread_ts: root.ts };
    const before = told(bench).length;
    await slack.mention({ ...thread, text: question });
    expect(await slack.waitFor(() => told(bench).at(before))).toMatchObject({ thread_ts: root.ts, ephemeralTo: 'U1' });
    await slack.message({ ...thread, text: 'montre le contexte' });
    expect(readable(await slack.waitFor(() => told(bench).at(before + 1)))).toContain('Le passage');
    await slack.message({ ...thread, thread_ts: other.ts, text: 'montre le contexte' });
    await bench.bot.stop();
    expect(bench.turns).toHaveLength(2);
  });
});

describe('a channel with files of its own', () => {
  test('is answered from them alone: mentions, commands, more, lists, context', async () => {
    const bench = await start();
    const { slack } = bench;
    await set(bench, { files: ['assises.md'] });
    const answer = await ask(bench);
    expect(readable(answer)).toContain('deux millions');
    await slack.click({ message: answer, action_id: 'more', user: 'U1' });
    await slack.click({ message: answer, action_id: 'context:0', user: 'U1' });
    await slack.waitFor('views.open', 2);
    const count = told(bench).length;
    await slack.slashCommand({ command: '/greffier', text: 'tramway', user: 'U1', channel: 'C1' });
    await slack.waitFor(() => told(bench).length > count);
    await ask(bench, 'liste des comptes rendus');
    await ask(bench, 'sommaire de transports.md');
    await bench.bot.stop();
    const shown = slack
      .messages('C1')
      .map((message) => `${message.text}\n${readable(message)}`)
      .join('\n');
    expect(`${shown}${JSON.stringify(slack.views())}`).not.toMatch(
      /trois millions|transports\.md:|Transports ·|Navettes/,
    );
  });

  test('shows nothing from other files to who asks to be told there: that comes in a direct message', async () => {
    const bench = await start();
    const { slack } = bench;
    await set(bench, { files: ['assises.md'] });
    const silence = await ask(bench, 'Que fait le tramway ?');
    await slack.click({ message: silence, action_id: 'alert', user: 'U1' });
    const answer = await slack.waitFor(() => slack.messages(slack.im('U1')).at(0));
    expect(readable(answer)).toContain('Le tramway roule');
    await bench.bot.stop();
    const whispered = slack.messages('C1').filter(({ ephemeralTo }) => ephemeralTo === 'U1');
    expect(whispered.map(readable).join()).not.toContain('tramway');
  });

  test('leaves other channels and direct messages as they are', async () => {
    const bench = await start();
    const { slack } = bench;
    await set(bench, { files: ['transports.md'] });
    expect(readable(await ask(bench, 'Que fait le tramway ?'))).toContain('tramway');
    await slack.directMessage({ user: 'U1', text: 'médiabus deux millions' });
    await slack.waitFor(() =>
      slack.messages(slack.im('U1')).some((message) => readable(message).includes('deux millions')),
    );
    expect(readable(await ask(bench, 'médiabus deux millions', 'C2'))).toContain('deux millions');
  });

  test('forgets there what was shown before from other files', async () => {
    const bench = await start();
    const { slack } = bench;
    const sent = await slack.mention({ channel: 'C1', user: 'U1', text: 'Que fait le tramway ?' });
    const answer = await slack.waitFor(() => slack.messages('C1', sent.thread).at(0));
    expect(readable(answer)).toContain('transports.md');
    await set(bench, { files: ['assises.md'] });
    await slack.mention({ channel: 'C1', user: 'U1', text: 'montre le contexte', thread_ts: sent.thread });
    const after = await slack.waitFor(() => slack.messages('C1', sent.thread).at(1));
    expect(plainly(after.text)).toContain('Je n’ai pas encore d’extrait');
    await slack.click({ message: answer, action_id: 'context:0', user: 'U1' });
    await slack.waitFor(() => told(bench).some(({ text }) => text.includes('a changé')));
  });

  test('gets no answer shared that quotes another file', async () => {
    const bench = await start({ slack: { allowMentions: ['<@U1>'] } });
    const { slack } = bench;
    await set(bench, { files: ['assises.md'] });
    await slack.directMessage({ user: 'U1', text: 'Que fait le tramway ?' });
    const answer = await slack.waitFor(() =>
      slack.messages(slack.im('U1')).find(({ blocks }) => readable({ blocks }).includes('tramway')),
    );
    await slack.click({ message: answer, action_id: 'share', user: 'U1' });
    await slack.waitFor('views.open', 2);
    const values = { channel: { channel: { type: 'conversations_select', selected_conversation: 'C1' } } };
    await slack.submitView({ view: slack.lastView()!, user: 'U1', values });
    await slack.waitFor(() => slack.messages(slack.im('U1')).some(({ text }) => text.includes('je ne l’y publie pas')));
    expect(slack.history('C1')).toEqual([]);
  });
});

/** Shares the answer to a question into C1, which consults `assises.md` alone. */
async function shared(text: string) {
  const bench = await start({ slack: { allowMentions: ['<@U1>'] } });
  const { slack } = bench;
  await set(bench, { files: ['assises.md'] });
  await slack.directMessage({ user: 'U1', text });
  const answer = await slack.waitFor(() => slack.messages(slack.im('U1')).at(0));
  await slack.click({ message: answer, action_id: 'share', user: 'U1' });
  await slack.waitFor('views.open', 2);
  const values = { channel: { channel: { type: 'conversations_select', selected_conversation: 'C1' } } };
  await slack.submitView({ view: slack.lastView()!, user: 'U1', values });
  return bench;
}

describe('an answer shared from a direct message into a channel with files of its own', () => {
  test('tells of a silence what those files hold, and nothing of the others', async () => {
    const { slack } = await shared('Que fait la zibeline ?');
    const posted = await slack.waitFor(() => slack.history('C1').at(0));
    expect(plainly(readable(posted))).toContain('J’ai cherché dans 1 compte rendu');
  });

  test('is refused where those files answer otherwise', async () => {
    const { slack } = await shared(question);
    await slack.waitFor(() => slack.messages(slack.im('U1')).some(({ text }) => text.includes('je ne l’y publie pas')));
    expect(slack.history('C1')).toEqual([]);
  });
});

describe('a quotation that is cited', () => {
  test('is not said to be published where the channel has just chosen other files', async () => {
    const store = await storeForTest();
    let reads = -1;
    const narrowed = JSON.stringify({ ...usualSettings, files: ['transports.md'] });
    const read = async () => (reads >= 0 && (reads += 1) > 1 ? narrowed : null);
    const channels = { read, all: async () => new Map<string, string>(), write: async () => undefined };
    const bench = await start({ store: { ...store, channels } });
    await command(bench, 'U1', 'C1', 'citer deux millions');
    const list = await bench.slack.waitFor(() => told(bench).at(0));
    reads = 0;
    await bench.slack.click({ message: list, action_id: 'cite-publish:0', user: 'U1' });
    expect((await bench.slack.waitFor(() => told(bench).at(1))).text).toContain('je ne l’y publie pas');
    expect(bench.slack.history('C1')).toEqual([]);
  });
});

describe('two bots over one store', () => {
  test('obey at once what was set through the other', async () => {
    const store = await storeForTest();
    const one = await start({ store });
    const other = await start({ store });
    expect(readable(await ask(other, 'Que fait le tramway ?'))).toContain('Le tramway roule');
    await set(one, { listens: 'questions', files: ['assises.md'] });
    const sent = await other.slack.message({ channel: 'C1', user: 'U2', text: 'Que fait le tramway ?' });
    const answer = await other.slack.waitFor(() => other.slack.messages('C1', sent.thread).at(0));
    expect(plainly(answer.text)).toContain('J’ai cherché dans 1 compte rendu');
    await set(one, {});
    expect(readable(await ask(other, 'Que fait le tramway ?'))).toContain('Le tramway roule');
  });
});

describe('a store out of reach', () => {
  test('leaves a channel answered, and from its own files', async () => {
    const store = await storeForTest();
    const kept = channelsForTest();
    const bench = await start({ store: { ...store, channels: kept.channels } });
    await set(bench, { files: ['assises.md'] });
    expect(readable(await ask(bench))).toContain('deux millions');
    kept.lose();
    expect(plainly((await ask(bench, 'Que fait le tramway ?')).text)).toContain('J’ai cherché dans 1 compte rendu');
  });

  test('leaves a channel that it has not told of before unanswered, kindly; direct messages are answered', async () => {
    const store = await storeForTest();
    const kept = channelsForTest();
    await kept.channels.write('C1', JSON.stringify({ ...usualSettings, files: ['assises.md'] }), 0);
    kept.lose();
    const bench = await start({ store: { ...store, channels: kept.channels } });
    const { slack } = bench;
    const answer = await ask(bench, 'Que fait le tramway ?');
    expect(plainly(answer.text)).toMatch(/^Pour le moment, je ne peux pas lire les réglages de ce canal/);
    await slack.directMessage({ user: 'U1', text: 'Que fait le tramway ?' });
    await slack.waitFor(() => slack.messages(slack.im('U1')).some((message) => readable(message).includes('roule')));
    await command(bench);
    await slack.waitFor(() => told(bench).some(({ text }) => text.includes('je ne peux rien enregistrer')));
  });

  test('lets no answer be shared with a channel that it has not told of before', async () => {
    const store = await storeForTest();
    const kept = channelsForTest();
    kept.lose();
    const bench = await start({ store: { ...store, channels: kept.channels } });
    const { slack } = bench;
    await slack.directMessage({ user: 'U1', text: 'Que fait la zibeline ?' });
    const silence = await slack.waitFor(() => slack.messages(slack.im('U1')).at(0));
    await slack.click({ message: silence, action_id: 'share', user: 'U1' });
    const values = { channel: { channel: { type: 'conversations_select', selected_conversation: 'C1' } } };
    await slack.submitView({ view: await slack.waitFor(() => slack.lastView()), user: 'U1', values });
    await slack.waitFor(() => slack.messages(slack.im('U1')).some(({ text }) => text.includes('les réglages de ce')));
    expect(slack.history('C1')).toEqual([]);
  });

  test('that was never open has no settings: a channel is answered from all files', async () => {
    const { store } = await brokenStoreForTest();
    const bench = await start({ store });
    expect(readable(await ask(bench, 'Que fait le tramway ?'))).toContain('Le tramway roule');
  });

  test('means settings that let no file through, save those read before', async () => {
    const kept = channelsForTest();
    const book = createSettingsBook(kept.channels, () => true);
    await book.change('C1', { ...usualSettings, files: ['a.md'] });
    expect(await book.of('C1')).toEqual({ ...usualSettings, files: ['a.md'] });
    kept.lose();
    expect(await book.of('C1')).toEqual({ ...usualSettings, files: ['a.md'] });
    // It had none when all were read.
    expect(await book.of('C2')).toEqual(usualSettings);
    expect(await createSettingsBook(kept.channels, () => true).of('C2')).toBe(unreadSettings);
    expect(await createSettingsBook(kept.channels, () => false).of('C2')).toEqual(usualSettings);
    await expect(book.change('C1', usualSettings)).rejects.toThrow();
  });

  test.each(['', '{', 'null', '[]', '{"files":7,"listens":"x"}'])(
    'what cannot be read (%j) means the usual settings',
    async (json) => {
      const { channels } = channelsForTest();
      await channels.write('C1', json, 0);
      expect(await createSettingsBook(channels, () => true).of('C1')).toEqual(usualSettings);
    },
  );
});
