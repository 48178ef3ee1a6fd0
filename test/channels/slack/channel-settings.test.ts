import { describe, expect, test } from 'vitest';
import { createSettingsBook, fits, usualSettings } from '../../../src/channels/slack/channel-settings.ts';
import { seal } from '../../../src/channels/slack/pointer.ts';
import { settingsView } from '../../../src/channels/slack/settings-view.ts';
import type { Channels } from '../../../src/store/store.ts';
import { answererWith, record } from '../../support/corpora.ts';
import { storeForTest } from '../../support/steady-store.ts';
import { checkView } from '../../support/slack/check-blocks.ts';
import type { RecordedMessage, RecordedView } from '../../support/slack/types.ts';
import { actionIds, type Bench, type BenchOptions, openBench, question, readable } from './bench.ts';

const files = {
  'assises.md': record(
    'Assises',
    '# Lire\n\nLe médiabus a coûté deux millions d’euros. Une tournée commence.',
    '2023-03-14',
  ),
  'transports.md': record('Transports', '# Navettes\n\nLe médiabus a coûté trois millions d’euros. Le tramway roule.'),
};
const two = answererWith(files);

/** A bot over two files, unless told otherwise. */
const start = (options: BenchOptions = {}): Promise<Bench> => openBench({ answerer: two, ...options });

/** Settings of channels kept in this process, which can be lost. */
function channelsForTest(): { readonly channels: Channels; readonly lose: () => void } {
  const kept = new Map<string, string>();
  let lost = false;
  const reached = <T>(work: () => T): Promise<T> =>
    lost ? Promise.reject(new Error('out of reach')) : Promise.resolve(work());
  return {
    channels: {
      read: (channel) => reached(() => kept.get(channel) ?? null),
      write: (channel, settings) => reached(() => void kept.set(channel, settings)),
    },
    lose: () => {
      lost = true;
    },
  };
}

const command = ({ slack }: Bench, user = 'U1', channel = 'C1', text = 'réglages') =>
  slack.slashCommand({ command: '/greffier', text, user, channel });

/** What one person alone was told in a channel or in a direct message. */
const told = ({ slack }: Bench, user = 'U1', channel = 'C1'): readonly RecordedMessage[] => [
  ...slack.messages(channel).filter(({ ephemeralTo }) => ephemeralTo === user),
  ...slack.messages(slack.im(user)),
];

async function opened(bench: Bench, user = 'U1', channel = 'C1'): Promise<RecordedView> {
  const before = bench.slack.calls('views.open').length;
  await command(bench, user, channel);
  await bench.slack.waitFor('views.open', before + 1);
  return bench.slack.lastView()!;
}

interface Chosen {
  readonly listens?: 'mentions' | 'questions';
  readonly answers?: 'thread' | 'ephemeral';
  readonly files?: readonly string[];
  readonly patterns?: string;
}

const radio = (name: string, value: string) => ({
  [name]: { [name]: { type: 'radio_buttons', selected_option: { value } } },
});

/** The state of the modal's inputs. */
function inputs({ listens = 'mentions', answers = 'thread', files: some, patterns }: Chosen): Record<string, unknown> {
  return {
    ...radio('listens', listens),
    ...radio('answers', answers),
    ...radio('scope', some === undefined && patterns === undefined ? 'all' : 'some'),
    files: {
      files: { type: 'multi_static_select', selected_options: (some ?? []).map((file) => ({ value: seal(file) })) },
    },
    ...(patterns !== undefined && { patterns: { patterns: { type: 'plain_text_input', value: patterns } } }),
  };
}

/** Changes the settings of C1 as a person does. */
async function set(bench: Bench, chosen: Chosen, user = 'U1'): Promise<string> {
  const view = await opened(bench, user);
  const before = told(bench, user).length;
  await bench.slack.submitView({ view, user, values: inputs(chosen) });
  return bench.slack.waitFor(() => told(bench, user).at(before)?.text);
}

async function ask(bench: Bench, text = question, channel = 'C1'): Promise<RecordedMessage> {
  const sent = await bench.slack.mention({ channel, user: 'U1', text });
  return bench.slack.waitFor(() => bench.slack.messages(channel, sent.thread).at(0));
}

