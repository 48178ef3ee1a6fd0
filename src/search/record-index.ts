import type { Corpus, Passage, Proceedings } from '../proceedings/proceedings.ts';
import type { Acronym } from './acronyms.ts';
import { countDates } from './dates.ts';
import { createEntries } from './entries.ts';
import { listAt } from './lists.ts';
import { type CutWords, cutWords, type PassageWords } from './passage-words.ts';
import type { FieldPostings } from './postings.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A passage as the ranking reads it. */
export interface IndexEntry {
  /** Its place in `RecordIndex.entries`, and in the lists of `words`. */
  readonly number: number;
  readonly passage: Passage;
  readonly proceedings: Proceedings;
  /** The words of all passages of the record. */
  readonly words: PassageWords;
}

/** Some words of a record in a row: those of `PassageWords.stems.values` from `from` to before `to`. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** All words of a passage. */
export function runOf({ words: { stems }, number }: IndexEntry): Run {
  return { from: stems.starts[number] ?? 0, to: stems.starts[number + 1] ?? 0 };
}

/** The words of each sentence of a passage. */
export function sentenceRuns({ words: { stems, ends }, number }: IndexEntry): Run[] {
  const start = stems.starts[number] ?? 0;
  let from = start;
  return Array.from(listAt(ends, number), (end) => {
    const run = { from, to: start + end };
    from = run.to;
    return run;
  });
}

/** Whether a passage has a word with the stem of this id. */
export function hasStem({ words: { stems }, number }: IndexEntry, id: number): boolean {
  return listAt(stems, number).includes(id);
}

/** Whether the titles above a passage, or the name or role of who speaks it, have a word with the stem of this id. */
export function isUnderStem(
  { words: { titles, titlesOf, speakers, speakerOf }, number }: IndexEntry,
  id: number,
): boolean {
  return listAt(titles, titlesOf[number] ?? 0).includes(id) || listAt(speakers, speakerOf[number] ?? 0).includes(id);
}

/** Number of the titles above a passage; passages of several files may share them. */
export function headingOf({ words: { titlesOf }, number }: IndexEntry): number {
  return titlesOf[number] ?? 0;
}

/** Everything that a search needs of one corpus. */
export interface RecordIndex {
  readonly corpus: Corpus;
  readonly entries: readonly IndexEntry[];
  readonly words: PassageWords;
  readonly vocabulary: Vocabulary;
  readonly postings: FieldPostings;
  /** How many passages stand under the titles of each `headingOf`. */
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
  return { corpus, entries, words, vocabulary, postings, underHeading, acronyms, dates: countDates(entries) };
}
