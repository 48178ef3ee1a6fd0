import { tokenize } from '../language/tokens.ts';
import type { Question } from '../language/question.ts';
import type { Span } from '../proceedings/proceedings.ts';
import { coverage, sentenceRow } from '../search/evidence.ts';
import type { Probe } from '../search/probe.ts';
import type { Choice } from './excerpt.ts';
import { type Expected, leastFit } from './expected.ts';

/** What may stand between two items of an enumeration. */
const link =
  /^(?:\s*,\s*(?:et\s+|ou\s+)?|\s+(?:et|ou|ainsi que)\s+)(?:(?:à|en|de|du|des|dans|aux?|le|la|les|d['’]|l['’])\s*)*$/iu;

/**
 * The short answer: the slice of the excerpt in the form asked for that stands nearest to the question's words; for a
 * question that asks for several, the whole enumeration around it. Null where the type of question has no form, or the excerpt
 * nothing that fits it.
 */
export function headlineOf(choice: Choice, question: Question, probe: Probe): Span | null {
  const { passage, proceedings } = choice.hit.entry;
  if (choice.expected.length === 0) return null;
  if (passage.kind === 'participants' && question.type === 'PERSON') return bestPeople(choice, probe);
  const matched = matchedWords(proceedings.text, choice.span, probe);
  const ranked = choice.expected
    .filter(({ fit }) => fit >= leastFit)
    .map((expected) => ({ expected, score: nearness(expected, matched) * expected.fit }))
    .toSorted((a, b) => b.score - a.score || a.expected.start - b.expected.start);
  const best = ranked[0]?.expected;
  if (!best) return null;
  return question.list ? enumeration(proceedings.text, choice.expected, best) : { start: best.start, end: best.end };
}

/** The short answer that stands above an excerpt: none where several are asked for and a text names but one of them, or something else. */
export function leadOf(choice: Choice, question: Question, probe: Probe): Span | null {
  const span = headlineOf(choice, question, probe);
  if (span === null || !question.list || choice.hit.entry.passage.kind === 'participants') return span;
  const items = choice.expected.filter(({ start, end }) => start >= span.start && end <= span.end);
  return items.length > 1 ? span : null;
}

/** The people of a participants line whom the question's words fit best; neighbours that fit equally are taken together. */
function bestPeople(choice: Choice, probe: Probe): Span | null {
  const { evidence } = choice.hit;
  const fits = choice.expected.map((_, number) =>
    coverage(probe, evidence.trust, sentenceRow(evidence, number, probe)),
  );
  const top = Math.max(...fits);
  const people = choice.expected.filter((_, number) => (fits[number] ?? 0) >= top - 1e-9);
  const first = people[0];
  const last = people.at(-1);
  return first && last && people.length === choice.expected.indexOf(last) - choice.expected.indexOf(first) + 1
    ? { start: first.start, end: last.end }
    : (first ?? null);
}

interface Matched extends Span {
  readonly worth: number;
}

function matchedWords(text: string, span: Span, probe: Probe): Matched[] {
  return tokenize(text.slice(span.start, span.end)).flatMap((token) => {
    const id = probe.idOf(token.stem);
    const uses = id === undefined ? [] : (probe.uses.get(id) ?? []);
    const worth = Math.max(0, ...uses.map((use) => use.weight * (probe.words[use.word]?.idf ?? 0)));
    return worth > 0 ? [{ start: span.start + token.start, end: span.start + token.end, worth }] : [];
  });
}

/** Sum of the matched words' idf, each less the farther it stands; one word is about eight characters. */
function nearness(span: Span, matched: readonly Matched[]): number {
  return matched.reduce((sum, word) => {
    const gap = Math.max(0, word.start - span.end, span.start - word.end);
    const inside = word.start < span.end && word.end > span.start;
    return sum + (inside ? 0.2 : 1 / (1 + gap / 24)) * word.worth;
  }, 1e-6);
}

function enumeration(text: string, expected: readonly Expected[], best: Expected): Span {
  const ordered = expected.toSorted((a, b) => a.start - b.start);
  const at = ordered.indexOf(best);
  const linked = (left: Expected | undefined, right: Expected | undefined): boolean =>
    left !== undefined && right !== undefined && link.test(text.slice(left.end, right.start));
  let from = at;
  let to = at;
  while (linked(ordered[from - 1], ordered[from])) from -= 1;
  while (linked(ordered[to], ordered[to + 1])) to += 1;
  return { start: ordered[from]?.start ?? best.start, end: ordered[to]?.end ?? best.end };
}
