import { expect, it } from 'vitest';
import { wordsWithin } from '../../src/search/narrow-words.ts';
import { cutWords } from '../../src/search/passage-words.ts';
import { record } from '../support/corpora.ts';
import { corpusOf } from '../support/records.ts';

const whole = corpusOf({
  'a.md': record(
    'Séance',
    '# Un\n\nLe chat dort. Où dort-il ?\n\n**M. Paul Martin** : Le chien aboie (AFC, association des félins câlins).',
  ),
  'b.md': record('Séance', '# Un\n\nLe hibou veille. Qui veille ?\n\n(Rires.)\n\nLe hibou dort.'),
  'c.md': record('Débat', '# Deux\n\nLe chat et le chien. Le chat ?'),
});
const part = { proceedings: whole.proceedings.filter(({ file }) => file !== 'b.md') };

it('cuts some files out of all as if they had been cut by themselves', () => {
  const alone = cutWords(part);
  const within = wordsWithin(cutWords(whole), whole, part);
  expect(within.words.ends).toEqual(alone.words.ends);
  expect(within.words.asks).toEqual(alone.words.asks);
  expect(within.acronyms).toEqual(alone.acronyms);
  const read = ({ words, vocabulary }: typeof alone) => [...words.stems.values].map((id) => vocabulary.stem(id));
  expect(read(within)).toEqual(read(alone));
  for (const field of ['text', 'context', 'speaker'] as const) {
    expect(within.postings[field].lengths).toEqual(alone.postings[field].lengths);
    expect(within.postings[field].averageLength).toBe(alone.postings[field].averageLength);
    expect(within.postings[field].counts.toSorted()).toEqual(alone.postings[field].counts.toSorted());
  }
  for (const word of ['chat', 'chien', 'dort', 'seanc', 'martin', 'hibou', 'veill']) {
    expect(within.vocabulary.idOf(word) === undefined, word).toBe(alone.vocabulary.idOf(word) === undefined);
    expect(within.vocabulary.passagesWith(within.vocabulary.idOf(word) ?? -1), word).toBe(
      alone.vocabulary.passagesWith(alone.vocabulary.idOf(word) ?? -1),
    );
  }
  expect(
    within.vocabulary
      .surfaces()
      .filter((word) => word !== '')
      .toSorted(),
  ).toEqual([...alone.vocabulary.surfaces()].toSorted());
});
