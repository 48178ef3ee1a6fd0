import { tokenize } from '../language/tokens.ts';
import { type SaidDate, saidDates } from './dates.ts';
import type { ResolvedWord } from './resolve.ts';
import { type Gram, gramsIn } from './grams.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The words of a question made ready to be found in many passages. */
export interface Probe {
  readonly words: readonly ResolvedWord[];
  /** Sum of the words' idf; more than 0. */
  readonly total: number;
  /** Stem id -> the words that it may stand for. */
  readonly uses: ReadonlyMap<number, readonly Use[]>;
  /** By stem id, 1 where `uses` has it: most words of a passage are looked up in vain, which this makes quick. */
  readonly used: Uint8Array;
  /** Stem ids of the question's words in order, small ones included; -1 for a word that the record has nowhere. */
  readonly sequence: readonly number[];
  /** `pairKey` of each two neighbours in `sequence` that the record knows. */
  readonly pairs: ReadonlySet<number>;
  /** How many neighbours there are, known or not. */
  readonly pairCount: number;
  /** Stem id -> what it has of the character 4-grams of the question's words. */
  readonly grams: ReadonlyMap<number, readonly Gram[]>;
  /** The words that say a year or a month. */
  readonly dates: readonly SaidDate[];
  /** Phrase alternatives, of two stems or more. */
  readonly phrases: readonly { readonly word: number; readonly ids: readonly number[]; readonly weight: number }[];
}

interface Use {
  readonly word: number;
  readonly weight: number;
}

/** Prepares the resolved words of a question for reading passages; `text` is the question. */
export function createProbe(words: readonly ResolvedWord[], text: string, vocabulary: Vocabulary): Probe {
  const uses = new Map<number, Use[]>();
  const phrases: { word: number; ids: readonly number[]; weight: number }[] = [];
  words.forEach(({ alternatives }, word) => {
    for (const { ids, weight } of alternatives) {
      const [first] = ids;
      if (first === undefined) continue;
      if (ids.length > 1) phrases.push({ word, ids, weight });
      else uses.set(first, [...(uses.get(first) ?? []), { word, weight }]);
    }
  });
  const total = words.reduce((sum, word) => sum + word.idf, 0);
  const sequence = tokenize(text)
    .filter((token) => !token.joined)
    .map((token) => vocabulary.idOf(vocabulary.stemOf(token.surface) ?? token.stem) ?? -1);
  const pairs = new Set<number>();
  for (let at = 1; at < sequence.length; at += 1) {
    const [left = -1, right = -1] = sequence.slice(at - 1, at + 1);
    if (left >= 0 && right >= 0) pairs.add(pairKey(left, right));
  }
  const used = new Uint8Array(vocabulary.stemCount);
  for (const id of uses.keys()) used[id] = 1;
  return {
    words,
    total: total || 1,
    uses,
    used,
    phrases,
    dates: saidDates(words),
    sequence,
    pairs,
    pairCount: Math.max(1, sequence.length - 1),
    grams: gramsIn(words, vocabulary),
  };
}

/** One number for two stem ids in order. */
export function pairKey(left: number, right: number): number {
  return left * 2 ** 26 + right;
}
