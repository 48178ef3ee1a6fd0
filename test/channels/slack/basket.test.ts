import { describe, expect, test } from 'vitest';
import { keptJson } from '../../../src/channels/slack/basket-items.ts';
import { basketValue } from '../../../src/channels/slack/basket-pointer.ts';
import { quotationId } from '../../../src/channels/slack/pointer.ts';
import type { Citation, Excerpt } from '../../../src/proceedings/answer.ts';
import { createSteadyStore, type SteadyStore } from '../../../src/store/steady.ts';
import { storeForTest } from '../../support/steady-store.ts';
import type { RecordedView } from '../../support/slack/types.ts';
import { actionIds, type Bench, type BenchOptions, libraries, logged, mention, openBench, readable } from './bench.ts';

const start = (options: BenchOptions = {}): Promise<Bench> =>
  openBench({
    ...options,
    slack: {
      allowMentions: ['<@U1>', '<@U2>', '<#C1>', '<#C7>'],
      users: [{ id: 'U1' }, { id: 'U2' }, { id: 'U3' }],
      channels: [{ id: 'C1' }],
      ...options.slack,
    },
  });

const command = ({ slack }: Bench, text = 'panier', user = 'U1', channel = 'C1') =>
  slack.slashCommand({ command: '/greffier', text, user, channel });

/** The bot's messages to one person alone in C1, once there are so many. */
const whispers = ({ slack }: Bench, count = 1, user = 'U1') =>
  slack.waitFor(() => {
    const messages = slack.messages('C1').filter(({ ephemeralTo }) => ephemeralTo === user);
    return messages.length >= count && messages;
  });

const citation: Citation = {
  file: 'assises.md',
  title: 'Assises des bibliothèques',
  date: '2023-03-14',
  section: ['Lire à la campagne'],
  speaker: null,
  role: null,
  line: 8,
  start: 200,
  end: 250,
  url: null,
};

const excerpt = (text: string, changes: Partial<Citation> = {}): Excerpt => ({
  text,
  score: 0,
  citation: { ...citation, ...changes },
});

/** Three sentences of the record. */
const three = [
  'Le médiabus a coûté deux millions d’euros.',
  'La région en a payé la moitié.',
  'Une seconde tournée commence au printemps.',
];

/** Where they stand, as a person reads it. */
const where = [
  'Assises des bibliothèques · 14 mars 2023 · Lire à la campagne',
  ' · ',
  'texte publié',
  ' · assises.md:10',
];
const address = 'https://example.org/assises?a=1&b=2';

/** Puts quotations into a basket, in this order. */
async function fill(store: SteadyStore, excerpts: readonly Excerpt[], user = 'U1'): Promise<void> {
  for (const each of excerpts)
    await store.baskets.keep(user, { id: quotationId(each), quotation: keptJson(each), at: Date.now() });
}

/** A bot, and somebody's basket of three quotations. */
async function startFilled(options: BenchOptions = {}, user = 'U1'): Promise<Bench> {
  const running = await start(options);
  await fill(
    running.store,
    three.map((text) => excerpt(text)),
    user,
  );
  return running;
}

/** The words of a basket as the store keeps them, in order. */
async function basketOf(store: SteadyStore, user = 'U1'): Promise<string[]> {
  return (await store.baskets.list(user)).map(
    ({ quotation }) => (JSON.parse(quotation) as { readonly text: string }).text,
  );
}

/** The basket that the command opens. */
async function opened(running: Bench, text = 'panier', user = 'U1', channel = 'C1'): Promise<RecordedView> {
  const before = running.slack.views().length;
  await command(running, text, user, channel);
  return running.slack.waitFor(() => running.slack.views().length > before && running.slack.lastView());
}

/** Clicks in a modal, and returns what it then shows. */
async function click(running: Bench, view: RecordedView, action: string, user = 'U1'): Promise<RecordedView> {
  const { slack } = running;
  await slack.click({ view, action_id: action, user });
  return slack.waitFor(() => slack.views().find(({ id, hash }) => id === view.id && hash !== view.hash));
}

/** What a person reads in a modal, from its title on. */
function texts({ view }: RecordedView): string {
  const frame = view.type === 'modal' ? [view.title, view.submit, view.close] : [];
  return [...frame.flatMap((each) => each?.text ?? []), readable(view)].join('\n');
}

