import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkMessage, checkView } from './check-blocks.ts';

type Json = Record<string, unknown>;

const plain = (text: string): Json => ({ type: 'plain_text', text });
const mrkdwn = (text: string): Json => ({ type: 'mrkdwn', text });
const section = (text: string, more: Json = {}): Json => ({ type: 'section', text: mrkdwn(text), ...more });
const button = (more: Json = {}): Json => ({ type: 'button', action_id: 'more', text: plain('Autres'), ...more });
const actions = (...elements: Json[]): Json => ({ type: 'actions', elements });
const quote = (...elements: Json[]): Json => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_quote', elements }],
});
const feedback = (more: Json = {}): Json => ({
  type: 'context_actions',
  elements: [
    {
      type: 'feedback_buttons',
      action_id: 'feedback',
      positive_button: { text: plain('Utile'), value: 'up' },
      negative_button: { text: plain('Inutile'), value: 'down' },
      ...more,
    },
  ],
});
const option = (value: string, text = 'x'): Json => ({ text: plain(text), value });
const select = (options: Json[]): Json => ({ type: 'static_select', action_id: 'pick', options });
const table = (rows: number, cells = 1): Json => ({
  type: 'table',
  rows: Array.from({ length: rows }, () => Array.from({ length: cells }, () => ({ type: 'raw_text', text: 'x' }))),
});
const modal = (more: Json = {}): Json => ({ type: 'modal', title: plain('Contexte'), blocks: [], ...more });
const say = (...blocks: unknown[]): Json => ({ channel: 'C1', text: 'Réponse', blocks });
const x = (length: number): string => 'x'.repeat(length);
const times = <T>(length: number, make: (index: number) => T): T[] => Array.from({ length }, (_, index) => make(index));

const answer = say(
  { type: 'header', text: plain('Cantal') },
  section('*Cantal* &amp; <https://example.org/a?b=1&amp;c=2|le compte rendu>', { accessory: button({ value: 'v' }) }),
  quote(
    { type: 'text', text: 'Le département <!channel> & <@U1>', style: { italic: true } },
    { type: 'link', url: 'https://example.org', text: 'ici' },
  ),
  {
    type: 'context',
    elements: [mrkdwn('_6 novembre 2014_'), { type: 'image', image_url: 'https://a.b/c.png', alt_text: 'c' }],
  },
  actions(button({ action_id: 'b', url: 'https://example.org' }), select([option('1'), option('2')])),
  { type: 'divider' },
  { type: 'markdown', text: '**gras** < 3 & co' },
  table(2, 3),
  feedback(),
);

test('finds nothing to say about a message with every block that the bot uses', () => {
  expect(checkMessage(answer)).toEqual([]);
});

test('finds nothing to say about a modal and a home tab', () => {
  const input = { type: 'input', label: plain('Nom'), element: { type: 'plain_text_input', action_id: 'name' } };
  expect(checkView(modal({ blocks: [section('a'), input], submit: plain('Envoyer'), private_metadata: '{}' }))).toEqual(
    [],
  );
  expect(checkView({ type: 'home', blocks: [section('Bonjour')] })).toEqual([]);
});

