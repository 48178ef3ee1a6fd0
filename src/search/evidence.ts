import { isOf } from './dates.ts';
import type { Probe } from './probe.ts';
import { type IndexEntry, runOf } from './record-index.ts';
import { type Said, saidIn } from './sought.ts';
import { raise, WordFinder } from './word-finder.ts';

/** Less trust than this is no evidence for a word. */
export const leastTrust = 0.3;

/**
 * Where a question's words stand in a passage: rows of trust, 0 to 1, with a column for each of `Probe.words`. A row is told by
 * its first place in `trust`, where those of all passages of one search stand.
 */
export interface Evidence {
  readonly trust: Float64Array;
  /** In any sentence of the passage. */
  readonly passage: number;
  /** In the titles above it and the date of the record. */
  readonly context: number;
  /** In the name and role of who speaks. */
  readonly speaker: number;
  /** In the passages before and after it in the same section, and in the names of who speaks them; less the farther they stand. */
  readonly around: number;
  /** In each sentence, one row after the other from this one on. */
  readonly sentences: number;
  readonly sentenceCount: number;
  /** Its words that say something of the question. */
  readonly said: Said;
}

/** The row in which no word stands. */
const nowhere = 0;

/** The row of a sentence of a passage; that in which no word stands where there is no such sentence. */
export function sentenceRow({ sentences, sentenceCount }: Evidence, number: number, { words }: Probe): number {
  return number >= 0 && number < sentenceCount ? sentences + number * words.length : nowhere;
}

/** Reads passages for the words of a question. Linear in their length and that of the passages around them. */
export function findEvidence(
  read: readonly IndexEntry[],
  entries: readonly IndexEntry[],
  probe: Probe,
): readonly Evidence[] {
  const width = probe.words.length;
  const sentenceCounts = read.map(({ words: { ends }, number }) => lengthAt(ends.starts, number));
  const rows = sentenceCounts.reduce((sum, count) => sum + count + ownRows, 1);
  const trust = new Float64Array(rows * width);
  const finder = new WordFinder(probe);
  const around = new Surroundings(entries, finder, width);
  let free = width;
  const take = (count: number): number => {
    const row = free;
    free += count * width;
    return row;
  };
  const known = new Map<Uint32Array, Map<number, number>>();
  /** Titles and speakers that several passages share are read once. */
  const shared = ({ values, starts }: IndexEntry['words']['titles'], number: number): number => {
    const [from, to] = [starts[number] ?? 0, starts[number + 1] ?? 0];
    if (from === to) return nowhere;
    const found = known.get(values) ?? new Map<number, number>();
    known.set(values, found);
    const row = found.get(number) ?? take(1);
    if (!found.has(number)) finder.find(values, from, to, trust, row);
    found.set(number, row);
    return row;
  };
  /** The titles of a record, and its date where a question says one. */
  const contextOf = ({ words: { titles, titlesOf }, number, proceedings: { date } }: IndexEntry): number => {
    const above = titlesOf[number] ?? 0;
    const said = probe.dates.filter(({ part }) => isOf(date, part));
    if (said.length === 0) return shared(titles, above);
    const row = take(1);
    finder.find(titles.values, titles.starts[above] ?? 0, titles.starts[above + 1] ?? 0, trust, row);
    for (const { word } of said) raise(trust, row + word, 1);
    return row;
  };
  return read.map((entry, at) => {
    const { words, number } = entry;
    const said = saidIn(words.stems.values, runOf(entry), probe.sought);
    const evidence = {
      trust,
      said,
      passage: take(1),
      context: contextOf(entry),
      speaker: shared(words.speakers, words.speakerOf[number] ?? 0),
      around: take(1),
      sentences: take(sentenceCounts[at] ?? 0),
      sentenceCount: sentenceCounts[at] ?? 0,
    };
    around.raise(entry, trust, evidence.around);
    const opening = words.stems.starts[number] ?? 0;
    const firstEnd = words.ends.starts[number] ?? 0;
    let next = 0;
    for (let sentence = 0; sentence < evidence.sentenceCount; sentence += 1) {
      const to = opening + (words.ends.values[firstEnd + sentence] ?? 0);
      const row = evidence.sentences + sentence * width;
      next = finder.findSaid(said, next, to, trust, row);
      for (let word = 0; word < width; word += 1) raise(trust, evidence.passage + word, trust[row + word] ?? 0);
    }
    return evidence;
  });
}

/** Rows that each passage has besides its sentences'. */
const ownRows = 4;

function lengthAt(starts: Uint32Array, number: number): number {
  return (starts[number + 1] ?? 0) - (starts[number] ?? 0);
}

/** How many passages before and after count as surroundings, and how much trust remains with each step away. */
const reach = 8;
const decay = 0.9;
const remaining = Array.from({ length: reach + 1 }, (_, step) => decay ** step);

/**
 * Where a speech answers a question, its subject was often named a few passages earlier. Trust in the question's words by the
 * passages around one, in the same section, and by the names of who speaks them; each is read once.
 */
class Surroundings {
  readonly #entries: readonly IndexEntry[];
  readonly #finder: WordFinder;
  readonly #width: number;
  readonly #rowOf = new Map<number, number>();
  #rows: Float64Array;

  constructor(entries: readonly IndexEntry[], finder: WordFinder, width: number) {
    this.#entries = entries;
    this.#finder = finder;
    this.#width = width;
    this.#rows = new Float64Array(64 * width);
  }

  /** Raises a row to what stands around a passage. */
  raise(entry: IndexEntry, trust: Float64Array, row: number): void {
    for (let step = 1; step <= reach; step += 1) {
      this.#take(entry, entry.number - step, remaining[step] ?? 0, trust, row);
      this.#take(entry, entry.number + step, remaining[step] ?? 0, trust, row);
    }
  }

  #take(entry: IndexEntry, number: number, share: number, trust: Float64Array, row: number): void {
    const neighbour = this.#entries[number];
    if (neighbour === undefined || !inSameSection(neighbour, entry)) return;
    const theirs = this.#rowOf.get(number) ?? this.#read(neighbour);
    for (let word = 0; word < this.#width; word += 1)
      raise(trust, row + word, (this.#rows[theirs + word] ?? 0) * share);
  }

  #read({ words: { stems, speakers, speakerOf }, number }: IndexEntry): number {
    const row = this.#rowOf.size * this.#width;
    this.#rowOf.set(number, row);
    if (row + this.#width > this.#rows.length) {
      const wider = new Float64Array(2 * this.#rows.length);
      wider.set(this.#rows);
      this.#rows = wider;
    }
    const find = ({ values, starts }: typeof stems, list: number): void =>
      this.#finder.find(values, starts[list] ?? 0, starts[list + 1] ?? 0, this.#rows, row);
    find(stems, number);
    find(speakers, speakerOf[number] ?? 0);
    return row;
  }
}

/** Whether two passages stand in the same section of the same file. */
export function inSameSection(left: IndexEntry, right: IndexEntry): boolean {
  return left.proceedings === right.proceedings && left.passage.section === right.passage.section;
}

/** Share of the question's idf that rows cover together, 0 to 1. */
export function coverage({ words, total }: Probe, trust: Float64Array, ...rows: readonly number[]): number {
  let covered = 0;
  for (let word = 0; word < words.length; word += 1) {
    let most = 0;
    for (const row of rows) most = Math.max(most, trust[row + word] ?? 0);
    covered += most * (words[word]?.idf ?? 0);
  }
  return covered / total;
}
