import { isOf } from './dates.ts';
import type { IndexEntry } from './record-index.ts';
import type { Probe } from './probe.ts';

/** Less trust than this is no evidence for a word. */
export const leastTrust = 0.3;

/** Where a question's words stand in a passage. Word lists are indexed like `Probe.words`, values are trust, 0 to 1. */
export interface Evidence {
  /** One list a sentence. */
  readonly sentences: readonly Float64Array[];
  /** In any sentence of the passage. */
  readonly passage: Float64Array;
  /** In the titles above it and the date of the record. */
  readonly context: Float64Array;
  /** In the name and role of who speaks. */
  readonly speaker: Float64Array;
  /** In the passages before and after it in the same section, and who speaks them; less the farther they stand. */
  readonly around: Float64Array;
}

/** Reads a passage for the words of a question; `around` as `findAround` gives it. Linear in the passage's length. */
export function findEvidence(entry: IndexEntry, probe: Probe, around: Float64Array): Evidence {
  const { stems, ends } = entry;
  const sentences: Float64Array[] = [];
  const passage = new Float64Array(probe.words.length);
  let start = 0;
  for (const end of ends) {
    const found = wordsIn(stems, start, end, probe);
    for (let word = 0; word < found.length; word += 1) raise(passage, word, found[word] ?? 0);
    sentences.push(found);
    start = end;
  }
  const context = wordsIn(entry.context, 0, entry.context.length, probe);
  for (const { word, part } of probe.dates) if (isOf(entry.proceedings.date, part)) raise(context, word, 1);
  return {
    sentences,
    passage,
    context,
    speaker: wordsIn(entry.speaker, 0, entry.speaker.length, probe),
    around,
  };
}

/** How many passages before and after count as surroundings, and how much trust remains with each step away. */
const reach = 8;
const decay = 0.9;

/**
 * Where a speech answers a question, its subject was often named a few passages earlier. Trust in the question's
 * words by the passages around one, in the same section, and by the names of who speaks them. `seen` keeps what was read of each passage for this probe.
 */
export function findAround(
  entry: IndexEntry,
  entries: readonly IndexEntry[],
  probe: Probe,
  seen: Map<number, Float64Array>,
): Float64Array {
  const around = new Float64Array(probe.words.length);
  const takeFrom = (neighbour: IndexEntry | undefined, trust: number): void => {
    if (!neighbour || !inSameSection(neighbour, entry)) return;
    let words = seen.get(neighbour.number);
    if (!words) {
      words = wordsIn(neighbour.stems, 0, neighbour.stems.length, probe);
      const speaker = wordsIn(neighbour.speaker, 0, neighbour.speaker.length, probe);
      for (let word = 0; word < words.length; word += 1) raise(words, word, speaker[word] ?? 0);
      seen.set(neighbour.number, words);
    }
    for (let word = 0; word < words.length; word += 1) raise(around, word, (words[word] ?? 0) * trust);
  };
  for (let step = 1; step <= reach; step += 1) {
    takeFrom(entries[entry.number - step], decay ** step);
    takeFrom(entries[entry.number + step], decay ** step);
  }
  return around;
}

/** Whether two passages stand in the same section of the same file. */
export function inSameSection(left: IndexEntry, right: IndexEntry): boolean {
  return left.proceedings === right.proceedings && left.passage.section === right.passage.section;
}

/** Share of the question's idf that the given word lists cover together, 0 to 1. */
export function coverage(probe: Probe, ...lists: readonly Float64Array[]): number {
  let covered = 0;
  for (let word = 0; word < probe.words.length; word += 1) {
    let trust = 0;
    for (const list of lists) trust = Math.max(trust, list[word] ?? 0);
    covered += trust * (probe.words[word]?.idf ?? 0);
  }
  return covered / probe.total;
}

/** The question's words among the stems from `start` to before `end`. */
function wordsIn(stems: Uint32Array, start: number, end: number, probe: Probe): Float64Array {
  const found = new Float64Array(probe.words.length);
  for (let at = start; at < end; at += 1) {
    const id = stems[at] ?? 0;
    if (probe.used[id] !== 1) continue;
    for (const { word, weight } of probe.uses.get(id) ?? []) raise(found, word, weight);
  }
  for (const phrase of probe.phrases) {
    raise(found, phrase.word, phrase.weight * shareHeld(stems, start, end, phrase.ids));
  }
  return found;
}

/**
 * How much of a phrase stands within a span of words, in any order: 1 where all of its stems do, less where two thirds of
 * three or more do ("conseil départemental de jeunes" for a "conseil départemental des jeunes citoyens"), else 0.
 */
function shareHeld(stems: Uint32Array, start: number, end: number, ids: readonly number[]): number {
  const within = stems.subarray(start, end);
  const held = ids.reduce((count, id) => count + Number(within.includes(id)), 0);
  if (held === ids.length) return 1;
  return held >= 2 && held * 3 >= ids.length * 2 ? (held / ids.length) ** 2 : 0;
}

function raise(list: Float64Array, at: number, weight: number): void {
  if (weight > (list[at] ?? 0)) list[at] = weight;
}
