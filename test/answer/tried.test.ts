import { expect, it } from 'vitest';
import type { TriedWord } from '../../src/proceedings/answer.ts';
import { answererWith, lexiconOf, record } from '../support/corpora.ts';

const lexicon = lexiconOf({
  english: {
    mayor: ['maire', 'premier magistrat'],
    moat: ['douve'],
    car: ['auto', 'bagnole', 'tacot', 'berline', 'guimbarde'],
  },
  synonyms: [['maire', 'édile']],
});
const answerer = answererWith(
  {
    'a.md': record('Séance', 'Les Médiathèques ouvrent le dimanche.\n\nLe sport reste partagé.', '2020-01-01'),
  },
  lexicon,
);

function tried(question: string): readonly TriedWord[] {
  const answer = answerer.answer(question);
  if (answer.kind !== 'not_found') throw new Error(`is answered: ${question}`);
  return answer.tried;
}

it('tells the synonyms of the lexicon as it writes them', () => {
  expect(tried('Qui est le maire de Plouf ?')).toEqual([{ word: 'maire', spellings: ['édile', 'premier magistrat'] }]);
});

it('tells the translations of an English word, the most trusted first', () => {
  expect(tried('Who is the mayor of Plouf?')).toEqual([
    { word: 'mayor', spellings: ['maire', 'premier magistrat', 'édile'] },
  ]);
});

it('tells the correction of a spelling as the record writes the word', () => {
  expect(tried('Combien coûtent les mediatèques de Plouf ?')).toContainEqual({
    word: 'mediatèques',
    spellings: ['Médiathèques'],
  });
});

it('tells nothing of words that were looked for as typed only', () => {
  expect(tried('Qui est Plouf ?')).toEqual([]);
});

it('tells of a word that the record has the synonyms that stand nearby', () => {
  const pool = answererWith(
    {
      'a.md': record('Séance', 'Le maire est là.\n\nLe jaune et l’ocre du mur pâlissent.'),
    },
    lexiconOf({
      synonyms: [
        ['jaune', 'ocre'],
        ['jaune', 'hépatite'],
      ],
    }),
  );
  expect(pool.answer('Combien de litres de jaune ?')).toMatchObject({
    tried: [{ word: 'jaune', spellings: ['ocre'] }],
  });
});

it('puts what the record does not have before what it has', () => {
  expect(tried('Combien coûtent les mediatèques du maire ?').map(({ word }) => word)).toEqual(['maire', 'mediatèques']);
});

it('tells four spellings of four words at most, the same at every time', () => {
  const [car] = tried('Who has a car?');
  expect(car).toEqual({ word: 'car', spellings: ['auto', 'bagnole', 'tacot', 'berline'] });
  const page = Array.from({ length: 60 }, (_, number) => `mediatèque${'s'.repeat(number % 2)} maire ${number}`).join(
    ' ',
  );
  expect(tried(page).length).toBeLessThanOrEqual(4);
  expect(tried(page)).toEqual(tried(page));
});
