import { fold } from '../language/fold.ts';
import type { Answer, Excerpt } from '../proceedings/answer.ts';
import type { Corpus } from '../proceedings/proceedings.ts';
import { citationFaults, isVerbatim } from './audit.ts';
import type { GoldQuestion } from './gold.ts';
import { holds } from './holds.ts';
import { type PlacedQuestion, trimQuote } from './place.ts';
import type { BotResult } from './results.ts';

/** A person sees at most so many excerpts before asking for more. */
const shownAtOnce = 3;

/** Judges one reply of the bot; `answer` is null where the reply is no answer. */
export function judge(question: PlacedQuestion, answer: Answer | null, corpus: Corpus): BotResult {
  const { id, language, type, style, answerable } = question;
  const excerpts = answer === null || answer.kind === 'not_found' ? [] : answer.excerpts;
  const shown = answer?.kind === 'not_found' ? answer.nearest : excerpts;
  const headline = headlineOf(answer);
  const strayed = headline !== null && excerpts[0]?.text.includes(headline) !== true ? 1 : 0;
  return {
    id,
    language,
    type,
    style,
    answerable,
    outcome: answer === null ? 'astray' : answer.kind === 'not_found' ? 'abstained' : 'answered',
    right: answerable ? rightWithin(question, excerpts) : null,
    headline: answerable && headline !== null ? judgeHeadline(question, headline) : null,
    shown: shown.length,
    verbatim: Math.max(0, shown.filter((excerpt) => isVerbatim(excerpt, corpus)).length - strayed),
    attributionErrors: shown.flatMap((excerpt) => citationFaults(excerpt.citation, corpus)).length,
  };
}

/**
 * The least k, 1 to 3, such that the first k excerpts answer rightly; null where they do not. An excerpt counts only
 * where it overlaps a gold place in the same file: the words of an answer elsewhere prove nothing. Such an excerpt is
 * right when it has the whole quote or one of the answers; for a list, the excerpts together must have every answer.
 */
export function rightWithin(question: PlacedQuestion, excerpts: readonly Excerpt[]): number | null {
  const missing = new Set(question.answers);
  for (const [index, excerpt] of excerpts.slice(0, shownAtOnce).entries()) {
    if (!overlaps(excerpt, question)) continue;
    for (const answer of missing) if (holds(excerpt.text, answer)) missing.delete(answer);
    const whole = question.places.some(({ quote }) => holds(excerpt.text, trimQuote(quote)));
    const right = question.list ? missing.size === 0 : whole || missing.size < question.answers.length;
    if (right) return index + 1;
  }
  return null;
}

function overlaps({ citation }: Excerpt, { found }: PlacedQuestion): boolean {
  return found.some(({ file, start, end }) => file === citation.file && start < citation.end && citation.start < end);
}

function headlineOf(answer: Answer | null): string | null {
  switch (answer?.kind) {
    case 'answered':
      return answer.headline;
    case 'candidates':
      return answer.candidates[0]?.headline ?? null;
    case 'not_found':
    case undefined:
      return null;
  }
}

/**
 * How a headline compares with the gold answers, or the quotes where there are none: see the measures headline-exact and
 * headline-contained.
 */
export function judgeHeadline(
  { answers, places, list }: Pick<GoldQuestion, 'answers' | 'places' | 'list'>,
  headline: string,
): 'exact' | 'contained' | 'other' {
  const given = wordsOf(headline);
  const wanted = (answers.length > 0 ? answers : places.map(({ quote }) => quote)).map(wordsOf);
  if (list ? wanted.every((words) => given.includes(words)) : wanted.includes(given)) return 'exact';
  return wanted.some((words) => given.includes(words) || words.includes(given)) ? 'contained' : 'other';
}

const opening = new Set('le la les l un une des du de d m mme mlle the a an'.split(' '));

/** Folded words between spaces, so that inclusion respects word ends; no leading article or honorific. */
function wordsOf(text: string): string {
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const first = words.findIndex((word) => !opening.has(word));
  return ` ${words.slice(Math.max(0, first)).join(' ')} `;
}