const plainly = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('the settings of a channel', () => {
  test.each(['socket', 'http'] as const)(
    'open in a modal as they stand, and are told once changed (%s)',
    async (mode) => {
      const bench = await start({ mode });
      const view = await opened(bench);
      expect(view.view).toMatchObject({ title: { text: 'Réglages du canal' } });
      expect(actionIds(view.view)).toEqual(['listens', 'answers', 'scope', 'files']);
      const text = await set(bench, { listens: 'questions', answers: 'ephemeral', files: ['assises.md'] });
      expect(plainly(text)).toBe(
        'C’est réglé. Réglages de ce canal : Aussi aux messages qui finissent par « ? » · À la personne qui demande, elle seule · 1 fichier sur 2.',
      );
      const again = await opened(bench);
      expect(JSON.stringify(again.view.blocks)).toContain(
        '"initial_options":[{"text":{"type":"plain_text","text":"assises.md"',
      );
    },
  );

  test('open in English for who has Slack in English', async () => {
    const bench = await start({ slack: { users: [{ id: 'U1', locale: 'en-GB' }] } });
    await command(bench, 'U1', 'C1', 'settings');
    const view = await bench.slack.waitFor(() => bench.slack.lastView());
    expect(view.view).toMatchObject({ title: { text: 'Channel settings' } });
  });

  test('are not those of a conversation with the bot', async () => {
    const bench = await start();
    await command(bench, 'U1', bench.slack.im('U1'));
    const message = await bench.slack.waitFor(() => bench.slack.messages(bench.slack.im('U1')).at(0));
    expect(plainly(message.text)).toContain('lancez /greffier réglages dans le canal');
  });

  test('are told in words where no modal can be opened', async () => {
    const bench = await start({ slack: { refuse: { 'views.open': 'unknown_method' } } });
    await command(bench);
    const message = await bench.slack.waitFor(() => told(bench).at(0));
    expect(plainly(message.text)).toMatch(
      /^Réglages de ce canal : Seulement quand on me mentionne[^]*n’a pas pu s’ouvrir/,
    );
  });

  test('say which file they ask for where none is chosen', async () => {
    const bench = await start();
    const view = await opened(bench);
    const sent = await bench.slack.submitView({ view, user: 'U1', values: inputs({ files: [] }) });
    expect(JSON.stringify(sent.response)).toContain('Indiquez au moins un fichier');
    await bench.slack.submitView({ view, user: 'U1', values: inputs({ files: ['assises.md'] }) });
    await bench.slack.waitFor(() => told(bench).at(0)?.text.includes('1 fichier sur 2'));
  });

  test('say kindly that they could not be kept, and change nothing', async () => {
    const store = await storeForTest();
    const channels: Channels = {
      read: (channel) => store.channels.read(channel),
      write: () => Promise.reject(new Error('disk full')),
    };
    const broken = { ...store, channels };
    const bench = await start({ store: broken });
    expect(await set(bench, { listens: 'questions' })).toContain('rien n’a changé');
    expect(await store.channels.read('C1')).toBeNull();
  });
});

