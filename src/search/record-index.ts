import type { Corpus, Passage, Proceedings } from '../proceedings/proceedings.ts';
import type { Acronym } from './acronyms.ts';
import { countDates } from './dates.ts';
import { createEntries } from './entries.ts';
import { type CutWords, cutWords } from './passage-words.ts';
import type { FieldPostings } from './postings.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A passage as the ranking reads it. `number` is its place in `RecordIndex.entries`. */
export interface IndexEntry {
  readonly number: number;
  readonly passage: Passage;
  readonly proceedings: Proceedings;
  /** Stem ids of every word in order, stop words included. */
  readonly stems: Uint32Array;
  /** For each sentence, the number of words up to its end: sentence i is `stems.subarray(ends[i - 1] ?? 0, ends[i])`. */
  readonly ends: Uint32Array;
  /** For each sentence, 1 where it asks (ends with a question mark). */
  readonly asks: Uint8Array;
  /** Stem ids of the titles above the passage (the document's, its sections') and of a participants line's label. */
  readonly context: Uint32Array;
  /** Number of those titles; passages of several files may share them. */
  readonly heading: number;
  /** Stem ids of the speaker's name and role. */
  readonly speaker: Uint32Array;
}

/** Everything that a search needs of one corpus. */
export interface RecordIndex {
  readonly corpus: Corpus;
  readonly entries: readonly IndexEntry[];
  readonly vocabulary: Vocabulary;
  readonly postings: FieldPostings;
  /** How many passages stand under the titles of each `IndexEntry.heading`. */
  readonly underHeading: Uint32Array;
  /** Acronyms that the record explains. */
  readonly acronyms: readonly Acronym[];
  /** How many passages are of records of each year ("2018") and of each month ("-06"). */
  readonly dates: ReadonlyMap<string, number>;
}

/** Indexes every passage that can answer; stage directions are left out. `cut`: its words, where they are cut already. */
export function createRecordIndex(corpus: Corpus, cut: CutWords = cutWords(corpus)): RecordIndex {
  const { words, vocabulary, postings, acronyms } = cut;
  const underHeading = new Uint32Array(words.titles.starts.length);
  for (const heading of words.titlesOf) underHeading[heading] = (underHeading[heading] ?? 0) + 1;
  const entries = createEntries(corpus, words);
  return { corpus, entries, vocabulary, postings, underHeading, acronyms, dates: countDates(entries) };
}