/** What stands in the inputs of a modal, in order. */
const inputs = ({ view }: RecordedView): string[] =>
  [...JSON.stringify(view.blocks).matchAll(/"initial_value":("(?:[^"\\]|\\.)*")/g)].map(
    ([, json = '']) => JSON.parse(json) as string,
  );

describe('keeping a quotation', () => {
  test.each(['socket', 'http'] as const)(
    'is confirmed in private, with how many the basket holds (%s)',
    async (mode) => {
      const running = await start({ mode });
      const answer = await mention(running);
      await running.slack.click({ message: answer, action_id: 'keep:0', user: 'U1' });
      const [told] = await whispers(running);
      expect(told).toMatchObject({
        text: 'Gardé. Votre panier compte 1 citation\u00a0: /greffier panier',
        thread_ts: answer.thread_ts,
      });
      const [kept] = await running.store.baskets.list('U1');
      expect(JSON.parse(kept!.quotation)).toMatchObject({
        text: three[0],
        citation: {
          file: 'assises.md',
          title: 'Assises des bibliothèques',
          url: 'https://example.org/assises?a=1&b=2',
        },
      });
    },
  );

  test('a second time says that it is there already, and keeps it once', async () => {
    const running = await start();
    const answer = await mention(running);
    for (let time = 1; time <= 2; time += 1) {
      await running.slack.click({ message: answer, action_id: 'keep:0', user: 'U1' });
      await whispers(running, time);
    }
    expect((await whispers(running, 2))[1]!.text).toBe(
      'Cette citation est déjà dans votre panier\u00a0: /greffier panier',
    );
    expect(await basketOf(running.store)).toEqual([three[0]]);
  });

  test('is confirmed in English under an English answer', async () => {
    const running = await start();
    const answer = await mention(running, 'Is it true that the médiabus cost deux millions?');
    await running.slack.click({ message: answer, action_id: 'keep:0', user: 'U1' });
    expect((await whispers(running))[0]!.text).toBe('Kept. Your basket holds 1 quotation: /greffier basket');
  });

  test('works from the context of a quotation, for its passage before and after too', async () => {
    const running = await start();
    const { slack } = running;
    await slack.click({ message: await mention(running), action_id: 'context:0', user: 'U1' });
    const view = await slack.waitFor(() => slack.lastView());
    await slack.click({ view, action_id: 'keep:0', user: 'U1' });
    const told = await slack.waitFor(() => slack.messages(slack.im('U1')).at(0));
    expect(told.text).toMatch(/^Gardé\. Votre panier compte 1 citation/);
    await slack.click({ view: await click(running, view, 'next'), action_id: 'keep:0', user: 'U1' });
    await slack.waitFor(() => slack.messages(slack.im('U1')).at(1));
    expect((await basketOf(running.store))[1]).toMatch(/^Les bénévoles/);
  });

  test('of part of a sentence, from the context of a verification, keeps the whole sentence', async () => {
    const running = await start();
    const { slack } = running;
    await command(running, 'vérifier « La ville paie ces heures »');
    await slack.click({ message: (await whispers(running))[0]!, action_id: 'context:0', user: 'U1' });
    const view = await slack.waitFor(() => slack.lastView());
    await slack.click({ view, action_id: 'keep:0', user: 'U1' });
    await slack.waitFor(() => slack.messages(slack.im('U1')).at(0));
    expect(await basketOf(running.store)).toEqual(['La ville paie ces heures supplémentaires.']);
  });

  test('says that the file has changed where the words are gone, and keeps nothing', async () => {
    const running = await start();
    const answer = await mention(running);
    running.reload(libraries.replace('vingt médiabus', 'cent médiabus tout neufs'));
    await running.slack.click({ message: answer, action_id: 'keep:0', user: 'U1' });
    expect((await whispers(running))[0]!.text).toContain('a changé');
    expect(await basketOf(running.store)).toEqual([]);
  });

  test('and opening the basket say so where nothing can be kept for the moment; answers go on', async () => {
    const store = await createSteadyStore({
      open: () => Promise.reject(new Error('the disk is gone')),
      onFailure: () => undefined,
    });
    const running = await start({ store });
    const answer = await mention(running);
    await running.slack.click({ message: answer, action_id: 'keep:0', user: 'U1' });
    expect((await whispers(running))[0]!.text).toBe('Je ne peux rien garder pour le moment. Réessayez plus tard.');
    await command(running);
    expect((await whispers(running, 2))[1]!.text).toMatch(/^Votre panier n’est pas accessible/);
    expect(readable(await mention(running))).toContain('deux millions');
    await store.close();
  });
});

