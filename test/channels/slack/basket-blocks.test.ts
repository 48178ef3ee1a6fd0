import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { basketMessage, basketView } from '../../../src/channels/slack/basket-blocks.ts';
import { exportMessage, exportView } from '../../../src/channels/slack/basket-export.ts';
import type { BasketItem } from '../../../src/channels/slack/basket-items.ts';
import { basketLabels } from '../../../src/channels/slack/basket-labels.ts';
import type { BasketPointer } from '../../../src/channels/slack/basket-pointer.ts';
import { renderPublished } from '../../../src/channels/slack/publish-quotation.ts';
import type { Language } from '../../../src/proceedings/proceedings.ts';
import { checkMessage, checkView } from '../../support/slack/check-blocks.ts';
import { actionIds, readable } from './bench.ts';

const hostile = fc
  .oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
    fc.constantFrom(
      '<!channel> <@U1> &amp;<&>',
      '*gras* _ital_ ~barré~ `code` ```bloc```',
      'https://example.org/?a=<b>&c|d',
      '"\\\n'.repeat(1000),
      '\u0001'.repeat(3000),
      ' ',
      '\n\n',
      '👩‍👩‍👧‍👦'.repeat(300),
    ),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 5 }).map((text) => text.repeat(600)),
  )
  .map((text) => text.replaceAll(/\p{Surrogate}/gu, '') || 'x');

const anyItem = fc
  .record({
    text: hostile,
    file: hostile,
    title: hostile,
    date: fc.constantFrom(null, '2023-03-14', 'hier'),
    section: fc.array(hostile, { maxLength: 4 }),
    speaker: fc.option(hostile),
    role: fc.option(hostile),
    url: fc.option(fc.oneof(hostile, fc.constant(`https://example.org/${'a'.repeat(2900)}`))),
    stands: fc.boolean(),
    published: fc.constantFrom(null, {
      quotation: 'q',
      channel: 'C1',
      link: `https://x.slack.com/archives/C1/p${'1'.repeat(100)}`,
      person: null,
      at: 0,
    }),
  })
  .map(({ text, stands, published, ...rest }) => ({
    stands,
    published,
    excerpt: { text, score: 0, citation: { ...rest, line: 1, start: 0, end: text.length } },
  }));

const anyBasket = fc
  .array(anyItem, { maxLength: 60 })
  .map((items): BasketItem[] => items.map((item, index) => ({ ...item, id: `id${index}` })));

const anyPointer = fc.record({
  language: fc.constantFrom<Language>('fr', 'en'),
  from: fc.nat({ max: 70 }),
  id: fc.constantFrom(null, 'id0', 'id12', 'gone'),
  format: fc.constantFrom<BasketPointer['format']>('text', 'markdown'),
  channel: fc.constantFrom(null, 'C1'),
  responseUrl: fc.constantFrom(null, `https://hooks.slack.com/commands/T1/${'1'.repeat(400)}`),
});

/** The numbers of the quotations that are shown. */
const numbers = (shown: { readonly blocks: unknown }): string[] =>
  [...JSON.stringify(shown.blocks).matchAll(/"text":"(\d+)\.","style":\{"bold":true\}/g)].map(
    ([, number = '']) => number,
  );

describe('whatever a basket holds', () => {
  test('it keeps every rule of Slack in a modal, and no quotation is left out on the way', () => {
    fc.assert(
      fc.property(anyBasket, anyPointer, fc.option(hostile), (items, pointer, notice) => {
        expect(checkView(basketView(items, { pointer, notice }), { allow: ['<#C1>'] })).toEqual([]);
        const seen: string[] = [];
        for (let from = 0; from < items.length; from = seen.length)
          seen.push(...numbers(basketView(items, { pointer: { ...pointer, id: null, from }, notice: null })));
        expect(seen.map(Number)).toEqual(items.map((_, index) => index + 1));
      }),
      { numRuns: 60 },
    );
  });

  test('it keeps every rule of Slack in messages, each of which holds at least one quotation', () => {
    fc.assert(
      fc.property(anyBasket, anyPointer, (items, pointer) => {
        expect(checkMessage(basketMessage(items, { pointer, notice: null }), { allow: ['<#C1>'] })).toEqual([]);
        const seen: string[] = [];
        for (let from = 0; from < items.length; from = seen.length) {
          const shown = basketMessage(items, { pointer: { ...pointer, id: null, from }, notice: null });
          expect(numbers(shown)).not.toEqual([]);
          seen.push(...numbers(shown));
        }
        expect(seen.map(Number)).toEqual(items.map((_, index) => index + 1));
      }),
      { numRuns: 60 },
    );
  });

  test('its export and what is published of it keep every rule of Slack', () => {
    fc.assert(
      fc.property(anyBasket, anyItem, anyPointer, (others, item, pointer) => {
        const items = [{ ...item, id: 'first' }, ...others];
        const view = exportView(items, pointer);
        expect(checkView(view)).toEqual([]);
        const sent = exportMessage(items, pointer);
        expect(checkMessage(sent)).toEqual([]);
        expect(readable(sent)).not.toBe('');
        expect(actionIds(sent)).toContain('basket-page:back');
        const published = renderPublished(item.excerpt, pointer.language, 'U1');
        expect(checkMessage(published, { allow: ['<@U1>'] })).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('a quotation that is moved to another page stays in sight', () => {
    const place = { file: 'a.md', title: 'T', date: null, section: [], speaker: null, role: null, url: null };
    const items = Array.from({ length: 25 }, (_, index): BasketItem => {
      const citation = { ...place, line: 1, start: 0, end: 1 };
      return { id: `id${index}`, stands: true, excerpt: { text: `Mot ${index}.`, score: 0, citation } };
    });
    const pointer = { language: 'fr', from: 10, id: 'id9', format: null, channel: null, responseUrl: null } as const;
    expect(numbers(basketView(items, { pointer, notice: null }))[0]).toBe('1');
    expect(numbers(basketView(items, { pointer: { ...pointer, id: 'id20' }, notice: null }))[0]).toBe('21');
    expect(numbers(basketView(items, { pointer: { ...pointer, id: 'id15' }, notice: null }))[0]).toBe('11');
    expect(numbers(basketView(items.slice(0, 10), { pointer: { ...pointer, id: null }, notice: null }))[0]).toBe('1');
  });
});

/** Every label, and a sample of those that say a number. */
const all = (language: Language): [string, string][] => {
  const { kept, holds, range, piece, ...plain } = basketLabels[language];
  return [
    ...Object.entries(plain),
    ['kept', kept(3)],
    ['kept one', kept(1)],
    ['kept some', kept(null)],
    ['holds', holds(60)],
    ['range', range(1, 10, 60)],
    ['piece', piece(2, 3)],
  ];
};

describe('the words around a basket', () => {
  test.each(all('fr'))('in French, %s has no-break spaces and typographic apostrophes', (_, text) => {
    expect(text).not.toMatch(/ [:;!?»]|« |'/);
    expect(text).not.toMatch(/[^\s\u00a0\u202f][:;!?»](?=\s|$)/);
  });

  test.each(['fr', 'en'] as const)('fit where they stand (%s)', (language) => {
    const { title, exportTitle, publishTitle, publish, back } = basketLabels[language];
    for (const text of [title, exportTitle, publishTitle, publish, back]) expect(text.length).toBeLessThanOrEqual(24);
    expect(basketLabels[language].kept(1)).toMatch(/1 (citation|quotation)\b(?!s)/);
    expect(basketLabels[language].kept(2)).toMatch(/2 (citations|quotations)/);
  });
});