const messageBreaches: [string, Json, string][] = [
  ['51 blocks', say(...times(51, () => section('a'))), 'blocks: 51 items, at most 50'],
  ['a long section', say(section(x(3001))), 'blocks[0].text.text: 3001 characters, at most 3000'],
  ['an empty section text', say(section('')), 'blocks[0].text.text: 0 characters, at least 1'],
  ['a section with nothing', say({ type: 'section' }), 'blocks[0]: text or fields is required'],
  [
    'eleven fields',
    say({ type: 'section', fields: times(11, () => mrkdwn('a')) }),
    'blocks[0].fields: 11 items, at most 10',
  ],
  [
    'a long field',
    say({ type: 'section', fields: [mrkdwn(x(2001))] }),
    'blocks[0].fields[0].text: 2001 characters, at most 2000',
  ],
  ['a long header', say({ type: 'header', text: plain(x(151)) }), 'blocks[0].text.text: 151 characters, at most 150'],
  [
    'a mrkdwn header',
    say({ type: 'header', text: mrkdwn('a') }),
    'blocks[0].text.type: "mrkdwn" is not one of "plain_text"',
  ],
  [
    'a long button',
    say(actions(button({ text: plain(x(76)) }))),
    'blocks[0].elements[0].text.text: 76 characters, at most 75',
  ],
  [
    'a long button value',
    say(actions(button({ value: x(2001) }))),
    'blocks[0].elements[0].value: 2001 characters, at most 2000',
  ],
  [
    'a long button url',
    say(actions(button({ url: `https://a.b/${x(3000)}` }))),
    'blocks[0].elements[0].url: 3012 characters, at most 3000',
  ],
  [
    'a script url',
    say(actions(button({ url: 'javascript:alert(1)' }))),
    'blocks[0].elements[0].url: scheme "javascript:" is not one of http:, https:',
  ],
  ['a relative url', say(actions(button({ url: '/a' }))), 'blocks[0].elements[0].url: not an absolute URL'],
  [
    'a mrkdwn button',
    say(actions(button({ text: mrkdwn('a') }))),
    'blocks[0].elements[0].text.type: "mrkdwn" is not one of "plain_text"',
  ],
  [
    'an unknown style',
    say(actions(button({ style: 'big' }))),
    'blocks[0].elements[0].style: "big" is not one of "primary", "danger"',
  ],
  [
    'a button without action_id',
    say(actions({ type: 'button', text: plain('a') })),
    'blocks[0].elements[0].action_id: required',
  ],
  [
    '26 buttons',
    say(actions(...times(26, (i) => button({ action_id: `b${i}` })))),
    'blocks[0].elements: 26 items, at most 25',
  ],
  [
    'eleven context elements',
    say({ type: 'context', elements: times(11, () => mrkdwn('a')) }),
    'blocks[0].elements: 11 items, at most 10',
  ],
  [
    'a button in a context',
    say({ type: 'context', elements: [button()] }),
    'blocks[0].elements[0].type: "button" does not belong here',
  ],
  [
    'six context actions',
    say({
      type: 'context_actions',
      elements: times(6, (i) => ({ type: 'icon_button', icon: 'trash', action_id: `i${i}`, text: plain('a') })),
    }),
    'blocks[0].elements: 6 items, at most 5',
  ],
  [
    'feedback without a value',
    say(feedback({ positive_button: { text: plain('a') } })),
    'blocks[0].elements[0].positive_button.value: required',
  ],
  [
    'feedback with one button',
    say(feedback({ negative_button: undefined })),
    'blocks[0].elements[0].negative_button: required',
  ],
  [
    'feedback in actions',
    say(actions({ type: 'feedback_buttons', action_id: 'a' })),
    'blocks[0].elements[0].type: "feedback_buttons" does not belong here',
  ],
  [
    'a long action_id',
    say(actions(button({ action_id: x(256) }))),
    'blocks[0].elements[0].action_id: 256 characters, at most 255',
  ],
  [
    'the same action_id twice',
    say(actions(button(), button())),
    'blocks[0].elements[1].action_id: "more" is used twice',
  ],
  [
    'the same block_id twice',
    say(section('a', { block_id: 'b' }), section('a', { block_id: 'b' })),
    'blocks[1].block_id: "b" is used twice',
  ],
  ['a long block_id', say(section('a', { block_id: x(256) })), 'blocks[0].block_id: 256 characters, at most 255'],
  [
    'a long markdown block',
    say({ type: 'markdown', text: x(12_001) }),
    'blocks[0].text: 12001 characters, at most 12000',
  ],
  [
    'long markdown blocks together',
    say({ type: 'markdown', text: x(6001) }, { type: 'markdown', text: x(6000) }),
    'blocks: 12001 characters in markdown blocks, at most 12000',
  ],
  ['a table of 101 rows', say(table(101)), 'blocks[0].rows: 101 items, at most 100'],
  ['a table of 21 cells', say(table(1, 21)), 'blocks[0].rows[0]: 21 items, at most 20'],
  ['two tables', say(table(1), table(1)), 'blocks: more than one table'],
  [
    'a message that is too long as a whole',
    say(...times(5, () => section(x(2700)))),
    'blocks: 13771 characters as JSON, at most 13200',
  ],
  [
    '101 options',
    say(actions(select(times(101, (i) => option(String(i)))))),
    'blocks[0].elements[0].options: 101 items, at most 100',
  ],
  [
    'a long option',
    say(actions(select([option('1', x(76))]))),
    'blocks[0].elements[0].options[0].text.text: 76 characters, at most 75',
  ],
  [
    'a long option value',
    say(actions(select([option(x(151))]))),
    'blocks[0].elements[0].options[0].value: 151 characters, at most 150',
  ],
  [
    'six overflow options',
    say(actions({ type: 'overflow', action_id: 'o', options: times(6, (i) => option(String(i))) })),
    'blocks[0].elements[0].options: 6 items, at most 5',
  ],
  ['an unknown block', say({ type: 'banner' }), 'blocks[0].type: "banner" does not belong here'],
  ['an unknown field', say(section('a', { color: 'red' })), 'blocks[0]: unknown field "color"'],
  ['an image without alt_text', say({ type: 'image', image_url: 'https://a.b/c' }), 'blocks[0].alt_text: required'],
  [
    'an image without a source',
    say({ type: 'image', alt_text: 'a' }),
    'blocks[0]: exactly one of image_url and slack_file is required',
  ],
  ['an empty quote', say(quote()), 'blocks[0].elements[0].elements: 0 items, at least 1'],
  [
    'an empty text run',
    say(quote({ type: 'text', text: '' })),
    'blocks[0].elements[0].elements[0].text: 0 characters, at least 1',
  ],
  [
    'mrkdwn in a quote',
    say(quote(mrkdwn('a'))),
    'blocks[0].elements[0].elements[0].type: "mrkdwn" does not belong here',
  ],
  [
    'a script link in a quote',
    say(quote({ type: 'link', url: 'javascript:1' })),
    'blocks[0].elements[0].elements[0].url: scheme "javascript:" is not one of http:, https:, mailto:',
  ],
  [
    'a mention in a quote',
    say(quote({ type: 'user', user_id: 'U1' })),
    'blocks[0].elements[0].elements[0]: live mention "<@U1>"',
  ],
  [
    'a broadcast in a quote',
    say(quote({ type: 'broadcast', range: 'channel' })),
    'blocks[0].elements[0].elements[0]: live mention "<!channel>"',
  ],
  ['a live broadcast', say(section('oh <!channel>')), 'blocks[0].text: live mention "<!channel>"'],
  ['a live here', say(section('<!here|ici>')), 'blocks[0].text: live mention "<!here|ici>"'],
  ['a live user', say(section('<@U1>')), 'blocks[0].text: live mention "<@U1>"'],
  ['a live channel', say(section('<#C1|general>')), 'blocks[0].text: live mention "<#C1|general>"'],
  ['a live group', say(section('<!subteam^S1>')), 'blocks[0].text: live mention "<!subteam^S1>"'],
  ['a script link', say(section('<javascript:1|a>')), 'blocks[0].text: markup "<javascript:1|a>"'],
  ['HTML', say(section('<b>gras</b>')), 'blocks[0].text: markup "<b>"'],
  ['an unescaped <', say(section('1 < 2')), 'blocks[0].text: unescaped "<"'],
  ['an unescaped &', say(section('R&D')), 'blocks[0].text: unescaped "&"'],
  ['a mention in Markdown', say({ type: 'markdown', text: 'oh <!channel>' }), 'blocks[0]: live mention "<!channel>"'],
  ['an unpaired surrogate', say(section('a\ud800')), 'blocks[0].text.text: an unpaired surrogate'],
  ['blocks without text', { blocks: [section('a')] }, 'text: required with blocks (notifications, screen readers)'],
  ['a live broadcast in text', { text: '<!channel>' }, 'text: live mention "<!channel>"'],
  ['a long text', { text: x(4001) }, 'text: 4001 characters, at most 4000'],
  ['long Markdown', { markdown_text: x(12_001) }, 'markdown_text: 12001 characters, at most 12000'],
  ['Markdown beside text', { markdown_text: 'a', text: 'a' }, 'markdown_text: cannot stand with text or blocks'],
  ['blocks that are no list', { text: 'a', blocks: '[]' }, 'blocks: not of type array'],
  [
    'bad blocks in an attachment',
    { text: 'a', attachments: [{ blocks: [section('')] }] },
    'attachments[0].blocks[0].text.text: 0 characters, at least 1',
  ],
];

