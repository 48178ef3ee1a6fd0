import weightsFile from '../src/answer/order-weights.json' with { type: 'json' };
import { rivalDepth } from '../src/answer/confidence.ts';
import { orderFeatures } from '../src/answer/order.ts';
import { readClosely } from '../src/answer/reading.ts';
import { analyseQuestion } from '../src/language/question.ts';
import { createSearchEngine, type Hit, type SearchEngine } from '../src/search/search-engine.ts';
import type { Fitted, Material } from './fitted.ts';
import { fitListwise, type List } from './listwise-softmax.ts';
import { figures, rankOf } from './ranks.ts';
import { isRightPassage, recordsWeight, teachesRanking } from './records.ts';
import { type ByHand, named, reasonsOf, startOf, unnamed } from './weights-file.ts';

const l2 = 5e-4;
const steps = { iterations: 300, rate: 0.1 };

/** What no set teaches. */
const byHand: ByHand = {
  unlisted: {
    weight: -4,
    because: 'too few questions ask for people who are only listed; the weight is that of the confidence',
  },
};

/** The passages of one question that are read closely. */
interface Read extends List {
  readonly fold: 0 | 1;
}

/** Fits the weights of `src/answer/order.ts`: excerpts of right passages before those of wrong ones. */
export function fitOrder({ piaf, records, lexicon }: Material): Fitted {
  let names: readonly string[] = [];
  const listOver = (engine: SearchEngine, text: string, isRight: (hit: Hit) => boolean): List => {
    const question = analyseQuestion(text, lexicon);
    const found = engine.search(question);
    const hits = found.hits.slice(0, rivalDepth);
    const features = readClosely(hits, question, found, engine.index.entries.length, []).map(({ choice, grounds }) =>
      orderFeatures(choice, grounds),
    );
    if (features[0]) names = Object.keys(features[0]);
    const rows = features.map((known) => Float64Array.from(Object.values<number>({ ...known })));
    return { rows, right: hits.map(isRight), weight: 0 };
  };
  const pool = createSearchEngine(piaf.pool);
  const invented = createSearchEngine(records.corpus);
  const answered = records.questions.filter(teachesRanking);
  const sets: Readonly<Record<string, readonly Read[]>> = {
    PIAF: piaf.questions.map(({ question, passages, fold }) => ({
      ...listOver(pool, question, ({ entry }) => passages.has(entry.passage.id)),
      weight: 1 / piaf.questions.length,
      fold,
    })),
    'invented proceedings': answered.map((asked) => ({
      ...listOver(invented, asked.question, ({ entry }) => isRightPassage(asked, entry.passage)),
      weight: recordsWeight / answered.length,
      fold: asked.fold,
    })),
  };
  const lists = Object.values(sets).flat();
  const learn = (some: readonly Read[]): Float64Array => fitListwise(some, startOf(names, byHand), l2, steps);
  const halves = [0, 1].map((held) => learn(lists.filter(({ fold }) => fold !== held)));
  const weights = learn(lists);
  const ranked = unnamed(names, { score: 1 });
  const present = unnamed(names, weightsFile.weights);
  const report = Object.entries(sets).flatMap(([name, some]) => {
    const line = (label: string, weightsFor: (list: Read) => Float64Array): string =>
      `  ${label.padEnd(28)} ${figures(some.map((list) => rankOf(list, weightsFor(list))))}`;
    return [
      `${name}: ${some.length} questions`,
      line('the ranking alone', () => ranked),
      line('weights in the repository', () => present),
      line('cross-validated', ({ fold }) => halves[fold] ?? weights),
      line('fitted on all', () => weights),
    ];
  });
  return {
    target: 'src/answer/order-weights.json',
    file: {
      provenance: {
        command: 'npm run fit -- --write',
        model: 'listwise softmax over the features of src/answer/order.ts, the best ten passages of the ranking',
        data: `PIAF v1.1 dev, ${piaf.questions.length} questions; the invented proceedings, ${answered.length}, at ${recordsWeight}`,
        l2,
        ...steps,
        byHand: reasonsOf(byHand),
      },
      weights: named(names, weights),
    },
    report,
  };
}
