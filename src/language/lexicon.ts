import { editDistance } from './edit-distance.ts';
import { fold } from './fold.ts';
import { pivotPhrases } from './pivot.ts';
import { stemKey } from './stem-key.ts';
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
  /** French phrases for an English phrase of one or more words (lower case, folded); undefined where it has none. */
  readonly english: (phrase: string) => readonly string[] | undefined;
  /** The English word of the lexicon that a misspelled one is nearest to; undefined where none is near. */
  readonly nearestEnglish: (word: string) => string | undefined;
  /** Other ways to say a French word or phrase, given its stem key, or an acronym, given its `acronymKey`; the most trusted first. */
  readonly related: (stems: string) => readonly Related[];
  /** Whether a folded word is French that the lexicon knows, and so no misspelling. */
  readonly isFrench: (surface: string) => boolean;
  /** Regions before 2016, as written in the lexicon. */
  readonly formerRegions: readonly string[];
  /** The longest English phrase, in words. */
  readonly longestEnglish: number;
}

/** Another way to say something in French, and the trust in it, 0 to 1: 1 would be the thing itself. */
export interface Related {
  readonly phrase: string;
  readonly trust: number;
}

/** Lexicon data prepared for look-up; plain data, so that it can be kept as JSON. */
export interface CompiledLexicon {
  /** Folded English phrase -> French phrases. */
  readonly english: Readonly<Record<string, readonly string[]>>;
  /** Stem key of a French phrase, or key of an acronym -> other ways to say it, as `written`: strings are read much faster than as many lists. */
  readonly related: Readonly<Record<string, string>>;
  readonly formerRegions: readonly string[];
  readonly longestEnglish: number;
  /** Every French word of the lexicon, folded, separated by spaces. */
  readonly french: string;
}

/** Compiles lexicon data. Takes about 100 ms for ten thousand entries: keep the result. */
export function compileLexicon(data: LexiconData): CompiledLexicon {
  const english = Object.fromEntries(Object.entries(data.english).map(([phrase, french]) => [fold(phrase), french]));
  const longestEnglish = Math.max(1, ...Object.keys(english).map((phrase) => phrase.split(/[ -]/).length));
  return {
    english,
    related: relatedPhrases(data),
    formerRegions: Object.keys(data.regions),
    longestEnglish,
    french: frenchWordsOf(data),
  };
}

/** A lexicon over compiled data. */
export function createLexicon(compiled: CompiledLexicon): Lexicon {
  const english = new Map(Object.entries(compiled.english));
  const french = new Set(compiled.french.split(' '));
  return {
    english: (phrase) => english.get(phrase) ?? english.get(singular(phrase)) ?? inflected(phrase, english),
    isFrench: (surface) => french.has(surface),
    nearestEnglish: (word) => nearestWord(word, english),
    related: (stems) => readRelated(Object.hasOwn(compiled.related, stems) ? compiled.related[stems] : undefined),
    formerRegions: compiled.formerRegions,
    longestEnglish: compiled.longestEnglish,
  };
}

function frenchWordsOf(data: LexiconData): string {
  const phrases = [...Object.values(data.english), ...data.synonyms, ...data.families].flat();
  const words = phrases.flatMap((phrase) => tokenize(phrase).map((token) => token.surface));
  return [...new Set(words)].join(' ');
}

/** One edit in five to seven letters, two from eight on; the first letter is right. */
function nearestWord(word: string, english: ReadonlyMap<string, readonly string[]>): string | undefined {
  if (word.length < 5 || /[^a-z]/.test(word)) return undefined;
  const most = word.length < 8 ? 1 : 2;
  let nearest: string | undefined;
  let edits = most + 1;
  for (const candidate of english.keys()) {
    if (candidate[0] !== word[0] || Math.abs(candidate.length - word.length) > most) continue;
    const distance = editDistance(word, candidate);
    if (distance < edits) [nearest, edits] = [candidate, distance];
  }
  return nearest;
}

/** Trust in a synonym, a word of the same family or a demonym; measured on PIAF and CNIL dev. */
const relatedTrust = 0.5;

/** What the English entries alone relate fills up to so many ways to say a word; what is written as such stays, however much. */
const mostWays = 12;

/** An acronym and its full form are one thing. */
const acronymTrust = 0.8;

function relatedPhrases(data: LexiconData): Record<string, string> {
  const related = new Map<string, Map<string, number>>();
  const relate = (phrase: string, other: string, trust: number, key = stemKey(phrase)): void => {
    if (stemKey(other) === key) return;
    const others = related.get(key) ?? new Map<string, number>();
    others.set(other, Math.max(others.get(other) ?? 0, trust));
    related.set(key, others);
  };
  const relateAll = (groups: readonly (readonly string[])[], trust: number): void => {
    for (const group of groups)
      for (const phrase of group) for (const other of group) if (other !== phrase) relate(phrase, other, trust);
  };
  relateAll(data.synonyms, relatedTrust);
  relateAll(data.families, relatedTrust);
  relateAll(Object.entries(data.demonyms), relatedTrust);
  for (const [short, long] of Object.entries(data.acronyms)) {
    relate(short, long, acronymTrust, /[ -]/.test(short) ? stemKey(short) : acronymKey(fold(short)));
    relate(long, short, acronymTrust);
  }
  for (const { phrase, other, closeness } of pivotPhrases(data.english))
    relate(phrase, other, relatedTrust * closeness);
  return Object.fromEntries(
    [...related].map(([key, others]) => [
      key,
      written(
        [...others]
          .map(([phrase, trust]) => ({ phrase, trust }))
          .toSorted((a, b) => b.trust - a.trust)
          .filter(({ trust }, at) => trust >= relatedTrust || at < mostWays),
      ),
    ]),
  );
}

/** The key of an acronym of one word, folded: its stem may be that of a common word too (PAI and "payer", REP and "repas"). */
export function acronymKey(surface: string): string {
  return `=${surface}`;
}

/** A line a phrase, its trust in thousandths before it: "500 embaucher". */
function written(related: readonly Related[]): string {
  return related.map(({ phrase, trust }) => `${Math.round(trust * 1_000)} ${phrase}`).join('\n');
}

function readRelated(lines: string | undefined): Related[] {
  if (lines === undefined) return [];
  return lines.split('\n').map((line) => {
    const space = line.indexOf(' ');
    return { phrase: line.slice(space + 1), trust: Number(line.slice(0, space)) / 1_000 };
  });
}

function singular(phrase: string): string {
  return phrase.replace(/ies$/, 'y').replace(/(?<=[a-z]{2})s$/, '');
}

/** Tries the base forms that a regular English inflection may come from: telework(s|ed|ing), hous(es|ed|ing), stopp(ed|ing). */
function inflected(phrase: string, english: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const base = /^(.{3,}?)(?:es|ed|ing|er|ers|(?<=e)d)$/.exec(phrase)?.[1];
  if (base === undefined) return undefined;
  const undoubled = base.replace(/([a-z])\1$/, '$1');
  const found = [base, `${base}e`, undoubled, base.replace(/i$/, 'y')].find((form) => english.has(form));
  return found === undefined ? undefined : english.get(found);
}

/** Lexicon data without entries. */
export const emptyLexiconData: LexiconData = {
  english: {},
  synonyms: [],
  families: [],
  acronyms: {},
  demonyms: {},
  regions: {},
};
