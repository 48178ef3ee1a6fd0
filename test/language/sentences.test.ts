import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentenceSpans } from '../../src/language/sentences.ts';
import { anyText } from '../support/corpora.ts';

const sentences = (text: string): string[] => sentenceSpans(text).map(({ start, end }) => text.slice(start, end));

describe('a sentence', () => {
  it.each<[why: string, text: string, expected: string[]]>([
    ['ends at a full stop before a capital', 'Un pas. Deux pas.', ['Un pas.', 'Deux pas.']],
    ['needs no final full stop', 'Premier point. En milieu urbain', ['Premier point.', 'En milieu urbain']],
    ['ends at !, ? and …', 'Attendez… Oui ! Vraiment ?! Non.', ['Attendez…', 'Oui !', 'Vraiment ?!', 'Non.']],
    ['does not end at an ellipsis within it', 'Il a dit… oui.', ['Il a dit… oui.']],
    ['does not end at "M." or "Mme."', 'M. Klein parle à Mme. Barthe.', ['M. Klein parle à Mme. Barthe.']],
    [
      'does not end at "art.", "p.", "etc."',
      'Voir art. 3, p. 12. Puis etc. La suite.',
      ['Voir art. 3, p. 12.', 'Puis etc. La suite.'],
    ],
    [
      'does not end at an initial',
      'M. S. Vincent et J.-P. Dupont viennent.',
      ['M. S. Vincent et J.-P. Dupont viennent.'],
    ],
    ['does not end within a number', 'Il coûte 3.5 euros. Et 12.', ['Il coûte 3.5 euros.', 'Et 12.']],
    ['ends at a year', 'Voté en 2014. En 2015 aussi.', ['Voté en 2014.', 'En 2015 aussi.']],
    [
      'keeps its closing quotation mark',
      'Il dit : « Jamais. » Puis il sort.',
      ['Il dit : « Jamais. »', 'Puis il sort.'],
    ],
    ['may open with a quotation mark or a dash', '– Bravo ! – Merci. « Oui. »', ['– Bravo !', '– Merci.', '« Oui. »']],
    ['ends at a line break', '- Un\n- Deux\n\nTrois', ['- Un', '- Deux', 'Trois']],
    ['keeps parentheses within it', 'Il a dit (voir p. 3) cela. Bien.', ['Il a dit (voir p. 3) cela.', 'Bien.']],
    [
      'does not take in a stage direction',
      '(Rires.) Merci. (Applaudissements sur les bancs.) La séance est levée.',
      ['(Rires.)', 'Merci.', '(Applaudissements sur les bancs.)', 'La séance est levée.'],
    ],
    [
      'keeps the number of its item',
      '1. Premier point. 2. Deuxième point.\n3. Troisième point.',
      ['1. Premier point.', '2. Deuxième point.', '3. Troisième point.'],
    ],
  ])('%s', (_, text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });

  it('counts from the start of the text where only a part is read', () => {
    const text = 'Avant. Un pas. Deux pas. Après.';
    const spans = sentenceSpans(text, 7, 24);
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(['Un pas.', 'Deux pas.']);
  });

  it('is none where there are only spaces', () => {
    expect(sentences(' \n\u00a0\t')).toEqual([]);
  });
});

describe('in any text', () => {
  it('sentences follow each other, are trimmed, and leave out nothing but spaces', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let end = 0;
        for (const span of sentenceSpans(text)) {
          expect(text.slice(end, span.start).trim()).toBe('');
          expect(span.end).toBeGreaterThan(span.start);
          const slice = text.slice(span.start, span.end);
          expect(slice).toBe(slice.trim());
          end = span.end;
        }
        expect(text.slice(end).trim()).toBe('');
      }),
      { numRuns: 1_000 },
    );
  });
});