describe('/greffier panier', () => {
  test('opens an empty basket that explains how to fill it, in French or English', async () => {
    const running = await start();
    expect(texts(await opened(running))).toMatch(/^Votre panier\nFermer\nVotre panier est vide.*«\u00a0Garder\u00a0»/);
    expect(texts(await opened(running, 'basket'))).toMatch(/^Your basket\nClose\nYour basket is empty.*“Keep”/);
  });

  test('shows each quotation with its citation, and what can be done with it', async () => {
    const running = await startFilled();
    const view = await opened(running);
    expect(texts(view)).toBe(
      [
        ['Votre panier', 'Fermer', '3 citations'],
        ['1.', three[0], ...where],
        ['Descendre', 'Retirer', 'Publier ici'],
        ['2.', three[1], ...where],
        ['Monter', 'Descendre', 'Retirer', 'Publier ici'],
        ['3.', three[2], ...where],
        ['Monter', 'Retirer', 'Publier ici'],
        ['Exporter en texte', 'Exporter en Markdown'],
      ]
        .flat()
        .join('\n'),
    );
  });

  test('followed by more words is a question like any other', async () => {
    const running = await start();
    await command(running, 'panier moyen : combien a coûté le médiabus ?');
    expect(readable((await whispers(running))[0]!)).toContain('deux millions');
    expect(running.slack.views()).toEqual([]);
  });

  test('shows a quotation whose words have left the file with a remark, and does not offer to publish it', async () => {
    const running = await startFilled();
    running.reload(libraries.replace('La région en a payé la moitié.', 'La région en a payé le tiers.'));
    const view = await opened(running);
    expect(texts(view)).toMatch(/2\.\nLa région en a payé la moitié\.[^]*Ces mots ne figurent plus dans le fichier\./);
    expect(texts(view).match(/ne figurent plus/g)).toHaveLength(1);
    expect(actionIds(view.view)).not.toContain('basket-publish:1');
    expect(actionIds(view.view)).toContain('basket-publish:2');
    expect(inputs(await click(running, view, 'basket-export:text'))[0]).toContain(
      '(Ces mots ne figurent plus dans le fichier.)',
    );
  });
});

describe('a quotation whose file was corrected since it was kept', () => {
  const corrected = libraries
    .replace('# Lire à la campagne\n', '# Lire à la campagne\n\nSéance ouverte à neuf heures.\n')
    .replace('**M. Paul Roche**, adjoint au maire', '**Mme Lise Roche**, maire')
    .replace('2023-03-14', '2023-03-15');

  test('is shown and published under who says it by now, with the date and the line of now', async () => {
    const running = await start();
    const { slack, store } = running;
    await fill(store, [
      excerpt('La ville paie ces heures supplémentaires.', { speaker: 'M. Paul Roche', role: 'adjoint au maire' }),
    ]);
    running.reload(corrected);
    const view = await opened(running);
    const whose = 'Assises des bibliothèques · 15 mars 2023 · Ouvrir le dimanche · Mme Lise Roche, maire';
    expect(texts(view)).toContain(whose);
    await click(running, view, 'basket-publish:0');
    expect(readable(slack.history('C1')[0]!)).toContain(whose);
    expect(readable(slack.history('C1')[0]!)).toContain('assises.md:20');
    expect(slack.history('C1')[0]!.text).not.toContain('Paul');
  });

  test('that says the same words twice is cited from where it stood', async () => {
    const running = await start();
    const again = '\n# Bilan\n\nLa ville paie ces heures supplémentaires.\n';
    await fill(running.store, [excerpt('La ville paie ces heures supplémentaires.', { start: libraries.length + 5 })]);
    running.reload(libraries + again);
    expect(texts(await opened(running))).toContain('Bilan');
  });

  test('no longer stands where its words have become part of a longer sentence', async () => {
    const running = await startFilled();
    running.reload(libraries.replace('La région en a payé', 'Personne ne croit ceci : La région en a payé'));
    const view = await opened(running);
    expect(texts(view)).toMatch(/2\.\nLa région[^]*Ces mots ne figurent plus/);
    expect(actionIds(view.view)).not.toContain('basket-publish:1');
  });
});

