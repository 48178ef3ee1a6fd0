import type { Language } from '../proceedings/proceedings.ts';
import { answerTypeOf, type AnswerType } from './answer-type.ts';
import { detectLanguage } from './detect.ts';
import { englishWords } from './english.ts';
import { fold } from './fold.ts';
import type { Lexicon } from './lexicon.ts';
import { takeExclusions } from './exclusions.ts';
import { frenchWords, isNounPhrase, type QuestionWord } from './question-words.ts';
import { tellsOfSaying, whatIsSaid } from './saying.ts';
import { tokenize } from './tokens.ts';

/** What narrows the search besides words. */
export interface Filters {
  /** `par:` / `speaker:`; folded, or null. */
  readonly speaker: string | null;
  /** `depuis:` / `since:`; ISO date or a prefix of one ("2018", "2018-03"); that day included. */
  readonly since: string | null;
  /** `avant:` / `before:`; ISO date or a prefix of one; that day left out. */
  readonly before: string | null;
  /** Every filter of the question that counts, exclusions last; of `par:`, `section:` and each date the last one typed. */
  readonly typed: readonly TypedFilter[];
}

/**
 * One filter: the three above; `section`: the title of a section around the passage has these words; `without` and
 * `without_phrase`: the passage does not say this word in any inflection, or this phrase.
 */
export interface TypedFilter {
  readonly kind: 'speaker' | 'since' | 'before' | 'section' | 'without' | 'without_phrase';
  /** Folded; of `without` as typed. */
  readonly value: string;
  /** The whole filter as typed: "section:emploi". */
  readonly written: string;
}

/** A phrase between quotation marks. */
export interface QuotedPhrase {
  /** As the asker typed it. */
  readonly written: string;
  /** Folded. */
  readonly text: string;
  /** Between "…": it must stand in the record as it is. Between « … »: it must where it stands there at all. */
  readonly strict: boolean;
}

/** An analysed question (Query). */
export interface Question {
  readonly text: string;
  /** What is asked: the text without its filters, at most `longestQuestion` long; in English "3,000" as "3 000". */
  readonly asked: string;
  readonly language: Language;
  readonly type: AnswerType;
  /** Several answers are asked for: "quels départements…". */
  readonly list: boolean;
  /** Folded noun that says what is asked for ("departement", "personnes"), or null. */
  readonly head: string | null;
  /** Any passage on its subject answers: keywords that ask nothing, who speaks of something, what is said of it. */
  readonly topic: boolean;
  readonly words: readonly QuestionWord[];
  readonly phrases: readonly QuotedPhrase[];
  readonly filters: Filters;
}

/** What is read of a question, in UTF-16 code units. */
export const longestQuestion = 2_000;

/** "Liste des députés qui ont parlé de…", not "qui a parlé de la liste électorale". */
const opensList = /^\W*(?:la |une |les |the )?(?:liste|noms?|list|names?) (?:des?|du|of)\b/;
const listWords = new Set(['liste', 'list', 'nom', 'noms', 'name', 'names']);

/** "3,000" and "1,200,000" in English; in French the comma marks decimals. */
const thousands = /(?<![\d.,])[1-9]\d{0,2}(?:,\d{3})+(?![\d,])/g;

/** Analyses a question. Its language shows in its small words; `fallback` (default French) where they do not tell. Never throws. */
export function analyseQuestion(text: string, lexicon: Lexicon, fallback: Language = 'fr'): Question {
  const { rest: typed, filters } = takeFilters(text.slice(0, longestQuestion));
  const told = detectLanguage(typed);
  const spoken = told ?? fallback;
  const rest = told === 'en' ? typed.replace(thousands, (number) => number.replaceAll(',', ' ')) : typed;
  const { type, list, head } = answerTypeOf(rest, spoken, (word) => spoken !== 'fr' || lexicon.isFrench(word));
  const words =
    told === null
      ? eitherWords(rest, lexicon)
      : told === 'en'
        ? englishWords(rest, lexicon)
        : frenchWords(rest, lexicon);
  const folded = fold(rest);
  const lists = opensList.test(folded);
  const subject =
    type === 'SPEAKER'
      ? words.filter(({ surface }) => surface !== head && !tellsOfSaying(surface) && !(lists && listWords.has(surface)))
      : words;
  return {
    text,
    asked: rest,
    language: spoken,
    type,
    list,
    head,
    topic: type === 'SPEAKER' || whatIsSaid.test(folded) || (type === 'OTHER' && isNounPhrase(tokenize(rest), spoken)),
    words: subject,
    phrases: quotedPhrases(typed),
    filters,
  };
}