const viewBreaches: [string, Json, string][] = [
  ['a long title', modal({ title: plain(x(25)) }), 'view.title.text: 25 characters, at most 24'],
  ['a mrkdwn title', modal({ title: mrkdwn('a') }), 'view.title.type: "mrkdwn" is not one of "plain_text"'],
  ['no title', modal({ title: undefined }), 'view.title: required'],
  ['a long submit', modal({ submit: plain(x(25)) }), 'view.submit.text: 25 characters, at most 24'],
  ['a long close', modal({ close: plain(x(25)) }), 'view.close.text: 25 characters, at most 24'],
  [
    'long private_metadata',
    modal({ private_metadata: x(3001) }),
    'view.private_metadata: 3001 characters, at most 3000',
  ],
  ['a long callback_id', modal({ callback_id: x(256) }), 'view.callback_id: 256 characters, at most 255'],
  ['101 blocks', modal({ blocks: times(101, () => section('a')) }), 'view.blocks: 101 items, at most 100'],
  ['feedback', modal({ blocks: [feedback()] }), 'view.blocks[0]: context_actions blocks exist in messages only'],
  [
    'an input but no submit',
    modal({ blocks: [{ type: 'input', label: plain('a'), element: { type: 'plain_text_input', action_id: 'a' } }] }),
    'view.submit: required where there is an input block',
  ],
  ['a title on a home tab', { type: 'home', title: plain('a'), blocks: [] }, 'view: unknown field "title"'],
  ['an unknown type', { type: 'popup', blocks: [] }, 'view.type: "popup" does not belong here'],
];

