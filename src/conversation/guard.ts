import { withoutSteering } from '../language/steering.ts';

/** Longest message that is read, in UTF-16 code units. A question is a few words; a page is no question. */
export const longestMessage = 2_000;

/** Why a message cannot be read as words. */
export type Refusal = 'empty' | 'no_words' | 'too_long';

/** Why a message cannot be read as words, or null where it can. */
export function refusalOf(text: string): Refusal | null {
  if (text.length > longestMessage) return 'too_long';
  const words = tidy(text);
  if (words === '') return 'empty';
  return /[\p{L}\p{N}]/u.test(words) ? null : 'no_words';
}

/** A message in one line, without steering characters, soft hyphens and unpaired surrogates: they say nothing and can mislead. */
export function tidy(text: string): string {
  const line = text.replace(/[\p{Surrogate}\t\n\r\u2028\u2029]/gu, ' ').replaceAll('\u00ad', '');
  return withoutSteering(line).normalize('NFC').trim();
}
