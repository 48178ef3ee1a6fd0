import { coverage, type Evidence, type Probe } from './evidence.ts';
import type { Retrieved } from './retrieve.ts';

/** What the ranking knows of a passage; each 0 to 1 unless said otherwise. */
export interface Features {
  /** First-stage score relative to the best of the question. */
  readonly bm25: number;
  /** 1/rank in the first stage. */
  readonly reciprocalRank: number;
  /** idf share of the question found in passage or titles. */
  readonly passage: number;
  /** idf share found in the best sentence. */
  readonly sentence: number;
  /** idf share found in the best sentence, its titles and speaker. */
  readonly sentenceContext: number;
  /** idf share found in the best sentence, its titles, speaker and surroundings. */
  readonly sentenceAround: number;
  /** idf share of the longest run of question words that follow one another in both. */
  readonly phrase: number;
  /** idf share of neighbouring question words that stand within four words of each other, in order. */
  readonly order: number;
  /** Best idf share within any twelve words. */
  readonly window: number;
  /** The rarest known word of the question is there. */
  readonly rarest: number;
  /** idf share found in the titles. */
  readonly titles: number;
  /** ln(words)/6, about 0.2 to 1.2. */
  readonly length: number;
  /** Fewer than twenty words: interjections, "La parole est à…". 0 or 1. */
  readonly brief: number;
}

const windowWords = 12;
const nearWords = 4;
const briefWords = 20;

/** Features of one retrieved passage; `rank` counts from 0, `best` is the first-stage score of rank 0. */
export function featuresOf(
  retrieved: Retrieved,
  evidence: Evidence,
  probe: Probe,
  rank: number,
  best: number,
): Features {
  const { context, speaker, around } = evidence;
  return {
    bm25: best > 0 ? retrieved.bm25 / best : 0,
    reciprocalRank: 1 / (rank + 1),
    passage: coverage(probe, evidence.passage, context, speaker),
    sentence: Math.max(0, ...evidence.sentences.map((found) => coverage(probe, found))),
    sentenceContext: Math.max(0, ...evidence.sentences.map((found) => coverage(probe, found, context, speaker))),
    sentenceAround: Math.max(0, ...evidence.sentences.map((found) => coverage(probe, found, context, speaker, around))),
    phrase: longestRun(evidence, probe),
    order: orderedPairs(evidence, probe),
    window: bestWindow(evidence, probe),
    rarest: rarestFound(evidence, probe),
    titles: coverage(probe, context),
    length: Math.log(1 + retrieved.entry.stems.length) / 6,
    brief: retrieved.entry.stems.length < briefWords ? 1 : 0,
  };
}

function longestRun(evidence: Evidence, probe: Probe): number {
  let best = 0;
  let run = 0;
  let previous: { at: number; word: number } | null = null;
  for (const hit of evidence.hits) {
    const idf = (probe.words[hit.word]?.idf ?? 0) * hit.weight;
    const follows = previous !== null && hit.word === previous.word + 1 && hit.at - previous.at <= 3;
    if (previous !== null && hit.word === previous.word && hit.at === previous.at) continue;
    run = follows ? run + idf : idf;
    best = Math.max(best, run);
    previous = hit;
  }
  return best / probe.total;
}

function orderedPairs(evidence: Evidence, probe: Probe): number {
  const near = new Float64Array(probe.words.length);
  for (let left = 0; left < evidence.hits.length; left += 1) {
    const first = evidence.hits[left];
    for (let right = left + 1; first && right < evidence.hits.length; right += 1) {
      const second = evidence.hits[right];
      if (!second || second.at - first.at > nearWords) break;
      if (second.word === first.word + 1)
        near[first.word] = Math.max(near[first.word] ?? 0, Math.min(first.weight, second.weight));
    }
  }
  let covered = 0;
  let total = 0;
  for (let word = 0; word + 1 < probe.words.length; word += 1) {
    const idf = (probe.words[word]?.idf ?? 0) + (probe.words[word + 1]?.idf ?? 0);
    covered += idf * (near[word] ?? 0);
    total += idf;
  }
  return total > 0 ? covered / total : 0;
}

function bestWindow(evidence: Evidence, probe: Probe): number {
  const { hits } = evidence;
  const held = new Float64Array(probe.words.length);
  let best = 0;
  for (let from = 0; from < hits.length; from += 1) {
    held.fill(0);
    const start = hits[from]?.at ?? 0;
    for (let to = from; to < hits.length; to += 1) {
      const hit = hits[to];
      if (!hit || hit.at - start >= windowWords) break;
      held[hit.word] = Math.max(held[hit.word] ?? 0, hit.weight);
    }
    best = Math.max(best, coverage(probe, held));
  }
  return best;
}

function rarestFound(evidence: Evidence, probe: Probe): number {
  let rarest = -1;
  probe.words.forEach((word, at) => {
    if (word.known && word.idf > (probe.words[rarest]?.idf ?? -1)) rarest = at;
  });
  return rarest < 0 ? 0 : Math.max(evidence.passage[rarest] ?? 0, evidence.context[rarest] ?? 0);
}