describe('arranging the basket', () => {
  test.each(['socket', 'http'] as const)('moves quotations up and down and takes them out (%s)', async (mode) => {
    const running = await startFilled({ mode });
    const [one, two, last] = three;
    let view = await opened(running);
    view = await click(running, view, 'basket-up:2');
    expect(await basketOf(running.store)).toEqual([one, last, two]);
    expect(texts(view)).toMatch(/1\.\nLe médiabus[^]*2\.\nUne seconde[^]*3\.\nLa région/);
    view = await click(running, view, 'basket-down:0');
    expect(await basketOf(running.store)).toEqual([last, one, two]);
    view = await click(running, view, 'basket-remove:1');
    expect(await basketOf(running.store)).toEqual([last, two]);
    expect(texts(view)).toMatch(/2 citations\n1\.\nUne seconde[^]*2\.\nLa région/);
    view = await click(running, view, 'basket-remove:0');
    view = await click(running, view, 'basket-remove:0');
    expect(texts(view)).toContain('Votre panier est vide.');
  });

  test('in two windows at once loses no quotation', async () => {
    const running = await startFilled();
    const { slack, store } = running;
    const answer = await mention(running, 'Que dit Anne Roche sur le dimanche ?');
    const left = await opened(running);
    const right = await opened(running);
    await Promise.all([
      slack.click({ view: left, action_id: 'basket-up:2', user: 'U1' }),
      slack.click({ view: right, action_id: 'basket-down:0', user: 'U1' }),
      slack.click({ message: answer, action_id: 'keep:0', user: 'U1' }),
      slack.click({ view: left, action_id: 'basket-up:1', user: 'U1' }),
    ]);
    await running.bot.stop();
    const kept = await basketOf(store);
    expect(kept).toHaveLength(4);
    expect(kept).toEqual(expect.arrayContaining([...three, expect.stringContaining('dimanche')]));
  });

  test('from a window that shows an older basket shows what it is now', async () => {
    const running = await startFilled();
    const older = await opened(running);
    await click(running, await opened(running), 'basket-remove:0');
    const published = await click(running, older, 'basket-publish:0');
    expect(texts(published)).toContain('Cette citation n’est plus dans votre panier.');
    expect(texts(published)).toContain('2 citations');
    expect(running.slack.history('C1')).toEqual([]);
  });

  test('of somebody else is not possible: a value taken from their basket acts on one’s own', async () => {
    const running = await startFilled({ mode: 'http' });
    const { slack, store } = running;
    await fill(store, [excerpt(three[0]!)], 'U2');
    const view = await opened(running);
    const value = /"action_id":"basket-remove:0".*?"value":("(?:[^"\\]|\\.)*")/.exec(JSON.stringify(view.view))![1]!;
    await slack.deliverHttp(running.where, {
      type: 'block_actions',
      team: { id: 'T1' },
      user: { id: 'U2' },
      channel: { id: 'C1', name: 'general' },
      actions: [{ type: 'button', action_id: 'basket-remove:0', value: JSON.parse(value) }],
    });
    await whispers(running, 1, 'U2');
    expect(await basketOf(store)).toEqual(three);
    expect(await basketOf(store, 'U2')).toEqual([]);
  });
});

