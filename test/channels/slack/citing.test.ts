import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderAlreadyCited, renderQuotations } from '../../../src/channels/slack/citing-blocks.ts';
import { renderPublished } from '../../../src/channels/slack/publish-quotation.ts';
import { copyView, renderCopy } from '../../../src/channels/slack/citing-copy.ts';
import { quotationId, seal } from '../../../src/channels/slack/pointer.ts';
import type { Citation, Excerpt } from '../../../src/proceedings/answer.ts';
import { StoreError } from '../../../src/errors.ts';
import type { Publication } from '../../../src/store/store.ts';
import { checkMessage, checkView } from '../../support/slack/check-blocks.ts';
import type { RecordedMessage } from '../../support/slack/types.ts';
import { answererWith, record } from '../../support/corpora.ts';
import { storeForTest } from '../../support/steady-store.ts';
import { actionIds, type Bench, type BenchOptions, libraries, logged, openBench, readable } from './bench.ts';

const buses = `---
title: Tournées
date: 2023-03-14
---
# Nord

${Array.from({ length: 7 }, (_, number) => `Le médiabus numéro ${number + 1} dessert le canton.`).join('\n\n')}
`;

const open = (options: BenchOptions = {}): Promise<Bench> =>
  openBench({ ...options, slack: { allowMentions: ['<@U1>', '<#C1>'], ...options.slack } });
const command = (text: string) => ({ command: '/greffier', text, user: 'U1', channel: 'C1' });

/** What this person alone sees in C1, once there is so much. */
const whispers = ({ slack }: Bench, count = 1): Promise<readonly RecordedMessage[]> =>
  slack.waitFor(() => {
    const messages = slack.messages('C1').filter(({ ephemeralTo }) => ephemeralTo === 'U1');
    return messages.length >= count && messages;
  });

/** The list of quotations that a command brings. */
async function cite(running: Bench, text: string): Promise<RecordedMessage> {
  const before = running.slack.messages('C1').length;
  await running.slack.slashCommand(command(text));
  return running.slack.waitFor(() => running.slack.messages('C1')[before]);
}

const click = ({ slack }: Bench, message: RecordedMessage, action: string) =>
  slack.click({ message, action_id: action, user: 'U1' });

/** The list once it was changed in place. */
const changed = ({ slack }: Bench, message: RecordedMessage, edits = 1): Promise<RecordedMessage> =>
  slack.waitFor(() => slack.messages('C1').find((one) => one.ts === message.ts && one.edits === edits));

/** The numbers of the buses that a message quotes, in its order. */
const numbers = (message: RecordedMessage): number[] =>
  [...readable(message).matchAll(/numéro (\d+) dessert/g)].map(([, number]) => Number(number));

/** The value of a button of a message. */
function valueOf(message: RecordedMessage, action: string): string {
  const found = new RegExp(`"action_id":"${action}".*?"value":("(?:[^"\\\\]|\\\\.)*")`).exec(
    JSON.stringify(message.blocks),
  );
  return JSON.parse(found![1]!) as string;
}

const dated = (date: string, words: string) => ({ date, words });

/** The years of the sittings that a message quotes, in its order. */
const dates = (message: RecordedMessage) => [...readable(message).matchAll(/Séance (\d{4})/g)].map(([, year]) => year);

/** A method of a store that fails. */
const broken = () => Promise.reject(new StoreError('the disk is full'));

/** What the store notes of the quotation of the cost. */
async function noteOf(running: Bench): Promise<Publication | null> {
  const quoted = [...libraries.matchAll(/Le médiabus a coûté[^\n]*/g)].map(([text]) => text)[0]!;
  for (let end = quoted.length; end > 0; end -= 1) {
    const excerpt = { text: quoted.slice(0, end), citation: { file: 'assises.md' } } as Excerpt;
    const found = await running.store.publications.last(quotationId(excerpt));
    if (found !== null) return found;
  }
  return null;
}

const pointer = (changes: object) =>
  JSON.stringify({ file: 'assises.md', start: 0, end: 10, seal: 'x', language: 'fr', ...changes });

