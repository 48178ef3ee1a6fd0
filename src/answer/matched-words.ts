import { tokenize } from '../language/tokens.ts';
import type { Span } from '../proceedings/proceedings.ts';
import type { Probe } from '../search/probe.ts';

/** A word of a text that may stand for a word of the question. */
export interface MatchedWord extends Span {
  /** Its number among the question's words. */
  readonly word: number;
  /** idf of that word times trust. */
  readonly worth: number;
}

/** The words in a slice of a text that may stand for words of the question; offsets count from the text's start. */
export function matchedWords(text: string, { start, end }: Span, probe: Probe): MatchedWord[] {
  return tokenize(text.slice(start, end)).flatMap((token) => {
    const id = probe.idOf(token.stem);
    const uses = id === undefined ? [] : (probe.uses.get(id) ?? []);
    const [best] = uses
      .map(({ word, weight }) => ({ word, worth: weight * (probe.words[word]?.idf ?? 0) }))
      .toSorted((a, b) => b.worth - a.worth);
    return best ? [{ start: start + token.start, end: start + token.end, ...best }] : [];
  });
}

/** Half of a word's worth is lost so many characters away, about three words. */
const halfway = 24;
/** A word inside the slice itself says little for it. */
const inside = 0.2;

/** What a matched word is worth to a slice: less the farther it stands. */
export function worthNear(slice: Span, word: MatchedWord): number {
  const gap = Math.max(0, word.start - slice.end, slice.start - word.end);
  return word.worth * (word.start < slice.end && word.end > slice.start ? inside : 1 / (1 + gap / halfway));
}
