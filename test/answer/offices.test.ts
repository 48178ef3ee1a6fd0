import { describe, expect, it } from 'vitest';
import { answererWith, lexiconOf, record } from '../support/corpora.ts';

const files = {
  'a.md': record(
    'Séance de mars',
    [
      '**Mme Anne Roux**, adjointe aux finances : La dette recule de 3 %.',
      '**M. Luc Vial**, maire de Vichy : Le marché rouvrira en avril.',
      '**M. Luc Vial**, maire : Les travaux sont finis.',
      '**M. Paul Morel**, conseiller auprès du maire de Vichy : Je confirme.',
    ].join('\n\n'),
    '2023-03-01',
  ),
  'b.md': record(
    'Séance de mai',
    [
      '**M. Jean Petit**, adjoint aux finances : Monsieur Duval, la dette remonte.',
      '**M. le maire** : Merci.',
      '**M. de Brial**, premier vice-président, président de la commission des sports : Le stade est prêt.',
      '**Mme Anne Roux**, conseillère : Merci à tous.',
    ].join('\n\n'),
    '2024-05-01',
  ),
};
const answerer = answererWith(files, lexiconOf({ english: { mayor: ['maire'] } }));

const holders = (question: string): (string | null)[] => {
  const answer = answerer.answer(question);
  return answer.kind === 'answered' ? answer.excerpts.map(({ citation }) => citation.speaker) : [];
};

describe('who holds an office', () => {
  it.each([
    ['Qui est adjoint aux finances ?', ['M. Jean Petit', 'Mme Anne Roux']],
    ['qui etait adjoint aux finances en 2023', ['Mme Anne Roux']],
    ['Qui est le maire de Vichy ?', ['M. Luc Vial']],
    ["Le maire de Vichy, c'est qui ?", ['M. Luc Vial']],
    ['maire de Vichy, qui est-ce', ['M. Luc Vial']],
    ['Who is the mayor of Vichy?', ['M. Luc Vial']],
    ['Quel est le nom du maire de Vichy ?', ['M. Luc Vial']],
    ["C'est qui le maire de Vichy ?", ['M. Luc Vial']],
    ['Qui est président de la commission des sports ?', ['M. de Brial']],
    ['Qui est adjoint aux finances avant:2024', ['Mme Anne Roux']],
  ])('is told by who speaks, the newest first: %s', (question, expected) => {
    expect(holders(question)).toEqual(expected);
  });

  it('has no headline, since the words quoted do not name them', () => {
    expect(answerer.answer('Qui est adjoint aux finances ?')).toMatchObject({ kind: 'answered', headline: null });
  });

  it.each([
    'Qui est le maire de Cusset ?',
    'Qui est adjoint aux finances depuis 2019 ?',
    'Qui était maire de Vichy avant 2023 ?',
    'Qui est contre le maire de Vichy ?',
    'Qui est préfet ?',
  ])('is nobody whom the record does not give that office: %s', (question) => {
    const answer = answerer.answer(question);
    const shown = answer.kind === 'not_found' ? [] : answer.excerpts;
    expect(shown.filter(({ text }) => /marché rouvrira|dette remonte/.test(text))).toEqual([]);
  });
});

const whoOpened = (words: string): string | null => {
  const talk = answererWith({ 'a.md': record('Séance', `**M. Jean Petit**, adjoint : ${words}`) });
  const answer = talk.answer('Qui a inauguré la halle ?');
  return answer.kind === 'answered' ? answer.headline : null;
};

describe('who did something', () => {
  it.each([
    ['Monsieur Duval, la halle a été inaugurée ce matin, vous le savez, par Mme Berthe Noir.', 'Mme Berthe Noir'],
    ['La halle a été inaugurée, madame la présidente Zoé Rabault, par Mme Berthe Noir.', 'Mme Berthe Noir'],
    ['La halle a été inaugurée hier par Monsieur Duval, maire de Riom.', 'Monsieur Duval'],
    ['La halle a été inaugurée hier par madame la ministre Agnès Morel.', 'Agnès Morel'],
  ])('is told by who is spoken of, not by who is addressed: %s', (words, expected) => {
    expect(whoOpened(words)).toBe(expected);
  });
});
