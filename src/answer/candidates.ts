import { fold } from '../language/fold.ts';
import { honorifics } from '../language/names.ts';
import { singular } from '../language/singular.ts';
import { isStopword } from '../language/stopwords.ts';
import { tokenizeApart } from '../language/tokens.ts';
import type { Question } from '../language/question.ts';
import type { Candidate, Excerpt } from '../proceedings/answer.ts';
import type { Probe } from '../search/probe.ts';
import { excerptOf } from './citation.ts';
import { answerThreshold } from './confidence.ts';
import { headlineOf } from './headline.ts';
import type { SureChoice } from './reading.ts';

/** An excerpt rivals the surest one when it is at most this much less sure, and covers at most this much less. */
const rivalry = 0.05;

/**
 * The different answers that have evidence, the best supported first. Only excerpts nearly as sure as the surest one
 * count: a weaker excerpt is more evidence to read, not another answer.
 */
export function candidatesOf(choices: readonly SureChoice[], question: Question, probe: Probe): Candidate[] {
  const answers = choices
    .filter(({ sure }) => sure >= answerThreshold)
    .map((sureChoice) => ({ ...sureChoice, span: headlineOf(sureChoice.choice, question, probe) }));
  const surest = Math.max(...answers.map(({ sure, span }) => (span === null ? 0 : sure)));
  const widest = Math.max(...answers.map(({ choice, span }) => (span === null ? 0 : choice.coverage)));
  const groups = new Map<string, { headline: string; excerpts: Excerpt[] }>();
  for (const { choice, sure, span } of answers) {
    if (span === null || sure < surest - rivalry || choice.coverage < widest - rivalry) continue;
    const { proceedings, passage } = choice.hit.entry;
    const headline = proceedings.text.slice(span.start, span.end);
    const key = keyOf(headline);
    const group = groups.get(key) ?? { headline, excerpts: [] };
    group.excerpts.push(excerptOf(proceedings, passage, choice.span, sure));
    groups.set(key, group);
  }
  return [...groups.values()].toSorted((a, b) => b.excerpts.length - a.excerpts.length);
}

/** One key for one answer: without number and small words, and without the title before a first name. "M. Roy" and "Mme Roy" are two. */
function keyOf(headline: string): string {
  const words = tokenizeApart(headline).map(({ surface }) => surface);
  const told = words.filter((word, at) => !isSmall(word) && !(at === 0 && words.length > 2 && honorifics.has(word)));
  return told.length > 0 ? told.map(singular).join(' ') : fold(headline);
}

function isSmall(word: string): boolean {
  return isStopword(word, 'fr') && !honorifics.has(word);
}