test.each(messageBreaches)('refuses %s', (_, payload, breach) => {
  expect(checkMessage(payload)).toContain(breach);
});

test.each(viewBreaches)('refuses a view with %s', (_, view, breach) => {
  expect(checkView(view)).toContain(breach);
});

test('counts characters, not UTF-16 units', () => {
  expect(checkMessage(say({ type: 'header', text: plain('😀'.repeat(150)) }))).toEqual([]);
});

test('lets a mention stand that the test allows, and no other', () => {
  const allow = ['<@U1>'];
  expect(checkMessage(say(section('de <@U1>'), quote({ type: 'user', user_id: 'U1' })), { allow })).toEqual([]);
  expect(checkMessage(say(section('de <@U2>')), { allow })).toEqual(['blocks[0].text: live mention "<@U2>"']);
});

test('takes dates, mail and telephone links', () => {
  const text = '<!date^1415232000^{date}|6 novembre> <mailto:a@b.fr|écrire> <tel:+33123|appeler>';
  expect(checkMessage(say(section(text)))).toEqual([]);
});

describe('on generated input', () => {
  const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
  const escaped = words.map((raw) => raw.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
  const anyBlock = fc.oneof(
    escaped.map((text) => section(text)),
    words.map((text) => ({ type: 'header', text: plain(text) })),
    fc
      .array(escaped, { minLength: 1, maxLength: 10 })
      .map((texts) => ({ type: 'context', elements: texts.map(mrkdwn) })),
    fc
      .array(words, { minLength: 1, maxLength: 5 })
      .map((texts) => quote(...texts.map((text) => ({ type: 'text', text })))),
    fc.constant({ type: 'divider' }),
    fc.tuple(words, fc.webUrl()).map(([text, url]) => actions(button({ text: plain(text), url }))),
    words.map((value) => feedback({ positive_button: { text: plain('oui'), value } })),
  );
  const messages = fc
    .tuple(
      escaped.filter((text) => text.trim() !== ''),
      fc.array(anyBlock, { minLength: 1, maxLength: 20 }),
    )
    .map(([text, blocks]) => ({ text, blocks: blocks.map((block, index) => unique(block, index)) }));

  test('accepts every valid message', () => {
    fc.assert(
      fc.property(messages, (message) => {
        expect(checkMessage(message)).toEqual([]);
      }),
    );
  });

  test('accepts the blocks of every valid message in a home tab, those for messages only left out', () => {
    fc.assert(
      fc.property(messages, ({ blocks }) => {
        const kept = blocks.filter(({ type }) => type !== 'context_actions');
        expect(checkView({ type: 'home', blocks: kept })).toEqual([]);
      }),
    );
  });

  test('never throws, whatever the JSON', () => {
    const json = fc.jsonValue();
    fc.assert(
      fc.property(json, json, json, (blocks, text, view) => {
        checkMessage(blocks);
        checkMessage({ text, blocks, attachments: view, markdown_text: text });
        checkMessage({ text: 'a', blocks: [{ type: 'section', text }, { type: 'actions', elements: blocks }, view] });
        checkView(view);
        checkView({ type: 'modal', title: text, blocks });
      }),
    );
  });

  test('finds a live mention wherever mrkdwn may hide it', () => {
    fc.assert(
      fc.property(messages, escaped, escaped, ({ text, blocks }, before, after) => {
        const found = checkMessage({ text, blocks: [...blocks, section(`${before}<!here>${after}`)] });
        expect(found).toEqual([`blocks[${blocks.length}].text: live mention "<!here>"`]);
      }),
    );
  });
});

/** Gives each block and its elements ids of their own. */
function unique(block: Json, index: number): Json {
  const elements = Array.isArray(block['elements'])
    ? {
        elements: block['elements'].map((element: Json, at) =>
          'action_id' in element ? { ...element, action_id: `a${index}.${at}` } : element,
        ),
      }
    : {};
  return { ...block, block_id: `b${index}`, ...elements };
}
