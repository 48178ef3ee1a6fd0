import { fold } from '../language/fold.ts';
import { stem } from '../language/stem.ts';
import { isStopword } from '../language/stopwords.ts';
import { type Token, tokenize } from '../language/tokens.ts';
import type { Corpus } from '../proceedings/proceedings.ts';

/** An acronym that the record itself explains. */
export interface Acronym {
  /** Stem of the acronym: "rgpd". */
  readonly short: string;
  /** Stems of the full form without small words, in order. */
  readonly long: readonly string[];
}

/** "… (RGPD)", "… – RGPD –": the full form stands before it. */
const explained = /(?:\(|[–—] )(\p{Lu}[\p{Lu}\d]{1,9})(?:\)| [–—])/gu;

/** "RGPD (Règlement général…", "RGPD – Règlement…": the full form stands after it. */
const explaining = /(?<![\p{L}\d])(\p{Lu}[\p{Lu}\d]{1,9}) ?(?:\(|[–—] )/gu;

/** A full form is looked for in so many characters, within one line. */
const reach = 120;

/**
 * The acronyms that a record explains beside their full form, in either order (the initials rule of Schwartz and Hearst,
 * "A Simple Algorithm for Identifying Abbreviation Definitions", 2003, over words). Each pair once, in order of first sight.
 */
export function mineAcronyms(corpus: Corpus): Acronym[] {
  const found = new Map<string, Acronym>();
  const add = (short: string, words: readonly Token[] | null): void => {
    const telling = (words ?? []).filter(({ surface }) => !isStopword(surface, 'fr'));
    const acronym = { short: stem(short), long: telling.map((word) => word.stem) };
    if (acronym.long.length > 1) found.set([acronym.short, ...acronym.long].join(' '), acronym);
  };
  for (const { text } of corpus.proceedings) {
    for (const { 1: short = '', index } of text.matchAll(explained)) {
      const before = text.slice(Math.max(0, index - reach), index);
      add(short, lastWordsFor(short, wordsOf(before.slice(before.lastIndexOf('\n') + 1))));
    }
    for (const { 0: whole, 1: short = '', index } of text.matchAll(explaining)) {
      const [after = ''] = text.slice(index + whole.length, index + whole.length + reach).split('\n', 1);
      add(short, firstWordsFor(short, wordsOf(after)));
    }
  }
  return [...found.values()];
}

function wordsOf(text: string): Token[] {
  return tokenize(text).filter((token) => !token.joined);
}

/** The fewest last words whose initials spell the acronym, small words skipped at will; null where none do. */
function lastWordsFor(short: string, words: readonly Token[]): Token[] | null {
  const letters = [...fold(short)];
  for (let from = words.length - 1; from >= 0; from -= 1) {
    const tail = words.slice(from);
    if (tail[0]?.surface[0] === letters[0] && spells(letters, tail)) return tail;
  }
  return null;
}

function firstWordsFor(short: string, words: readonly Token[]): Token[] | null {
  const letters = [...fold(short)];
  for (let to = letters.length; to <= words.length; to += 1) {
    const head = words.slice(0, to);
    if (head[0]?.surface[0] === letters[0] && spells(letters, head)) return head;
  }
  return null;
}

/** Whether the words' initials are the letters in order; only small words may be skipped. */
function spells(letters: readonly string[], words: readonly Token[]): boolean {
  let at = 0;
  for (const { surface: word } of words) {
    if (at < letters.length && word[0] === letters[at]) at += 1;
    else if (word.length > 3 && !isStopword(word, 'fr')) return false;
  }
  return at === letters.length;
}
