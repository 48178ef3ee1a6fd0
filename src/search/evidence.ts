import { isOf } from './dates.ts';
import type { Probe } from './probe.ts';
import type { IndexEntry } from './record-index.ts';

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
    const evidence = {
      trust,
      passage: take(1),
      context: contextOf(entry),
      speaker: shared(words.speakers, words.speakerOf[number] ?? 0),
      around: take(1),
      sentences: take(sentenceCounts[at] ?? 0),
      sentenceCount: sentenceCounts[at] ?? 0,
    };
    around.raise(entry, trust, evidence.around);
    const { values, starts } = words.stems;
    const opening = starts[number] ?? 0;
    const firstEnd = words.ends.starts[number] ?? 0;
    let from = opening;
    for (let sentence = 0; sentence < evidence.sentenceCount; sentence += 1) {
      const to = opening + (words.ends.values[firstEnd + sentence] ?? 0);
      const row = evidence.sentences + sentence * width;
      finder.find(values, from, to, trust, row);
      for (let word = 0; word < width; word += 1) raise(trust, evidence.passage + word, trust[row + word] ?? 0);
      from = to;
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

/** Finds a question's words in runs of stems. */
class WordFinder {
  readonly #probe: Probe;
  /** By part of a phrase, the number of the last run that has it. */
  readonly #held: number[];
  #run = 0;

  constructor(probe: Probe) {
    this.#probe = probe;
    this.#held = Array.from({ length: probe.partCount }, () => 0);
  }

  /** Raises a row to the question's words among the stems from `from` to before `to`. */
  find(stems: Uint32Array, from: number, to: number, trust: Float64Array, row: number): void {
    const { sought, phrases } = this.#probe;
    this.#run += 1;
    let parts = 0;
    for (let at = from; at < to; at += 1) {
      const found = sought.at(stems[at] ?? 0);
      if (found === null) continue;
      for (const { word, weight } of found.uses) raise(trust, row + word, weight);
      if (found.part < 0) continue;
      this.#held[found.part] = this.#run;
      parts += 1;
    }
    if (parts === 0) return;
    for (const phrase of phrases) raise(trust, row + phrase.word, phrase.weight * this.#shareHeld(phrase.parts));
  }

  /**
   * How much of a phrase stands within the run, in any order: 1 where all of its stems do, less where two thirds of
   * three or more do ("conseil départemental de jeunes" for a "conseil départemental des jeunes citoyens"), else 0.
   */
  #shareHeld(parts: readonly number[]): number {
    let held = 0;
    for (const part of parts) if (this.#held[part] === this.#run) held += 1;
    if (held === parts.length) return 1;
    return held >= 2 && held * 3 >= parts.length * 2 ? (held / parts.length) ** 2 : 0;
  }
}

function raise(list: Float64Array, at: number, weight: number): void {
  if (weight > (list[at] ?? 0)) list[at] = weight;
}
