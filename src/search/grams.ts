import { type Lists, ListsBuilder } from './lists.ts';
import type { Probe } from './probe.ts';
import type { ResolvedWord } from './resolve.ts';
import type { Said } from './sought.ts';
import { inverseFrequency, type Vocabulary } from './vocabulary.ts';

/** The character 4-grams of a question's words. */
export interface QuestionGrams {
  /** By number, the idf of the word that a 4-gram comes from; the greatest of several. */
  readonly weights: readonly number[];
  /** Numbers of those that a stem of the record has, ascending: forms that share no stem ("élu", "élection") share these. */
  readonly of: (stem: number) => readonly number[];
}

const gramLength = 4;
const edge = '_';

/** The character 4-grams of a stem, its edges marked; a short stem is one by itself. */
function gramsOf(stem: string): string[] {
  const marked = `${edge}${stem}${edge}`;
  if (marked.length <= gramLength) return [marked];
  return Array.from({ length: marked.length - gramLength + 1 }, (_, at) => marked.slice(at, at + gramLength));
}

/** The 4-grams of all stems of a record. */
interface KnownGrams {
  /** The number of each. */
  readonly ids: ReadonlyMap<string, number>;
  /** One list a stem: the numbers of its different 4-grams. */
  readonly ofStem: Lists;
}

const known = new WeakMap<Vocabulary, KnownGrams>();

/** Made when first asked for. */
function knownGrams(vocabulary: Vocabulary): KnownGrams {
  const made = known.get(vocabulary);
  if (made) return made;
  const ids = new Map<string, number>();
  const ofStem = new ListsBuilder();
  for (let stem = 0; stem < vocabulary.stemCount; stem += 1) {
    for (const gram of new Set(gramsOf(vocabulary.stem(stem)))) {
      const id = ids.get(gram) ?? ids.size;
      ids.set(gram, id);
      ofStem.push(id);
    }
    ofStem.close();
  }
  const grams = { ids, ofStem: ofStem.finish() };
  known.set(vocabulary, grams);
  return grams;
}

/** The 4-grams of the question's words, and which stems of the record have them. */
export function questionGrams(words: readonly ResolvedWord[], vocabulary: Vocabulary): QuestionGrams {
  const { ids, ofStem } = knownGrams(vocabulary);
  const weights = new Map<string, number>();
  for (const { word, idf } of words)
    for (const gram of gramsOf(word.alternatives[0]?.stems[0] ?? ''))
      weights.set(gram, Math.max(weights.get(gram) ?? 0, idf));
  // By the number among the record's, 1 more than the number among the question's.
  const numbers = new Uint16Array(ids.size);
  [...weights.keys()].forEach((gram, number) => {
    const id = ids.get(gram);
    if (id !== undefined) numbers[id] = number + 1;
  });
  const { values, starts } = ofStem;
  const of = (stem: number): readonly number[] => {
    let found: number[] | null = null;
    const end = starts[stem + 1] ?? 0;
    for (let at = starts[stem] ?? 0; at < end; at += 1) {
      const number = (numbers[values[at] ?? 0] ?? 0) - 1;
      if (number >= 0) (found ??= []).push(number);
    }
    return found === null ? none : found.toSorted((left, right) => left - right);
  };
  return { weights: [...weights.values()], of };
}

const none: readonly number[] = [];

const k1 = 1.2;
const b = 0.7;

/** BM25 of runs of words over the question's 4-grams, relative to the best, 0 to 1; document frequencies are those among the runs given. */
export function gramScores(runs: readonly Said[], { gramWeights }: Probe): number[] {
  const times = gramWeights.map(() => 0);
  const holding = gramWeights.map(() => 0);
  // The 4-grams of one run after the other, in the order of first sight, and how often each stands there.
  const numbers: number[] = [];
  const counts: number[] = [];
  const ends = runs.map(({ sought }) => {
    const before = numbers.length;
    for (const { grams } of sought) {
      for (const number of grams) {
        const earlier = times[number] ?? 0;
        if (earlier === 0) numbers.push(number);
        times[number] = earlier + 1;
      }
    }
    for (let place = before; place < numbers.length; place += 1) {
      const number = numbers[place] ?? 0;
      counts.push(times[number] ?? 0);
      times[number] = 0;
      holding[number] = (holding[number] ?? 0) + 1;
    }
    return numbers.length;
  });
  const rarities = holding.map((some) => inverseFrequency(some, runs.length));
  const mean = runs.reduce((sum, { length }) => sum + length, 0) / Math.max(1, runs.length);
  const scores = runs.map(({ length: words }, run) => {
    const length = 1 - b + (b * words) / Math.max(1, mean);
    let score = 0;
    for (let place = ends[run - 1] ?? 0; place < (ends[run] ?? 0); place += 1) {
      const number = numbers[place] ?? 0;
      const count = counts[place] ?? 0;
      score += ((gramWeights[number] ?? 0) * (rarities[number] ?? 0) * count * (k1 + 1)) / (count + k1 * length);
    }
    return score;
  });
  const best = Math.max(Number.MIN_VALUE, ...scores);
  return scores.map((score) => score / best);
}
