import { fold } from '../language/fold.ts';
import type { Question } from '../language/question.ts';
import type { Candidate } from '../proceedings/answer.ts';
import type { Probe } from '../search/probe.ts';
import type { SearchEngine } from '../search/search-engine.ts';
import { excerptOf } from './citation.ts';
import { answerThreshold } from './confidence.ts';
import type { Choice } from './excerpt.ts';
import { headlineOf } from './headline.ts';

/** An excerpt rivals the best one when it is at most this much less sure. */
const rivalry = 0.05;

/**
 * The different answers that have evidence, the best supported first. Only excerpts nearly as sure as the best one
 * count: a weaker excerpt is more evidence to read, not another answer.
 */
export function candidatesOf(
  choices: readonly { readonly choice: Choice; readonly sure: number }[],
  question: Question,
  probe: Probe,
  engine: SearchEngine,
): Candidate[] {
  const best = choices[0];
  if (!best) return [];
  const groups = new Map<string, { headline: string; excerpts: Candidate['excerpts'][number][] }>();
  for (const { choice, sure } of choices) {
    if (sure < Math.max(answerThreshold, best.sure - rivalry) || choice.coverage < best.choice.coverage - rivalry)
      continue;
    const span = headlineOf(choice, question, probe, engine);
    if (span === null) continue;
    const { proceedings, passage } = choice.hit.entry;
    const headline = proceedings.text.slice(span.start, span.end);
    const group = groups.get(fold(headline)) ?? { headline, excerpts: [] };
    group.excerpts.push(excerptOf(proceedings, passage, choice.span, sure));
    groups.set(fold(headline), group);
  }
  return [...groups.values()].toSorted((a, b) => b.excerpts.length - a.excerpts.length);
}
