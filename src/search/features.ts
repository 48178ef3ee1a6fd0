import { coverage, type Evidence, leastTrust } from './evidence.ts';
import { type Features, FeatureTable } from './feature-table.ts';
import { gramScores } from './grams.ts';
import type { Probe } from './probe.ts';
import { commonPairs, longestCommonRun, nearness } from './proximity.ts';
import { headingOf, type IndexEntry, type RecordIndex, type Run } from './record-index.ts';
import type { Retrieved } from './retrieve.ts';
import { saidIn } from './sought.ts';
import { inverseFrequency } from './vocabulary.ts';

const briefWords = 20;
/** A title is told apart from those of long sections by how few passages stand under it. */
const fewPassages = 4;

/** Features of the passages retrieved for one question; `evidences` of each. */
export function featuresOf(
  retrieved: readonly Retrieved[],
  evidences: readonly Evidence[],
  probe: Probe,
  index: RecordIndex,
): FeatureTable {
  const best = retrieved.reduce((most, { bm25 }) => Math.max(most, bm25), Number.MIN_VALUE);
  const shares = evidences.map((evidence) => sharesOf(evidence, probe));
  const bestPassage = shares.reduce((most, { passage }) => Math.max(most, passage), Number.MIN_VALUE);
  const bestSentence = shares.reduce((most, one) => Math.max(most, one.sentenceContext), Number.MIN_VALUE);
  const grams = gramScores(
    evidences.map(({ said }) => said),
    probe,
  );
  const bestUnder = bestByHeading(retrieved);
  const headings = new Headings(probe, index);
  const table = new FeatureTable(retrieved.length);
  retrieved.forEach(({ entry, bm25 }, at) => {
    const [share, evidence] = [shares[at], evidences[at]];
    if (share === undefined || evidence === undefined) throw new RangeError('a candidate without evidence');
    const heading = headingOf(entry);
    const own = (index.underHeading[heading] ?? 0) <= fewPassages ? headings.own(heading) : noTitle;
    const found = wordsFound(evidence, probe);
    table.set(at, [
      share.passage,
      share.sentence,
      share.sentenceContext,
      share.sentenceAround,
      headings.said(heading),
      own.said,
      own.pairs,
      found.names,
      found.namesAround,
      found.missing,
      nearness(evidence.said, probe),
      Math.min(1, longestCommonRun(evidence.said, probe) / 10),
      commonPairs(evidence.said, probe),
      asksAt(entry, share.best),
      entry.passage.kind === 'text' && evidence.said.length < briefWords ? 1 : 0,
      bm25 / best,
      share.passage / bestPassage,
      share.sentenceContext / bestSentence,
      (bestUnder.get(heading) ?? 0) / best,
      grams[at] ?? 0,
    ]);
  });
  return table;
}

interface Shares extends Pick<Features, 'passage' | 'sentence' | 'sentenceContext' | 'sentenceAround'> {
  /** Number of the best sentence. */
  readonly best: number;
}

/** What a passage and its best sentences cover of the question. */
function sharesOf(evidence: Evidence, probe: Probe): Shares {
  const { trust, context, speaker, around, sentences, sentenceCount } = evidence;
  const { words, total } = probe;
  let [best, sentence, sentenceContext, sentenceAround] = [-1, 0, 0, 0];
  for (let number = 0; number < sentenceCount; number += 1) {
    const row = sentences + number * words.length;
    let [alone, within, near] = [0, 0, 0];
    for (let word = 0; word < words.length; word += 1) {
      const idf = words[word]?.idf ?? 0;
      const here = trust[row + word] ?? 0;
      const titled = Math.max(here, trust[context + word] ?? 0, trust[speaker + word] ?? 0);
      alone += here * idf;
      within += titled * idf;
      near += Math.max(titled, trust[around + word] ?? 0) * idf;
    }
    if (best < 0 || alone / total > sentence) [best, sentence] = [number, alone / total];
    sentenceContext = Math.max(sentenceContext, within / total);
    sentenceAround = Math.max(sentenceAround, near / total);
  }
  const passage = coverage(probe, trust, evidence.passage, context, speaker);
  return { passage, sentence, sentenceContext, sentenceAround, best };
}

/** Whether a sentence asks, 0 or 1. */
function asksAt({ words: { asks, ends }, number }: IndexEntry, sentence: number): number {
  return sentence < 0 ? 0 : (asks[(ends.starts[number] ?? 0) + sentence] ?? 0);
}

function bestByHeading(retrieved: readonly Retrieved[]): ReadonlyMap<number, number> {
  const best = new Map<number, number>();
  for (const { entry, bm25 } of retrieved) {
    const heading = headingOf(entry);
    best.set(heading, Math.max(best.get(heading) ?? 0, bm25));
  }
  return best;
}

/** What a question says of a title of few passages. */
type Own = Readonly<Record<'said' | 'pairs', number>>;
const noTitle: Own = { said: 0, pairs: 0 };

/** What a question says of headings; each is read once. */
class Headings {
  readonly #probe: Probe;
  readonly #index: RecordIndex;
  readonly #said = new Map<number, number>();
  readonly #own = new Map<number, Own>();

  constructor(probe: Probe, index: RecordIndex) {
    this.#probe = probe;
    this.#index = index;
  }

  /** Share of the heading's idf that the question says: a question that says all of it asks for what stands below. */
  said(heading: number): number {
    const known = this.#said.get(heading) ?? this.#shareSaid(this.#run(heading));
    this.#said.set(heading, known);
    return known;
  }

  /** The same of the innermost title, and the share of the question's pairs of neighbouring words that are neighbours in it. */
  own(heading: number): Own {
    const known = this.#own.get(heading);
    if (known) return known;
    const { from, to } = this.#run(heading);
    const run = { from: from + (this.#index.words.ownTitleFrom[heading] ?? 0), to };
    const own = {
      said: this.#shareSaid(run),
      pairs: commonPairs(saidIn(this.#index.words.titles.values, run, this.#probe.sought), this.#probe),
    };
    this.#own.set(heading, own);
    return own;
  }

  #run(heading: number): Run {
    const { starts } = this.#index.words.titles;
    return { from: starts[heading] ?? 0, to: starts[heading + 1] ?? 0 };
  }

  #shareSaid({ from, to }: Run): number {
    const { words, vocabulary, entries } = this.#index;
    let all = 0;
    let said = 0;
    for (const id of new Set(words.titles.values.subarray(from, to))) {
      const weight = inverseFrequency(vocabulary.passagesWith(id), entries.length);
      const sought = this.#probe.sought.at(id);
      const asked = (sought?.places.length ?? 0) > 0 ? 1 : 0;
      all += weight;
      said += weight * (sought?.uses ?? []).reduce((most, use) => Math.max(most, use.weight), asked);
    }
    return all > 0 ? said / all : 0;
  }
}

function wordsFound(
  { trust, passage, context, speaker, around }: Evidence,
  probe: Probe,
): Pick<Features, 'names' | 'namesAround' | 'missing'> {
  let [named, near, missing] = [0, 0, 0];
  probe.words.forEach(({ word, idf }, at) => {
    const found = Math.max(trust[passage + at] ?? 0, trust[context + at] ?? 0, trust[speaker + at] ?? 0);
    if (word.name) {
      named += idf * found;
      near += idf * Math.max(found, trust[around + at] ?? 0);
    }
    if (found < leastTrust) missing += 1;
  });
  const { total, words } = probe;
  return { names: named / total, namesAround: near / total, missing: missing / Math.max(1, words.length) };
}
