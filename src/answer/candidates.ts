import { fold } from '../language/fold.ts';
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
    const group = groups.get(fold(headline)) ?? { headline, excerpts: [] };
    group.excerpts.push(excerptOf(proceedings, passage, choice.span, sure));
    groups.set(fold(headline), group);
  }
  return [...groups.values()].toSorted((a, b) => b.excerpts.length - a.excerpts.length);
}
