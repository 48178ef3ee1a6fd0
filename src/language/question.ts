import type { Language } from '../proceedings/proceedings.ts';
import { answerTypeOf, type AnswerType } from './answer-type.ts';
import { detectLanguage } from './detect.ts';
import { englishWords } from './english.ts';
import { fold } from './fold.ts';
import { type Lexicon, stemKey } from './lexicon.ts';
import { isStopword } from './stopwords.ts';
import { tokenize } from './tokens.ts';

/** One way in which the record may say a word of the question. */
export interface Alternative {
  /** One stem, or several for a phrase, in order. */
  readonly stems: readonly string[];
  /** Folded surfaces, one for each stem; empty where only the stem counts. */
  readonly surfaces: readonly string[];
  /** Trust, 0 to 1: 1 for the word itself. */
  readonly weight: number;
}

/** A content word (or translated phrase) of the question. */
export interface QuestionWord {
  /** As the asker typed it. */
  readonly text: string;
  /** Folded. */
  readonly surface: string;
  /** Whether it is written as a name: a capital that does not open the question, or digits. */
  readonly name: boolean;
  /** The word itself first, then other ways to say it. */
  readonly alternatives: readonly Alternative[];
}

/** What narrows the search besides words. */
export interface Filters {
  /** `par:` / `speaker:`; folded, or null. */
  readonly speaker: string | null;
  /** `depuis:` / `since:`; ISO date or a prefix of one ("2018", "2018-03"); that day included. */
  readonly since: string | null;
  /** `avant:` / `before:`; ISO date or a prefix of one; that day left out. */
  readonly before: string | null;
}

/** An analysed question (Query). */
export interface Question {
  readonly text: string;
  readonly language: Language;
  readonly type: AnswerType;
  /** Several answers are asked for: "quels départements…". */
  readonly list: boolean;
  /** Folded noun that says what is asked for ("departement", "personnes"), or null. */
  readonly head: string | null;
  readonly words: readonly QuestionWord[];
  /** Phrases between quotation marks, folded: they must stand in the record as they are. */
  readonly phrases: readonly string[];
  readonly filters: Filters;
}

/** Trust in a synonym or a word of the same family, relative to the word itself; measured on PIAF and CNIL dev. */
const relatedWeight = 0.5;

/** Analyses a question. Its language shows in its small words; `fallback` (default French) where they do not tell. Never throws. */
export function analyseQuestion(text: string, lexicon: Lexicon, fallback: Language = 'fr'): Question {
  const { rest, filters } = takeFilters(text);
  const spoken = detectLanguage(rest) ?? fallback;
  const { type, list, head } = answerTypeOf(rest, spoken);
  const words = spoken === 'en' ? englishWords(rest, lexicon) : frenchWords(rest, lexicon);
  return { text, language: spoken, type, list, head, words, phrases: quotedPhrases(rest), filters };
}

const filterPattern =
  /(?<![\p{L}\p{N}])(par|speaker|by|depuis|since|avant|before)\s?:\s?(?:"([^"]{1,80})"|«([^»]{1,80})»|([^\s"«»]{1,80}))/giu;

function takeFilters(text: string): { rest: string; filters: Filters } {
  let filters: Filters = { speaker: null, since: null, before: null };
  const rest = text.replace(filterPattern, (whole, key: string, ...values: unknown[]) => {
    const value = fold(values.slice(0, 3).find((part): part is string => typeof part === 'string') ?? '').trim();
    const kind = fold(key);
    if (['par', 'speaker', 'by'].includes(kind)) filters = { ...filters, speaker: value };
    else if (!/^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(value)) return whole;
    else if (['depuis', 'since'].includes(kind)) filters = { ...filters, since: value };
    else filters = { ...filters, before: value };
    return ' ';
  });
  return { rest, filters };
}

function quotedPhrases(text: string): string[] {
  return [...text.matchAll(/"([^"]{3,300})"|«([^»]{3,300})»|“([^”]{3,300})”/g)]
    .map((match) => fold(match[1] ?? match[2] ?? match[3] ?? '').trim())
    .filter((phrase) => phrase.length > 2);
}

function frenchWords(text: string, lexicon: Lexicon): QuestionWord[] {
  const seen = new Set<string>();
  const words: QuestionWord[] = [];
  const tokens = tokenize(text);
  tokens.forEach((token, position) => {
    const inside = token.joined ? isStopword(token.surface, 'fr') : false;
    if (inside || isStopword(token.surface, 'fr') || seen.has(token.stem)) return;
    seen.add(token.stem);
    const written = text.slice(token.start, token.end);
    const related = lexicon.related(token.stem).map((phrase) => phraseAlternative(phrase, relatedWeight));
    words.push({
      text: written,
      surface: token.surface,
      name: /\d/.test(written) || (position > 0 && /^\p{Lu}/u.test(written)),
      alternatives: [{ stems: [token.stem], surfaces: [token.surface], weight: token.joined ? 0.5 : 1 }, ...related],
    });
  });
  return words;
}

/** A French phrase as an alternative: its stems without stop words. */
export function phraseAlternative(phrase: string, weight: number): Alternative {
  const content = tokenize(phrase).filter((token) => !token.joined && !isStopword(token.surface, 'fr'));
  return content.length > 0
    ? { stems: content.map((token) => token.stem), surfaces: content.map((token) => token.surface), weight }
    : { stems: stemKey(phrase).split(' '), surfaces: [], weight };
}
