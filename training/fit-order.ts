import weightsFile from '../src/answer/order-weights.json' with { type: 'json' };
import { orderFeatures } from '../src/answer/order.ts';
import { closelyRead, readClosely } from '../src/answer/reading.ts';
import { analyseQuestion } from '../src/language/question.ts';
import { createSearchEngine } from '../src/search/search-engine.ts';
import type { Fitted, Material } from './fitted.ts';
import { fitListwise, type List } from './listwise-softmax.ts';
import { figures, rankOf } from './ranks.ts';
import { type ByHand, named, reasonsOf, startOf, unnamed } from './weights-file.ts';

const l2 = 5e-4;
const steps = { iterations: 200, rate: 0.1 };

/** What the ranking has said already, and what an encyclopaedia cannot teach: chosen on the proceedings gold. */
const byHand: ByHand = {
  score: { weight: 1, because: 'the ranking was fitted before; only what a close reading adds is learned' },
  form: {
    weight: 1.2,
    because: 'in a record every passage of a section speaks of its subject, and the form tells which answers',
  },
  formless: { weight: -0.5, because: 'likewise' },
  cue: { weight: 0.5, because: 'likewise' },
  unlisted: { weight: -4, because: 'PIAF lists nobody; the weight is that of the confidence' },
};

/** The passages of one question that are read closely. */
interface Read extends List {
  readonly fold: 0 | 1;
}

/** Fits the weights of `src/answer/order.ts`: excerpts of right passages before those of wrong ones. */
export function fitOrder({ piaf, lexicon }: Material): Fitted {
  const engine = createSearchEngine(piaf.pool);
  const passages = engine.index.entries.length;
  let names: readonly string[] = [];
  const lists = piaf.questions.map((taught): Read => {
    const question = analyseQuestion(taught.question, lexicon);
    const found = engine.search(question);
    const hits = found.hits.slice(0, closelyRead);
    const features = readClosely(hits, question, found, passages, []).map(({ choice, grounds }) =>
      orderFeatures(choice, grounds),
    );
    if (features[0]) names = Object.keys(features[0]);
    return {
      rows: features.map((known) => Float64Array.from(Object.values<number>({ ...known }))),
      right: hits.map((hit) => taught.passages.has(hit.entry.passage.id)),
      weight: 1 / piaf.questions.length,
      fold: taught.fold,
    };
  });
  const learn = (some: readonly Read[]): Float64Array => fitListwise(some, startOf(names, byHand), l2, steps);
  const halves = [0, 1].map((held) => learn(lists.filter(({ fold }) => fold !== held)));
  const weights = learn(lists);
  const line = (label: string, weightsFor: (list: Read) => Float64Array): string =>
    `  ${label.padEnd(28)} ${figures(lists.map((list) => rankOf(list, weightsFor(list))))}`;
  const ranked = unnamed(names, { score: 1 });
  const present = unnamed(names, weightsFile.weights);
  return {
    target: 'src/answer/order-weights.json',
    file: {
      provenance: {
        command: 'npm run fit -- --write',
        model: 'listwise softmax over the features of src/answer/order.ts, the best ten passages of the ranking',
        data: `PIAF v1.1 dev, ${piaf.questions.length} questions`,
        l2,
        ...steps,
        byHand: reasonsOf(byHand),
      },
      weights: named(names, weights),
    },
    report: [
      `PIAF: ${lists.length} questions`,
      line('the ranking alone', () => ranked),
      line('weights in the repository', () => present),
      line('cross-validated', ({ fold }) => halves[fold] ?? weights),
      line('fitted on all', () => weights),
    ],
  };
}
