import { expect, test } from 'vitest';
import { feedback, modal, mrkdwn, plain, section, times, x, type Json } from './block-builders.ts';
import { checkView } from './check-blocks.ts';

test('finds nothing to say about a modal and a home tab', () => {
  const input = { type: 'input', label: plain('Nom'), element: { type: 'plain_text_input', action_id: 'name' } };
  expect(checkView(modal({ blocks: [section('a'), input], submit: plain('Envoyer'), private_metadata: '{}' }))).toEqual(
    [],
  );
  expect(checkView({ type: 'home', blocks: [section('Bonjour')] })).toEqual([]);
});

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

test.each(viewBreaches)('refuses a view with %s', (_, view, breach) => {
  expect(checkView(view)).toContain(breach);
});
