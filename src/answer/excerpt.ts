import { isAddressed } from '../language/names.ts';
import type { Question } from '../language/question.ts';
import { coverage, sentenceRow } from '../search/evidence.ts';
import type { Probe } from '../search/probe.ts';
import type { IndexEntry } from '../search/record-index.ts';
import { sentencesOf } from '../search/sentences-of.ts';
import { weightedSum } from '../search/weighted-sum.ts';
import type { Hit } from '../search/search-engine.ts';
import type { Span } from '../proceedings/proceedings.ts';
import { type Expected, findExpected, leastFit, listedPeople, listedRoles } from './expected.ts';
import { type SentenceFeatures, sentenceFeatures } from './sentence-features.ts';
import weightsFile from './sentence-weights.json' with { type: 'json' };
import { withWholeLists } from './whole-list.ts';
import { bestWindow, type Weighed } from './window.ts';

/** The slice of a passage that is shown, and how well it answers. */
export interface Choice {
  readonly hit: Hit;
  /** In the file's text. */
  readonly span: Span;
  /** Numbers of the sentences shown, in the passage. */
  readonly sentences: readonly number[];
  /** What is known of the passage's most promising sentence; null for a list of participants. */
  readonly bestSentence: SentenceFeatures | null;
  /** Share of the question's idf found in the excerpt, its titles and speaker, 0 to 1. */
  readonly coverage: number;
  /** Slices of the excerpt that have the form asked for; offsets count from the file's start. */
  readonly expected: readonly Expected[];
  /** Share of the question's idf found in the shown sentence that has the form asked for, times its fit; 0 where none has. */
  readonly formed: number;
}

/** The words of an excerpt. */
export function excerptText({ hit: { entry }, span }: Choice): string {
  return entry.proceedings.text.slice(span.start, span.end);
}

const weights: Readonly<Record<keyof SentenceFeatures, number>> = weightsFile.weights;

/**
 * Chooses the one to four neighbouring sentences of a passage that are most likely to hold the answer for their length; lists
 * that they touch stay whole.
 *
 * @param share probability that the passage is the right one, 0 to 1
 */
export function chooseExcerpt(
  hit: Hit,
  share: number,
  question: Question,
  probe: Probe,
  formerRegions: readonly string[],
): Choice {
  const { entry, evidence } = hit;
  const spans = sentencesOf(entry.proceedings.text, entry.passage);
  const expected = spans.map((span) => expectedIn(entry, span, question, formerRegions));
  const listed = entry.passage.kind === 'participants';
  const features = listed ? [] : sentenceFeatures(hit, spans, expected, question, probe);
  const scores = features.map((known) => weightedSum(weights, known));
  const candidates = weighed(entry.proceedings.text, spans, features, scores);
  const [first, last] = listed
    ? [0, spans.length - 1]
    : withWholeLists(entry.proceedings.text, spans, bestWindow(candidates, share));
  const likeliest = Math.max(...candidates.map(({ likely }) => likely));
  const sentences = Array.from({ length: last - first + 1 }, (_, step) => first + step);
  const shown = sentences.map((number) => sentenceRow(evidence, number, probe));
  const start = spans[first]?.start ?? entry.passage.span.start;
  const end = spans[last]?.end ?? entry.passage.span.end;
  return {
    hit,
    span: listed ? entry.passage.span : { start, end },
    sentences,
    bestSentence: features[candidates.findIndex(({ likely }) => likely === likeliest)] ?? null,
    coverage: coverage(probe, evidence.trust, evidence.context, evidence.speaker, ...shown),
    expected: sentences.flatMap((number) => expected[number] ?? []),
    formed: Math.max(
      ...sentences.map(
        (number) => bestFit(expected[number]) * saidBy(hit, number, spans[number] ?? entry.passage.span, probe),
      ),
    ),
  };
}

/** Words by which people who speak name themselves; not "Notre-Dame", "Me Dupond", "M’Barek". */
const firstPerson =
  /(?<![\p{L}-])(?:[Jj]e|me|[Mm]a|[Mm]oi|[Mm]on|[Mm]es|[Nn]ous|[Nn]otre|[Nn]os|[JjMm](?=['’]\p{Ll}))(?![\p{L}-])/u;

/** Share of the question's idf that a sentence says by itself; "I" and "we" are who speaks. */
function saidBy({ entry, evidence }: Hit, number: number, { start, end }: Span, probe: Probe): number {
  const rows = [sentenceRow(evidence, number, probe)];
  if (firstPerson.test(entry.proceedings.text.slice(start, end))) rows.push(evidence.speaker);
  return coverage(probe, evidence.trust, ...rows);
}

function bestFit(expected: readonly Expected[] = []): number {
  const best = Math.max(0, ...expected.map(({ fit }) => fit));
  return best < leastFit ? 0 : best;
}

/** The sentences with their probability to hold the answer, given that the passage does; stage directions never do. */
function weighed(
  text: string,
  spans: readonly Span[],
  features: readonly SentenceFeatures[],
  scores: readonly number[],
): Weighed[] {
  const odds = scores.map((score, number) => (isAside(text, spans[number]) ? 0 : Math.exp(score)));
  const total = odds.reduce((sum, one) => sum + one, 0) || 1;
  return spans.map(({ start, end }, number) => ({
    start,
    end,
    likely: (odds[number] ?? 0) / total,
    leans: features[number]?.leans === 1,
  }));
}

function expectedIn(entry: IndexEntry, span: Span, question: Question, formerRegions: readonly string[]): Expected[] {
  if (entry.passage.kind === 'participants' && (question.type === 'PERSON' || question.type === 'IDENTITY')) {
    const listed = question.type === 'PERSON' ? listedPeople(entry, 0) : listedRoles(entry, question);
    return listed.filter((one) => one.start >= span.start && one.end <= span.end);
  }
  const text = entry.proceedings.text.slice(span.start, span.end);
  const spokenTo = question.type === 'PERSON' && entry.passage.speech !== null;
  return findExpected(text, question, formerRegions)
    .filter((one) => !spokenTo || !isAddressed(text, one))
    .map((one) => ({ ...one, start: one.start + span.start, end: one.end + span.start }));
}

/** A stage direction inside a speech. */
function isAside(text: string, span: Span | undefined): boolean {
  return span !== undefined && text[span.start] === '(' && text[span.end - 1] === ')';
}