/** Words of keywords ("telework Cantal") that may be French or English: English phrases, then single words as either. */
function eitherWords(text: string, lexicon: Lexicon): QuestionWord[] {
  const english = englishWords(text, lexicon);
  const phrases = english.filter(({ surface }) => surface.includes(' '));
  const inPhrases = new Set(phrases.flatMap(({ surface }) => surface.split(' ')));
  const single = frenchWords(text, lexicon).filter(({ surface }) => !inPhrases.has(surface));
  return [
    ...phrases,
    ...single.map((word) => {
      const [, ...translated] = english.find(({ surface }) => surface === word.surface)?.alternatives ?? [];
      return { ...word, alternatives: [...word.alternatives, ...translated] };
    }),
  ];
}

/**
 * The filters by date whose value is neither a year nor a date, as typed: "avant:hier". Where a space stands before the
 * value, it is no filter but a sentence.
 */
export function undatedFilters(text: string): readonly string[] {
  return [...text.matchAll(filterPattern)]
    .map(([whole, key = '', ...values]) => ({ whole, key: fold(key), value: valueOf(values) }))
    .filter(({ whole, key, value }) => isByDate(key) && !isDayOrPart(value) && /^\p{L}+:\S/u.test(whole))
    .map(({ whole }) => whole.replace(punctuation, ''));
}

const kinds: Readonly<Record<string, 'speaker' | 'since' | 'before' | 'section'>> = {
  par: 'speaker',
  speaker: 'speaker',
  by: 'speaker',
  depuis: 'since',
  since: 'since',
  avant: 'before',
  before: 'before',
  section: 'section',
};
const isByDate = (key: string): boolean => kinds[key] === 'since' || kinds[key] === 'before';
const dayOrPart = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;
const punctuation = /[?!.,;:)]{1,9}$/;

/** Whether a value is a year, a month of a year, or a day that the calendar has: no 31 February. */
function isDayOrPart(value: string): boolean {
  if (!dayOrPart.test(value)) return false;
  const [year = 0, month = 1, day = 1] = value.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
}

const filterPattern =
  /(?<![\p{L}\p{N}])(par|speaker|by|depuis|since|avant|before|section)(?:\s?:\s?(?=["“«])|:)(?:"([^"]{1,80})"|“([^“”]{1,80})”|«([^»]{1,80})»|([^\s"“”«»]{1,80}))/giu;

function takeFilters(text: string): { rest: string; filters: Filters } {
  const typed: TypedFilter[] = [];
  const withoutFilters = text.replace(filterPattern, (whole, key: string, ...values: unknown[]) => {
    const value = valueOf(values.slice(0, 4));
    const kind = kinds[fold(key)];
    if (kind === undefined || value === '' || (isByDate(fold(key)) && !isDayOrPart(value))) return whole;
    const before = typed.findIndex((filter) => filter.kind === kind);
    if (before >= 0) typed.splice(before, 1);
    typed.push({ kind, value, written: whole.replace(punctuation, '') });
    return ' ';
  });
  const { rest, exclusions } = takeExclusions(withoutFilters);
  const last = (kind: TypedFilter['kind']): string | null =>
    typed.find((filter) => filter.kind === kind)?.value ?? null;
  return {
    rest,
    filters: {
      speaker: last('speaker'),
      since: last('since'),
      before: last('before'),
      typed: [...typed, ...exclusions],
    },
  };
}

/** The value of a filter among the groups of its match, folded, without the punctuation of the sentence around it. */
function valueOf(groups: readonly unknown[]): string {
  const value = groups.find((group): group is string => typeof group === 'string') ?? '';
  return fold(value).replace(punctuation, '').trim();
}

function quotedPhrases(text: string): QuotedPhrase[] {
  return [...text.matchAll(/["“]([^"“”]{2,300})["”]|«([^»]{2,300})»/g)].map(([, straight, guillemets]) => ({
    written: (straight ?? guillemets ?? '').trim(),
    text: fold(straight ?? guillemets ?? '')
      .replace(/\s+/g, ' ')
      .trim(),
    strict: straight !== undefined,
  }));
}
