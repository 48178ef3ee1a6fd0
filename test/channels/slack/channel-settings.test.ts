import { describe, expect, test } from 'vitest';
import { fits, usualSettings } from '../../../src/channels/slack/channel-settings.ts';
import { settingsView } from '../../../src/channels/slack/settings-view.ts';
import type { Channels } from '../../../src/store/store.ts';
import { answererWith, record } from '../../support/corpora.ts';
import { storeForTest } from '../../support/steady-store.ts';
import { checkView } from '../../support/slack/check-blocks.ts';
import type { RecordedView } from '../../support/slack/types.ts';
import { actionIds, type Bench } from './bench.ts';

import { type Chosen, command, inputs, opened, plainly, set, start, told, two } from './channel-bench.ts';

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

  test('are changed in a message where no modal can be opened, and its files stay', async () => {
    const bench = await start({ slack: { refuse: { 'views.open': 'unknown_method' } } });
    await bench.store.channels.write('C1', JSON.stringify({ ...usualSettings, files: ['assises.md'] }), 0);
    await command(bench);
    const message = await bench.slack.waitFor(() => told(bench).at(0));
    expect(plainly(message.text)).toMatch(
      /^Réglages de ce canal : Seulement quand on me mentionne[^]*n’a pas pu s’ouvrir/,
    );
    const choose = (name: string, value: string) =>
      bench.slack.click({ message, action_id: `settings-${name}:C1`, value, user: 'U1' });
    await choose('listens', 'questions');
    await bench.slack.waitFor(() => told(bench).at(1));
    await choose('answers', 'ephemeral');
    expect(plainly((await bench.slack.waitFor(() => told(bench).at(2))).text)).toBe(
      'C’est réglé. Réglages de ce canal : Aussi aux messages qui finissent par « ? » · À la personne qui demande, elle seule · 1 fichier sur 2.',
    );
  });

  test('are not changed in a message by who lost the right meanwhile', async () => {
    const slack = { channels: [{ id: 'C1', creator: 'U1', members: ['U1'] }], refuse: { 'views.open': 'x' } };
    const bench = await start({ slack, options: { maintainers: ['UBOSS'] } });
    await command(bench);
    const message = await bench.slack.waitFor(() => told(bench).at(0));
    bench.slack.channels.set('C1', { ...bench.slack.channels.get('C1')!, creator: 'UADMIN' });
    await bench.slack.click({ message, action_id: 'settings-listens:C1', value: 'questions', user: 'U1' });
    expect((await bench.slack.waitFor(() => told(bench).at(1))).text).toContain('il faut être mainteneur');
    expect(await bench.store.channels.read('C1')).toBeNull();
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
      all: () => store.channels.all(),
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
