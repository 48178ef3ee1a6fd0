import weightsFile from '../src/answer/confidence-weights.json' with { type: 'json' };
import { rivalDepth } from '../src/answer/confidence.ts';
import { ordered, readClosely } from '../src/answer/reading.ts';
import { holds } from '../src/evaluation/holds.ts';
import { analyseQuestion } from '../src/language/question.ts';
import { areaUnderCurve, reliabilityOf, reliabilityTable } from './calibration.ts';
import { dot } from './descent.ts';
import type { Fitted, Material } from './fitted.ts';
import { situationsIn } from './hidden.ts';
import { reliabilityPlot } from './reliability-plot.ts';
import { type Case, fitLogistic, type Logistic } from './logistic.ts';
import { type ByHand, named, reasonsOf, rounded, startOf, unnamed } from './weights-file.ts';

const l2 = 1e-3;
const steps = { iterations: 1_500, rate: 0.03 };

/** What an encyclopaedia cannot teach. */
const byHand: ByHand = {
  asks: { weight: -1.25, because: 'hardly a paragraph of PIAF asks; a question in the record is no answer' },
  restates: {
    weight: -4,
    because:
      'hardly a paragraph of PIAF only restates its question; of the invented questions that it bears on none was right',
  },
};

/** Into how many records the articles are split: about 760, 190 and 38 passages each, so that size is learned too. */
const splits = [2, 8, 40];

/** Every fourth question is asked; each three times in each size of record. */
const stride = 4;

/** An excerpt that was chosen, and whether it answers. */
interface Chosen extends Case {
  readonly fold: 0 | 1;
}

/** Fits the weights of `src/answer/confidence.ts`: whether the first excerpt answers. */
export function fitConfidence({ piaf, lexicon }: Material): Fitted {
  const questions = piaf.questions.filter((_, at) => at % stride === 0);
  let names: readonly string[] = [];
  const chosen = splits.flatMap((parts) => {
    const situations = situationsIn(piaf.pool, parts);
    return questions.flatMap((taught) => {
      const question = analyseQuestion(taught.question, lexicon);
      return situations(taught).flatMap(({ engine, accept, weight }): Chosen[] => {
        const found = engine.search(question, { accept });
        const hits = found.hits.slice(0, rivalDepth);
        const [first] = ordered(readClosely(hits, question, found, engine.index.entries.length, []));
        if (!first) return [];
        const { choice, grounds } = first;
        names = Object.keys(grounds);
        const shown = choice.hit.entry.proceedings.text.slice(choice.span.start, choice.span.end);
        return [
          {
            row: Float64Array.from(Object.values<number>({ ...grounds })),
            yes: taught.wordings.some((words) => holds(shown, words)),
            weight: weight / questions.length / splits.length,
            fold: taught.fold,
          },
        ];
      });
    });
  });
  const learn = (cases: readonly Chosen[]): Logistic => fitLogistic(cases, startOf(names, byHand), l2, steps);
  const halves = [0, 1].map((held) => learn(chosen.filter(({ fold }) => fold !== held)));
  const model = learn(chosen);
  const present = { intercept: weightsFile.intercept, weights: unnamed(names, weightsFile.weights) };
  const judged = (modelFor: (one: Chosen) => Logistic) =>
    chosen.map((one) => ({ sure: sureness(one, modelFor(one)), yes: one.yes, weight: one.weight }));
  const line = (label: string, modelFor: (one: Chosen) => Logistic): string => {
    const cases = judged(modelFor);
    return `  ${label.padEnd(28)} AUC ${areaUnderCurve(cases).toFixed(3)}`;
  };
  return {
    target: 'src/answer/confidence-weights.json',
    file: {
      provenance: {
        command: 'npm run fit -- --write',
        model: 'logistic, over the grounds of src/answer/confidence.ts, for the first excerpt',
        data: `PIAF v1.1 dev, ${questions.length} questions, each to the articles in ${splits.join(', ')} parts: answered there at weight 0.5, right passage hidden at 0.25, article absent at 0.25`,
        l2,
        ...steps,
        byHand: reasonsOf(byHand),
      },
      intercept: rounded(model.intercept),
      weights: named(names, model.weights),
    },
    plot: reliabilityPlot(reliabilityOf(judged(() => present))),
    report: [
      `PIAF: ${chosen.length} excerpts of ${questions.length} questions`,
      line('weights in the repository', () => present),
      line('cross-validated', ({ fold }) => halves[fold] ?? model),
      line('fitted on all', () => model),
      'Reliability, weights in the repository:',
      ...reliabilityTable(reliabilityOf(judged(() => present))),
      'Reliability, cross-validated:',
      ...reliabilityTable(reliabilityOf(judged(({ fold }) => halves[fold] ?? model))),
    ],
  };
}

function sureness({ row }: Case, { intercept, weights }: Logistic): number {
  return 1 / (1 + Math.exp(-(intercept + dot(row, weights))));
}
