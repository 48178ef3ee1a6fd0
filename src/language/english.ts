import { fold } from './fold.ts';
import type { Lexicon } from './lexicon.ts';
import { type Alternative, phraseAlternative, type QuestionWord } from './question.ts';
import { isStopword } from './stopwords.ts';
import { tokenize } from './tokens.ts';

/**
 * The content words of an English question with French alternatives: the lexicon's longest phrase first, else the
 * word itself as a name or cognate. The alternatives of one word share its weight, 1/√n each (n: how many).
 */
export function englishWords(text: string, lexicon: Lexicon): QuestionWord[] {
  const tokens = tokenize(text.replace(/(?<=\p{L})['’]s\b/gu, '')).filter((token) => !token.joined);
  const source = text.replace(/(?<=\p{L})['’]s\b/gu, '');
  const words: QuestionWord[] = [];
  const seen = new Set<string>();
  for (let at = 0; at < tokens.length;) {
    const { length, french } = longestPhrase(
      tokens.slice(at, at + lexicon.longestEnglish).map((token) => token.surface),
      lexicon,
    );
    const first = tokens[at];
    const last = tokens[at + length - 1];
    at += length;
    if (!first || !last) continue;
    const surface = tokens
      .slice(at - length, at)
      .map((token) => token.surface)
      .join(' ');
    if ((length === 1 && isStopword(surface, 'en')) || seen.has(surface)) continue;
    seen.add(surface);
    const written = source.slice(first.start, last.end);
    const itself: Alternative[] = length === 1 ? [{ stems: [first.stem], surfaces: [surface], weight: 1 }] : [];
    const weight = 1 / Math.sqrt(Math.max(1, french.length));
    words.push({
      text: written,
      surface,
      name: /\d/.test(written) || (first.start > 0 && /^\p{Lu}/u.test(written)),
      alternatives: [...itself, ...french.map((phrase) => phraseAlternative(phrase, weight))],
    });
  }
  return words;
}

function longestPhrase(words: readonly string[], lexicon: Lexicon): { length: number; french: readonly string[] } {
  for (let length = words.length; length > 0; length -= 1) {
    const slice = words.slice(0, length);
    if (length === 1 && isStopword(fold(slice[0] ?? ''), 'en')) break;
    const french = lexicon.english(slice.join(' ')) ?? (length > 1 ? lexicon.english(slice.join('-')) : undefined);
    if (french) return { length, french };
  }
  return { length: 1, french: [] };
}
