import { tokenizeApart } from './tokens.ts';

/** The stems of a phrase's words, joined by a space: the key under which the lexicon knows it. */
export function stemKey(phrase: string): string {
  return tokenizeApart(phrase)
    .map((token) => token.stem)
    .join(' ');
}
