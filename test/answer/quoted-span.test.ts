import { expect, it } from 'vitest';
import { isQuotable } from '../../src/answer/quoted-span.ts';
import { record } from '../support/corpora.ts';
import { corpusOf } from '../support/records.ts';

const text = record('Conseil', 'Le canton ne paie pas la route. La région la paie.\n\n(Applaudissements.)\n\nFin.');
const corpus = corpusOf({ 'a.md': text });

/** Whether words of the file may be quoted alone. */
const quotable = (words: string, file = 'a.md'): boolean => {
  const start = corpus.proceedings[0]!.text.indexOf(words);
  return isQuotable(corpus, { file, start, end: start + words.length });
};

it('lets whole sentences of one passage be quoted', () => {
  expect(quotable('Le canton ne paie pas la route.')).toBe(true);
  expect(quotable('La région la paie.')).toBe(true);
  expect(quotable('Le canton ne paie pas la route. La région la paie.')).toBe(true);
});

it.each([
  'paie pas la route.',
  'Le canton',
  'pas la route. La région la paie.',
  'La région la paie.\n\n(App',
  '(Applaudissements.)',
  '',
])('lets nothing be quoted that may mean something else, or is nobody’s words: %j', (words) => {
  expect(quotable(words)).toBe(false);
});

it('knows its files only', () => {
  expect(quotable('Fin.', 'b.md')).toBe(false);
});