describe('publishing a quotation of the basket', () => {
  test('posts it where the command was given, under the name of who cites it, and records where', async () => {
    const running = await startFilled();
    const { slack } = running;
    const view = await click(running, await opened(running), 'basket-publish:1');
    const [posted] = slack.history('C1');
    expect(readable(posted!)).toBe(
      [
        ['Cité par ', '<@U1>', three[1], ...where],
        ['Voir le contexte', 'Garder'],
      ]
        .flat()
        .join('\n'),
    );
    expect(posted!.text).toBe(
      `Cité par <@U1>\n«\u00a0${three[1]}\u00a0»\n— Assises des bibliothèques · 14 mars 2023 · Lire à la campagne · assises.md:10 · ${address.replace('&', '&amp;')}`,
    );
    expect(texts(view)).toContain('Fermer\nC’est publié.\n3 citations');
    expect(await running.store.publications.last(quotationId(excerpt(three[1]!)))).toMatchObject({
      channel: 'C1',
      person: 'U1',
      link: expect.stringContaining(`/archives/C1/p${posted!.ts.replace('.', '')}`),
    });
  });

  test('lets everybody keep it', async () => {
    const running = await startFilled();
    const { slack } = running;
    const answer = await mention(running);
    await slack.click({ message: answer, action_id: 'keep:0', user: 'U2' });
    await whispers(running, 1, 'U2');
    await click(running, await opened(running, 'panier', 'U2'), 'basket-publish:0', 'U2');
    const posted = slack.history('C1').find((each) => readable(each).startsWith('Cité par'));
    await slack.click({ message: posted!, action_id: 'keep:0', user: 'U3' });
    await whispers(running, 1, 'U3');
    expect(await basketOf(running.store, 'U3')).toEqual([three[0]]);
  });

  test('posts it once from each window, however often the button is pressed', async () => {
    const running = await startFilled();
    const { slack } = running;
    const view = await opened(running);
    await Promise.all([1, 2, 3].map(() => slack.click({ view, action_id: 'basket-publish:0', user: 'U1' })));
    await slack.waitFor(() => /Vous venez de publier|\nDéjà cité le [^\n]*\.\n3/.test(texts(slack.lastView()!)));
    await slack.waitFor('views.update', 3);
    expect(slack.history('C1')).toHaveLength(1);
    await click(running, await opened(running), 'basket-publish:0');
    expect(slack.history('C1')).toHaveLength(2);
  });

  test('that somebody has published tells when and where first, and is then published again on demand', async () => {
    const running = await startFilled();
    const { slack } = running;
    const older = await opened(running);
    await fill(running.store, [excerpt(three[0]!)], 'U2');
    await click(running, await opened(running, 'panier', 'U2'), 'basket-publish:0', 'U2');
    const told = await click(running, older, 'basket-publish:0');
    expect(texts(told)).toMatch(/^Votre panier\nFermer\nDéjà cité le \d+ [^\n]*\.\n3 citations/);
    expect(texts(told)).toMatch(
      /assises\.md:10\nDéjà cité le [^]*voir le message\nDescendre\nRetirer\nPublier de nouveau\n2\./,
    );
    expect(slack.history('C1')).toHaveLength(1);
    expect(texts(await click(running, told, 'basket-publish:0'))).toContain('Fermer\nC’est publié.');
    expect(slack.history('C1')).toHaveLength(2);
  });

  test('reaches a channel that the bot is no member of', async () => {
    const running = await startFilled({ slack: { channels: [{ id: 'C1', botIsMember: false }] } });
    await click(running, await opened(running), 'basket-publish:0');
    const [posted] = running.slack.history('C1');
    expect(posted!.via).toBe('response_url');
    expect(await running.store.publications.last(quotationId(excerpt(three[0]!)))).toMatchObject({ link: null });
  });

  test('says what to do where Slack refuses it, and may then be tried again', async () => {
    const running = await startFilled({ slack: { channels: [{ id: 'C1', botIsMember: false }] } });
    running.slack.failNext('response_url', { kind: 'http', status: 500 });
    const view = await click(running, await opened(running), 'basket-publish:0');
    expect(texts(view)).toContain('Invitez-moi dans le canal');
    expect(texts(await click(running, view, 'basket-publish:0'))).toContain('C’est publié.');
    expect(running.slack.history('C1')).toHaveLength(1);
  });

  test.each([
    ['panier', 'Publier la citation', /^Cité par \n<@U1>/, 'C’est publié.'],
    ['basket', 'Publish the quotation', /^Quoted by \n<@U1>/, 'Published.'],
  ])('asks for the channel in a conversation with the bot (%s)', async (name, title, said, thanks) => {
    const running = await startFilled({
      slack: { channels: [{ id: 'C7' }, { id: 'D1', name: 'directmessage', type: 'im', user: 'U1' }] },
    });
    const { slack } = running;
    const view = await click(running, await opened(running, name, 'U1', 'D1'), 'basket-publish:2');
    expect(texts(view)).toMatch(new RegExp(`^${title}\n`));
    const values = { channel: { channel: { type: 'conversations_select', selected_conversation: 'C7' } } };
    await slack.submitView({ view, user: 'U1', values });
    const posted = await slack.waitFor(() => slack.history('C7').at(0));
    expect(readable(posted)).toMatch(said);
    expect(readable(posted)).toContain(three[2]);
    await slack.waitFor(() => slack.messages(slack.im('U1')).some(({ text }) => text === thanks));
  });

  test('asks for the channel in a message where no modal opens, and publishes there once it is chosen', async () => {
    const running = await startFilled({
      slack: {
        channels: [{ id: 'C7' }, { id: 'D1', name: 'directmessage', type: 'im', user: 'U1' }],
        refuse: { 'views.open': 'unknown_method' },
      },
    });
    const { slack } = running;
    const inDirect = () => [...slack.messages('D1'), ...slack.messages(slack.im('U1'))];
    const showing = (action: string) =>
      slack.waitFor(() => inDirect().find((each) => actionIds(each).includes(action)));
    await slack.slashCommand({ command: '/greffier', text: 'panier', user: 'U1', channel: 'D1' });
    await slack.click({ message: await showing('basket-publish:2'), action_id: 'basket-publish:2', user: 'U1' });
    const asked = await showing('basket-channel');
    await slack.click({ message: asked, action_id: 'basket-channel', value: 'C7', user: 'U1' });
    const posted = await slack.waitFor(() => slack.history('C7').at(0));
    expect(readable(posted)).toContain(three[2]);
    await slack.waitFor(() => inDirect().some(({ text }) => text === 'C’est publié.'));
    expect(inDirect().some(({ text }) => text.includes('Invitez-moi'))).toBe(false);
  });

  test('refuses what no longer stands in the record, from a window opened before', async () => {
    const running = await startFilled();
    const view = await opened(running);
    running.reload(libraries.replace('deux millions', 'trois millions'));
    expect(texts(await click(running, view, 'basket-publish:0'))).toContain(
      'Ces mots ne figurent plus dans le fichier.\n3 citations',
    );
    expect(running.slack.history('C1')).toEqual([]);
  });
});