describe('who may change the settings of a channel', () => {
  const channels = [{ id: 'C1', creator: 'UCREATOR', members: ['UCREATOR', 'UADMIN', 'UMEMBER', 'UBOSS'] }];
  const users = [
    { id: 'UADMIN', isAdmin: true },
    { id: 'UAWAY', isAdmin: true },
  ];
  const slack = { channels, users };

  test.each(['UBOSS', 'UCREATOR', 'UADMIN'])('%s may', async (user) => {
    const bench = await start({ slack, options: { maintainers: ['UBOSS'] } });
    await opened(bench, user);
  });

  test.each(['UMEMBER', 'UAWAY'])('%s may not, and is told who may', async (user) => {
    const bench = await start({ slack, options: { maintainers: ['UBOSS'] } });
    await command(bench, user);
    const message = await bench.slack.waitFor(() => told(bench, user).at(0));
    expect(message.text).toContain('il faut être mainteneur');
    expect(bench.slack.views()).toEqual([]);
  });

  test('only maintainers where Slack does not tell who is who', async () => {
    const bench = await start({ slack: { ...slack, basicOnly: true }, options: { maintainers: ['UBOSS'] } });
    await command(bench, 'UCREATOR');
    await bench.slack.waitFor(() => told(bench, 'UCREATOR').length > 0);
    expect(bench.slack.views()).toEqual([]);
    await opened(bench, 'UBOSS');
  });

  test('anybody in the channel where no maintainer is named', async () => {
    const bench = await start({ slack: { ...slack, basicOnly: true } });
    expect(await set(bench, { listens: 'questions' }, 'UMEMBER')).toContain('C’est réglé');
  });

  test('a large channel is looked through page by page', async () => {
    const members = [...Array.from({ length: 2_500 }, (_, index) => `U${index}`), 'UADMIN'];
    const bench = await start({
      slack: { users, channels: [{ id: 'C1', members }] },
      options: { maintainers: ['UBOSS'] },
    });
    await opened(bench, 'UADMIN');
    expect(bench.slack.calls('conversations.members')).toHaveLength(3);
  });

  test('who lost the right while the modal was open changes nothing', async () => {
    const bench = await start({ slack, options: { maintainers: ['UBOSS'] } });
    const view = await opened(bench, 'UCREATOR');
    bench.slack.channels.set('C1', { ...bench.slack.channels.get('C1')!, creator: 'UADMIN' });
    await bench.slack.submitView({ view, user: 'UCREATOR', values: inputs({ listens: 'questions' }) });
    await bench.slack.waitFor(() => told(bench, 'UCREATOR').at(0)?.text.includes('il faut être mainteneur'));
    expect(await bench.store.channels.read('C1')).toBeNull();
  });
});

const forge = (view: RecordedView, change: Record<string, unknown>): RecordedView => ({
  ...view,
  view: { ...view.view, private_metadata: JSON.stringify({ ...JSON.parse(view.view.private_metadata!), ...change }) },
});

/** Submits a body of our own making in HTTP mode. */
async function submit(
  { slack, where }: Bench,
  { id, view }: RecordedView,
  user: string,
  chosen: Chosen,
): Promise<void> {
  await slack.deliverHttp(where, {
    type: 'view_submission',
    user: { id: user },
    view: {
      id,
      callback_id: view.callback_id,
      private_metadata: view.private_metadata,
      state: { values: inputs(chosen) },
    },
  });
}

describe('a modal that was forged or replayed', () => {
  test.each<[what: string, change: Record<string, unknown>, user: string]>([
    ['another channel', { channel: 'C2' }, 'U1'],
    ['a ticket that was never given', { ticket: 'made up' }, 'U1'],
    ['a channel that is none', { channel: 7 }, 'U1'],
    ['nothing but the person', {}, 'U2'],
  ])('with %s changes nothing', async (_, change, user) => {
    const bench = await start({ mode: 'http' });
    const view = await opened(bench);
    await submit(bench, forge(view, change), user, { listens: 'questions' });
    const message = await bench.slack.waitFor(() => bench.slack.messages(bench.slack.im(user)).at(0));
    expect(message.text).toContain('rien n’a changé');
    for (const channel of ['C1', 'C2']) expect(await bench.store.channels.read(channel)).toBeNull();
  });

  test('a second time changes nothing', async () => {
    const bench = await start({ mode: 'http' });
    const view = await opened(bench);
    await submit(bench, view, 'U1', { listens: 'questions' });
    await bench.slack.waitFor(() => told(bench).at(0)?.text.includes('C’est réglé'));
    await submit(bench, view, 'U1', { listens: 'mentions' });
    await bench.slack.waitFor(() => told(bench).at(1)?.text.includes('rien n’a changé'));
    expect(await bench.store.channels.read('C1')).toContain('questions');
  });

  test('with choices that it never offered changes nothing', async () => {
    const bench = await start({ mode: 'http' });
    const view = await opened(bench);
    await submit(bench, view, 'U1', { listens: 'everything' as 'mentions' });
    await bench.slack.waitFor(() => told(bench).at(0)?.text.includes('rien n’a changé'));
    expect(await bench.store.channels.read('C1')).toBeNull();
  });
});

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

  test('leaves other channels and direct messages as they are', async () => {
    const bench = await start();
    const { slack } = bench;
    await set(bench, { files: ['transports.md'] });
    expect(readable(await ask(bench, 'Qui roule, le tramway ?'))).toContain('tramway');
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
    expect(readable(await ask(bench, 'Que fait le tramway ?', 'C2'))).toContain('Le tramway roule');
  });

  test('means the usual settings, save those read before', async () => {
    const kept = channelsForTest();
    const book = createSettingsBook(kept.channels);
    await book.change('C1', { ...usualSettings, files: ['a.md'] });
    expect(await book.of('C1')).toEqual({ ...usualSettings, files: ['a.md'] });
    kept.lose();
    expect(await book.of('C1')).toEqual({ ...usualSettings, files: ['a.md'] });
    expect(await book.of('C2')).toEqual(usualSettings);
    await expect(book.change('C1', usualSettings)).rejects.toThrow();
  });

  test.each(['', '{', 'null', '[]', '{"files":7,"listens":"x"}'])(
    'what cannot be read (%j) means the usual settings',
    async (json) => {
      const { channels } = channelsForTest();
      await channels.write('C1', json, 0);
      expect(await createSettingsBook(channels).of('C1')).toEqual(usualSettings);
    },
  );
});

