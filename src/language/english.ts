import { interrogativeOf } from './interrogatives.ts';
import type { Lexicon } from './lexicon.ts';
import { stemKey } from './stem-key.ts';
import {
  type Alternative,
  distinct,
  isName,
  phraseAlternative,
  type QuestionWord,
  waysToSay,
  waysToSayWord,
} from './question-words.ts';
import { isStopword } from './stopwords.ts';
import { type Token, tokenizeApart } from './tokens.ts';

const determiners = new Set(
  'the a an of in at for from on by with about this that these those his her its their per'.split(' '),
);

/** Each further translation of a word is trusted so much less; the lexicon has five at most. */
const lessTrust = 0.1;

/** Trust in the translation of a word whose spelling was corrected. */
const guessTrust = 0.8;

/**
 * The content words of an English question with French alternatives: the lexicon's longest phrase first, else the
 * word itself as a name or cognate, or what it was meant to be.
 */
export function englishWords(text: string, lexicon: Lexicon): QuestionWord[] {
  const source = text.replace(/(?<=\p{L})['’]s\b/gu, '');
  const tokens = tokenizeApart(source);
  const words = new Map<string, QuestionWord>();
  let named = false;
  for (let at = 0; at < tokens.length;) {
    const phrase = longestPhrase(tokens.slice(at, at + lexicon.longestEnglish), source, lexicon);
    const before = tokens[at - 1];
    const word = toWord(phrase, source, lexicon, named || (before !== undefined && determiners.has(before.surface)));
    at += phrase.tokens.length;
    // "the telework scheme": what follows a thing belongs to it.
    named = word !== null && word.thing;
    if (word && !words.has(word.surface)) words.set(word.surface, word);
  }
  return [...words.values()];
}

interface Phrase {
  readonly tokens: readonly Token[];
  /** French for it, most likely first; empty where the lexicon has none. */
  readonly french: readonly string[];
}

function longestPhrase(tokens: readonly Token[], source: string, lexicon: Lexicon): Phrase {
  for (let length = tokens.length; length > 0; length -= 1) {
    const slice = tokens.slice(0, length);
    const french = lexicon.english(surfaceOf(slice));
    if (french && !isSmallWord(slice, source)) return { tokens: slice, french };
  }
  return { tokens: tokens.slice(0, 1), french: [] };
}

const pronouns = new Set(['it', 'its', 'us']);

/** "IT" and "US" are names, "it" and "us" are not. */
function isSmallWord(tokens: readonly Token[], source: string): boolean {
  const [first] = tokens;
  if (!first || tokens.length > 1 || !pronouns.has(first.surface)) return false;
  const written = source.slice(first.start, first.end);
  return written !== written.toUpperCase();
}

function toWord(
  { tokens, french }: Phrase,
  source: string,
  lexicon: Lexicon,
  determined: boolean,
): QuestionWord | null {
  const [first] = tokens;
  const last = tokens.at(-1);
  const surface = surfaceOf(tokens);
  if (!first || !last || (french.length === 0 && asksOrLinks(surface))) return null;
  const written = source.slice(first.start, last.end);
  const name = isName(written, first.start > 0, source);
  const itself: Alternative[] =
    tokens.length === 1 ? [{ stems: [first.stem], surfaces: [surface], written: null, weight: 1 }] : [];
  const guessed = french.length > 0 || name || lexicon.isFrench(surface) ? [] : guess(surface, lexicon);
  return {
    text: written,
    surface,
    name,
    thing: name || determined,
    doubtful: french.length === 0,
    alternatives: distinct([
      ...itself,
      ...alternativesOf(french, 1),
      ...alternativesOf(guessed, guessTrust),
      ...kinOf(french[0], lexicon),
    ]),
  };
}

function asksOrLinks(surface: string): boolean {
  return isStopword(surface, 'en') || interrogativeOf(surface, 'en') !== null;
}

/** The lexicon puts the likeliest translation first; each further one is trusted a little less. */
function alternativesOf(french: readonly string[], trust: number): Alternative[] {
  return french.map((phrase, place) => phraseAlternative(phrase, trust * (1 - place * lessTrust)));
}

/** What the lexicon relates to the likeliest translation. */
function kinOf(french: string | undefined, lexicon: Lexicon): Alternative[] {
  if (french === undefined) return [];
  const [word, ...others] = tokenizeApart(french);
  return word !== undefined && others.length === 0 ? waysToSayWord(word, lexicon) : waysToSay(stemKey(french), lexicon);
}

/** The translation of the word that a misspelled one was meant to be. */
function guess(surface: string, lexicon: Lexicon): readonly string[] {
  const meant = lexicon.nearestEnglish(surface);
  return meant === undefined ? [] : (lexicon.english(meant) ?? []);
}

function surfaceOf(tokens: readonly Token[]): string {
  return tokens.map((token) => token.surface).join(' ');
}
