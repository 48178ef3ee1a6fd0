import type { Lexicon } from './lexicon.ts';
import { type Alternative, isName, phraseAlternative, type QuestionWord } from './question-words.ts';
import { isStopword } from './stopwords.ts';
import { type Token, tokenize } from './tokens.ts';

/**
 * The content words of an English question with French alternatives: the lexicon's longest phrase first, else the
 * word itself as a name or cognate. The alternatives of one word share its weight, 1/√n each (n: how many).
 */
export function englishWords(text: string, lexicon: Lexicon): QuestionWord[] {
  const source = text.replace(/(?<=\p{L})['’]s\b/gu, '');
  const tokens = tokenize(source).filter((token) => !token.joined);
  const words = new Map<string, QuestionWord>();
  for (let at = 0; at < tokens.length;) {
    const phrase = longestPhrase(tokens.slice(at, at + lexicon.longestEnglish), source, lexicon);
    at += phrase.tokens.length;
    const word = toWord(phrase, source);
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

/** "UK" and "IT" are names, "it" and "us" are not. */
function isSmallWord(tokens: readonly Token[], source: string): boolean {
  const [first] = tokens;
  if (!first || tokens.length > 1 || first.surface.length > 2) return false;
  const written = source.slice(first.start, first.end);
  return written !== written.toUpperCase();
}

function toWord({ tokens, french }: Phrase, source: string): QuestionWord | null {
  const [first] = tokens;
  const last = tokens.at(-1);
  const surface = surfaceOf(tokens);
  if (!first || !last || (french.length === 0 && isStopword(surface, 'en'))) return null;
  const written = source.slice(first.start, last.end);
  const itself: Alternative[] = tokens.length === 1 ? [{ stems: [first.stem], surfaces: [surface], weight: 1 }] : [];
  const weight = 1 / Math.sqrt(Math.max(1, french.length));
  return {
    text: written,
    surface,
    name: isName(written, first.start > 0, source),
    alternatives: [...itself, ...french.map((phrase) => phraseAlternative(phrase, weight))],
  };
}

function surfaceOf(tokens: readonly Token[]): string {
  return tokens.map((token) => token.surface).join(' ');
}
