import { pairKey, type Probe } from './probe.ts';
import type { Run } from './record-index.ts';

/** Longest common substring of question and run over stems, by dynamic programming: their lengths multiplied at most. */
export function longestCommonRun(stems: Uint32Array, { from, to }: Run, { sequence, sought }: Probe): number {
  // How long a run ends at each place of the question: with the stem before, and with this one.
  let runs = new Uint8Array(sequence.length + 1);
  let next = new Uint8Array(sequence.length + 1);
  let before = nowhere;
  let longest = 0;
  for (let word = from; word < to; word += 1) {
    const places = sought.at(stems[word] ?? 0)?.places ?? nowhere;
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
export function commonPairs(stems: Uint32Array, { from, to }: Run, { pairs, pairCount, sought }: Probe): number {
  if (pairs.size === 0) return 0;
  const seen: number[] = [];
  let before = -1;
  for (let at = from; at < to; at += 1) {
    const stem = stems[at] ?? 0;
    const asked = (sought.at(stem)?.places.length ?? 0) > 0;
    if (asked && before >= 0) {
      const pair = pairKey(before, stem);
      if (pairs.has(pair) && !seen.includes(pair)) seen.push(pair);
    }
    before = asked ? stem : -1;
  }
  return seen.length / pairCount;
}

/**
 * How near each other different words of the question stand: over its pairs of words, the lesser idf and
 * trust by the distance of the nearest such neighbours, as a share of the question's idf (term proximity after Büttcher, Clarke and Lushman, 2006).
 */
export function nearness(stems: Uint32Array, { from, to }: Run, { words, total, sought }: Probe): number {
  // Pairs of words in the order of first sight, and the best of each.
  const pairs: number[] = [];
  const best: number[] = [];
  let last = -1;
  let lastAt = 0;
  let lastTrust = 0;
  for (let at = from; at < to; at += 1) {
    const use = sought.at(stems[at] ?? 0)?.uses[0];
    if (use === undefined) continue;
    if (last >= 0 && last !== use.word) {
      const idf = Math.min(words[use.word]?.idf ?? 0, words[last]?.idf ?? 0);
      const worth = (idf * Math.min(use.weight, lastTrust)) / (at - lastAt);
      const pair = pairKey(Math.min(last, use.word), Math.max(last, use.word));
      const known = pairs.indexOf(pair);
      if (known < 0) {
        pairs.push(pair);
        best.push(worth);
      } else if (worth > (best[known] ?? 0)) best[known] = worth;
    }
    last = use.word;
    lastAt = at;
    lastTrust = use.weight;
  }
  let sum = 0;
  for (const worth of best) sum += worth;
  return sum / total;
}
