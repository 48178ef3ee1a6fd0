import { expect, it } from 'vitest';
import { contextAt } from '../../../src/channels/slack/passage-context.ts';
import { readPassagePointer, seal } from '../../../src/channels/slack/pointer.ts';
import { record } from '../../support/corpora.ts';
import { corpusOf } from '../../support/records.ts';

const words = 'Le département finance douze compteurs.';
const corpus = corpusOf({ 'eau.md': record('Eau', words) });
const start = corpus.proceedings[0]?.text.indexOf(words) ?? -1;
const pointer = { file: 'eau.md', start, end: start + words.length, seal: seal(words), language: 'fr' };

it('a context button shows the words that it points at', () => {
  const read = readPassagePointer(JSON.stringify(pointer));
  expect(read && contextAt(corpus, read)?.excerpt.text).toBe(words);
});

it.each(['../package.json', '/etc/passwd', './eau.md', 'sub/../eau.md', '__proto__', 'eau.md\0.txt', ''])(
  'a forged context button opens no file but one of the record: %j',
  (file) => {
    const read = readPassagePointer(JSON.stringify({ ...pointer, file }));
    expect(read && contextAt(corpus, read)).toBeNull();
  },
);

it.each([
  { start: -1 },
  { end: 1e9 },
  { start: 0.5 },
  { seal: seal('other words') },
  { start: pointer.end, end: pointer.start },
])('a forged context button shows no other words: %j', (change) => {
  const read = readPassagePointer(JSON.stringify({ ...pointer, ...change }));
  expect(read && contextAt(corpus, read)).toBeNull();
});
