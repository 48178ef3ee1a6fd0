import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Material } from './answering.ts';

const passageCount = 1_500;
const passagesPerArticle = 5;
const sentencesPerPassage = 4;
const wordsPerSentence = 22;
const questionCount = 1_000;
/** How a made question begins. */
export const interrogatives = ['Qui', 'Quel département', 'Combien de personnes', 'Pourquoi', 'Comment', 'Où'];

/** Passages and questions made of the bundled proceedings' words, as frequent as there; the same at every run. */
export function generateMaterial(corpus: string): Material {
  const text = readFileSync(join(corpus, '2014-11-06-laboratoires.md'), 'utf8');
  const words = text.slice(text.indexOf('\n# ')).match(/\p{L}[\p{L}’-]*/gu) ?? [];
  const random = generator(2014);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const phrase = (length: number): string => Array.from({ length }, () => pick(words)).join(' ');
  const passages = Array.from({ length: passageCount }, () =>
    Array.from({ length: sentencesPerPassage }, () => `Texte ${phrase(wordsPerSentence)}.`).join(' '),
  );
  const articles = Array.from({ length: passageCount / passagesPerArticle }, (_, number) => ({
    title: phrase(5),
    paragraphs: passages.slice(number * passagesPerArticle, (number + 1) * passagesPerArticle),
  }));
  const questions = Array.from({ length: questionCount }, () => {
    const asked = pick(passages).split(' ');
    const from = Math.floor(random() * (asked.length - 8));
    return `${pick(interrogatives)} ${asked.slice(from, from + 8).join(' ')} ?`;
  });
  return { source: 'passages generated from the bundled proceedings (PIAF is not there)', articles, questions };
}

/** Numbers from 0 to 1, the same for the same seed: mulberry32 (Tommy Ettinger, public domain). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
