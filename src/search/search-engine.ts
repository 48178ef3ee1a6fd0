import type { Question } from '../language/question.ts';
import type { Corpus } from '../proceedings/proceedings.ts';
import { createProbe, type Evidence, findAround, findEvidence, type Probe } from './evidence.ts';
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
      const probe = createProbe(words);
      const retrieved = retrieve(words, index, depth, accept);
      const best = retrieved[0]?.bm25 ?? 0;
      const seen = new Map<number, Float64Array>();
      const hits = retrieved.map((candidate, rank) => {
        const around = findAround(candidate.entry, index.entries, probe, seen);
        const evidence = findEvidence(candidate.entry, probe, around);
        const features = featuresOf(candidate, evidence, probe, rank, best);
        return { entry: candidate.entry, score: scoreOf(features), features, evidence };
      });
      return { hits: hits.toSorted((a, b) => b.score - a.score || a.entry.number - b.entry.number), probe };
    },
  };
}

function scoreOf(features: Features): number {
  let score = 0;
  for (const name of Object.keys(weights) as (keyof Features)[]) score += weights[name] * features[name];
  return score;
}
