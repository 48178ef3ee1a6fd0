import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptOf } from '../../src/answer/citation.ts';
import { lengths, type Lengths, lengthsOf, shortLimit, type Sought } from '../../src/answer/lengths.ts';
import { sentenceSpans } from '../../src/language/sentences.ts';
import type { Excerpt } from '../../src/proceedings/answer.ts';
import type { Proceedings, Span } from '../../src/proceedings/proceedings.ts';
import { record } from '../support/corpora.ts';
import { corpusOf } from '../support/records.ts';

const speech = `**Mme Anne Roche**, directrice : ${Array.from({ length: 30 }, (_, number) => `Phrase ${number} du discours sur les livres.`).join(' ')}

La suite parle du budget de la médiathèque. Elle se termine ici.

**M. Paul Roche** : Je ne dis qu’une phrase.`;

const proceedings = corpusOf({ 'a.md': record('Débat', speech) }).proceedings[0]!;
const none: Sought = { headline: null, question: '' };

function excerptIn(one: Proceedings, words: string): Excerpt {
  const start = one.text.indexOf(words);
  const span = { start, end: start + words.length };
  const passage = one.passages.find((each) => each.span.start <= span.start && span.end <= each.span.end)!;
  return excerptOf(one, passage, span, 1);
}

const inside = (inner: Span, outer: Span) => outer.start <= inner.start && inner.end <= outer.end;
const words = (span: Span | undefined) => proceedings.text.slice(span?.start, span?.end);
const of = (text: string, sought = none, longest = 10_000) =>
  lengthsOf(proceedings, excerptIn(proceedings, text), sought, longest);

describe('the lengths of a citation', () => {
  it('are its best sentence, about thirty seconds, and the whole speech without the name that opens it', () => {
    const found = of('Phrase 12 du discours sur les livres.');
    expect(words(found?.sentence)).toBe('Phrase 12 du discours sur les livres.');
    expect(words(found?.short)).toMatch(/^Phrase 7 .*Phrase 12 .*Phrase 17 [^.]*\.$/);
    expect(words(found?.whole)).toMatch(/^Phrase 0 du discours[^]*Elle se termine ici\.$/);
  });

  it('begin with the sentence that has the headline, else with the one that says most of the question', () => {
    const two = 'Phrase 2 du discours sur les livres. Phrase 3 du discours sur les livres.';
    expect(words(of(two, { headline: '3', question: '' })?.sentence)).toContain('Phrase 3');
    const end = 'La suite parle du budget de la médiathèque. Elle se termine ici.';
    expect(words(of(end, { headline: null, question: 'Où le texte se termine-t-il ?' })?.sentence)).toBe(
      'Elle se termine ici.',
    );
  });

  it('cut a speech that is too long on sentence ends, around the excerpt', () => {
    const whole = words(of('Phrase 12 du discours sur les livres.', none, 600)?.whole);
    expect(whole.length).toBeLessThanOrEqual(600);
    expect(whole).toMatch(/^Phrase \d+ [^]*Phrase 12 [^]*livres\.$/);
  });

  it('tell that a speech goes on beyond what they reach', () => {
    const found = of('Phrase 12 du discours sur les livres.', none, 600)!;
    expect(found.turn.start < found.whole.start && found.whole.end < found.turn.end).toBe(true);
  });

  it('never leave the speech', () => {
    const found = of('Je ne dis qu’une phrase.');
    expect(lengths.map((length) => words(found?.[length]))).toEqual(Array(3).fill('Je ne dis qu’une phrase.'));
  });

  it('take a sentence wrapped over two lines as one', () => {
    const [one] = corpusOf({
      'a.md': record('Débat', 'Le département a créé\nvingt médiabus. Ils roulent.'),
    }).proceedings;
    const found = lengthsOf(one!, excerptIn(one!, 'vingt médiabus.'), none, 1_000)!;
    expect(one!.text.slice(found.sentence.start, found.sentence.end)).toBe('Le département a créé\nvingt médiabus.');
  });

  it('are none for a list of participants, and for words that stand there no more', () => {
    const [one] = corpusOf({ 'a.md': record('Débat', 'Intervenants : M. Paul Roche, maire.') }).proceedings;
    const listed = excerptOf(one!, one!.passages[0]!, one!.passages[0]!.span, 1);
    expect(lengthsOf(one!, listed, none, 1_000)).toBeNull();
    const excerpt = excerptIn(proceedings, 'Elle se termine ici.');
    expect(lengthsOf(proceedings, { ...excerpt, text: 'Elle se termine là.' }, none, 1_000)).toBeNull();
  });
});

describe('whatever the record', () => {
  const sentence = fc
    .array(fc.constantFrom('le', 'M. Paul', 'budget', '14,5', 'l’été', '«\u00a0oui\u00a0»', 'a', 'voté'), {
      minLength: 1,
      maxLength: 40,
    })
    .map((picked) => `Alors ${picked.join(' ')}.`);
  const paragraph = fc
    .tuple(
      fc.constantFrom('', '**M. Paul Roche**, maire : ', '**Mme Anne Roche** : '),
      fc.array(sentence, { minLength: 1 }),
    )
    .map(([who, said]) => who + said.join(' '));
  const file = fc.array(fc.oneof(paragraph, fc.constant('## Titre'), fc.constant('(Rires.)')), { minLength: 1 });

  it('each length is a slice of one turn, holds the shorter one, and ends on sentence ends', () => {
    fc.assert(
      fc.property(
        file,
        fc.nat(),
        fc.nat(),
        fc.integer({ min: shortLimit, max: 3_000 }),
        (blocks, one, more, longest) => {
          const read = corpusOf({ 'a.md': record('Débat', blocks.join('\n\n')) }).proceedings[0]!;
          const texts = read.passages.filter(({ kind }) => kind === 'text');
          if (texts.length === 0) return;
          const passage = texts[one % texts.length]!;
          const sentences = sentenceSpans(read.text, passage.span.start, passage.span.end);
          const first = more % sentences.length;
          const last = Math.min(sentences.length - 1, first + (more % 4));
          const span = { start: sentences[first]!.start, end: sentences[last]!.end };
          const excerpt = excerptOf(read, passage, span, 1);
          const found: Lengths = lengthsOf(read, excerpt, none, longest)!;
          const all = read.passages.flatMap(({ span: { start, end } }) => sentenceSpans(read.text, start, end));
          for (const length of lengths) {
            expect(all.some(({ start }) => start === found[length].start)).toBe(true);
            expect(all.some(({ end }) => end === found[length].end)).toBe(true);
          }
          const alone = all.some(({ start, end }) => start === found.sentence.start && end === found.sentence.end);
          expect(alone).toBe(true);
          expect(inside(found.sentence, span)).toBe(true);
          expect(inside(found.sentence, found.short) && inside(found.short, found.whole)).toBe(true);
          expect(inside(found.whole, found.turn)).toBe(true);
          for (const [length, limit] of [
            ['short', shortLimit],
            ['whole', longest],
          ] as const) {
            const { start, end } = found[length];
            const single = start === found.sentence.start && end === found.sentence.end;
            expect(end - start <= limit || single).toBe(true);
          }
          const speeches = read.passages.filter(({ span: each, kind }) => kind === 'text' && inside(each, found.turn));
          expect(new Set(speeches.map(({ speech: spoken }) => spoken)).size).toBe(1);
        },
      ),
      { numRuns: 200 },
    );
  });
});
