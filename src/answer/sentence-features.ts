import { fold } from '../language/fold.ts';
import type { Question } from '../language/question.ts';
import type { Span } from '../proceedings/proceedings.ts';
import { coverage } from '../search/evidence.ts';
import { gramScores } from '../search/grams.ts';
import { pairKey, type Probe } from '../search/probe.ts';
import { longestCommonRun, nearness } from '../search/proximity.ts';
import type { Hit } from '../search/search-engine.ts';
import { type Expected, hasForm } from './expected.ts';

/** What is known of one sentence of a passage; each 0 to 1. Shares are of the question's idf. */
export interface SentenceFeatures {
  /** Share found in the sentence. */
  readonly own: number;
  /** The same, relative to the passage's best sentence. */
  readonly relative: number;
  /** Share that the sentence before adds. */
  readonly before: number;
  /** Share that the sentence after adds. */
  readonly after: number;
  /** Fit of the best slice in the form asked for. */
  readonly form: number;
  /** The question has a form, and the sentence nothing of it. */
  readonly formless: number;
  /** The sentence gives a reason, a manner or a definition where one is asked for. */
  readonly cue: number;
  /** Share of the question's pairs of neighbouring words that stand in the sentence. */
  readonly pairs: number;
  /** Share found in the sentence of what the titles lack. */
  readonly untitled: number;
  /** Share of names and figures found in the sentence. */
  readonly names: number;
  /** How near each other the question's words stand in it. */
  readonly near: number;
  /** Longest run of words in common: tens of words, at most 1. */
  readonly run: number;
  /** BM25 over character 4-grams, relative to the passage's best sentence. */
  readonly grams: number;
  /** Words the question lacks... fresh content. */
  readonly around: number;
  readonly leans: number;
  readonly last: number;
  readonly digits: number;
  /** It asks. */
  readonly asks: number;
  /** It opens the passage. */
  readonly first: number;
  /** ln(characters)/6, about 0.5 to 1.1. */
  readonly length: number;
}

const cues: Partial<Record<Question['type'], RegExp>> = {
  REASON:
    /\b(?:car|parce qu|en raison|grace a|afin|pour qu|puisqu|a cause|cause|permet|faute de|lie[es]*|du[es]* a|c'est pourquoi|motif|raison|en effet)/,
  MANNER: /\b(?:en \w+ant|par (?:le|la|les|un|une|l')|grace a|au moyen|a travers|concretement|consiste|moyen)\b/,
  DEFINITION:
    /\b(?:est (?:un|une|le|la|l')|sont (?:des|les)|designe|signifie|appele|c'est-a-dire|consiste|definit|nomme)\b| – |, (?:un|une) /,
};

/** Features of every sentence of a passage; `expected` are the slices in the form asked for, one list a sentence. */
export function sentenceFeatures(
  hit: Hit,
  spans: readonly Span[],
  expected: readonly (readonly Expected[])[],
  question: Question,
  probe: Probe,
): SentenceFeatures[] {
  const { entry, evidence } = hit;
  const { text } = entry.proceedings;
  const own = spans.map((_, number) => coverage(probe, evidence.sentences[number] ?? none));
  const best = Math.max(Number.MIN_VALUE, ...own);
  const cue = cues[question.type];
  const stemsOf = (number: number): Uint32Array =>
    entry.stems.subarray(entry.ends[number - 1] ?? 0, entry.ends[number]);
  const grams = gramScores(
    spans.map((_, number) => ({ stems: stemsOf(number) })),
    probe.grams,
  );
  return spans.map((span, number) => {
    const here = evidence.sentences[number] ?? none;
    const share = own[number] ?? 0;
    const form = Math.max(0, ...(expected[number] ?? []).map((one) => one.fit));
    return {
      own: share,
      relative: share / best,
      before: coverage(probe, here, evidence.sentences[number - 1] ?? none) - share,
      after: coverage(probe, here, evidence.sentences[number + 1] ?? none) - share,
      form,
      formless: hasForm(question) && form === 0 ? 1 : 0,
      cue: cue?.test(fold(text.slice(span.start, span.end))) === true ? 1 : 0,
      pairs: pairShare(entry.stems.subarray(entry.ends[number - 1] ?? 0, entry.ends[number]), probe),
      untitled: untitledShare(here, evidence.context, probe),
      names: nameShare(here, probe),
      near: nearness(stemsOf(number), probe),
      run: Math.min(1, longestCommonRun(stemsOf(number), probe) / 10),
      grams: grams[number] ?? 0,
      around: coverage(probe, here, evidence.sentences[number - 1] ?? none, evidence.sentences[number + 1] ?? none),
      leans: /^(?:il|elle|ils|elles|ce|cet|cette|ces|celui|celle|cela|son|sa|ses|leur|leurs)(?![\p{L}-])/iu.test(
        text.slice(span.start, span.start + 10),
      )
        ? 1
        : 0,
      last: number === spans.length - 1 ? 1 : 0,
      digits:
        (question.type === 'NUMBER' || question.type === 'DATE') && /\d/.test(text.slice(span.start, span.end)) ? 1 : 0,
      asks: entry.asks[number] ?? 0,
      first: number === 0 ? 1 : 0,
      length: Math.log(1 + span.end - span.start) / 6,
    };
  });
}

const none = new Float64Array(0);

function pairShare(stems: Uint32Array, probe: Probe): number {
  if (probe.pairs.size === 0) return 0;
  let found = 0;
  for (let at = 1; at < stems.length; at += 1)
    if (probe.pairs.has(pairKey(stems[at - 1] ?? 0, stems[at] ?? 0))) found += 1;
  return Math.min(1, found / probe.pairCount);
}

function untitledShare(here: Float64Array, titles: Float64Array, probe: Probe): number {
  let all = 0;
  let found = 0;
  probe.words.forEach(({ idf }, at) => {
    const rest = idf * (1 - (titles[at] ?? 0));
    all += rest;
    found += rest * (here[at] ?? 0);
  });
  return all > 0 ? found / all : 0;
}
function nameShare(here: Float64Array, probe: Probe): number {
  let found = 0;
  probe.words.forEach(({ word, idf }, at) => {
    if (word.name) found += idf * (here[at] ?? 0);
  });
  return found / probe.total;
}
