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
    '**M. Jean Petit**, adjoint aux finances : Monsieur Duval, la dette remonte.\n\n**M. le maire** : Merci.',
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
    ['Who is the mayor of Vichy?', ['M. Luc Vial']],
    ['Quel est le nom du maire de Vichy ?', ['M. Luc Vial']],
  ])('is told by who speaks, the newest first: %s', (question, expected) => {
    expect(holders(question)).toEqual(expected);
  });

  it('has no headline, since the words quoted do not name them', () => {
    expect(answerer.answer('Qui est adjoint aux finances ?')).toMatchObject({ kind: 'answered', headline: null });
  });

  it.each(['Qui est le maire de Cusset ?', 'Qui est adjoint aux finances depuis 2019 ?', 'Qui est préfet ?'])(
    'is nobody whom the record does not give that office: %s',
    (question) => {
      expect(holders(question)).toEqual([]);
    },
  );
});

describe('a person who is addressed', () => {
  it('is no answer to who did something', () => {
    const talk = answererWith({
      'a.md': record(
        'Séance',
        '**M. Jean Petit**, adjoint : Monsieur Duval, la halle a été inaugurée par Mme Berthe Noir et madame la présidente Rabault, vous le savez.',
      ),
    });
    expect(talk.answer('Qui a inauguré la halle ?')).toMatchObject({ kind: 'answered', headline: 'Mme Berthe Noir' });
  });
});