/** Clicks a button whose value was made up. */
async function forge({ slack, where }: Bench, action: string, value: string): Promise<void> {
  const { status } = await slack.deliverHttp(where, {
    type: 'block_actions',
    team: { id: 'T1' },
    user: { id: 'U1' },
    channel: { id: 'C1', name: 'general' },
    container: { type: 'message', channel_id: 'C1', message_ts: '1.1', is_ephemeral: true },
    actions: [{ type: 'button', action_id: action, block_id: 'b', value }],
  });
  expect(status).toBe(200);
}

describe('/greffier citer', () => {
  test.each(['socket', 'http'] as const)(
    'shows quotations to the moderator alone, each with its citation and its buttons (%s)',
    async (mode) => {
      const running = await open({ mode });
      const sent = await running.slack.slashCommand(command('citer médiabus -Creuse'));
      expect(sent.acked).toBe(true);
      const [list] = await whispers(running);
      expect(readable(list!)).toMatch(/^Citation 1 sur 1 pour «\u00a0médiabus -Creuse\u00a0»\.\n/);
      expect(readable(list!)).toContain('Le médiabus a coûté deux millions d’euros.');
      expect(readable(list!)).toContain('Assises des bibliothèques · 14 mars 2023 · Lire à la campagne');
      expect(actionIds(list!)).toEqual(['cite-publish:0', 'cite-copy:0', 'keep:0', 'context:0']);
      expect(list!.text).toMatch(/^Citation 1 sur 1[^]*«\u00a0Le médiabus[^]*\u00a0»\n— Assises/);
      expect(running.slack.history('C1')).toEqual([]);
    },
  );

  test('is /greffier quote in English', async () => {
    const running = await open();
    const list = await cite(running, 'quote médiabus -Creuse');
    expect(readable(list)).toMatch(/^Quotation 1 of 1 for “médiabus -Creuse”\.\n/);
    expect(readable(list)).toContain('Publish here');
  });

  test.each([
    ['citer', /^\/greffier citer <mots>[^]*-mot[^]*section:emploi/],
    ['citer ?!', /^\/greffier citer <mots>/],
    ['quote  ', /^\/greffier quote <words>[^]*"exact phrase"/],
  ])('without words explains itself: %j', async (text, expected) => {
    const running = await open();
    expect(readable(await cite(running, text))).toMatch(expected);
  });

  test('for somebody’s words that the record has not says that the quotations are not theirs', async () => {
    const text = '# Les crèches\n\nAnimateur : M. Luc Blanc, maire.\n\nLes crèches rurales ouvrent plus tôt le matin.';
    const running = await open({ corpus: record('Atelier', text, '2019-05-02') });
    const list = await cite(running, 'citer Que dit Luc Blanc des crèches rurales ?');
    const said =
      /^Je ne trouve pas de réponse dans les propos de M\. Luc Blanc\s; ces extraits ne sont pas ses paroles\s:\s+Citation 1/;
    expect(readable(list)).toMatch(said);
    expect(list.text).toMatch(said);
    expect(readable(list)).toContain('Les crèches rurales');
  });

  test('says that the record is silent, and which filter leaves nothing', async () => {
    const running = await open();
    const list = await cite(running, 'citer médiabus section:budget');
    expect(readable(list)).toContain('Aucun passage ne passe le filtre «\u00a0section:budget\u00a0».');
    expect(readable(await cite(running, 'citer hydravion'))).toContain('Les comptes rendus n’en parlent pas.');
  });

  test('says which date it cannot read, and how much it reads', async () => {
    const running = await open();
    expect(readable(await cite(running, 'citer médiabus depuis:hier'))).toContain('depuis:hier');
    expect(readable(await cite(running, `citer ${'médiabus '.repeat(300)}`))).toContain('raccourcissez-le');
  });

  test('reads typed markup as it was typed', async () => {
    const running = await open();
    const list = await cite(running, 'citer "le médiabus" &lt;!channel&gt; <@U2|eve>');
    expect(readable(list)).toContain('«\u00a0"le médiabus" <!channel> @eve\u00a0»');
    expect(JSON.stringify(list.blocks)).not.toContain('mrkdwn');
  });

  test('leaves out who took part: nobody says it', async () => {
    const animated = libraries.replace(
      '# Lire à la campagne\n',
      '# Lire à la campagne\n\nAnimatrice : Mme L. Barthe, géographe.\n',
    );
    const running = await openBench({ corpus: animated });
    const list = await cite(running, 'citer campagne');
    expect(readable(list)).toMatch(/^Citations? 1/);
    expect(readable(list)).not.toContain('Barthe');
  });

  test('shows the sentence with the exact phrase', async () => {
    const running = await open();
    expect(readable(await cite(running, 'citer médiabus "région en a payé"'))).toContain(
      'La région en a payé la moitié.',
    );
  });
});

