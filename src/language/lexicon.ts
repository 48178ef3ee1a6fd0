import { fold } from './fold.ts';
import { tokenize } from './tokens.ts';

/** What `corpus/lexicon.yaml` holds, as written there. */
export interface LexiconData {
  /** English word or phrase -> French words or phrases, most likely first. */
  readonly english: Readonly<Record<string, readonly string[]>>;
  /** Groups of words that mean the same in proceedings. */
  readonly synonyms: readonly (readonly string[])[];
  /** Groups of words of one derivation. */
  readonly families: readonly (readonly string[])[];
  /** Acronym -> full form. */
  readonly acronyms: Readonly<Record<string, string>>;
  /** Demonym (masculine singular) -> place. */
  readonly demonyms: Readonly<Record<string, string>>;
  /** Former region -> present region. */
  readonly regions: Readonly<Record<string, string>>;
}

/** Bridges between the asker's vocabulary and the record's, by stem. */
export interface Lexicon {
  readonly data: LexiconData;
  /** French phrases for an English phrase of one or more words (lower case, folded); undefined where it has none. */
  readonly english: (phrase: string) => readonly string[] | undefined;
  /** Other ways to say a French word or phrase, given its stems joined by a space; each is a phrase. */
  readonly related: (stems: string) => readonly string[];
  /** The longest English phrase, in words. */
  readonly longestEnglish: number;
}

/** The stems of a phrase's content tokens, joined by a space: the key of `Lexicon.related`. */
export function stemKey(phrase: string): string {
  return tokenize(phrase)
    .filter((token) => !token.joined)
    .map((token) => token.stem)
    .join(' ');
}

/** Compiles lexicon data for look-up. */
export function createLexicon(data: LexiconData): Lexicon {
  const english = new Map(Object.entries(data.english).map(([phrase, french]) => [fold(phrase), french]));
  const related = relatedPhrases(data);
  return {
    data,
    english: (phrase) => english.get(phrase) ?? english.get(singular(phrase)) ?? inflected(phrase, english),
    related: (stems) => related.get(stems) ?? [],
    longestEnglish: Math.max(1, ...[...english.keys()].map((phrase) => phrase.split(/[ -]/).length)),
  };
}

function relatedPhrases(data: LexiconData): ReadonlyMap<string, readonly string[]> {
  const related = new Map<string, string[]>();
  const add = (phrases: readonly string[]): void => {
    for (const phrase of phrases) {
      const key = stemKey(phrase);
      const others = phrases.filter((other) => stemKey(other) !== key);
      related.set(key, [...(related.get(key) ?? []), ...others]);
    }
  };
  data.synonyms.forEach(add);
  data.families.forEach(add);
  Object.entries(data.acronyms).forEach(add);
  Object.entries(data.demonyms).forEach(add);
  return related;
}

function singular(phrase: string): string {
  return phrase.replace(/ies$/, 'y').replace(/(?<=[a-z]{2})s$/, '');
}

/** Tries the base forms that a regular English inflection may come from: telework(s|ed|ing), hous(es|ed|ing), stopp(ed|ing). */
function inflected(phrase: string, english: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const base = /^(.{3,}?)(?:es|ed|ing|er|ers|d)$/.exec(phrase)?.[1];
  if (base === undefined) return undefined;
  const undoubled = base.replace(/([a-z])\1$/, '$1');
  const found = [base, `${base}e`, undoubled, base.replace(/i$/, 'y')].find((form) => english.has(form));
  return found === undefined ? undefined : english.get(found);
}

/** A lexicon without entries. */
export const emptyLexicon: Lexicon = createLexicon({
  english: {},
  synonyms: [],
  families: [],
  acronyms: {},
  demonyms: {},
  regions: {},
});
