import type { Question } from '../language/question.ts';
import { coverage } from '../search/evidence.ts';
import type { Probe } from '../search/probe.ts';
import type { IndexEntry } from '../search/record-index.ts';
import { sentencesOf } from '../search/record-index.ts';
import type { Hit } from '../search/search-engine.ts';
import type { Span } from '../proceedings/proceedings.ts';
import { type Expected, findExpected, hasForm, listedPeople } from './expected.ts';

/** The slice of a passage that is shown, and how well it answers. */
export interface Choice {
  readonly hit: Hit;
  /** In the file's text. */
  readonly span: Span;
  /** Numbers of the sentences shown, in the passage. */
  readonly sentences: readonly number[];
  /** Number of the sentence that answers best. */
  readonly best: number;
  /** Share of the question's idf found in the excerpt, its titles and speaker, 0 to 1. */
  readonly coverage: number;
  /** Slices of the excerpt that have the form asked for; offsets count from the file's start. */
  readonly expected: readonly Expected[];
}

/** An excerpt is filled up with neighbouring sentences to about this many characters; a longer sentence stays whole. */
const budget = 300;

/** Worth of a slice in the form asked for, beside the share of the question's words. */
const formWorth = 0.3;

/** A sentence that asks rarely answers. */
const askingCost = 0.25;

const anaphora =
  /^(?:\(?\[?)?(?:il|elle|ils|elles|ce|cet|cette|ces|celui-ci|celle-ci|ceux-ci|celles-ci|cela|si ce|si cette|son|sa|ses|leur|leurs|y|en effet|ainsi|mais|or|car|donc|de plus|par ailleurs|c['’]est|tous|toutes|on|lui|ce dernier|cette dernière|le dispositif|la mesure|le projet)(?![\p{L}-])/iu;

/** Chooses one to three sentences of a passage that a person can read alone. */
export function chooseExcerpt(hit: Hit, question: Question, probe: Probe, formerRegions: readonly string[]): Choice {
  const { entry, evidence } = hit;
  const { text } = entry.proceedings;
  const spans = sentencesOf(text, entry.passage);
  const expected = spans.map((span) => expectedIn(entry, span, question, formerRegions));
  const worth = spans.map((span, number) => {
    const own = coverage(probe, evidence.sentences[number] ?? none, evidence.context, evidence.speaker);
    const asks = text[span.end - 1] === '?' ? askingCost : 0;
    const around = Math.max(
      coverage(
        probe,
        evidence.sentences[number] ?? none,
        evidence.sentences[number - 1] ?? none,
        evidence.context,
        evidence.speaker,
      ),
      coverage(
        probe,
        evidence.sentences[number] ?? none,
        evidence.sentences[number + 1] ?? none,
        evidence.context,
        evidence.speaker,
      ),
    );
    const form = hasForm(question) ? formWorth * Math.max(0, ...(expected[number] ?? []).map((one) => one.fit)) : 0;
    return isAside(text, span) ? -1 : own + 0.3 * (around - own) + form - asks;
  });
  const says = evidence.sentences.map((found) => coverage(probe, found) > 0);
  const best = worth.reduce((top, value, number) => (value > (worth[top] ?? -Infinity) ? number : top), 0);
  const sentences =
    entry.passage.kind === 'participants' ? spans.map((_, number) => number) : widen(text, spans, worth, says, best);
  const first = spans[sentences[0] ?? best];
  const last = spans[sentences.at(-1) ?? best];
  const span =
    entry.passage.kind === 'participants' ? entry.passage.span : { start: first?.start ?? 0, end: last?.end ?? 0 };
  return {
    hit,
    span,
    sentences,
    best,
    coverage: coverage(
      probe,
      ...sentences.map((number) => evidence.sentences[number] ?? none),
      evidence.context,
      evidence.speaker,
    ),
    expected: sentences.flatMap((number) => expected[number] ?? []),
  };
}

const none = new Float64Array(0);

function expectedIn(entry: IndexEntry, span: Span, question: Question, formerRegions: readonly string[]): Expected[] {
  if (!hasForm(question)) return [];
  if (question.type === 'PERSON' && entry.passage.kind === 'participants') {
    return listedPeople(entry, 0).filter((person) => person.start >= span.start && person.end <= span.end);
  }
  const text = entry.proceedings.text.slice(span.start, span.end);
  return findExpected(text, question, formerRegions).map((one) => ({
    ...one,
    start: one.start + span.start,
    end: one.end + span.start,
  }));
}

/** A stage direction inside a speech. */
function isAside(text: string, span: Span): boolean {
  return text[span.start] === '(' && text[span.end - 1] === ')';
}

/**
 * Neighbours are taken in while the budget lasts: first the sentence that names what a pronoun stands for, then the
 * better one. A sentence before is taken only where it says something of the question.
 */
function widen(
  text: string,
  spans: readonly Span[],
  worth: readonly number[],
  says: readonly boolean[],
  best: number,
): number[] {
  let from = best;
  let to = best;
  const fits = (first: number, last: number, most: number): boolean =>
    (worth[first] ?? -1) >= 0 &&
    (worth[last] ?? -1) >= 0 &&
    (spans[last]?.end ?? 0) - (spans[first]?.start ?? 0) <= most;
  const opens = spans[best];
  if (opens && anaphora.test(text.slice(opens.start, opens.end)) && fits(from - 1, to, budget * 1.5)) from -= 1;
  while (to - from < 2) {
    const before = says[from - 1] === true && fits(from - 1, to, budget);
    const after = fits(from, to + 1, budget);
    if (!before && !after) break;
    if (before && (!after || (worth[from - 1] ?? 0) > (worth[to + 1] ?? 0))) from -= 1;
    else to += 1;
  }
  return Array.from({ length: to - from + 1 }, (_, step) => from + step);
}
