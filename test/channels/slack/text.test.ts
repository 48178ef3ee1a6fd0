import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beginning, clip, ending, escapeMarkup, typedText, visible } from '../../../src/channels/slack/text.ts';

const bot = 'U0BOT';

describe('what a person typed', () => {
  test.each([
    ['<@U0BOT> qui a créé Agrilocal ?', 'qui a créé Agrilocal ?'],
    ['<@U0BOT|greffier> budget', 'budget'],
    ['R&amp;D &lt;2014&gt; ?', 'R&D <2014> ?'],
    ['&amp;lt;', '&lt;'],
    ['voir <https://example.org/a|ce lien> et <https://example.org>', 'voir ce lien et https://example.org'],
    ['écrire à <mailto:a@example.org|a@example.org>', 'écrire à a@example.org'],
    ['demander à <@U2> dans <#C1|annonces>', 'demander à @U2 dans #annonces'],
    ['<!channel> <!subteam^S1|@equipe>', '@channel @equipe'],
    ['<@U0BOT>', ''],
  ])('reads %s as it stands on the screen', (markup, typed) => {
    expect(typedText(markup, bot)).toBe(typed);
  });

  test('escaped again, no text of any kind holds live markup', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(escapeMarkup(typedText(text, bot))).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
      }),
    );
  });
});

describe('text that is shown', () => {
  test('loses overrides of the writing direction, control characters and halves of characters, and nothing else', () => {
    expect(visible('a\u202eb\u0000c\ud83dd\ne\tf 👩‍👧 é')).toBe('abc\ufffdd\ne\tf 👩‍👧 é');
  });

  test('is cut between characters, with an ellipsis, within the limit', () => {
    expect(clip('abcdef', 4)).toBe('abc…');
    expect(clip('ab😀😀', 4)).toBe('ab…');
    expect(clip('ab😀', 4)).toBe('ab😀');
    expect(clip('abe\u0301e\u0301', 5)).toBe('abe\u0301…');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 2, max: 40 }), (text, limit) => {
        const cut = clip(text, limit);
        expect(cut.length).toBeLessThanOrEqual(limit);
        expect(cut).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });
});

describe('a quotation that is too long', () => {
  test('ends with a sentence if one fits', () => {
    expect(beginning('Un fait. Un autre fait. Encore.', 25)).toEqual({ text: 'Un fait. Un autre fait.', cut: true });
  });

  test('otherwise ends with a word', () => {
    expect(beginning('un fait sans fin ni point', 12)).toEqual({ text: 'un fait sans', cut: true });
    expect(ending('un fait sans fin ni point', 12)).toEqual({ text: 'fin ni point', cut: true });
  });

  test('shown from its end, starts with a sentence if one fits', () => {
    expect(ending('Un fait. Un autre fait. Encore un.', 26)).toEqual({ text: 'Un autre fait. Encore un.', cut: true });
  });

  test('stays verbatim, whole or cut, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.integer({ min: 0, max: 150 }), (text, limit) => {
        const first = beginning(text, limit);
        const last = ending(text, limit);
        expect(text.startsWith(first.text)).toBe(true);
        expect(text.endsWith(last.text)).toBe(true);
        for (const part of [first, last]) {
          expect(part.cut).toBe(part.text.length < text.length);
          expect(part.text.length).toBeLessThanOrEqual(limit);
          expect(part.text).not.toMatch(/\p{Surrogate}/u);
        }
      }),
    );
  });
});
