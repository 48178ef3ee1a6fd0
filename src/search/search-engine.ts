import type { Question } from '../language/question.ts';
import type { Corpus } from '../proceedings/proceedings.ts';
import { type Evidence, findEvidence } from './evidence.ts';
import type { CutWords } from './passage-words.ts';
import { createProbe, type Probe } from './probe.ts';
import { type Features, type FeatureTable, inOrder } from './feature-table.ts';
import { featuresOf } from './features.ts';
import weightsFile from './ranking-weights.json' with { type: 'json' };
import { createRecordIndex, type IndexEntry, type RecordIndex } from './record-index.ts';
import { type ResolvedWord, resolveWords } from './resolve.ts';
import { type Retrieved, retrieve } from './retrieve.ts';

/** A passage found, with why it stands where it stands. */
export interface Hit {
  readonly entry: IndexEntry;
  /** Weighted sum of `features`; comparable within one question. */
  readonly score: number;
  readonly features: Features;
  /** `features.asks` by itself. */
  readonly asks: number;
  readonly evidence: Evidence;
}

/** What a search returns: hits best first, and the question's words as the record knows them. */
export interface Found {
  readonly hits: readonly Hit[];
  readonly probe: Probe;
}

/** Which passages to look at, and how many hits to return at most (default 30). */
export interface SearchScope {
  /** Default: every passage. */
  readonly accept?: (entry: IndexEntry) => boolean;
  readonly depth?: number;
}

/** Finds passages for questions over one corpus. */
export interface SearchEngine {
  readonly index: RecordIndex;
  /** The passages that speak most of the question's words. */
  search(question: Question, scope?: SearchScope): Found;
  /** For a question without words of its own ("que dit Perny ?"): passages of prose, the newest file first. */
  browse(question: Question, scope?: SearchScope): Found;
}

const weights = inOrder(weightsFile.weights);
const defaultDepth = 30;

/**
 * Indexes a corpus with MiniSearch and ranks what it finds with a linear model over `Features`. `cut`: the words of the
 * corpus, where they are cut already.
 */
export function createSearchEngine(corpus: Corpus, cut?: CutWords): SearchEngine {
  const index = createRecordIndex(corpus, cut);
  const rank = (question: Question, words: readonly ResolvedWord[], retrieved: readonly Retrieved[]): Found => {
    const probe = createProbe(words, question.asked, index.vocabulary);
    const evidences = findEvidence(
      retrieved.map(({ entry }) => entry),
      index.entries,
      probe,
    );
    const features = featuresOf(retrieved, evidences, probe, index);
    return { hits: retrieved.map(({ entry }, at) => new RankedHit(entry, evidences[at], features, at)), probe };
  };
  return {
    index,
    search(question, { accept = everything, depth = defaultDepth } = {}) {
      const words = resolveWords(question, index);
      const { hits, probe } = rank(question, words, retrieve(question, words, index, depth, accept));
      return { hits: hits.toSorted((a, b) => b.score - a.score || a.entry.number - b.entry.number), probe };
    },
    browse(question, { accept = everything, depth = defaultDepth } = {}) {
      const newest: Retrieved[] = [];
      for (const number of newestFirst(index)) {
        const entry = index.entries[number];
        if (entry?.passage.kind === 'text' && accept(entry)) newest.push({ entry, bm25: 0 });
        if (newest.length === depth) break;
      }
      return rank(question, [], newest);
    },
  };
}

const everything = (): boolean => true;

const orders = new WeakMap<RecordIndex, Uint32Array>();

/** The numbers of all passages, those of the newest file first. */
function newestFirst(index: RecordIndex): Uint32Array {
  const { entries } = index;
  const dateOf = (number: number): string => entries[number]?.proceedings.date ?? '';
  const order =
    orders.get(index) ??
    Uint32Array.from(entries.keys()).toSorted((a, b) => {
      const [left, right] = [dateOf(a), dateOf(b)];
      return left === right ? a - b : left > right ? -1 : 1;
    });
  orders.set(index, order);
  return order;
}

class RankedHit implements Hit {
  readonly entry: IndexEntry;
  readonly score: number;
  readonly evidence: Evidence;
  readonly #table: FeatureTable;
  readonly #row: number;

  constructor(entry: IndexEntry, evidence: Evidence | undefined, table: FeatureTable, row: number) {
    if (evidence === undefined) throw new RangeError('a candidate without evidence');
    this.entry = entry;
    this.score = table.weighted(row, weights);
    this.evidence = evidence;
    this.#table = table;
    this.#row = row;
  }

  get asks(): number {
    return this.#table.asks(this.#row);
  }

  get features(): Features {
    return this.#table.at(this.#row);
  }
}
