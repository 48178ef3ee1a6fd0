import { describe, expect, it } from 'vitest';
import { contextOf } from '../../src/answer/context.ts';
import { corpusOf } from '../support/records.ts';

const text =
  '---\ntitle: Débat\n---\n# Un\n\nPremier paragraphe. Il a deux phrases.\n\nDeuxième paragraphe.\n\nTroisième paragraphe.\n\n# Deux\n\nAilleurs.\n';
const corpus = corpusOf({ 'a.md': text });
const at = (words: string) => ({ file: 'a.md', start: text.indexOf(words), end: text.indexOf(words) + words.length });

describe('the context of a citation', () => {
  it('is its passage between its neighbours in the same section, verbatim', () => {
    const context = contextOf(corpus, at('Deuxième paragraphe.'));
    expect([context?.previous?.text, context?.passage.text, context?.next?.text]).toEqual([
      'Premier paragraphe. Il a deux phrases.',
      'Deuxième paragraphe.',
      'Troisième paragraphe.',
    ]);
    expect(context?.place).toEqual({ number: 2, count: 3 });
    expect(context?.next?.citation).toMatchObject({ file: 'a.md', line: 10, section: ['Un'] });
  });

  it('ends at the section’s edges', () => {
    expect(contextOf(corpus, at('Il a deux phrases.'))).toMatchObject({
      previous: null,
      excerpt: { text: 'Il a deux phrases.' },
      passage: { text: 'Premier paragraphe. Il a deux phrases.' },
    });
    expect(contextOf(corpus, at('Troisième'))?.next).toBeNull();
  });

  it('is null where the corpus does not hold that place', () => {
    expect(contextOf(corpus, { file: 'b.md', start: 0, end: 5 })).toBeNull();
    expect(contextOf(corpus, { file: 'a.md', start: 9_000, end: 9_005 })).toBeNull();
    expect(contextOf(corpus, { file: 'a.md', start: 45, end: 45 })).toBeNull();
  });
});
