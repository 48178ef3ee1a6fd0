import { fold } from '../language/fold.ts';

/**
 * Whether a text has these words, case, accents and the kind of white space apart. Plain inclusion: "50" stands in
 * "1950" too, as in the measures of the field. Never true of empty words.
 */
export function holds(text: string, words: string): boolean {
  const wanted = flat(words);
  return wanted !== '' && flat(text).includes(wanted);
}

/** Folded, every run of white space as one space. */
export function flat(text: string): string {
  return fold(text.normalize('NFC')).replace(/\s+/gu, ' ').trim();
}
