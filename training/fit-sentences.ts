import { findExpected, hasForm } from '../src/answer/expected.ts';
import { sentenceFeatures } from '../src/answer/sentence-features.ts';
import weightsFile from '../src/answer/sentence-weights.json' with { type: 'json' };
import { analyseQuestion } from '../src/language/question.ts';
import { sentencesOf } from '../src/search/sentences-of.ts';
import { createSearchEngine } from '../src/search/search-engine.ts';
import { dot } from './descent.ts';
import { type Fitted, type Material, percent } from './fitted.ts';
import { fitListwise, type List } from './listwise-softmax.ts';
import { named, startOf, unnamed } from './weights-file.ts';

const l2 = 2e-4;
const steps = { iterations: 250, rate: 0.2 };

/** The sentences of one right passage. */
interface Passage extends List {
  readonly fold: 0 | 1;
}

/** Fits the weights of `src/answer/sentence-features.ts`: given the right passage, the sentence that answers. */
export function fitSentences({ piaf, lexicon }: Material): Fitted {
  const engine = createSearchEngine(piaf.pool);
  let names: readonly string[] = [];
  const lists = piaf.questions.flatMap(({ question: text, passages, answers, fold }): Passage[] => {
    const question = analyseQuestion(text, lexicon);
    const { hits, probe } = engine.search(question);
    // The offsets count from the start of the gold passage, which stands first among those with its text.
    const [gold] = passages;
    const hit = hits.find(({ entry }) => entry.passage.id === gold);
    if (!hit) return [];
    const { proceedings, passage } = hit.entry;
    const spans = sentencesOf(proceedings.text, passage);
    const expected = spans.map(({ start, end }) =>
      hasForm(question) ? findExpected(proceedings.text.slice(start, end), question, []) : [],
    );
    const features = sentenceFeatures(hit, spans, expected, question, probe);
    names = Object.keys(features[0] ?? {});
    const right = spans.map(({ start, end }) => answers.some((answer) => answer.start < end && answer.end > start));
    const rows = features.map((known) => Float64Array.from(Object.values<number>({ ...known })));
    return right.includes(true) ? [{ rows, right, weight: 1, fold }] : [];
  });
  const learn = (some: readonly Passage[]): Float64Array =>
    fitListwise(
      some.map((list) => ({ ...list, weight: 1 / some.length })),
      startOf(names, {}),
      l2,
      steps,
    );
  const halves = [0, 1].map((held) => learn(lists.filter(({ fold }) => fold !== held)));
  const weights = learn(lists);
  const line = (label: string, weightsFor: (list: Passage) => Float64Array): string => {
    const found = lists.filter((list) => isBestRight(list, weightsFor(list))).length;
    return `  ${label.padEnd(28)} best sentence right ${percent(found / lists.length)}`;
  };
  const covering = unnamed(names, { untitled: 1 });
  const present = unnamed(names, weightsFile.weights);
  return {
    target: 'src/answer/sentence-weights.json',
    file: {
      provenance: {
        command: 'npm run fit -- --write',
        model: 'listwise softmax over the features of src/answer/sentence-features.ts, sentences of the right passage',
        data: `PIAF v1.1 dev: ${lists.length} questions whose right passage is retrieved`,
        l2,
        ...steps,
      },
      weights: named(names, weights),
    },
    report: [
      `PIAF: right passage retrieved for ${lists.length} of ${piaf.questions.length} questions`,
      line('coverage alone', () => covering),
      line('weights in the repository', () => present),
      line('cross-validated', ({ fold }) => halves[fold] ?? weights),
      line('fitted on all', () => weights),
    ],
  };
}

function isBestRight({ rows, right }: List, weights: Float64Array): boolean {
  const scores = rows.map((row) => dot(row, weights));
  return right[scores.indexOf(Math.max(...scores))] === true;
}
