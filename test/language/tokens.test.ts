import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/language/fold.ts';
import { tokenize } from '../../src/language/tokens.ts';
import { anyText } from '../support/corpora.ts';

/** The words as they stand in the text; the joined form of a compound is marked with +. */
function written(text: string): string[] {
  return tokenize(text).map(({ start, end, joined }) => text.slice(start, end) + (joined ? '+' : ''));
}

const surfaces = (text: string): string[] => tokenize(text).map(({ surface }) => surface);

describe('in any text', () => {
  it('words are slices of it that fold to what is matched', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { start, end, surface, joined } of tokenize(text)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(text.length);
          const plain = fold(text.slice(start, end));
          expect(plain.replace(/[-'‑ ]/g, '').replace(',', '.')).toBe(
            joined ? surface : surface.replace(/[-'‑ ]/g, ''),
          );
        }
      }),
      { numRuns: 500 },
    );
  });

  it('words come in order, none is empty, and only the joined form of a compound shares letters', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let end = 0;
        for (const token of tokenize(text)) {
          expect(token.end).toBeGreaterThan(token.start);
          expect(token.surface).not.toBe('');
          if (token.joined) expect(token.end).toBe(end);
          else expect(token.start).toBeGreaterThanOrEqual(end);
          end = token.end;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('accents composed or decomposed give the same words', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(surfaces(text.normalize('NFD'))).toEqual(surfaces(text.normalize('NFC')));
      }),
    );
  });
});

describe('elisions', () => {
  it.each([
    ['l’emploi', ['emploi']],
    ["L'Aube", ['Aube']],
    ["jusqu'aux Ardennes", ['aux', 'Ardennes']],
    ['lorsqu’elle puisqu’il quoiqu’on', ['elle', 'il', 'on']],
    ["n'est", ['est']],
    ["qu'on s'en aille", ['on', 'en', 'aille']],
    ['j’ai d’Agrilocal', ['ai', 'Agrilocal']],
  ])('are cut off %s', (text, words) => {
    expect(written(text)).toEqual(words);
  });

  it.each(["aujourd'hui", 'Aujourd’hui', "prud'hommes", 'quelqu’un'])('leave %s whole', (word) => {
    expect(written(`hier et ${word}.`)).toEqual(['hier', 'et', word]);
  });

  it('give both apostrophes one form', () => {
    expect(surfaces('aujourd’hui')).toEqual(surfaces("aujourd'hui"));
  });
});

describe('hyphens', () => {
  it.each([
    ['a-t-il', ['a']],
    ['n’est-elle pas', ['est', 'pas']],
    ['dit-on', ['dit']],
    ['celui-ci', ['celui']],
    ['donnez-le-moi', ['donnez']],
  ])('of an inversion or a particle are cut off: %s', (text, words) => {
    expect(written(text)).toEqual(words);
  });

  it('of a compound give its parts and its joined form', () => {
    expect(written('petit-déjeuner')).toEqual(['petit', 'déjeuner', 'petit-déjeuner+']);
    expect(surfaces('Puy-de-Dôme')).toEqual(['puy', 'de', 'dome', 'puydedome']);
    expect(surfaces('micro-crèches').at(-1)).toBe(surfaces('microcrèches')[0]);
  });
});

describe('numbers', () => {
  it.each([
    ['14 200 personnes', ['14200', 'personnes']],
    ['14\u00a0200\u202f000 €', ['14200000']],
    ['30 000 ou 40 000', ['30000', 'ou', '40000']],
    ['3,5 % puis 3.5', ['3.5', 'puis', '3.5']],
    ['le 12/5', ['le', '12', '5']],
    ['en 2014, 250 personnes', ['en', '2014', '250', 'personnes']],
    ['XIXe siècle, 2e rang', ['xixe', 'siecle', '2e', 'rang']],
  ])('in "%s" are read as a person reads them', (text, words) => {
    expect(surfaces(text)).toEqual(words);
  });
});

it('emoji and punctuation are no words, and do not shift those after them', () => {
  expect(written('😀 « Oui ! » 👩‍🚀 œuvre…')).toEqual(['Oui', 'œuvre']);
});
