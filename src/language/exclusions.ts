import { fold } from './fold.ts';
import type { TypedFilter } from './question.ts';
import { isStopword } from './stopwords.ts';
import { tokenize } from './tokens.ts';

/** Quotations, which are left as they are, and what an exclusion may look like: `-mot`, `-"une phrase"`. */
const exclusionPattern =
  /"[^"]{0,300}"|“[^“”]{0,300}”|«[^»]{0,300}»|(?<![^\s(])-(?:"([^"]{2,300})"|“([^“”]{2,300})”|«([^»]{2,300})»|(\p{L}[\p{L}\p{M}\p{N}]{1,60}(?:[-'’][\p{L}\p{N}][\p{L}\p{M}\p{N}]{0,60}){0,8}))(?![\p{L}\p{M}\p{N}'’-])/gu;

/** A word with a dash behind it closes what a dash before a word opened: both are punctuation. */
const closingDash = /[\p{L}\p{N}]-(?=[\s,.;:!?)]|$)/u;

/**
 * What a question excludes, and the question without it. Hyphens within words, dashes of punctuation ("- un mot -", "-un
 * mot-") and hyphens before small words ("a -t-il") exclude nothing.
 */
export function takeExclusions(text: string): { rest: string; exclusions: readonly TypedFilter[] } {
  const exclusions: TypedFilter[] = [];
  const rest = text.replace(exclusionPattern, (whole: string, ...groups: unknown[]) => {
    const [straight, curly, guillemets, word] = groups.slice(0, 4) as (string | undefined)[];
    const phrase = straight ?? curly ?? guillemets;
    if (phrase !== undefined) {
      const value = fold(phrase).replace(/\s+/g, ' ').trim();
      if (value === '') return whole;
      exclusions.push({ kind: 'without_phrase', value, written: whole });
      return ' ';
    }
    const at = Number(groups[4]);
    if (word === undefined || saysNothing(word) || closingDash.test(text.slice(at + whole.length))) return whole;
    exclusions.push({ kind: 'without', value: word, written: whole });
    return ' ';
  });
  return { rest, exclusions };
}

function saysNothing(word: string): boolean {
  return tokenize(word).every(({ surface }) => isStopword(surface, 'fr'));
}