describe('exporting the basket', () => {
  test('as text gives every quotation and its citation to copy, and leads back', async () => {
    const running = await startFilled();
    const view = await click(running, await opened(running), 'basket-export:text');
    expect(inputs(view)).toEqual([
      three
        .map(
          (text) => `«\u00a0${text}\u00a0»\n— Assises des bibliothèques, 14 mars 2023, Lire à la campagne, ${address}`,
        )
        .join('\n\n'),
    ]);
    expect(texts(view)).toContain('Tout le panier');
    await running.slack.submitView({ view, user: 'U1' });
    await running.slack.waitFor(() => texts(running.slack.lastView()!).includes('3 citations'));
  });

  test('leads back in time though the store hangs: the person is told that the basket is out of reach', async () => {
    const store = await storeForTest();
    await fill(store, [excerpt(three[0]!)]);
    const { baskets } = store;
    let hangs = false;
    const list = (person: string) => (hangs ? new Promise<never>(() => undefined) : baskets.list(person));
    const hanging: SteadyStore['baskets'] = {
      keep: (...kept) => baskets.keep(...kept),
      move: (...moved) => baskets.move(...moved),
      remove: (...removed) => baskets.remove(...removed),
      list,
    };
    const running = await start({ store: { ...store, baskets: hanging } });
    const { slack } = running;
    const view = await click(running, await opened(running), 'basket-export:text');
    hangs = true;
    expect(await slack.submitView({ view, user: 'U1' })).toMatchObject({ acked: true });
    await slack.waitFor(() => slack.messages(slack.im('U1')).some(({ text }) => text.includes('pas accessible')));
  });

  test('as Markdown quotes in blocks', async () => {
    const running = await startFilled();
    const view = await click(running, await opened(running, 'basket'), 'basket-export:markdown');
    expect(inputs(view)[0]).toMatch(
      /^> «\u00a0Le médiabus[^\n]*\u00a0»\n\n— \*Assises des bibliothèques\*, 14 March 2023, Lire à la campagne, <[^>]*>\n\n> «/,
    );
    expect(texts(view)).toMatch(/^Text to copy\nBack to the basket\nClose\nThe whole basket/);
  });

  test('of a long basket comes in pieces of 3,000 characters, on several pages, and nothing is missing', async () => {
    const running = await start();
    const long = Array.from({ length: 60 }, (_, index) => excerpt(`Mot ${index}${' mot'.repeat(700)}.`));
    await fill(running.store, long);
    let view = await click(running, await opened(running), 'basket-export:text');
    const pieces = [...inputs(view)];
    expect(texts(view)).toContain('Partie 1 sur 60');
    while (actionIds(view.view).includes('basket-export:after')) {
      view = await click(running, view, 'basket-export:after');
      pieces.push(...inputs(view));
    }
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(3000);
    for (const { text } of long) expect(pieces.join('')).toContain(`«\u00a0${text}\u00a0»`);
    view = await click(running, view, 'basket-export:before');
    expect(texts(view)).toContain('Partie 41 sur 60');
  });

  test('of a basket that was emptied meanwhile shows the empty basket', async () => {
    const running = await startFilled();
    const view = await opened(running);
    for (const { id } of await running.store.baskets.list('U1')) await running.store.baskets.remove('U1', id);
    expect(texts(await click(running, view, 'basket-export:text'))).toContain('Votre panier est vide');
  });
});

