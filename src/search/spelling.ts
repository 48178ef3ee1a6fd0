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
 * The record's words within one edit (two from seven letters on; a transposition is two) that begin with the same letter, the closest first,
 * at most three. None for words of three letters or fewer, of more than forty, or with digits.
 */
export function spellingNeighbours(surface: string, index: RecordIndex): Neighbour[] {
  if (surface.length < 4 || surface.length > longestWord || /[\d ]/.test(surface)) return [];
  const edits = surface.length < 7 ? 1 : 2;
  const letters = lettersOf(surface);
  return wordsWith(surface.charAt(0), index)
    .filter(
      (word) =>
        Math.abs(word.surface.length - surface.length) <= edits &&
        // An edit takes at most one letter away and brings one in.
        bitsOf(word.letters ^ letters) <= 2 * edits &&
        editDistance(surface, word.surface, false) <= edits,
    )
    .map((word) => ({
      surface: word.surface,
      closeness: 1 - editDistance(surface, word.surface) / Math.max(surface.length, word.surface.length),
    }))
    .toSorted((a, b) => b.closeness - a.closeness || (a.surface < b.surface ? -1 : 1))
    .slice(0, 3);
}

/** A word of the record that may be meant by a misspelled one, with the set of its letters as bits. */
interface Meant {
  readonly surface: string;
  readonly letters: number;
}

const byFirstLetter = new WeakMap<RecordIndex, ReadonlyMap<string, readonly Meant[]>>();

function wordsWith(first: string, index: RecordIndex): readonly Meant[] {
  const known = byFirstLetter.get(index);
  if (known) return known.get(first) ?? [];
  const words = new Map<string, Meant[]>();
  for (const surface of index.vocabulary.surfaces()) {
    if (surface.length < 4 || surface.length > longestWord + 2 || /\d/.test(surface)) continue;
    const letter = surface.charAt(0);
    const others = words.get(letter);
    const word = { surface, letters: lettersOf(surface) };
    if (others) others.push(word);
    else words.set(letter, [word]);
  }
  byFirstLetter.set(index, words);
  return words.get(first) ?? [];
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
