import { tokenizeApart } from '../language/tokens.ts';
import { type SaidDate, saidDates } from './dates.ts';
import { questionGrams } from './grams.ts';
import type { ResolvedWord } from './resolve.ts';
import { SoughtStems, type Use } from './sought.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The words of a question made ready to be found in many passages. */
export interface Probe {
  readonly words: readonly ResolvedWord[];
  /** Sum of the words' idf; more than 0. */
  readonly total: number;
  /** Stem id -> the words that it may stand for. */
  readonly uses: ReadonlyMap<number, readonly Use[]>;
  /** Stem ids of the question's words in order, small ones included; -1 for a word that the record has nowhere. */
  readonly sequence: readonly number[];
  /** `pairKey` of each two neighbours in `sequence` that the record knows. */
  readonly pairs: ReadonlySet<number>;
  /** How many neighbours there are, known or not. */
  readonly pairCount: number;
  /** The words that say a year or a month. */
  readonly dates: readonly SaidDate[];
  /** Weights of the character 4-grams of the question's words, by their numbers. */
  readonly gramWeights: readonly number[];
  /** Phrase alternatives, of two stems or more. */
  readonly phrases: readonly Phrase[];
  /** How many different stems the phrases have. */
  readonly partCount: number;
  readonly sought: SoughtStems;
  /** The id of a stem; undefined where the record does not have it. */
  readonly idOf: (stem: string) => number | undefined;
}

/** A way to say a word in several. */
export interface Phrase {
  readonly word: number;
  /** Its stems, by the numbers of `Sought.part`. */
  readonly parts: readonly number[];
  readonly weight: number;
}

/** Prepares the resolved words of a question for reading passages; `text` is the question. */
export function createProbe(words: readonly ResolvedWord[], text: string, vocabulary: Vocabulary): Probe {
  const uses = new Map<number, Use[]>();
  const parts = new Map<number, number>();
  const phrases: Phrase[] = [];
  const partOf = (id: number): number => {
    const part = parts.get(id) ?? parts.size;
    parts.set(id, part);
    return part;
  };
  words.forEach(({ alternatives }, word) => {
    for (const { ids, weight } of alternatives) {
      const [first] = ids;
      if (first === undefined) continue;
      if (ids.length > 1) phrases.push({ word, parts: ids.map(partOf), weight });
      else {
        const known = uses.get(first);
        if (known) known.push({ word, weight });
        else uses.set(first, [{ word, weight }]);
      }
    }
  });
  const total = words.reduce((sum, word) => sum + word.idf, 0);
  const sequence = tokenizeApart(text).map(
    (token) => vocabulary.idOf(vocabulary.stemOf(token.surface) ?? token.stem) ?? -1,
  );
  const pairs = new Set<number>();
  for (let at = 1; at < sequence.length; at += 1) {
    const [left = -1, right = -1] = [sequence[at - 1], sequence[at]];
    if (left >= 0 && right >= 0) pairs.add(pairKey(left, right));
  }
  const grams = questionGrams(words, vocabulary);
  return {
    words,
    total: total || 1,
    uses,
    phrases,
    dates: saidDates(words),
    partCount: parts.size,
    sequence,
    pairs,
    pairCount: Math.max(1, sequence.length - 1),
    gramWeights: grams.weights,
    sought: new SoughtStems(uses, sequence, parts, grams.of, vocabulary.stemCount),
    idOf: (stem) => vocabulary.idOf(stem),
  };
}

/** One number for two stem ids in order. */
export function pairKey(left: number, right: number): number {
  return left * 2 ** 26 + right;
}
