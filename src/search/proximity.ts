import { pairKey, type Probe } from './probe.ts';

/** Longest common substring of question and passage over stems, by dynamic programming: their lengths multiplied. */
export function longestCommonRun(stems: Uint32Array, { sequence }: Probe): number {
  const runs = new Uint8Array(sequence.length + 1);
  let longest = 0;
  for (const stem of stems) {
    for (let at = sequence.length; at > 0; at -= 1) {
      const run = sequence[at - 1] === stem ? Math.min(255, (runs[at - 1] ?? 0) + 1) : 0;
      runs[at] = run;
      if (run > longest) longest = run;
    }
  }
  return longest;
}

/** Share of the question's pairs of neighbouring words, small ones included, that are neighbours among the stems, 0 to 1. */
export function commonPairs(stems: Uint32Array, probe: Probe): number {
  if (probe.pairs.size === 0) return 0;
  const seen = new Set<number>();
  for (let at = 1; at < stems.length; at += 1) {
    const pair = pairKey(stems[at - 1] ?? 0, stems[at] ?? 0);
    if (probe.pairs.has(pair)) seen.add(pair);
  }
  return seen.size / probe.pairCount;
}

/**
 * How near each other different words of the question stand: over its pairs of words, the lesser idf and
 * trust by the distance of the nearest such neighbours, as a share of the question's idf (term proximity after Büttcher, Clarke and Lushman, 2006).
 */
export function nearness(stems: Uint32Array, probe: Probe): number {
  const best = new Map<number, number>();
  let last = -1;
  let lastAt = 0;
  let lastTrust = 0;
  for (let at = 0; at < stems.length; at += 1) {
    const use = probe.uses.get(stems[at] ?? -1)?.[0];
    if (use === undefined) continue;
    if (last >= 0 && last !== use.word) {
      const idf = Math.min(probe.words[use.word]?.idf ?? 0, probe.words[last]?.idf ?? 0);
      const key = pairKey(Math.min(last, use.word), Math.max(last, use.word));
      best.set(key, Math.max(best.get(key) ?? 0, (idf * Math.min(use.weight, lastTrust)) / (at - lastAt)));
    }
    last = use.word;
    lastAt = at;
    lastTrust = use.weight;
  }
  let sum = 0;
  for (const worth of best.values()) sum += worth;
  return sum / probe.total;
}
