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

describe('who holds an office that nobody speaks under', () => {
  const named = answererWith({
    'a.md': record(
      'Séance de juin',
      [
        '**M. Jo Brun** : Le président du groupe Rivage du conseil, Luc Noir, a parlé.',
        '**M. Jo Brun** : Je salue la présidente du conseil, Mme Ida Vert, et Marc Ocre, auprès du président du conseil.',
        '**M. Jo Brun** : Paul Gris est le gouverneur de la banque, comme chacun sait.',
        '**M. Jo Brun** : La chancelière allemande Éva Luc arrive. (M. Max Sol, chancelier allemand, applaudit)',
        '**Mme Éloi Roux**, ministre du travail : Le travail reprend.',
      ].join('\n\n'),
    ),
  });
  const headline = (question: string): string | null => {
    const answer = named.answer(question);
    return answer.kind === 'answered' ? answer.headline : null;
  };

  it.each([
    ['Qui est la présidente du conseil ?', 'Mme Ida Vert'],
    ['qui est gouverneur de la banque', 'Paul Gris'],
    ['Qui est le chancelier allemand ?', 'Éva Luc'],
  ])('is told by the whole office beside a name: %s', (question, name) => {
    expect(headline(question)).toBe(name);
  });

  it.each(['Qui est le président de la banque ?', 'Qui est le maire du conseil ?'])(
    'is nobody else of the sentence: %s',
    (question) => {
      expect(named.answer(question)).toMatchObject({ kind: 'not_found' });
    },
  );

  it('may be asked by the office alone', () => {
    expect(named.answer('ministre du travail')).toMatchObject({
      kind: 'answered',
      excerpts: [{ citation: { speaker: 'Mme Éloi Roux' } }],
    });
  });
});
