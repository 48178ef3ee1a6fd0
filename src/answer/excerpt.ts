import type { Question } from '../language/question.ts';
import { coverage } from '../search/evidence.ts';
import type { Probe } from '../search/probe.ts';
import type { IndexEntry } from '../search/record-index.ts';
import { sentencesOf } from '../search/sentences-of.ts';
import { weightedSum } from '../search/weighted-sum.ts';
import type { Hit } from '../search/search-engine.ts';
import type { Span } from '../proceedings/proceedings.ts';
import { type Expected, findExpected, hasForm, listedPeople } from './expected.ts';
import { type SentenceFeatures, sentenceFeatures } from './sentence-features.ts';
import weightsFile from './sentence-weights.json' with { type: 'json' };

/** The slice of a passage that is shown, and how well it answers. */
export interface Choice {
  readonly hit: Hit;
  /** In the file's text. */
  readonly span: Span;
  /** Numbers of the sentences shown, in the passage. */
  readonly sentences: readonly number[];
  /** Share of the question's idf found in the excerpt, its titles and speaker, 0 to 1. */
  readonly coverage: number;
  /** Slices of the excerpt that have the form asked for; offsets count from the file's start. */
  readonly expected: readonly Expected[];
}

/** An excerpt holds at most three sentences and about this many characters; one longer sentence stays whole. */
const budget = 350;
const mostSentences = 3;

/** A further sentence is worth its length only where it adds so much probability. */
const leastGain = 0.03;

const weights: Readonly<Record<keyof SentenceFeatures, number>> = weightsFile.weights;

/** Openings that lean on the sentence before: pronouns, demonstratives, connectives. */
const anaphora =
  /^(?:il|elle|ils|elles|ce|cet|cette|ces|celui-ci|celle-ci|ceux-ci|celles-ci|cela|si ce|si cette|son|sa|ses|leur|leurs|en effet|ainsi|c['’]est|ce dernier|cette dernière|le dispositif|la mesure|le projet)(?![\p{L}-])/iu;

/** Chooses the one to three neighbouring sentences of a passage that are most likely to hold the answer. */
export function chooseExcerpt(hit: Hit, question: Question, probe: Probe, formerRegions: readonly string[]): Choice {
  const { entry, evidence } = hit;
  const spans = sentencesOf(entry.proceedings.text, entry.passage);
  const expected = spans.map((span) => expectedIn(entry, span, question, formerRegions));
  const listed = entry.passage.kind === 'participants';
  const speaks = spans.map(
    (_, number) => coverage(probe, evidence.sentences[number] ?? none) > 0 || (expected[number] ?? []).length > 0,
  );
  const likely = listed ? [] : likelihoods(entry, spans, sentenceFeatures(hit, spans, expected, question, probe));
  const sentences = listed
    ? spans.map((_, number) => number)
    : likeliestWindow(entry.proceedings.text, spans, likely, speaks);
  const start = spans[sentences[0] ?? 0]?.start ?? entry.passage.span.start;
  const end = spans[sentences.at(-1) ?? 0]?.end ?? entry.passage.span.end;
  const shown = sentences.map((number) => evidence.sentences[number] ?? none);
  return {
    hit,
    span: listed ? entry.passage.span : { start, end },
    sentences,
    coverage: coverage(probe, ...shown, evidence.context, evidence.speaker),
    expected: sentences.flatMap((number) => expected[number] ?? []),
  };
}

const none = new Float64Array(0);

/** Probability of each sentence to hold the answer, given that the passage does; stage directions never do. */
function likelihoods(entry: IndexEntry, spans: readonly Span[], features: readonly SentenceFeatures[]): number[] {
  const { text } = entry.proceedings;
  const odds = features.map((known, number) =>
    isAside(text, spans[number]) ? 0 : Math.exp(weightedSum(weights, known)),
  );
  const total = odds.reduce((sum, one) => sum + one, 0) || 1;
  return odds.map((one) => one / total);
}

/**
 * The window that holds the most probability within the budget, opened by a sentence that speaks of the question. A sentence that opens with a pronoun brings the one
 * before it, which names what the pronoun stands for, where three sentences and half as much again allow.
 */
function likeliestWindow(
  text: string,
  spans: readonly Span[],
  likely: readonly number[],
  speaks: readonly boolean[],
): number[] {
  const length = (from: number, to: number): number => (spans[to]?.end ?? 0) - (spans[from]?.start ?? 0);
  const anySpeaks = speaks.includes(true);
  let window = { from: 0, to: 0, worth: -1 };
  spans.forEach((_, from) => {
    if (!speaks[from] && anySpeaks) return;
    let worth = 0;
    for (let to = from; to < Math.min(spans.length, from + mostSentences); to += 1) {
      if (likely[to] === 0 || (to > from && length(from, to) > budget)) break;
      worth += likely[to] ?? 0;
      if (worth > window.worth + leastGain * (to - from)) window = { from, to, worth };
    }
  });
  const { from, to } = window;
  const leans =
    from > 0 && (likely[from - 1] ?? 0) > 0 && anaphora.test(text.slice(spans[from]?.start, spans[from]?.end));
  const first = leans && to - from + 1 < mostSentences && length(from - 1, to) <= budget * 1.5 ? from - 1 : from;
  return Array.from({ length: to - first + 1 }, (_, step) => first + step);
}

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
function isAside(text: string, span: Span | undefined): boolean {
  return span !== undefined && text[span.start] === '(' && text[span.end - 1] === ')';
}
