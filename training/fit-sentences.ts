import { findExpected, hasForm } from '../src/answer/expected.ts';
import { sentenceFeatures } from '../src/answer/sentence-features.ts';
import weightsFile from '../src/answer/sentence-weights.json' with { type: 'json' };
import { analyseQuestion } from '../src/language/question.ts';
import { sentencesOf } from '../src/search/sentences-of.ts';
import { overlaps, type Passage as RecordPassage, type Span } from '../src/proceedings/proceedings.ts';
import { createSearchEngine, type SearchEngine } from '../src/search/search-engine.ts';
import { dot } from './descent.ts';
import { type Fitted, type Material, percent } from './fitted.ts';
import { fitListwise, type List } from './listwise-softmax.ts';
import { isRightPassage, recordsWeight, teachesRanking } from './records.ts';
import { named, startOf, unnamed } from './weights-file.ts';

const l2 = 2e-4;
const steps = { iterations: 250, rate: 0.2 };

type IsRight = (passage: RecordPassage) => boolean;

/** The sentences of one right passage. */
interface Passage extends List {
  readonly fold: 0 | 1;
}

/** Fits the weights of `src/answer/sentence-features.ts`: given the right passage, the sentence that answers. */
export function fitSentences({ piaf, records, lexicon }: Material): Fitted {
  let names: readonly string[] = [];
  const listOver = (engine: SearchEngine, text: string, isRight: IsRight, answers: readonly Span[]): List | null => {
    const question = analyseQuestion(text, lexicon);
    const { hits, probe } = engine.search(question);
    const hit = hits.find(({ entry }) => isRight(entry.passage));
    if (!hit) return null;
    const { proceedings, passage } = hit.entry;
    const spans = sentencesOf(proceedings.text, passage);
    const expected = spans.map(({ start, end }) =>
      hasForm(question) ? findExpected(proceedings.text.slice(start, end), question, []) : [],
    );
    const features = sentenceFeatures(hit, spans, expected, question, probe);
    names = Object.keys(features[0] ?? {});
    const right = spans.map((span) => answers.some((answer) => overlaps(answer, span)));
    const rows = features.map((known) => Float64Array.from(Object.values<number>({ ...known })));
    return right.includes(true) ? { rows, right, weight: 0 } : null;
  };
  const pool = createSearchEngine(piaf.pool);
  const invented = createSearchEngine(records.corpus);
  const sets = {
    PIAF: piaf.questions.flatMap(({ question, passages: [gold], answers, fold }): Passage[] => {
      // The offsets count from the start of the gold passage, which stands first among those with its text.
      const list = listOver(pool, question, ({ id }) => id === gold, answers);
      return list ? [{ ...list, fold }] : [];
    }),
    'invented proceedings': records.questions.filter(teachesRanking).flatMap((asked): Passage[] => {
      const list = listOver(invented, asked.question, (passage) => isRightPassage(asked, passage), asked.found);
      return list ? [{ ...list, fold: asked.fold }] : [];
    }),
  };
  const weighed = Object.entries(sets).flatMap(([name, some]) =>
    some.map((list) => ({ ...list, weight: (name === 'PIAF' ? 1 : recordsWeight) / some.length })),
  );
  const learn = (some: readonly Passage[]): Float64Array => fitListwise(some, startOf(names, {}), l2, steps);
  const halves = [0, 1].map((held) => learn(weighed.filter(({ fold }) => fold !== held)));
  const weights = learn(weighed);
  const covering = unnamed(names, { untitled: 1 });
  const present = unnamed(names, weightsFile.weights);
  return {
    target: 'src/answer/sentence-weights.json',
    file: {
      provenance: {
        command: 'npm run fit -- --write',
        model: 'listwise softmax over the features of src/answer/sentence-features.ts, sentences of the right passage',
        data: `PIAF v1.1 dev: ${sets.PIAF.length} questions whose right passage is retrieved; the invented proceedings, ${sets['invented proceedings'].length}, at ${recordsWeight}`,
        l2,
        ...steps,
      },
      weights: named(names, weights),
    },
    report: Object.entries(sets).flatMap(([name, lists]) => {
      const line = (label: string, weightsFor: (list: Passage) => Float64Array): string => {
        const found = lists.filter((list) => isBestRight(list, weightsFor(list))).length;
        return `  ${label.padEnd(28)} best sentence right ${percent(found / lists.length)}`;
      };
      return [
        `${name}: ${lists.length} questions whose right passage is retrieved`,
        line('coverage alone', () => covering),
        line('weights in the repository', () => present),
        line('cross-validated', ({ fold }) => halves[fold] ?? weights),
        line('fitted on all', () => weights),
      ];
    }),
  };
}

function isBestRight({ rows, right }: List, weights: Float64Array): boolean {
  const scores = rows.map((row) => dot(row, weights));
  return right[scores.indexOf(Math.max(...scores))] === true;
}
