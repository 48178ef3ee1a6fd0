import { describe, expect, it } from 'vitest';
import { fold } from '../../src/language/fold.ts';
import { stem } from '../../src/language/stem.ts';

describe('folding', () => {
  it('takes away case, accents, ligatures and typography', () => {
    expect(fold('Œuvre de l’Été\u00a0: ça, AÎNÉ')).toBe("oeuvre de l'ete : ca, aine");
    expect(fold('Cœur')).toBe(fold('coeur'));
  });

  it('does not tell composed accents from decomposed ones', () => {
    expect(fold('Émaüs'.normalize('NFD'))).toBe(fold('Émaüs'.normalize('NFC')));
  });

  it('keeps a text that is plain already, and folding twice changes nothing', () => {
    expect(fold("l'emploi de 2014")).toBe("l'emploi de 2014");
    expect(fold(fold('Ça et Là, ŒUFS'))).toBe(fold('Ça et Là, ŒUFS'));
  });
});

describe('stems', () => {
  it.each([
    ['département', 'départementaux'],
    ['departement', 'départementales'],
    ['travail', 'travaux'],
    ['élus', 'élue'],
    ['créé', 'créée'],
    ['télécentres', 'telecentre'],
    ['conseil', 'Conseils'],
    ['régional', 'régionaux'],
    ['collégiens', 'collegien'],
    ['yeux', 'œil'],
    ['communale', 'communes'],
  ])('bring %s and %s together', (left, right) => {
    expect(stem(left)).toBe(stem(right));
  });

  it.each([
    ['département', 'départ'],
    ['organe', 'organisme'],
    ['maire', 'mairie'],
    ['commune', 'commun'],
    ['travail', 'télétravail'],
  ])('keep %s and %s apart', (left, right) => {
    expect(stem(left)).not.toBe(stem(right));
  });

  it('leave figures and the shortest words as they are', () => {
    expect(['2014', '35h', 'an', 'Lé'].map(stem)).toEqual(['2014', '35h', 'an', 'le']);
  });

  // "constructor" is a property of every JavaScript object: a look-up must not find it.
  it('are words for every word, "constructor" included', () => {
    expect(stem('constructor')).toMatch(/^construct/);
  });
});