describe('more files than a menu takes', () => {
  const many = answererWith(
    Object.fromEntries(
      Array.from({ length: 101 }, (_, index) => [`20${index}-séance.md`, record('Séance', `Point ${index}.`)]),
    ),
  );

  test('are named by patterns, which are held against the files', async () => {
    const bench = await start({ answerer: many });
    const view = await opened(bench);
    expect(actionIds(view.view)).toEqual(['listens', 'answers', 'scope', 'patterns']);
    const sent = await bench.slack.submitView({
      view,
      user: 'U1',
      values: inputs({ patterns: '207*.md\n<!channel>.md' }),
    });
    expect(JSON.stringify(sent.response)).toContain('Aucun fichier ne s’appelle');
    await bench.slack.submitView({ view, user: 'U1', values: inputs({ patterns: '207*.md, 20100-séance.md' }) });
    await bench.slack.waitFor(() => told(bench).at(0)?.text.includes('12 fichiers sur 101'));
  });

  test.each<[name: string, pattern: string, fit: boolean]>([
    ['2014-11-06.md', '2014-*.md', true],
    ['2014-11-06.md', '*', true],
    ['2014-11-06.md', '2014-11-06.md', true],
    ['2014-11-06.md', '*11*06*', true],
    ['2014-11-06.md', '2015-*', false],
    ['2014-11-06.md', '2014-11', false],
    ['aba', 'ab*ba', false],
    ['a.md', 'a?md', false],
  ])('%s as %s: %s', (name, pattern, fit) => {
    expect(fits(name, pattern)).toBe(fit);
  });
});

test.each(['fr', 'en'] as const)('the modal keeps Slack’s rules with names of every kind (%s)', (language) => {
  const hostile = [
    '<!channel>',
    '*a*_b_~c~`d`',
    'x'.repeat(250),
    '😀'.repeat(60),
    'https://e.x/?a=<b>&c',
    ' ',
    '\u202egnol',
  ];
  const names = hostile.map((name, index) => `${name}${index}.md`);
  const corpora = [
    two.corpus,
    { proceedings: [] },
    { proceedings: names.map((file) => ({ ...two.corpus.proceedings[0]!, file })) },
    {
      proceedings: Array.from({ length: 100 }, (_, index) => ({
        ...two.corpus.proceedings[0]!,
        file: `${'é'.repeat(200)}${index}`,
      })),
    },
    { proceedings: Array.from({ length: 500 }, (_, index) => ({ ...two.corpus.proceedings[0]!, file: `${index}` })) },
  ];
  for (const corpus of corpora)
    for (const some of [null, [], ['*'], names, [names.join('*').repeat(20)]])
      expect(
        checkView(settingsView({ channel: 'C1', ticket: 't', language }, { ...usualSettings, files: some }, corpus)),
      ).toEqual([]);
});
