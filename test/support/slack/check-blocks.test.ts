import { expect, test } from 'vitest';
import {
  actions,
  button,
  feedback,
  mrkdwn,
  option,
  plain,
  quote,
  say,
  section,
  select,
  table,
  times,
  x,
  type Json,
} from './block-builders.ts';
import { checkMessage } from './check-blocks.ts';

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
  ['blocks without text', { blocks: [section('a')] }, 'text: required with blocks (notifications, screen readers)'],
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

test.each(messageBreaches)('refuses %s', (_, payload, breach) => {
  expect(checkMessage(payload)).toContain(breach);
});

test('counts characters, not UTF-16 units', () => {
  expect(checkMessage(say({ type: 'header', text: plain('😀'.repeat(150)) }))).toEqual([]);
});
