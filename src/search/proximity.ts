import { pairKey, type Probe } from './probe.ts';
import type { Said } from './sought.ts';

/** Longest common substring of question and run over stems, by dynamic programming: their lengths multiplied at most. */
export function longestCommonRun({ at, sought }: Said, { sequence }: Probe): number {
  // How long a run ends at each place of the question: with the stem before, and with this one.
  let runs = new Uint8Array(sequence.length + 1);
  let next = new Uint8Array(sequence.length + 1);
  let before = nowhere;
  let lastAt = -1;
  let longest = 0;
  for (let word = 0; word < at.length; word += 1) {
    const here = at[word] ?? 0;
    if (here !== lastAt + 1) {
      for (const place of before) runs[place + 1] = 0;
      before = nowhere;
    }
    lastAt = here;
    const places = sought[word]?.places ?? nowhere;
    for (const place of places) {
      const run = Math.min(255, (runs[place] ?? 0) + 1);
      next[place + 1] = run;
      if (run > longest) longest = run;
    }
    for (const place of before) runs[place + 1] = 0;
    [runs, next] = [next, runs];
    before = places;
  }
  return longest;
}

const nowhere: readonly number[] = [];

/** Share of the question's pairs of neighbouring words, small ones included, that are neighbours in the run, 0 to 1. */
export function commonPairs({ at, sought }: Said, { pairs, pairCount }: Probe): number {
  if (pairs.size === 0) return 0;
  const seen: number[] = [];
  for (let word = 1; word < at.length; word += 1) {
    const [left, right] = [sought[word - 1], sought[word]];
    if (left === undefined || right === undefined || (at[word] ?? 0) !== (at[word - 1] ?? 0) + 1) continue;
    if (left.places.length === 0 || right.places.length === 0) continue;
    const pair = pairKey(left.stem, right.stem);
    if (pairs.has(pair) && !seen.includes(pair)) seen.push(pair);
  }
  return seen.length / pairCount;
}

/**
 * How near each other different words of the question stand: over its pairs of words, the lesser idf and
 * trust by the distance of the nearest such neighbours, as a share of the question's idf (term proximity after Büttcher, Clarke and Lushman, 2006).
 */
export function nearness({ at, sought }: Said, { words, total }: Probe): number {
  // Pairs of words in the order of first sight, and the best of each.
  const pairs: number[] = [];
  const best: number[] = [];
  let last = -1;
  let lastAt = 0;
  let lastTrust = 0;
  for (let word = 0; word < at.length; word += 1) {
    const use = sought[word]?.uses[0];
    if (use === undefined) continue;
    const here = at[word] ?? 0;
    if (last >= 0 && last !== use.word) {
      const idf = Math.min(words[use.word]?.idf ?? 0, words[last]?.idf ?? 0);
      const worth = (idf * Math.min(use.weight, lastTrust)) / (here - lastAt);
      const pair = pairKey(Math.min(last, use.word), Math.max(last, use.word));
      const known = pairs.indexOf(pair);
      if (known < 0) {
        pairs.push(pair);
        best.push(worth);
      } else if (worth > (best[known] ?? 0)) best[known] = worth;
    }
    last = use.word;
    lastAt = here;
    lastTrust = use.weight;
  }
  let sum = 0;
  for (const worth of best) sum += worth;
  return sum / total;
}
