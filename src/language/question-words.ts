import type { Language } from '../proceedings/proceedings.ts';
import { tellsType } from './answer-nouns.ts';
import { interrogativeOf } from './interrogatives.ts';
import { acronymKey, type Lexicon } from './lexicon.ts';
import { stemKey } from './stem-key.ts';
import { isStopword } from './stopwords.ts';
import { type Token, tokenize, tokenizeApart } from './tokens.ts';

/** One way in which the record may say a word of the question. */
export interface Alternative {
  /** One stem, or several for a phrase, in order. */
  readonly stems: readonly string[];
  /** Folded surfaces, one for each stem; empty where only the stem counts. */
  readonly surfaces: readonly string[];
  /** As the lexicon writes it; null for the word itself, and for what is known by its stems alone. */
  readonly written: string | null;
  /** Trust, 0 to 1: 1 for the word itself; 0 for an abbreviation that reads as a small word (CET), which its long form alone stands for. */
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
  /** Whether it names a thing: it follows a determiner or preposition, is a name, or the question is keywords. */
  readonly thing: boolean;
  /** Whether it may be misspelled: it is no word that the lexicon knows. */
  readonly doubtful: boolean;
  /** The word itself first, then other ways to say it. */
  readonly alternatives: readonly Alternative[];
}

/** The joined form of a hyphenated word repeats its parts. */
const joinedWeight = 0.5;

/** The longest phrase of the lexicon that a question is searched for, in words: "travail à distance". */
const longestPhrase = 4;

/** The content words of a French question with their synonyms and word families. */
export function frenchWords(text: string, lexicon: Lexicon): QuestionWord[] {
  const tokens = tokenize(text);
  const phrases = relatedPhrases(tokens, lexicon);
  const nominal = isNounPhrase(tokens);
  const words = new Map<string, QuestionWord>();
  tokens.forEach((token, position) => {
    const written = text.slice(token.start, token.end);
    const name = isName(written, position > 0, text);
    const small = isStopword(token.surface, 'fr') && !isAbbreviation(written, text);
    const asks = !name && interrogativeOf(token.surface, 'fr') !== null;
    if (small || asks || words.has(token.stem)) return;
    const itself = {
      stems: [token.stem],
      surfaces: [token.surface],
      written: null,
      weight: isStopword(token.surface, 'fr') ? 0 : token.joined ? joinedWeight : 1,
    };
    const related = [...waysToSayWord(token, lexicon), ...(phrases.get(token) ?? [])];
    words.set(token.stem, {
      text: written,
      surface: token.surface,
      name,
      thing: name || (nominal && !tellsType(token.surface)) || followsDeterminer(text, tokens, position),
      doubtful: !lexicon.isFrench(token.surface),
      alternatives: distinct([itself, ...related]),
    });
  });
  return [...words.values()];
}

const determiners = new Set(
  `le la les un une des du de d l au aux a en dans sur sous par pour avec sans chez entre vers contre ce cet cette ces
    mon ton son sa ses leur leurs notre nos votre vos chaque aucun aucune`.split(/\s+/),
);

const linking: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: new Set('de du des d le la les l un une en au aux a et ou sur pour par dans avec sans entre'.split(' ')),
  en: new Set('of the a an in on at for to from by with and or'.split(' ')),
};

/** Whether a question is keywords ("entretien des haies bocage"): its small words only link nouns, and each other word names a thing. */
export function isNounPhrase(tokens: readonly Token[], language: Language = 'fr'): boolean {
  const joined = tokens.filter((token) => token.joined);
  return tokens.every(
    ({ surface, start, end }) =>
      linking[language].has(surface) ||
      !isStopword(surface, language) ||
      joined.some((word) => word.start <= start && end <= word.end),
  );
}

function followsDeterminer(text: string, tokens: readonly Token[], position: number): boolean {
  const token = tokens[position];
  const before = tokens.slice(0, position).findLast((one) => !one.joined && one.end <= (token?.start ?? 0));
  if (!token) return false;
  if (/(?:^|[^\p{L}])[ld]['’]$/iu.test(text.slice(Math.max(0, token.start - 3), token.start))) return true;
  return before !== undefined && token.start - before.end === 1 && determiners.has(before.surface);
}

/** Each way to say a word once, with the most trust in it; in order of first mention. */
export function distinct(alternatives: readonly Alternative[]): Alternative[] {
  const ways = new Map<string, Alternative>();
  for (const one of alternatives) {
    const key = one.stems.join(' ');
    const known = ways.get(key);
    if (known === undefined || known.weight < one.weight) ways.set(key, one);
  }
  return [...ways.values()];
}

/** Other ways to say a word: by its stem, and as an acronym by its letters, in the plural too where it is no other word. */
export function waysToSayWord({ stem, surface }: Pick<Token, 'stem' | 'surface'>, lexicon: Lexicon): Alternative[] {
  const spelled = waysToSay(acronymKey(surface), lexicon);
  const plural = spelled.length === 0 && !lexicon.isFrench(surface) && surface.endsWith('s');
  return [...waysToSay(stem, lexicon), ...(plural ? waysToSay(acronymKey(surface.slice(0, -1)), lexicon) : spelled)];
}

/** Other ways to say a word or phrase, given its key. */
export function waysToSay(key: string, lexicon: Lexicon): Alternative[] {
  return lexicon.related(key).map(({ phrase, trust }) => phraseAlternative(phrase, trust));
}

/** What the lexicon relates to phrases of the question, for each word of the phrase. */
function relatedPhrases(tokens: readonly Token[], lexicon: Lexicon): ReadonlyMap<Token, readonly Alternative[]> {
  const solid = tokens.filter((token) => !token.joined);
  const related = new Map<Token, Alternative[]>();
  for (let from = 0; from < solid.length; from += 1) {
    for (let length = 2; length <= longestPhrase && from + length <= solid.length; length += 1) {
      const phrase = solid.slice(from, from + length);
      const others = waysToSay(phrase.map((token) => token.stem).join(' '), lexicon);
      if (others.length > 0) for (const token of phrase) related.set(token, [...(related.get(token) ?? []), ...others]);
    }
  }
  return related;
}

/** Whether a word is written in capitals in a question that is not; "QUI" only asks loudly. */
function isAbbreviation(written: string, question: string): boolean {
  return /^(?!QU)\p{Lu}{2,}$/u.test(written) && /\p{Ll}/u.test(question);
}

/** Whether a word is written as a name; capitals say nothing where the question has no small letters. */
export function isName(written: string, inside: boolean, question: string): boolean {
  return /\d/.test(written) || (inside && /^\p{Lu}/u.test(written) && /\p{Ll}/u.test(question));
}

/** A French phrase as an alternative: its stems without stop words. */
export function phraseAlternative(phrase: string, weight: number): Alternative {
  const content = tokenizeApart(phrase).filter((token) => !isStopword(token.surface, 'fr'));
  return content.length > 0
    ? {
        stems: content.map((token) => token.stem),
        surfaces: content.map((token) => token.surface),
        written: phrase,
        weight,
      }
    : { stems: stemKey(phrase).split(' '), surfaces: [], written: phrase, weight };
}
