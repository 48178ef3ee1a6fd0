import { overlaps, type Span } from '../proceedings/proceedings.ts';
import { fold } from './fold.ts';
import { matchesOf } from './matches.ts';
import { isStopword } from './stopwords.ts';
import { type Token, tokenizeApart } from './tokens.ts';

/** An acronym that a text explains beside it. */
export interface ExplainedAcronym {
  /** "RGPD" */
  readonly short: string;
  /** The full form in the text, from its first word to its last. */
  readonly long: Span;
  /** Words of the full form without the small ones, in order; two or more. */
  readonly words: readonly Token[];
}

/** "… (RGPD)", "… – RGPD –": the full form stands before it. */
const explained = /(?:\(|[–—] )(\p{Lu}[\p{Lu}\d]{1,9})(?:\)| [–—]|[.,;:!?])/gu;
/** "…, le RGPD": the same. Two letters are too often the initials of other words. */
const apposed = /, (?:ou |dite? |(?:le|la|les) |l['’])?(\p{Lu}[\p{Lu}\d]{2,9})(?![\p{L}\d])/gu;
/** "RGPD (Règlement général…", "RGPD – Règlement…": the full form stands after it. */
const explaining = /(?<![\p{L}\d])(\p{Lu}[\p{Lu}\d]{1,9}) ?(?:\(|[–—] )/gu;

/** A full form is looked for in so many characters, within one line. */
const reach = 120;

/**
 * The acronyms that a text explains beside their full form, in either order (the initials rule of Schwartz and Hearst,
 * "A Simple Algorithm for Identifying Abbreviation Definitions", 2003, over words); in the order of the text.
 */
export function explainedAcronyms(text: string): ExplainedAcronym[] {
  const found: ExplainedAcronym[] = [];
  const add = (short: string, words: readonly Token[] | null, base: number): void => {
    const telling = (words ?? []).filter(({ surface }) => !isStopword(surface, 'fr'));
    const [first, last] = [words?.[0], words?.at(-1)];
    if (telling.length < 2 || !first || !last) return;
    const long = { start: base + first.start, end: base + last.end };
    if (!found.some((one) => one.short === short && overlaps(one.long, long)))
      found.push({ short, long, words: telling });
  };
  for (const pattern of [explained, apposed]) {
    for (const { 1: short = '', index } of matchesOf(pattern, text)) {
      const from = Math.max(text.lastIndexOf('\n', index - 1) + 1, index - reach);
      add(short, lastWordsFor(short, tokenizeApart(text.slice(from, index))), from);
    }
  }
  for (const { 0: whole, 1: short = '', index } of matchesOf(explaining, text)) {
    const from = index + whole.length;
    const [after = ''] = text.slice(from, from + reach).split(/[\n)–—;:]/, 1);
    add(short, firstWordsFor(short, tokenizeApart(after)), from);
  }
  return found.toSorted((a, b) => a.long.start - b.long.start);
}

/** The fewest last words whose initials spell the acronym, small words skipped at will; null where none do. */
function lastWordsFor(short: string, words: readonly Token[]): Token[] | null {
  const letters = [...fold(short)];
  for (let from = words.length - 1; from >= 0; from -= 1) {
    const tail = words.slice(from);
    if (opens(tail[0], letters) && spells(letters, tail)) return tail;
  }
  return null;
}

function firstWordsFor(short: string, words: readonly Token[]): Token[] | null {
  const letters = [...fold(short)];
  for (let to = letters.length; to <= words.length; to += 1) {
    const head = words.slice(0, to);
    if (opens(words[0], letters) && closes(head.at(-1)) && spells(letters, head)) return upToMark(words, head);
  }
  return null;
}

/** "Allocation" opens the full form of AAH, "aux adultes" does not. */
function opens(first: Token | undefined, letters: readonly string[]): boolean {
  return first !== undefined && first.surface[0] === letters[0] && !isStopword(first.surface, 'fr');
}

/** "Crédit d'impôt pour la compétitivité et" is cut short of CICE. */
function closes(last: Token | undefined): boolean {
  return last !== undefined && !isStopword(last.surface, 'fr');
}

/** The whole form up to the mark that closes it, where one word more belongs to it: "… sur le changement climatique". */
function upToMark(words: readonly Token[], head: Token[]): Token[] {
  return words.length === head.length + 1 && closes(words.at(-1)) ? [...words] : head;
}

/** Whether the words' initials are the letters in order; only small words may be skipped, and need not be. */
function spells(letters: readonly string[], words: readonly Token[]): boolean {
  let spelled = new Set([0]);
  for (const { surface: word } of words) {
    const skipped = word.length <= 3 || isStopword(word, 'fr') ? [...spelled] : [];
    const used = [...spelled].filter((at) => word[0] === letters[at]).map((at) => at + 1);
    spelled = new Set([...skipped, ...used]);
    if (spelled.size === 0) return false;
  }
  return spelled.has(letters.length);
}
