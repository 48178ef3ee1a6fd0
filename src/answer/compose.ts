import type { Question } from '../language/question.ts';
import type { Answer, Excerpt } from '../proceedings/answer.ts';
import type { SearchEngine } from '../search/search-engine.ts';
import type { AnswerOptions } from './answerer.ts';
import { candidatesOf } from './candidates.ts';
import { excerptOf } from './citation.ts';
import { answerThreshold } from './confidence.ts';
import { missingPhrases, unmetFilters } from './filters.ts';
import { leadOf } from './headline.ts';
import { quotedSpan } from './quoted-span.ts';
import { isWorthShowing, type Reading, type SureChoice } from './reading.ts';
import { searchedIn } from './searched.ts';
import { firstOfEach } from './speakers.ts';
import { triedIn } from './tried.ts';

/** Excerpts shown unless more or fewer are asked for. */
export const usualLimit = 3;

/** An excerpt that says less of the question than this is no answer, however well its form fits. */
const leastCoverage = 0.3;

/** Whether one of the excerpts that are shown first is sure enough to be an answer. */
export function isAnswer({ choices }: Reading): boolean {
  return choices.slice(0, usualLimit).some(answers);
}

function answers({ choice, sure }: SureChoice): boolean {
  return sure === 1 || (sure >= answerThreshold && choice.coverage >= leastCoverage);
}

/** Of the excerpts that are shown first, those before the others that are sure enough to be an answer. */
function answersFirst(choices: readonly SureChoice[]): SureChoice[] {
  const best = choices.slice(0, usualLimit).toSorted((a, b) => Number(answers(b)) - Number(answers(a)));
  return [...best, ...choices.slice(usualLimit)];
}

/** Whether an excerpt shares a word with the question; what somebody said needs none where only they are asked for. */
function speaks({ choice, sure }: SureChoice): boolean {
  return choice.coverage > 0 || sure === 1;
}

/** The answer that a reading gives; `silentSpeaker` where the excerpts are other people's words than those asked for. */
export function compose(
  reading: Reading,
  options: AnswerOptions,
  engine: SearchEngine,
  silentSpeaker: string | null,
): Answer {
  const { question, found } = reading;
  const { skip = 0, limit = usualLimit, purpose = 'answer' } = options;
  const quotes = purpose === 'quotes';
  if (!quotes && !isAnswer(reading)) return notFound(reading, options, engine, silentSpeaker);
  const all = (quotes ? reading.choices : answersFirst(reading.choices)).filter(speaks);
  const speaking = question.type === 'SPEAKER' ? firstOfEach(all) : all;
  const shown = speaking
    .filter((choice, rank) => quotes || rank === 0 || isWorthShowing(choice))
    .slice(skip, skip + limit);
  const [first] = shown;
  if (!first) return notFound(reading, options, engine, silentSpeaker);
  const asked = askedOf(question, options);
  const candidates = quotes || skip > 0 ? [] : candidatesOf(reading.choices, question, found.probe);
  if (candidates.length > 1) {
    const excerpts = candidates.flatMap((candidate) => candidate.excerpts.slice(0, 1));
    return { kind: 'candidates', ...asked, candidates, excerpts: capped(excerpts) };
  }
  const span = quotes ? null : leadOf(first.choice, question, found.probe);
  const headline = span === null ? null : first.choice.hit.entry.proceedings.text.slice(span.start, span.end);
  const excerpts = shown.map((one) => (quotes ? toQuotation(one, question) : toExcerpt(one)));
  return { kind: 'answered', ...asked, headline, excerpts: capped(excerpts), silentSpeaker };
}

/** Says that the record does not answer, with what was searched and what stands nearest. */
export function notFound(
  reading: Reading,
  options: AnswerOptions,
  engine: SearchEngine,
  silentSpeaker: string | null,
): Answer {
  const { question, found, choices } = reading;
  const unknown = found.probe.words
    .filter(({ word, present }) => !present && !word.surface.includes(' '))
    .map(({ word }) => word.text);
  const missingWords = [...missingPhrases(question, engine.index), ...unknown];
  const unmet = unmetFilters(question, engine.index);
  const nearest = choices.filter(speaks).slice(0, options.limit ?? usualLimit);
  return {
    kind: 'not_found',
    ...askedOf(question, options),
    searched: searchedIn(engine.index, question.filters),
    missingWords,
    tried: triedIn(
      found.probe.words,
      engine.index,
      nearest.map(({ choice }) => choice.hit.entry),
    ),
    nearest: nearest.map(toExcerpt),
    silentSpeaker,
    ...(unmet.length > 0 && { unmet }),
  };
}

function askedOf(question: Question, options: AnswerOptions) {
  return { question: question.text, language: options.language ?? question.language };
}

/** Best first: an excerpt that the ranking puts behind another is not shown as surer. */
function capped(excerpts: readonly Excerpt[]): Excerpt[] {
  let most = 1;
  return excerpts.map((excerpt) => {
    most = Math.min(most, excerpt.score);
    return { ...excerpt, score: most };
  });
}

function toExcerpt({ choice, sure }: SureChoice): Excerpt {
  const { entry } = choice.hit;
  return excerptOf(entry.proceedings, entry.passage, choice.span, sure);
}

/** Who quotes an exact phrase wants to see it, where an answer may stand beside it. */
function toQuotation({ choice, sure }: SureChoice, { phrases }: Question): Excerpt {
  const { entry } = choice.hit;
  return excerptOf(entry.proceedings, entry.passage, quotedSpan(choice, phrases), sure);
}
