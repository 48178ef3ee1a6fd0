import { expect, it } from 'vitest';
import { passagesHolding } from '../../src/search/phrases.ts';
import { createRecordIndex } from '../../src/search/record-index.ts';
import { record } from '../support/corpora.ts';
import { corpusOf } from '../support/records.ts';

const paragraphs = [
  'Les télécentres du Cantal accueillent des salariés.',
  'Il faut, lorsqu’on y pense, un co-développement durable.',
  'Pendant la session, la commission a-t-elle voté 14 200 euros ?',
  'Le TGV passe ; dites-moi où.',
];
const index = createRecordIndex(corpusOf({ 'a.md': record('Séance du matin', paragraphs.join('\n\n')) }));

it.each([
  ['telecentres du cantal', [0]],
  // A phrase may begin and end within a word.
  ['ecentres du cant', [0]],
  ['developpement dur', [1]],
  // Words that tokens leave out: elided ones, clitics, small ones.
  ["lorsqu'on y", [1]],
  ['a-t-elle vote', [2]],
  ['pendant la', [2]],
  ['200 euros', [2]],
  ['tgv', [3]],
  ['dites-moi', [3]],
  ['moi ou', [3]],
  // Titles stand above every passage.
  ['seance du matin', [0, 1, 2, 3]],
  ['telecentres de la', []],
  ['cantal / les', []],
])('"%s" stands in the passages %j', (phrase, numbers) => {
  expect([...passagesHolding(phrase, index)]).toEqual(numbers);
});