describe('a basket of sixty hostile quotations', () => {
  const hostile = Array.from({ length: 60 }, (_, index) =>
    excerpt(
      `${index} <!channel> *gras* _i_ ~b~ \`code\` "https://example.org/?a=<b>" ${'"\\\n mot'.repeat(600)}`.slice(
        0,
        3000,
      ),
      {
        title: '<@U2> & <https://evil.example|lien> *_~`',
        section: ['"\\'.repeat(300), '👩‍👩‍👧‍👦'.repeat(80)],
        speaker: '<!here>',
        role: '`'.repeat(500),
        url: `https://example.org/${'a|<b>'.repeat(200)}`,
      },
    ),
  );

  test.each([
    ['in a modal', {}],
    ['in messages', { refuse: { 'views.open': 'unknown_method', 'views.update': 'unknown_method' } }],
  ])('is shown whole, page by page, within the limits of Slack (%s)', async (mode, slackOptions) => {
    const running = await start({ slack: slackOptions });
    const { slack } = running;
    await fill(running.store, hostile);
    const seen = new Set<string>();
    const note = (shown: { readonly blocks: unknown }) => {
      for (const [, number = ''] of readable(shown).matchAll(/^(\d+)\.$/gm)) seen.add(number);
    };
    if (mode === 'in a modal') {
      let view = await opened(running);
      note(view.view);
      while (actionIds(view.view).includes('basket-page:after')) {
        view = await click(running, view, 'basket-page:after');
        note(view.view);
      }
      expect(texts(view)).toContain('Citations 51 à 60 sur 60');
      view = await click(running, view, 'basket-up:50');
      expect(texts(view)).toContain('Citations 41 à 50 sur 60');
      view = await click(running, view, 'basket-export:markdown');
      await click(running, view, 'basket-export:after');
    } else {
      await command(running);
      let [message] = await whispers(running);
      note(message!);
      for (let edits = 1; actionIds(message!).includes('basket-page:after'); edits += 1) {
        await slack.click({ message: message!, action_id: 'basket-page:after', user: 'U1' });
        message = await slack.waitFor(() => slack.messages('C1').find((each) => each.edits === edits));
        note(message);
      }
    }
    expect([...seen].map(Number)).toEqual(hostile.map((_, index) => index + 1));
  });

  test('is published within the limits of Slack too', async () => {
    const running = await start();
    const text = hostile[0]!.text.trim();
    running.reload(`---\ntitle: T\n---\n# S\n\n${text}\n`);
    await fill(running.store, [excerpt(text, hostile[0]!.citation)]);
    await click(running, await opened(running), 'basket-publish:0');
    expect(readable(running.slack.history('C1')[0]!)).toContain('0 <!channel> *gras*');
  });
});

