import { fold } from '../language/fold.ts';
import type { Question } from '../language/question.ts';
import type { Span } from '../proceedings/proceedings.ts';
import { coverage, type Evidence, sentenceRow } from '../search/evidence.ts';
import { gramScores } from '../search/grams.ts';
import type { Probe } from '../search/probe.ts';
import { commonPairs, longestCommonRun, nearness } from '../search/proximity.ts';
import { type Run, sentenceRuns } from '../search/record-index.ts';
import type { Hit } from '../search/search-engine.ts';
import { type Said, saidWithin } from '../search/sought.ts';
import { type Expected, hasForm } from './expected.ts';

/** What is known of one sentence of a passage; each 0 to 1 unless said otherwise. Shares are of the question's idf. */
export interface SentenceFeatures {
  /** Share found in the sentence of what the titles above it lack: what the titles say, every sentence speaks of. */
  readonly untitled: number;
  /** Share that the sentence before adds. */
  readonly before: number;
  /** Fit of the best slice in the form asked for. */
  readonly form: number;
  /** The question has a form, and the sentence nothing of it. */
  readonly formless: number;
  /** A figure or date is asked for, and the sentence has digits. */
  readonly digits: number;
  /** The sentence gives a reason, a manner or a definition where one is asked for; where yes or no is, it says so or denies. */
  readonly cue: number;
  /** Share of the question's pairs of neighbouring words that stand in the sentence. */
  readonly pairs: number;
  /** How near each other the question's words stand in it; hardly above 1. */
  readonly near: number;
  /** Longest run of words in common, small ones included: tens of words, at most 1. */
  readonly run: number;
  /** BM25 over character 4-grams, relative to the passage's best sentence. */
  readonly grams: number;
  /** It opens with a pronoun, a demonstrative or a connective, which leans on the sentence before. */
  readonly leans: number;
  /** ln(characters)/6, about 0.5 to 1.1. */
  readonly length: number;
}

const cues: Partial<Record<Question['type'], RegExp>> = {
  REASON:
    /\b(?:car|parce qu|en raison|grace a|afin|pour qu|de crainte|de peur|puisqu|a cause|cause|permet|faute de|lie[es]*|du[es]* a|c'est pourquoi|motif|raison|en effet)/,
  MANNER: /\b(?:en \w+ant|par (?:le|la|les|un|une|l')|grace a|au moyen|a travers|concretement|consiste|moyen)\b/,
  DEFINITION:
    /\b(?:est (?:un|une|le|la|l')|sont (?:des|les)|designe|signifie|appele|c'est-a-dire|consiste|definit|nomme)\b| – |, (?:un|une) /,
  YESNO: /^(?:oui|non|si) ?[,.!:;]|\bn(?:e |').{1,40}\b(?:pas|plus|jamais|aucune?|nullement|guere)\b/,
};

/** Whether a text opens a reason, manner or definition where one is asked for, says yes or no where that is. */
export function hasCue(text: string, type: Question['type']): boolean {
  return cues[type]?.test(fold(text)) === true;
}

/** Openings that lean on the sentence before: pronouns, demonstratives, connectives. */
const anaphora =
  /^(?:il|elle|ils|elles|ce|cet|cette|ces|celui-ci|celle-ci|ceux-ci|celles-ci|cela|si ce|si cette|son|sa|ses|leur|leurs|en effet|ainsi|c['’]est|ce dernier|cette dernière|le dispositif|la mesure|le projet)(?![\p{L}-])/iu;

/** Features of every sentence of a passage; `expected` are the slices in the form asked for, one list a sentence. */
export function sentenceFeatures(
  hit: Hit,
  spans: readonly Span[],
  expected: readonly (readonly Expected[])[],
  question: Question,
  probe: Probe,
): SentenceFeatures[] {
  const { entry, evidence } = hit;
  const { trust } = evidence;
  const known = sentenceRuns(entry);
  const said = spans.map((_, number) => saidWithin(evidence.said, known[number] ?? noWords));
  const grams = gramScores(said, probe);
  const asksDigits = question.type === 'NUMBER' || question.type === 'DATE';
  return spans.map(({ start, end }, number) => {
    const text = entry.proceedings.text.slice(start, end);
    const words = said[number] ?? nothing;
    const here = sentenceRow(evidence, number, probe);
    const earlier = sentenceRow(evidence, number - 1, probe);
    const form = Math.max(0, ...(expected[number] ?? []).map((one) => one.fit));
    return {
      untitled: untitledShare(evidence, here, probe),
      before: coverage(probe, trust, here, earlier) - coverage(probe, trust, here),
      form,
      formless: hasForm(question) && form === 0 ? 1 : 0,
      digits: asksDigits && /\d/.test(text) ? 1 : 0,
      cue: hasCue(text, question.type) ? 1 : 0,
      pairs: commonPairs(words, probe),
      near: nearness(words, probe),
      run: Math.min(1, longestCommonRun(words, probe) / 10),
      grams: grams[number] ?? 0,
      leans: anaphora.test(text) ? 1 : 0,
      length: Math.log(1 + end - start) / 6,
    };
  });
}

const noWords: Run = { from: 0, to: 0 };
const nothing: Said = { at: [], sought: [], length: 0 };

function untitledShare({ trust, context }: Evidence, here: number, probe: Probe): number {
  let all = 0;
  let found = 0;
  probe.words.forEach(({ idf }, at) => {
    const untitled = idf * (1 - (trust[context + at] ?? 0));
    all += untitled;
    found += untitled * (trust[here + at] ?? 0);
  });
  return all > 0 ? found / all : 0;
}
