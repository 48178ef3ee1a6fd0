import { isQuantityNoun } from '../language/answer-nouns.ts';
import { placeLevel } from '../language/places.ts';
import type { Question } from '../language/question.ts';
import { isStopword } from '../language/stopwords.ts';
import { tokenizeApart } from '../language/tokens.ts';
import { isYear } from '../search/dates.ts';
import { leastTrust, sentenceRow } from '../search/evidence.ts';
import type { Probe } from '../search/probe.ts';
import { isPartNoun, type ResolvedWord } from '../search/resolve.ts';
import type { Found, Hit } from '../search/search-engine.ts';
import { weightedSum } from '../search/weighted-sum.ts';
import { type Choice, excerptText } from './excerpt.ts';
import weightsFile from './confidence-weights.json' with { type: 'json' };
import { hasForm, leastFit } from './expected.ts';
import { hasCue } from './sentence-features.ts';
import { saysTopic } from './topic.ts';

/** What speaks for and against an excerpt as an answer; each 0 to 1. */
export interface Grounds {
  /** idf share of the question found in the excerpt, its titles and speaker. */
  readonly coverage: number;
  /** idf share of the things that the question names, which the excerpt, its titles and speaker lack. */
  readonly missingThings: number;
  /** The same of its proper names and figures. */
  readonly missingNames: number;
  /** Share of the question that a list of participants leaves out: being listed says nothing of founding or directing, nor when or why. */
  readonly unlisted: number;
  /** A name, figure or thing of the question stands nowhere in the record. 0 or 1. */
  readonly unknownThing: number;
  /** The question names a year that neither the passage, its titles nor the record's date has; less the nearer the surroundings say it. */
  readonly otherYear: number;
  /** Content words of the question, in eights, at most 1: much that fits is better than little. */
  readonly words: number;
  /** The excerpt holds something of the form asked for; 0 where the question has no form. */
  readonly form: number;
  /** How little the sentence of that form says of what is found of the question, 0 to 1; 0 where there is none. */
  readonly formFar: number;
  /** The question has a form and the excerpt holds nothing of it. */
  readonly formless: number;
  /** The same where only a name or figure can be the answer: a commune has a name, a place may go by other words. */
  readonly nameless: number;
  /** The passage's best sentence asks: a question in the record is no answer. */
  readonly asks: number;
  /** A reason or manner is asked for, and the excerpt only says over again what the question says. 0 or 1. */
  readonly restates: number;
  /** How much room a corpus has for rivals: n/(n + 300) of n passages. */
  readonly size: number;
  /**
   * Share of the ranking's probability that falls on other passages, times `size`: in a short record few can rival. 0 where
   * the excerpt says the topic that is asked for: the others answer too.
   */
  readonly rivals: number;
}

/** Log-odds of "this excerpt answers" per unit of each ground; where they come from stands in the file. */
const weights: Readonly<Record<keyof Grounds, number>> = weightsFile.weights;

/** At least this sure, the record answers; below it, Greffier says that it does not. */
export const answerThreshold = 0.35;

const manyWords = 8;
const roomyPassages = 300;
/** Hits that count as each other's rivals. */
export const rivalDepth = 10;

/** Probability that a hit is the right one: softmax of the ranking's scores over the best ten, which it was fitted as. */
export function shareOf(hit: Hit, hits: readonly Hit[]): number {
  const total = hits.slice(0, rivalDepth).reduce((sum, rival) => sum + Math.exp(rival.score - hit.score), 0);
  return 1 / Math.max(1, total);
}

