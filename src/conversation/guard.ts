/** Longest message that is read, in UTF-16 code units. A question is a few words; a page is no question. */
export const longestMessage = 2_000;

const invisible = /[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu;

/** Why a message cannot be read as words. */
export type Refusal = 'empty' | 'no_words' | 'too_long';

/** Why a message cannot be read as words, or null where it can. */
export function refusalOf(text: string): Refusal | null {
  if (text.length > longestMessage) return 'too_long';
  const words = tidy(text);
  if (words === '') return 'empty';
  return /[\p{L}\p{N}]/u.test(words) ? null : 'no_words';
}

/** A message without control characters, direction overrides and unpaired surrogates; they say nothing and can mislead. */
export function tidy(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, ' ')
    .replace(/[\t\n\r\u2028\u2029]/g, ' ')
    .replace(invisible, '')
    .normalize('NFC')
    .trim();
}
