import { editDistance } from '../language/edit-distance.ts';
import type { RecordIndex } from './record-index.ts';

/** A word of the record near to one that it does not have. */
export interface Neighbour {
  /** Folded. */
  readonly surface: string;
  /** 1 − edits/length, 0 to 1. */
  readonly closeness: number;
}

/** Longer runs of letters are no words. */
const longestWord = 40;

/**
 * The record's words within one edit (two from seven letters on; a transposition of neighbours is one) that begin with the same
 * letter, the closest first, at most three. None for words of three letters or fewer, of more than forty, or with digits.
 */
export function spellingNeighbours(surface: string, index: RecordIndex): Neighbour[] {
  if (surface.length < 4 || surface.length > longestWord || /[\d ]/.test(surface)) return [];
  const edits = surface.length < 7 ? 1 : 2;
  const letters = lettersOf(surface);
  const lengths = Array.from({ length: 2 * edits + 1 }, (_, step) => surface.length - edits + step);
  return lengths
    .flatMap((length) => wordsLike(surface.charAt(0), length, index))
    .flatMap(({ surfaces, sets }) =>
      // An edit takes at most one letter away and brings one in.
      surfaces.filter(
        (word, at) => bitsOf((sets[at] ?? 0) ^ letters) <= 2 * edits && editDistance(surface, word) <= edits,
      ),
    )
    .map((word) => ({
      surface: word,
      closeness: 1 - editDistance(surface, word) / Math.max(surface.length, word.length),
    }))
    .toSorted((a, b) => b.closeness - a.closeness || (a.surface < b.surface ? -1 : 1))
    .slice(0, 3);
}

/** Words of the record that begin alike and are as long, with the sets of their letters as bits. */
interface AlikeWords {
  readonly surfaces: string[];
  readonly sets: number[];
}

const alike = new WeakMap<RecordIndex, ReadonlyMap<string, AlikeWords>>();

function wordsLike(first: string, length: number, index: RecordIndex): AlikeWords[] {
  const words = alike.get(index) ?? groupAlike(index.vocabulary.surfaces());
  alike.set(index, words);
  return [words.get(`${first}${length}`) ?? []].flat();
}

function groupAlike(surfaces: readonly string[]): ReadonlyMap<string, AlikeWords> {
  const groups = new Map<string, AlikeWords>();
  for (const surface of surfaces) {
    if (surface.length < 4 || /\d/.test(surface)) continue;
    const key = `${surface.charAt(0)}${surface.length}`;
    const group = groups.get(key) ?? { surfaces: [], sets: [] };
    group.surfaces.push(surface);
    group.sets.push(lettersOf(surface));
    groups.set(key, group);
  }
  return groups;
}

/** One bit a letter; letters beyond a to z share bits, so that sets may look more alike than they are, never less. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

function bitsOf(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
