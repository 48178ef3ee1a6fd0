import type { Question } from '../language/question.ts';
import type { Probe } from '../search/probe.ts';
import type { Choice } from './excerpt.ts';
import { hasForm } from './expected.ts';

/** What speaks for and against an excerpt as an answer; each 0 to 1. */
export interface Grounds {
  /** idf share of the question found in the excerpt, its titles and speaker. */
  readonly coverage: number;
  /** idf share of the question's names, figures and rare words that the excerpt, its titles and speaker lack. */
  readonly missingNames: number;
  /** The excerpt holds something of the form asked for; 0 where the question has no form. */
  readonly form: number;
  /** The question has a form and the excerpt holds nothing of it. */
  readonly formless: number;
}

/** Log-odds of "this excerpt answers" per unit of each ground. */
const weights: Readonly<Record<keyof Grounds, number>> = {
  coverage: 2.2,
  missingNames: -2.6,
  form: 0.55,
  formless: -1.23,
};
const intercept = -1.25;

/** At least this sure, the record answers; below it, Greffier says that it does not. */
export const answerThreshold = 0.35;

/** A word is rare when fewer than one passage in e⁴ ≈ 55 has it. */
const rareIdf = 4;

/** The grounds on which an excerpt is taken for an answer. */
export function groundsOf(choice: Choice, question: Question, probe: Probe): Grounds {
  const { evidence } = choice.hit;
  let names = 0;
  let missing = 0;
  probe.words.forEach(({ word, idf }, at) => {
    const found = Math.max(
      evidence.context[at] ?? 0,
      evidence.speaker[at] ?? 0,
      ...choice.sentences.map((sentence) => evidence.sentences[sentence]?.[at] ?? 0),
    );
    if (!word.name && idf < rareIdf) return;
    names += idf;
    if (found < 0.3) missing += idf;
  });
  const fit = Math.max(0, ...choice.expected.map((expected) => expected.fit));
  return {
    coverage: choice.coverage,
    missingNames: names > 0 ? missing / names : 0,
    form: hasForm(question) ? fit : 0,
    formless: hasForm(question) && fit < 0.5 ? 1 : 0,
  };
}

/** Probability that the excerpt answers, 0 to 1. */
export function confidence(grounds: Grounds): number {
  let odds = intercept;
  for (const name of Object.keys(weights) as (keyof Grounds)[]) odds += weights[name] * grounds[name];
  return 1 / (1 + Math.exp(-odds));
}
