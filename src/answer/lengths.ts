import { sentenceSpans } from '../language/sentences.ts';
import { isStopword } from '../language/stopwords.ts';
import { tokenize } from '../language/tokens.ts';
import type { Excerpt } from '../proceedings/answer.ts';
import { overlaps, type Passage, type Proceedings, type Span } from '../proceedings/proceedings.ts';

/** The lengths at which a citation is read, the shortest first. */
export const lengths = ['sentence', 'short', 'whole'] as const;

/** One of them. */
export type Length = (typeof lengths)[number];

/** The same citation at each length: slices of the file, whole sentences, each holding the shorter ones. */
export interface Lengths extends Readonly<Record<Length, Span>> {
  /** The whole speech, or the narrator's words in a row, out of which they were cut: as far as `longest` reaches. */
  readonly turn: Span;
}

/** What tells the best sentence of an excerpt. */
export interface Sought {
  /** A slice of the excerpt; null where the answer has none. */
  readonly headline: string | null;
  readonly question: string;
}

/** Read aloud in thirty seconds: about 75 words of French. In UTF-16 code units; one longer sentence stays whole. */
export const shortLimit = 450;

/**
 * The lengths of an excerpt: its best sentence (the one with the headline, else with most of the question's words), about
 * thirty seconds around it, and the whole speech or the narrator's words in a row; null where the excerpt is no prose (a list
 * of participants), or stands there no more.
 *
 * @param longest UTF-16 code units that the whole may have, from `shortLimit` on; beyond them it is cut on sentence ends, around the
 *   excerpt. One longer sentence stays whole.
 */
export function lengthsOf(
  { text, passages }: Pick<Proceedings, 'text' | 'passages'>,
  { text: words, citation }: Pick<Excerpt, 'text' | 'citation'>,
  sought: Sought,
  longest: number,
): Lengths | null {
  const at = passages.findIndex(({ span }) => span.start <= citation.start && citation.end <= span.end);
  if (passages[at]?.kind !== 'text' || words === '' || text.slice(citation.start, citation.end) !== words) return null;
  const turn = turnAt(passages, at, { start: citation.start - longest, end: citation.end + longest });
  const sentences = wholeSentences(text, turn);
  const first = sentences.findIndex((sentence) => overlaps(sentence, citation));
  const last = sentences.findLastIndex((sentence) => overlaps(sentence, citation));
  if (first < 0) return null;
  const best = first + bestOf(sentences.slice(first, last + 1), text, sought);
  const within = joined(sentences, [first, last]);
  const start: Range = fitting(shortLimit)(within) ? [first, last] : [best, best];
  const bounds: Range = fitting(shortLimit)(within) ? [0, sentences.length - 1] : [first, last];
  const short = grown(sentences, start, bounds, fitting(shortLimit));
  const core: Range = fitting(longest)(within) ? [Math.min(first, short[0]), Math.max(last, short[1])] : short;
  const whole = grown(sentences, core, [0, sentences.length - 1], fitting(longest));
  return {
    sentence: joined(sentences, [best, best]),
    short: joined(sentences, short),
    whole: joined(sentences, whole),
    turn: joined(sentences, [0, sentences.length - 1]),
  };
}

const fitting =
  (limit: number) =>
  ({ start, end }: Span): boolean =>
    end - start <= limit;

type Range = readonly [first: number, last: number];

/** The passages in a row that are one speech, or one narrator's in one section, from the first words to the last in reach. */
function turnAt(passages: readonly Passage[], at: number, reach: Span): Span {
  const holder = passages[at];
  const inTurn = (passage: Passage): boolean =>
    passage.section === holder?.section && passage.speech === holder?.speech && passage.kind !== 'participants';
  const edge = (step: 1 | -1): number => {
    let found = at;
    for (let next = at + step; ; next += step) {
      const [before, passage] = [passages[next - step], passages[next]];
      if (!before || !passage || !inTurn(passage) || !overlaps(before.span, reach)) return found;
      if (passage.kind === 'text') found = next;
    }
  };
  return { start: passages[edge(-1)]?.span.start ?? 0, end: passages[edge(1)]?.span.end ?? 0 };
}

/** The sentences of a span. One that goes on in the next line of a wrapped paragraph is one. */
function wholeSentences(text: string, { start, end }: Span): Span[] {
  const found: Span[] = [];
  for (const span of sentenceSpans(text, start, end)) {
    const before = found.at(-1);
    const gap = before === undefined ? '' : text.slice(before.end, span.start);
    const goesOn = /^[^\S\n]*\n[^\S\n]*$/.test(gap) && /^\p{Ll}/u.test(text.slice(span.start, span.start + 2));
    if (before !== undefined && goesOn) found[found.length - 1] = { start: before.start, end: span.end };
    else found.push(span);
  }
  return found;
}

function bestOf(sentences: readonly Span[], text: string, { headline, question }: Sought): number {
  const slices = sentences.map(({ start, end }) => text.slice(start, end));
  const headed = headline === null ? -1 : slices.findIndex((slice) => slice.includes(headline));
  if (headed >= 0) return headed;
  const asked = new Set(stemsOf(question));
  const shared = slices.map((slice) => new Set(stemsOf(slice).filter((stem) => asked.has(stem))).size);
  return shared.indexOf(Math.max(...shared));
}

function stemsOf(text: string): string[] {
  const meant = tokenize(text).filter(({ surface }) => !isStopword(surface, 'fr') && !isStopword(surface, 'en'));
  return meant.map(({ stem }) => stem);
}

/** More sentences after and before, in turn, as long as they fit and lie within the bounds. */
function grown(sentences: readonly Span[], from: Range, bounds: Range, fits: (span: Span) => boolean): Range {
  let range = from;
  const tried = ([first, last]: Range): boolean => {
    if (first < bounds[0] || last > bounds[1] || !fits(joined(sentences, [first, last]))) return false;
    range = [first, last];
    return true;
  };
  let grew = true;
  while (grew) {
    const after = tried([range[0], range[1] + 1]);
    const before = tried([range[0] - 1, range[1]]);
    grew = after || before;
  }
  return range;
}

function joined(sentences: readonly Span[], [first, last]: Range): Span {
  return { start: sentences[first]?.start ?? 0, end: sentences[last]?.end ?? 0 };
}
