import MiniSearch from 'minisearch';
import { editDistance } from '../language/edit-distance.ts';
import type { RecordIndex } from './record-index.ts';

/** A word of the record near to one that it does not have. */
export interface Neighbour {
  /** Folded. */
  readonly surface: string;
  /** 1 − edits/length, 0 to 1. */
  readonly closeness: number;
}

/** Longer runs of letters are no words; comparing them takes seconds. */
const longestWord = 40;

const spellers = new WeakMap<RecordIndex, MiniSearch<{ id: number; word: string }>>();

/**
 * The record's words within one edit (two from seven letters on) that begin with the same letter, the closest first,
 * at most three. None for words of three letters or fewer, of more than forty, or with digits.
 */
export function spellingNeighbours(surface: string, index: RecordIndex): Neighbour[] {
  if (surface.length < 4 || surface.length > longestWord || /[\d ]/.test(surface)) return [];
  const edits = surface.length < 7 ? 1 : 2;
  return spellerOf(index)
    .search(surface, { fuzzy: edits, combineWith: 'OR' })
    .map((result) => String(result.terms[0]))
    .filter((word) => word[0] === surface[0] && !/\d/.test(word) && word.length > 3)
    .map((word) => ({
      surface: word,
      closeness: 1 - editDistance(surface, word) / Math.max(surface.length, word.length),
    }))
    .toSorted((a, b) => b.closeness - a.closeness || (a.surface < b.surface ? -1 : 1))
    .slice(0, 3);
}

function spellerOf(index: RecordIndex): MiniSearch<{ id: number; word: string }> {
  const known = spellers.get(index);
  if (known) return known;
  const speller = new MiniSearch<{ id: number; word: string }>({
    fields: ['word'],
    tokenize: (word) => [word],
    processTerm: (term) => term,
  });
  speller.addAll(index.vocabulary.surfaces().map((word, id) => ({ id, word })));
  spellers.set(index, speller);
  return speller;
}
