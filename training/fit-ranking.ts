import { pairedBootstrap } from '../src/evaluation/bootstrap.ts';
import { analyseQuestion } from '../src/language/question.ts';
import type { Corpus } from '../src/proceedings/proceedings.ts';
import weightsFile from '../src/search/ranking-weights.json' with { type: 'json' };
import { createSearchEngine, type Hit, type SearchEngine } from '../src/search/search-engine.ts';
import { type Fitted, type Material, percent } from './fitted.ts';
import { fitListwise, type List } from './listwise-softmax.ts';
import { byArticle } from './piaf.ts';
import { figures, rankOf, share } from './ranks.ts';
import { isRightPassage, type Records, recordsWeight, teachesRanking } from './records.ts';
import { named, startOf, unnamed } from './weights-file.ts';

const l2 = 3e-4;
const steps = { iterations: 300, rate: 0.3 };
const articleWeight = 0.3;
const faqWeight = 0.3;

/** Features that say much the same, taken away together by `--ablate`. */
const featureGroups: readonly (readonly string[])[] = [
  ['passage', 'relativePassage'],
  ['sentence', 'sentenceContext', 'relativeSentence', 'sentenceAround'],
  ['sentenceAround'],
  ['relativePassage', 'relativeSentence'],
  ['titlesSaid'],
  ['names'],
  ['heading'],
  ['grams'],
  ['near'],
  ['commonRun', 'pairs'],
];

/** The retrieved passages of one question. */
interface Ranked extends List {
  readonly fold: 0 | 1;
}

/** Fits the weights of `src/search/features.ts`: right passages before wrong ones. */
export function fitRanking({ piaf, records, faq, lexicon, ablate }: Material): Fitted {
  let names: readonly string[] = [];
  const listOver = (engine: SearchEngine, text: string, isRight: (hit: Hit) => boolean): List => {
    const { hits } = engine.search(analyseQuestion(text, lexicon));
    if (hits[0]) names = Object.keys(hits[0].features);
    const rows = hits.map((hit) => Float64Array.from(Object.values<number>({ ...hit.features })));
    return { rows, right: hits.map(isRight), weight: 0 };
  };
  const listsOver = (corpus: Corpus, weight: number): Ranked[] => {
    const engine = createSearchEngine(corpus);
    return piaf.questions.map(({ question, passages, fold }) => ({
      ...listOver(engine, question, ({ entry }) => passages.has(entry.passage.id)),
      weight: weight / piaf.questions.length,
      fold,
    }));
  };
  const askedOf = ({ corpus, questions }: Records, weight: number): Ranked[] => {
    const engine = createSearchEngine(corpus);
    const answered = questions.filter(teachesRanking);
    return answered.map((asked) => ({
      ...listOver(engine, asked.question, ({ entry }) => isRightPassage(asked, entry.passage)),
      weight: weight / answered.length,
      fold: asked.fold,
    }));
  };
  const sets = {
    'PIAF, a passage a file': listsOver(piaf.pool, 1),
    'PIAF, an article a file': listsOver(byArticle(piaf.pool), articleWeight),
    'invented proceedings': askedOf(records, recordsWeight),
    'invented FAQ, an entry a file': askedOf(faq, faqWeight),
  };
  const all = Object.values(sets).flat();
  const learn = (lists: readonly Ranked[]): Float64Array => fitListwise(lists, startOf(names, {}), l2, steps);
  const halves = [0, 1].map((held) => learn(all.filter(({ fold }) => fold !== held)));
  const weights = learn(all);
  const report = Object.entries(sets).flatMap(([name, lists]) => {
    const line = (label: string, weightsFor: (list: Ranked) => Float64Array): string =>
      `  ${label.padEnd(28)} ${figures(lists.map((list) => rankOf(list, weightsFor(list))))}`;
    const first = unnamed(names, { bm25: 1 });
    const present = unnamed(names, weightsFile.weights);
    return [
      `${name}: ${lists.length} questions, right passage retrieved ${percent(share(lists, ({ right }) => right.includes(true)))}`,
      line('BM25 alone', () => first),
      line('weights in the repository', () => present),
      line('cross-validated', ({ fold }) => halves[fold] ?? weights),
      line('fitted on all', () => weights),
    ];
  });
  return {
    target: 'src/search/ranking-weights.json',
    file: {
      provenance: {
        command: 'npm run fit -- --write',
        model: 'listwise softmax over the features of src/search/features.ts',
        data: `PIAF v1.1 dev, ${piaf.questions.length} questions: a passage a file at weight 1, an article a file at ${articleWeight}; the invented proceedings, ${sets['invented proceedings'].length}, at ${recordsWeight}; the invented FAQ, ${sets['invented FAQ, an entry a file'].length}, at ${faqWeight}`,
        l2,
        ...steps,
      },
      weights: named(names, weights),
    },
    report: ablate ? [...report, ...ablated(names, all, sets['PIAF, a passage a file'])] : report,
  };
}

/** What each group of features is worth: success@1 by two folds without it, against all features. */
function ablated(names: readonly string[], all: readonly Ranked[], asked: readonly Ranked[]): string[] {
  const firsts = (without: readonly string[]): number[] => {
    const none = Object.fromEntries(without.map((name) => [name, { weight: 0, because: 'left out' }]));
    const start = startOf(names, none);
    const halves = [0, 1].map((held) =>
      fitListwise(
        all.filter(({ fold }) => fold !== held),
        start,
        l2,
        steps,
      ),
    );
    return asked.map((list) => Number(rankOf(list, halves[list.fold] ?? start.weights) === 1));
  };
  const full = firsts([]);
  return featureGroups.map((group) => {
    const less = firsts(group);
    const pairs = full.map((after, at) => ({ before: less[at] ?? 0, after }));
    const worth = pairedBootstrap(pairs);
    const [points, low, high] = [worth?.difference, worth?.low, worth?.high].map((one) => percent(one ?? 0));
    return `  ${group.join(', ')}: worth ${points} points of success@1 [${low}, ${high}]`;
  });
}