describe('the pages of quotations', () => {
  test('follow each other in place, forth and back, until every quotation was shown once', async () => {
    const running = await open({ corpus: buses });
    const list = await cite(running, 'citer médiabus');
    expect(readable(list)).toMatch(/^Citations 1 à 3 sur 7 /);
    await click(running, list, 'cite:relevance:next');
    const second = await changed(running, list);
    expect(readable(second)).toMatch(/^Citations 4 à 6 sur 7 /);
    await click(running, second, 'cite:relevance:next');
    const third = await changed(running, list, 2);
    expect(readable(third)).toMatch(/^Citation 7 sur 7 /);
    expect(actionIds(third).filter((id) => id.startsWith('cite:'))).toEqual([
      'cite:date:first',
      'cite:relevance:previous',
    ]);
    const all = [list, second, third].flatMap(numbers);
    expect(all.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    await click(running, third, 'cite:relevance:previous');
    expect(numbers(await changed(running, list, 3))).toEqual(numbers(second));
    expect(running.slack.messages('C1')).toHaveLength(1);
  });

  test('come anew where the old ones can no longer be changed', async () => {
    const running = await open({ corpus: buses });
    const list = await cite(running, 'citer médiabus');
    running.slack.failNext('response_url', { kind: 'http', status: 500 });
    await click(running, list, 'cite:relevance:next');
    expect(numbers((await whispers(running, 2))[1]!)).toHaveLength(3);
  });

  test('begin again where a reload has left fewer', async () => {
    const running = await open({ corpus: buses });
    const list = await cite(running, 'citer médiabus');
    running.reload(libraries);
    await click(running, list, 'cite:relevance:next');
    expect(readable(await changed(running, list))).toMatch(/^Citations? 1 /);
  });
});

describe('the order of quotations', () => {
  const sittings = [
    dated('2020-01-01', 'Le médiabus et sa tournée : la tournée du médiabus.'),
    dated('2023-01-01', 'Un médiabus passe, entre cent autres choses dont le conseil a parlé ce jour.'),
    dated('2022-01-01', 'La tournée du médiabus commence.'),
  ];

  test('is by relevance first, and by date from the newest on when asked', async () => {
    const answerer = answererWith(
      Object.fromEntries(sittings.map(({ date, words }) => [`${date}.md`, record(`Séance ${date}`, words, date)])),
    );
    const several = await open({ options: { answerer: () => answerer } });
    const list = await cite(several, 'citer tournée médiabus');
    // The newest says only one of the two words.
    expect(dates(list).at(-1)).toBe('2023');
    await click(several, list, 'cite:date:first');
    const byDate = await changed(several, list);
    expect(dates(byDate)).toEqual(['2023', '2022', '2020']);
    expect(readable(byDate)).toMatch(/^Citations 1 à 3 sur 3 pour [^\n]*, de la plus récente à la plus ancienne\.\n/);
    await click(several, byDate, 'cite:relevance:first');
    expect(dates(await changed(several, list, 2))).toEqual(dates(list));
  });
});

describe('publishing a quotation', () => {
  test.each(['socket', 'http'] as const)(
    'posts it in the channel under the moderator’s name, and notes where (%s)',
    async (mode) => {
      const running = await open({ mode });
      const list = await cite(running, 'citer médiabus -Creuse');
      await click(running, list, 'cite-publish:0');
      expect((await whispers(running, 2))[1]!.text).toBe('C’est publié.');
      const [published] = running.slack.history('C1');
      expect(readable(published!)).toMatch(/^Cité par \n<@U1>\nLe médiabus a coûté[^]*\nAssises des bibliothèques/);
      expect(published!.text).toMatch(/^Cité par <@U1>\n«\u00a0Le médiabus/);
      expect(actionIds(published!)).toEqual(['context:0', 'keep:0']);
      const noted = await noteOf(running);
      expect(noted).toMatchObject({ channel: 'C1', person: 'U1' });
      expect(noted!.link).toContain(published!.ts.replace('.', ''));
    },
  );

  test('posts it once, however often the button is pressed, and says so', async () => {
    const running = await open();
    const list = await cite(running, 'citer médiabus -Creuse');
    await Promise.all([1, 2, 3].map(() => click(running, list, 'cite-publish:0')));
    await running.bot.stop();
    expect(running.slack.history('C1')).toHaveLength(1);
  });

  test('reaches a channel that the bot is no member of; there is no link then', async () => {
    const running = await open({ slack: { channels: [{ id: 'C1', botIsMember: false }] } });
    const list = await cite(running, 'citer médiabus -Creuse');
    await click(running, list, 'cite-publish:0');
    const published = await running.slack.waitFor(() => running.slack.history('C1').at(0));
    expect(published.via).toBe('response_url');
    await whispers(running, 2);
    expect(await noteOf(running)).toMatchObject({ channel: 'C1', link: null });
  });

  test('says what to do where Slack refuses it in every way, and may then be tried again', async () => {
    const running = await open({ slack: { channels: [{ id: 'C1', botIsMember: false }] } });
    const list = await cite(running, 'citer médiabus -Creuse');
    running.slack.failNext('response_url', { kind: 'http', status: 500 });
    await click(running, list, 'cite-publish:0');
    expect((await whispers(running, 2))[1]!.text).toContain('Invitez-moi');
    expect(await noteOf(running)).toBeNull();
    await click(running, list, 'cite-publish:0');
    await running.slack.waitFor(() => running.slack.history('C1').at(0));
  });

  test('posts nothing that the moderator did not see: says that the file has changed', async () => {
    const running = await open();
    const list = await cite(running, 'citer médiabus -Creuse');
    running.reload(libraries.replace('deux millions d’euros', 'trois millions d’euros'));
    await click(running, list, 'cite-publish:0');
    expect((await whispers(running, 2))[1]!.text).toContain('a changé');
    expect(running.slack.history('C1')).toEqual([]);
  });

  test('in a conversation of two is no publication: nothing is noted', async () => {
    const running = await open();
    const { slack } = running;
    await slack.directMessage({ user: 'U1', text: 'bonjour' });
    const im = slack.im('U1');
    await slack.waitFor(() => slack.messages(im).length > 0);
    await slack.slashCommand({ ...command('citer médiabus -Creuse'), channel: im });
    const list = await slack.waitFor(() => slack.messages(im).find(({ ephemeralTo }) => ephemeralTo === 'U1'));
    await click(running, list, 'cite-publish:0');
    await slack.waitFor(() => slack.history(im).some(({ text }) => text.startsWith('Cité par')));
    await running.bot.stop();
    expect(await noteOf(running)).toBeNull();
  });

  test('is done all the same where the store notes nothing, and the moderator is told', async () => {
    const store = await storeForTest();
    const running = await open({ store: { ...store, publications: { note: broken, last: broken } } });
    const list = await cite(running, 'citer médiabus -Creuse');
    await click(running, list, 'cite-publish:0');
    expect((await whispers(running, 2))[1]!.text).toMatch(/^C’est publié, mais/);
    expect(running.slack.history('C1')).toHaveLength(1);
  });
});

describe('a quotation that was published already', () => {
  const day = /Déjà cité le \d{1,2}(?:er)? \p{L}+ \d{4}/u;

  test('is listed with when and where, and a link, and may be published again', async () => {
    const running = await open();
    const { slack } = running;
    await click(running, await cite(running, 'citer médiabus -Creuse'), 'cite-publish:0');
    await whispers(running, 2);
    const [published] = slack.history('C1') as [RecordedMessage];
    const list = await cite(running, 'citer médiabus -Creuse');
    expect(readable(list)).toMatch(day);
    expect(list.text).toMatch(day);
    expect(JSON.stringify(list.blocks)).toContain('{"type":"channel","channel_id":"C1"}');
    expect(JSON.stringify(list.blocks)).toContain(`p${published.ts.replace('.', '')}","text":"voir le message"`);
    expect(actionIds(list)[0]).toBe('cite-again:0');
    await click(running, list, 'cite-again:0');
    await slack.waitFor(() => slack.history('C1').length === 2);
  });

  test('is not published by a button that did not say so, but after a question', async () => {
    const running = await open();
    const { slack } = running;
    const [first, second] = [
      await cite(running, 'citer médiabus -Creuse'),
      await cite(running, 'citer médiabus -Creuse'),
    ];
    await click(running, first, 'cite-publish:0');
    await whispers(running, 3);
    await click(running, second, 'cite-publish:0');
    const asked = (await whispers(running, 4))[3]!;
    expect(asked.text).toMatch(new RegExp(`^${day.source}\\.$`, 'u'));
    expect(actionIds(asked)).toEqual(['cite-again']);
    expect(slack.history('C1')).toHaveLength(1);
    await click(running, asked, 'cite-again');
    await click(running, asked, 'cite-again');
    await running.bot.stop();
    expect(slack.history('C1')).toHaveLength(2);
  });
});

describe('copying a quotation', () => {
  test('shows it with a ready citation in a field of a modal, which closes', async () => {
    const running = await open();
    const { slack } = running;
    await click(running, await cite(running, 'citer dimanche par:"Anne Roche"'), 'cite-copy:0');
    const view = await slack.waitFor(() => slack.lastView());
    const [block] = view.view.blocks as unknown as [{ element: { initial_value: string } }];
    expect(block.element.initial_value).toMatch(
      /^«\u00a0Nous ouvrons le dimanche[^]*\u00a0», Mme Anne Roche, directrice de la médiathèque, Assises des bibliothèques, 14 mars 2023$/,
    );
    const submitted = await slack.submitView({ view, user: 'U1' });
    expect(submitted.acked).toBe(true);
  });

  test('comes in a private message where no modal opens', async () => {
    const running = await open({ slack: { refuse: { 'views.open': 'unknown_method' } } });
    await click(running, await cite(running, 'citer médiabus -Creuse'), 'cite-copy:0');
    const copy = (await whispers(running, 2))[1]!;
    expect(readable(copy)).toMatch(/^«\u00a0Le médiabus[^]*\u00a0», Lire à la campagne, Assises des bibliothèques/);
  });
});

test('the context of a listed quotation opens', async () => {
  const running = await open();
  await click(running, await cite(running, 'citer médiabus -Creuse'), 'context:0');
  expect(readable((await running.slack.waitFor(() => running.slack.lastView())).view)).toContain('Le passage');
});

describe('a server that knows only the basic methods', () => {
  test('lists, turns pages, publishes and copies', async () => {
    const refuse = { 'chat.postEphemeral': 'unknown_method', 'views.open': 'unknown_method' };
    const running = await open({ corpus: buses, slack: { basicOnly: true, refuse } });
    const list = await cite(running, 'citer médiabus');
    await click(running, list, 'cite:date:first');
    await changed(running, list);
    await click(running, list, 'cite-publish:0');
    await running.slack.waitFor(() => running.slack.history('C1').at(0));
    await click(running, list, 'cite-copy:0');
    await running.slack.waitFor(() => running.slack.messages('C1').some(({ text }) => text.startsWith('«')));
    expect(logged(running.log).filter(({ level }) => level === 'error')).toEqual([]);
  });
});

describe('values that were tampered with', () => {
  test.each(['cite:relevance:next', 'cite-publish:0', 'cite-again', 'cite-copy:0'])(
    'of %s publish nothing and are told kindly',
    async (action) => {
      const running = await open({ mode: 'http' });
      const values = [
        'no json',
        '{}',
        'null',
        pointer({}),
        pointer({ file: '../x' }),
        pointer({ start: -1 }),
        'x'.repeat(3000),
      ];
      await cite(running, 'citer');
      for (const value of values) await forge(running, action, value);
      const [, ...said] = await whispers(running, values.length + 1);
      for (const { text } of said) expect(text).toMatch(/n’est plus valable|a changé/);
      expect(running.slack.history('C1')).toEqual([]);
    },
  );

  test('cannot publish half a sentence, though its words are in the record', async () => {
    const running = await open({ mode: 'http' });
    const list = await cite(running, 'citer médiabus -Creuse');
    const whole = JSON.parse(valueOf(list, 'cite-publish:0')) as { start: number };
    const half = 'Le médiabus a coûté';
    const value = JSON.stringify({ ...whole, end: whole.start + half.length, seal: seal(half) });
    await forge(running, 'cite-publish:0', value);
    expect((await whispers(running, 2))[1]!.text).toContain('a changé');
    expect(running.slack.history('C1')).toEqual([]);
  });
});

describe('the limits of Slack', () => {
  const hostile = fc.constantFrom(
    'Un mot. '.repeat(400),
    `${'interminable '.repeat(240)}.`,
    '<!channel> <@U1> *gras* _italique_ ~barré~ `code` ```bloc``` https://example.org/?a=1&b=<2>',
    '\u202e\u0000 "\\" '.repeat(300),
    '“« "guillemets" »” '.repeat(150),
    'é',
  );
  const citation: fc.Arbitrary<Citation> = fc.record({
    file: fc.constantFrom('a.md', `${'é'.repeat(200)}.md`),
    title: hostile,
    date: fc.constantFrom(null, '2014-11-06'),
    section: fc.array(hostile, { maxLength: 3 }),
    speaker: fc.option(hostile),
    role: fc.option(hostile),
    line: fc.nat(),
    start: fc.constant(123_456),
    end: fc.constant(126_456),
    url: fc.constantFrom(null, 'https://example.org/a?b=1&c=<2>', 'javascript:alert(1)'),
  });
  const excerpt: fc.Arbitrary<Excerpt> = fc.record({ text: hostile, score: fc.constant(1), citation });
  const published: fc.Arbitrary<Publication> = fc.record({
    quotation: fc.constant('q'),
    channel: fc.constantFrom('C1', 'D1', '<!here>'),
    link: fc.constantFrom(null, 'https://example.slack.com/archives/C1/p1', 'nonsense'),
    person: fc.constant('U1'),
    at: fc.constant(Date.UTC(2014, 10, 6, 12)),
  });
  const language = fc.constantFrom('fr' as const, 'en' as const);
  const allowed = { allow: ['<@U1>', '<#C1>'] };

  test('are kept by lists, publications and copies, whatever they quote', () => {
    const page = fc.record({
      query: hostile,
      language,
      sort: fc.constantFrom('relevance' as const, 'date' as const),
      skip: fc.constantFrom(0, 3, 60),
      total: fc.constant(66),
      more: fc.boolean(),
      silentSpeaker: fc.option(hostile),
      quotations: fc.array(fc.record({ excerpt, published: fc.option(published) }), { minLength: 1, maxLength: 3 }),
    });
    fc.assert(
      fc.property(page, excerpt, published, language, (list, quoted, before, spoken) => {
        expect(checkMessage(renderQuotations(list), allowed)).toEqual([]);
        expect(checkMessage(renderPublished(quoted, spoken, 'U1'), allowed)).toEqual([]);
        expect(checkMessage(renderAlreadyCited(quoted, before, spoken), allowed)).toEqual([]);
        expect(checkMessage(renderCopy(quoted, spoken), allowed)).toEqual([]);
        expect(checkView(copyView(quoted, spoken))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('let three quotations of 3,000 characters stand in one list, cut on sentence ends', () => {
    const long = { text: 'Une phrase de plus. '.repeat(150).trim(), score: 1, citation: { ...plainCitation } };
    const list = renderQuotations({
      query: 'phrase',
      language: 'fr',
      sort: 'relevance',
      skip: 0,
      total: 9,
      more: false,
      silentSpeaker: null,
      quotations: [1, 2, 3].map((start) => ({
        excerpt: { ...long, citation: { ...plainCitation, start } },
        published: null,
      })),
    });
    expect(readable(list)).toMatch(/^Citations 1 à 3 sur 9/);
    expect([...readable(list).matchAll(/plus\.\n\[…\] /g)]).toHaveLength(3);
  });

  const plainCitation: Citation = {
    file: '2014-11-06-laboratoires.md',
    title: 'Laboratoires',
    date: '2014-11-06',
    section: ['Emploi'],
    speaker: null,
    role: null,
    line: 3,
    start: 100,
    end: 3100,
    url: null,
  };
});
