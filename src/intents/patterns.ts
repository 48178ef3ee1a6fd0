import type { Message } from './message.ts';

/** Where a pattern or an example with a slot fits: the part of the message that it is about, or null for all of it. */
export interface Fit {
  readonly subject: { readonly start: number; readonly end: number } | null;
}

/** Longest message that patterns are tried on, in UTF-16 code units; a longer one is a question. */
export const longestMatched = 1_000;

/** At most so many `*`, `+` or `{n,}` in one pattern: time grows with the message's length to that power. */
const mostUnbounded = 2;
/** From here on `{n,m}` counts as unbounded. */
const longRepetition = 80;

const unit = /\\[^]|\[(?:\\[^]|[^\]\\])*\]|\{(?<least>\d+)(?<range>,(?<most>\d*))?\}|[^]/gu;

/**
 * Compiles a pattern of an intents file. It fits whole messages, folded; accents and line breaks in it do not count.
 *
 * @throws SyntaxError, in words for a maintainer, where the pattern is no regular expression or could take long.
 */
export function compilePattern(source: string): RegExp {
  const flat = source
    .replace(/(?<! ) *\n */g, '')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '');
  const danger = slowness(flat);
  if (danger !== null) throw new SyntaxError(danger);
  return new RegExp(`^(?:${flat})$`, 'du');
}

/** Compiles an example with one {slot}: the same words (of `wordsOf`) around it, in order, whatever stands between them. */
export function compileSlot(before: readonly string[], after: readonly string[]): RegExp {
  const gap = '[^\\p{L}\\p{N}]+';
  const head = before.map((word) => withLigatures(word) + gap).join('');
  const tail = after.map((word) => gap + withLigatures(word)).join('');
  return new RegExp(`^${head}(?<subject>.+)${tail}$`, 'du');
}

/** Words are folded without ligatures, which a folded message keeps. */
function withLigatures(word: string): string {
  return word.replaceAll('oe', '(?:oe|œ)').replaceAll('ae', '(?:ae|æ)');
}

/** Tries a compiled pattern on a message without its closing punctuation; null where it does not fit. */
export function fit(pattern: RegExp, message: Message): Fit | null {
  if (message.folded.length > longestMatched) return null;
  const match = pattern.exec(message.folded);
  if (!match) return null;
  const span = match.indices?.groups?.['subject'];
  return { subject: span ? { start: span[0], end: span[1] } : null };
}

/**
 * Why a pattern could take long on a hostile message, or null. Without repeated groups and back references, time
 * is polynomial in the message's length, and its degree is at most the number of unbounded repetitions.
 */
function slowness(pattern: string): string | null {
  let previous = '';
  let unbounded = 0;
  for (const { 0: part, groups } of pattern.matchAll(unit)) {
    if (/^\\[1-9k]/.test(part)) return 'a back reference can take very long; leave it out';
    const repeats = part === '*' || part === '+' || groups?.['least'] !== undefined;
    if (repeats && previous === ')') return 'a repeated group can take very long; repeat a single character instead';
    if (repeats && mostRepetitions(groups) > longRepetition) unbounded += 1;
    previous = part;
  }
  return unbounded > mostUnbounded
    ? `${unbounded} unbounded repetitions can take very long; use at most ${mostUnbounded}, and {0,40} for the others`
    : null;
}

function mostRepetitions(groups: Record<string, string | undefined> | undefined): number {
  if (groups?.['least'] === undefined) return Infinity;
  if (groups['range'] === undefined) return Number(groups['least']);
  return groups['most'] ? Number(groups['most']) : Infinity;
}
