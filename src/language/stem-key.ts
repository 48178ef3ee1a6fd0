import { tokenize } from './tokens.ts';

/** The stems of a phrase's words, joined by a space: the key under which the lexicon knows it. */
export function stemKey(phrase: string): string {
  return tokenize(phrase)
    .filter((token) => !token.joined)
    .map((token) => token.stem)
    .join(' ');
}
