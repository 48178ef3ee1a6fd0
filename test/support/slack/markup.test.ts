import { expect, test } from 'vitest';
import { quote, say, section, type Json } from './block-builders.ts';
import { checkMessage } from './check-blocks.ts';

const hazards: [string, Json, string][] = [
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
  ['a live broadcast in text', { text: '<!channel>' }, 'text: live mention "<!channel>"'],
];

test.each(hazards)('refuses %s', (_, payload, breach) => {
  expect(checkMessage(payload)).toContain(breach);
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
