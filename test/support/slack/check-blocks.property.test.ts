import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { actions, button, feedback, mrkdwn, plain, quote, section, type Json } from './block-builders.ts';
import { checkMessage, checkView } from './check-blocks.ts';

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
