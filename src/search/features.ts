import { coverage, type Evidence } from './evidence.ts';
import { pairKey, type Probe } from './probe.ts';
import type { IndexEntry } from './record-index.ts';
import type { Retrieved } from './retrieve.ts';

/** What the ranking knows of a passage; each 0 to 1 unless said otherwise. Shares are of the question's idf. */
export interface Features {
  /** First-stage score relative to the best of the question. */
  readonly bm25: number;
  /** Share found in passage, titles or speaker. */
  readonly passage: number;
  /** The same, relative to the best of the question. */
  readonly relativePassage: number;
  /** Share found in the best sentence. */
  readonly sentence: number;
  /** Share found in the best sentence, its titles and speaker. */
  readonly sentenceContext: number;
  /** The same, relative to the best of the question. */
  readonly relativeSentence: number;
  /** Share found in the best sentence, its titles, speaker and surroundings. */
  readonly sentenceAround: number;
  /** Share that passage and titles have only in kin: words with the same beginning. */
  readonly kin: number;
  /** Share found in the titles. */
  readonly titles: number;
  /** Longest run of words, small ones included, that question and passage have in common: tens of words, at most 1. */
  readonly commonRun: number;
  /** Share of the question's pairs of neighbouring words, small ones included, that are neighbours in the passage. */
  readonly pairs: number;
  /** The best sentence asks. 0 or 1. */
  readonly asks: number;
  /** ln(words)/6, about 0.2 to 1.2. */
  readonly length: number;
  /** Fewer than twenty words: interjections, "La parole est à…". 0 or 1. */
  readonly brief: number;
}

const briefWords = 20;

/** Features of the passages retrieved for one question. */
export function featuresOf(
  candidates: readonly { readonly retrieved: Retrieved; readonly evidence: Evidence }[],
  probe: Probe,
): Features[] {
  const best = Math.max(Number.MIN_VALUE, ...candidates.map(({ retrieved }) => retrieved.bm25));
  const absolute = candidates.map(({ retrieved, evidence }) => absoluteFeatures(retrieved, evidence, probe, best));
  const bestPassage = Math.max(Number.MIN_VALUE, ...absolute.map((features) => features.passage));
  const bestSentence = Math.max(Number.MIN_VALUE, ...absolute.map((features) => features.sentenceContext));
  return absolute.map((features) => ({
    ...features,
    relativePassage: features.passage / bestPassage,
    relativeSentence: features.sentenceContext / bestSentence,
  }));
}

function absoluteFeatures({ entry, bm25 }: Retrieved, evidence: Evidence, probe: Probe, best: number): Features {
  const { context, speaker, around } = evidence;
  const inSentence = evidence.sentences.map((found) => coverage(probe, found));
  const sentence = Math.max(0, ...inSentence);
  return {
    bm25: bm25 / best,
    passage: coverage(probe, evidence.passage, context, speaker),
    relativePassage: 0,
    sentence,
    sentenceContext: Math.max(0, ...evidence.sentences.map((found) => coverage(probe, found, context, speaker))),
    relativeSentence: 0,
    sentenceAround: Math.max(0, ...evidence.sentences.map((found) => coverage(probe, found, context, speaker, around))),
    kin: kinShare(entry, evidence, probe),
    titles: coverage(probe, context),
    commonRun: Math.min(1, longestCommonRun(entry, probe) / 10),
    pairs: commonPairs(entry, probe),
    asks: entry.asks[inSentence.indexOf(sentence)] ?? 0,
    length: Math.log(1 + entry.stems.length) / 6,
    brief: entry.stems.length < briefWords ? 1 : 0,
  };
}

/** Longest common substring over stems, by dynamic programming: passage length times question length. */
function longestCommonRun(entry: IndexEntry, probe: Probe): number {
  const { sequence } = probe;
  const runs = new Uint8Array(sequence.length + 1);
  let longest = 0;
  for (const stem of entry.stems) {
    for (let at = sequence.length; at > 0; at -= 1) {
      const run = sequence[at - 1] === stem ? Math.min(255, (runs[at - 1] ?? 0) + 1) : 0;
      runs[at] = run;
      if (run > longest) longest = run;
    }
  }
  return longest;
}

function commonPairs(entry: IndexEntry, probe: Probe): number {
  if (probe.pairs.size === 0) return 0;
  const seen = new Set<number>();
  for (let at = 1; at < entry.stems.length; at += 1) {
    const pair = pairKey(entry.stems[at - 1] ?? 0, entry.stems[at] ?? 0);
    if (probe.pairs.has(pair)) seen.add(pair);
  }
  return seen.size / probe.pairCount;
}

function kinShare(entry: IndexEntry, evidence: Evidence, probe: Probe): number {
  if (probe.kin.size === 0) return 0;
  const found = new Set<number>();
  for (const id of entry.stems) {
    const kin = probe.kin.get(id);
    if (kin) for (const word of kin) found.add(word);
  }
  let share = 0;
  for (const word of found) {
    const itself = Math.max(evidence.passage[word] ?? 0, evidence.context[word] ?? 0);
    if (itself < 0.3) share += probe.words[word]?.idf ?? 0;
  }
  return share / probe.total;
}
