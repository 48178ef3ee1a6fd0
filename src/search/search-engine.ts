import type { Question } from '../language/question.ts';
import type { Corpus } from '../proceedings/proceedings.ts';
import { type Evidence, findAround, findEvidence } from './evidence.ts';
import { createProbe, type Probe } from './probe.ts';
import { type Features, featuresOf } from './features.ts';
import weightsFile from './ranking-weights.json' with { type: 'json' };
import { createRecordIndex, type IndexEntry, type RecordIndex } from './record-index.ts';
import { resolveWords } from './resolve.ts';
import { retrieve } from './retrieve.ts';

/** A passage found, with why it stands where it stands. */
export interface Hit {
  readonly entry: IndexEntry;
  /** Weighted sum of `features`; comparable within one question. */
  readonly score: number;
  readonly features: Features;
  readonly evidence: Evidence;
}

/** What a search returns: hits best first, and the question's words as the record knows them. */
export interface Found {
  readonly hits: readonly Hit[];
  readonly probe: Probe;
}

/** Finds passages for questions over one corpus. */
export interface SearchEngine {
  readonly index: RecordIndex;
  /** The best passages among those that `accept` lets through (default: all), at most `depth` (default 50). */
  search(question: Question, options?: { accept?: (entry: IndexEntry) => boolean; depth?: number }): Found;
}

const weights: Readonly<Record<keyof Features, number>> = weightsFile.weights;
const defaultDepth = 50;

/** Indexes a corpus with MiniSearch and ranks what it finds with a linear model over `Features`. */
export function createSearchEngine(corpus: Corpus): SearchEngine {
  const index = createRecordIndex(corpus);
  return {
    index,
    search(question, { accept = () => true, depth = defaultDepth } = {}) {
      const words = resolveWords(question, index);
      const probe = createProbe(words, question.text, index.vocabulary);
      const seen = new Map<number, Float64Array>();
      const candidates = retrieve(words, index, depth, accept).map((retrieved) => ({
        retrieved,
        evidence: findEvidence(retrieved.entry, probe, findAround(retrieved.entry, index.entries, probe, seen)),
      }));
      const features = featuresOf(candidates, probe);
      const hits = candidates.map(({ retrieved, evidence }, number) =>
        toHit(retrieved.entry, evidence, features[number]),
      );
      return { hits: hits.toSorted((a, b) => b.score - a.score || a.entry.number - b.entry.number), probe };
    },
  };
}

function toHit(entry: IndexEntry, evidence: Evidence, features: Features | undefined): Hit {
  if (features === undefined) throw new RangeError('a candidate without features');
  return { entry, score: scoreOf(features), features, evidence };
}

function scoreOf(features: Features): number {
  let score = 0;
  for (const name of Object.keys(weights) as (keyof Features)[]) score += weights[name] * features[name];
  return score;
}
