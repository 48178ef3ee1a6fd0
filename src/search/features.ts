import { coverage, type Evidence, leastTrust } from './evidence.ts';
import { gramScores } from './grams.ts';
import type { Probe } from './probe.ts';
import { commonPairs, longestCommonRun, nearness } from './proximity.ts';
import type { IndexEntry, RecordIndex } from './record-index.ts';
import type { Retrieved } from './retrieve.ts';
import { inverseFrequency } from './vocabulary.ts';

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
  /** Share of the titles' idf that the question says. */
  readonly titlesSaid: number;
  /** The same where no other passage stands under these titles, else 0. */
  readonly ownTitleSaid: number;
  /** Share of the question's pairs of neighbouring words that are neighbours in such a title of its own. */
  readonly ownTitlePairs: number;
  /** Share found in passage, titles or speaker that is names and figures. */
  readonly names: number;
  /** Share of the question's words, each counting the same, that are found in none of these. */
  readonly missing: number;
  /** How near each other the question's words stand; hardly above 1. */
  readonly near: number;
  /** First-stage score of the best passage under the same titles, relative to the best of the question. */
  readonly heading: number;
  /** BM25 over character 4-grams, relative to the best of the question. */
  readonly grams: number;
  /** Longest run of words, small ones included, that question and passage have in common: tens of words, at most 1. */
  readonly commonRun: number;
  /** Share of the question's pairs of neighbouring words, small ones included, that are neighbours in the passage. */
  readonly pairs: number;
  /** The best sentence asks. 0 or 1. */
  readonly asks: number;
  /** Prose of fewer than twenty words: interjections, "La parole est à…". 0 or 1. */
  readonly brief: number;
}

const briefWords = 20;

/** Features of the passages retrieved for one question. */
export function featuresOf(
  candidates: readonly { readonly retrieved: Retrieved; readonly evidence: Evidence }[],
  probe: Probe,
  index: RecordIndex,
): Features[] {
  const best = Math.max(Number.MIN_VALUE, ...candidates.map(({ retrieved }) => retrieved.bm25));
  const absolute = candidates.map(({ retrieved, evidence }) => absoluteFeatures(retrieved, evidence, probe, index));
  const bestPassage = Math.max(Number.MIN_VALUE, ...absolute.map((features) => features.passage));
  const bestSentence = Math.max(Number.MIN_VALUE, ...absolute.map((features) => features.sentenceContext));
  const grams = gramScores(
    candidates.map(({ retrieved }) => retrieved.entry),
    probe.grams,
  );
  const headings = bestByHeading(candidates.map(({ retrieved }) => retrieved));
  return candidates.map(({ retrieved: { entry, bm25 } }, at) => {
    const features = absolute[at];
    if (features === undefined) throw new RangeError('a candidate without features');
    return {
      ...features,
      bm25: bm25 / best,
      relativePassage: features.passage / bestPassage,
      relativeSentence: features.sentenceContext / bestSentence,
      heading: (headings.get(entry.heading) ?? 0) / best,
      grams: grams[at] ?? 0,
    };
  });
}

type Relative = 'bm25' | 'relativePassage' | 'relativeSentence' | 'heading' | 'grams';

function absoluteFeatures(
  { entry }: Retrieved,
  evidence: Evidence,
  probe: Probe,
  index: RecordIndex,
): Omit<Features, Relative> {
  const { context, speaker, around } = evidence;
  const inSentence = evidence.sentences.map((found) => coverage(probe, found));
  const sentence = Math.max(0, ...inSentence);
  const said = titlesSaid(entry, probe, (id) =>
    inverseFrequency(index.vocabulary.passagesWith(id), index.entries.length),
  );
  const alone = index.underHeading[entry.heading] === 1;
  return {
    passage: coverage(probe, evidence.passage, context, speaker),
    sentence,
    sentenceContext: Math.max(0, ...evidence.sentences.map((found) => coverage(probe, found, context, speaker))),
    sentenceAround: Math.max(0, ...evidence.sentences.map((found) => coverage(probe, found, context, speaker, around))),
    titlesSaid: said,
    ownTitleSaid: alone ? said : 0,
    ownTitlePairs: alone ? commonPairs(entry.context, probe) : 0,
    ...wordsFound(evidence, probe),
    near: nearness(entry.stems, probe),
    commonRun: Math.min(1, longestCommonRun(entry.stems, probe) / 10),
    pairs: commonPairs(entry.stems, probe),
    asks: entry.asks[inSentence.indexOf(sentence)] ?? 0,
    brief: entry.passage.kind === 'text' && entry.stems.length < briefWords ? 1 : 0,
  };
}

function bestByHeading(retrieved: readonly Retrieved[]): ReadonlyMap<number, number> {
  const best = new Map<number, number>();
  for (const { entry, bm25 } of retrieved) best.set(entry.heading, Math.max(best.get(entry.heading) ?? 0, bm25));
  return best;
}

/** Share of the titles' idf that the question says: a question that says all of them asks for what stands below. */
function titlesSaid({ context }: IndexEntry, probe: Probe, idf: (stem: number) => number): number {
  let all = 0;
  let said = 0;
  for (const id of new Set(context)) {
    const weight = idf(id);
    all += weight;
    said +=
      weight * Math.max(probe.sequence.includes(id) ? 1 : 0, ...(probe.uses.get(id) ?? []).map((use) => use.weight));
  }
  return all > 0 ? said / all : 0;
}

function wordsFound({ passage, context, speaker }: Evidence, probe: Probe): Pick<Features, 'names' | 'missing'> {
  let names = 0;
  let missing = 0;
  probe.words.forEach(({ word, idf }, at) => {
    const trust = Math.max(passage[at] ?? 0, context[at] ?? 0, speaker[at] ?? 0);
    if (word.name) names += idf * trust;
    if (trust < leastTrust) missing += 1;
  });
  return { names: names / probe.total, missing: missing / Math.max(1, probe.words.length) };
}