describe('a server that knows no modals', () => {
  const noModals = { refuse: { 'views.open': 'unknown_method', 'views.update': 'unknown_method' } };
  const servers: [string, NonNullable<BenchOptions['slack']>][] = [
    ['but ephemeral messages', noModals],
    ['nor permanent addresses', { basicOnly: true, ...noModals }],
  ];

  test.each(servers)('gets the basket in a private message with the same buttons (%s)', async (_, slackOptions) => {
    const running = await startFilled({ slack: slackOptions });
    const { slack, store } = running;
    await command(running);
    const [message] = await whispers(running);
    expect(message!.text).toMatch(/^3 citations\n\n1\. «\u00a0Le médiabus/);
    expect(actionIds(message!)).toEqual(
      [
        ['basket-down:0', 'basket-remove:0', 'basket-publish:0'],
        ['basket-up:1', 'basket-down:1', 'basket-remove:1', 'basket-publish:1'],
        ['basket-up:2', 'basket-remove:2', 'basket-publish:2', 'basket-export:text', 'basket-export:markdown'],
      ].flat(),
    );
    const press = async (action: string, edits: number) => {
      await slack.click({ message: message!, action_id: action, user: 'U1' });
      return slack.waitFor(() => slack.messages('C1').find((each) => each.edits === edits));
    };
    expect(readable(await press('basket-up:2', 1))).toMatch(/2\.\nUne seconde/);
    expect(await basketOf(store)).toEqual([three[0], three[2], three[1]]);
    expect(readable(await press('basket-publish:0', 2))).toContain('C’est publié.');
    expect(readable(slack.history('C1')[0]!)).toContain(three[0]);
    const exported = await press('basket-export:text', 3);
    expect(readable(exported)).toContain(`«\u00a0${three[0]}\u00a0»\n— Assises des bibliothèques, 14 mars 2023`);
    expect(readable(await press('basket-page:back', 4))).toContain('3 citations');
    expect(logged(running.log).filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('and takes no private message in the channel gets it in the conversation with the bot, and publishes in the channel', async () => {
    const refuse = { ...noModals.refuse, 'chat.postEphemeral': 'unknown_method' };
    const running = await startFilled({ slack: { basicOnly: true, refuse } });
    const { slack } = running;
    slack.failNext('response_url', { kind: 'http', status: 500 });
    await command(running);
    const message = await slack.waitFor(() => slack.messages(slack.im('U1')).at(0));
    await slack.click({ message, action_id: 'basket-publish:1', user: 'U1' });
    await slack.waitFor(() => slack.messages(slack.im('U1')).find((each) => each.edits === 1));
    expect(readable(slack.history('C1')[0]!)).toContain(three[1]);
  });
});

test('the basket survives a restart: the next bot over the same store shows it, and goes on with an open window', async () => {
  const store = await storeForTest();
  const first = await start({ store });
  const answer = await mention(first);
  await first.slack.click({ message: answer, action_id: 'keep:0', user: 'U1' });
  await whispers(first);
  await first.bot.stop();

  const second = await start({ store });
  const view = await opened(second);
  expect(texts(view)).toContain(three[0]);
  expect(texts(await click(second, view, 'basket-remove:0'))).toContain('Votre panier est vide');
});

test('what another version kept, and this one cannot read, is left out', async () => {
  const running = await startFilled();
  for (const [index, quotation] of ['', 'not json', '{}', '{"text":1}', '{"text":"x","citation":{"file":1}}'].entries())
    await running.store.baskets.keep('U1', { id: `other${index}`, quotation, at: Date.now() });
  expect(texts(await opened(running))).toContain('3 citations');
});

describe('buttons of the basket that were tampered with', () => {
  const pointer = { language: 'fr', from: 0, id: null, format: null, channel: null, responseUrl: null } as const;
  const forged = [
    'not json',
    '{}',
    JSON.stringify({ ...pointer, from: -1 }),
    JSON.stringify({ ...pointer, language: 'de' }),
    JSON.stringify({ ...pointer, channel: '<!channel>' }),
    JSON.stringify({ ...pointer, responseUrl: 'file:///etc/passwd' }),
    JSON.stringify({ ...pointer, id: '../x' }),
  ];
  const actions = [
    'keep:0',
    'basket-page:x',
    'basket-up:0',
    'basket-down:0',
    'basket-remove:0',
    'basket-publish:0',
    'basket-export:x',
  ];

  test.each(actions)('%s is told kindly that the button is no longer valid, and changes nothing', async (action) => {
    const running = await startFilled({ mode: 'http' });
    const { slack } = running;
    for (const value of forged)
      await slack.deliverHttp(running.where, {
        type: 'block_actions',
        team: { id: 'T1' },
        user: { id: 'U1' },
        channel: { id: 'C1', name: 'general' },
        actions: [{ type: 'button', action_id: action, block_id: 'b', value }],
      });
    const told = await whispers(running, forged.length).catch(() => []);
    expect(new Set(told.map(({ text }) => text))).toEqual(
      new Set(['Ce bouton n’est plus valable. Posez de nouveau la question.']),
    );
    expect(await basketOf(running.store)).toEqual(three);
    expect(slack.history('C1')).toEqual([]);
  });

  test('an id that is not in the basket, and a page beyond its end, show the basket as it is', async () => {
    const running = await startFilled({ mode: 'http' });
    const { slack } = running;
    for (const action of ['basket-up:0', 'basket-remove:0', 'basket-page:x', 'basket-export:x'])
      await slack.deliverHttp(running.where, {
        type: 'block_actions',
        team: { id: 'T1' },
        user: { id: 'U1' },
        channel: { id: 'C1', name: 'general' },
        actions: [{ type: 'button', action_id: action, value: basketValue({ ...pointer, id: 'unknown', from: 99 }) }],
      });
    const told = await whispers(running, 4);
    for (const each of told) expect(readable(each)).toContain(three[0]);
    expect(await basketOf(running.store)).toEqual(three);
  });
});