/** The grounds on which an excerpt is taken for an answer; `passages`: how many the corpus has. */
export function groundsOf(choice: Choice, question: Question, { hits, probe }: Found, passages: number): Grounds {
  const isThing = ({ word, known }: ResolvedWord): boolean =>
    word.thing &&
    !isPartNoun(word) &&
    // An English word that the lexicon lacks may well stand in the record in French.
    (known || word.name || question.language === 'fr');
  const size = passages / (passages + roomyPassages);
  const fit = Math.max(0, ...choice.expected.map((expected) => expected.fit));
  return {
    coverage: choice.coverage,
    missingThings: missingShare(choice, probe, (word) => isThing(word) && word.word.surface !== question.head),
    missingNames: missingShare(choice, probe, ({ word }) => word.name && word.surface !== question.head),
    unlisted:
      choice.hit.entry.passage.kind === 'participants' && !listTells.has(question.type) ? 1 - choice.coverage : 0,
    unknownThing: probe.words.some(
      (word) => !word.known && isThing(word) && (word.word.surface !== question.head || isCounted(question)),
    )
      ? 1
      : 0,
    otherYear: Math.max(0, ...probe.words.map((word, at) => otherYear(word, at, choice))),
    words: Math.min(1, probe.words.length / manyWords),
    form: fit,
    formFar: fit >= leastFit ? formFar(choice) : 0,
    formless: hasForm(question) && fit < leastFit ? 1 : 0,
    nameless: fit < leastFit && hasName(question) ? 1 : 0,
    asks: choice.hit.asks,
    restates: restates(choice, question, probe) ? 1 : 0,
    size,
    rivals: saysTopic(excerptText(choice), question, probe) ? 0 : size * (1 - shareOf(choice.hit, hits)),
  };
}

/** A reason or manner takes as many words that say something as these, besides the question's. */
const leastOthers = 2;

/** "L'abattoir a fermé en 2020." does not say why it did; what a colon or a word such as "afin" opens does, however short. */
function restates(choice: Choice, { type }: Question, { sought, idOf }: Probe): boolean {
  if (type !== 'REASON' && type !== 'MANNER') return false;
  const text = excerptText(choice);
  if (text.includes(':') || hasCue(text, type)) return false;
  const others = tokenizeApart(text).filter(
    ({ surface, stem }) => !isStopword(surface, 'fr') && sought.at(idOf(stem) ?? -1) === null,
  );
  return others.length < leastOthers;
}

const namesOrFigures: ReadonlySet<Question['type']> = new Set(['PERSON', 'HOLDER', 'ORG', 'NAME', 'NUMBER', 'DATE']);

/** Whether only a name, figure or date can answer. */
function hasName({ type, head }: Question): boolean {
  return namesOrFigures.has(type) || (type === 'PLACE' && placeLevel(head) !== 'any');
}

/** Questions that a list of participants may answer by itself: for an office, a body, a town, whether somebody is there. */
const listTells: ReadonlySet<Question['type']> = new Set(['OTHER', 'ORG', 'PLACE', 'YESNO']);

function otherYear({ word }: ResolvedWord, at: number, { hit: { evidence } }: Choice): number {
  const { trust, passage, context, around } = evidence;
  const here = Math.max(trust[passage + at] ?? 0, trust[context + at] ?? 0);
  return isYear(word.surface) && here < leastTrust ? 1 - (trust[around + at] ?? 0) : 0;
}

/** "Combien de visiteurs": the noun is a thing of its own, unless it counts people or is a quantity itself. */
function isCounted({ type, head }: Question): boolean {
  return type === 'NUMBER' && head !== null && !isQuantityNoun(head) && !/^(?:gens|personnes?|people)$/.test(head);
}

/** 1 less the share of what the excerpt covers, or of half of the question where it covers less, that the sentence in form says. */
function formFar({ formed, coverage }: Choice): number {
  return 1 - Math.min(1, formed / Math.max(coverage, leastCovered));
}

const leastCovered = 0.5;

/** A thing that only the surroundings name may well be what the excerpt speaks of: it is missing by a quarter. */
const surroundingCredit = 0.75;

function missingShare(choice: Choice, probe: Probe, counts: (word: ResolvedWord) => boolean): number {
  const { evidence } = choice.hit;
  const { trust, context, speaker, around } = evidence;
  const rows = [context, speaker, ...choice.sentences.map((sentence) => sentenceRow(evidence, sentence, probe))];
  let all = 0;
  let missing = 0;
  probe.words.forEach((word, at) => {
    if (!counts(word)) return;
    all += word.idf;
    if (rows.every((row) => (trust[row + at] ?? 0) < leastTrust))
      missing += word.idf * (1 - surroundingCredit * (trust[around + at] ?? 0));
  });
  return all > 0 ? missing / all : 0;
}

/** Probability that the excerpt answers, 0 to 1. */
export function confidence(grounds: Grounds): number {
  const odds = weightsFile.intercept + weightedSum(weights, grounds);
  return 1 / (1 + Math.exp(-odds));
}
