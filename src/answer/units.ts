import type { Proceedings, Span } from '../proceedings/proceedings.ts';

/** A word or a punctuation mark, as quotations are compared. */
export interface Unit extends Span {
  /** The same for what differs only in typography; case and accents count. */
  readonly key: string;
  readonly isWord: boolean;
}

/**
 * Words without apostrophes and hyphens; dots in a row; any other character but spaces, control characters, quotation marks,
 * apostrophes and the marks of Markdown.
 */
const unitPattern =
  /[\p{L}\p{N}][\p{L}\p{M}\p{N}\u00ad\u200b-\u200d\u2060]*|\.{2,}|[^\s\p{C}«»“”„‟"‹›‘’‚‛'ʼ`´*_~#|<>\\]/gu;
const invisible = /[\u00ad\u200b-\u200d\u2060]/g;
/** Every hyphen, dash and minus sign, in a class of characters. */
const dashes = '-‐‑‒–—―−';
const ligatures: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', Œ: 'Oe', Æ: 'Ae', ﬁ: 'fi', ﬂ: 'fl' };
/** Characters that one key writes as several. */
export const ligature = /[œæŒÆﬁﬂ]/g;

/**
 * The words and marks of `text` between `from` and `to` (default: all of it). A dash between spaces is none: it opens an
 * item of a list, or sets words apart. What `from` or `to` cuts through is cut.
 */
export function unitsIn(text: string, from = 0, to = text.length): Unit[] {
  const units: Unit[] = [];
  for (const { 0: raw, index } of text.slice(from, to).matchAll(unitPattern)) {
    const start = from + index;
    const end = start + raw.length;
    const isWord = wordOpens.test(raw);
    if (!isWord && dashes.includes(raw) && isApart(text, start, end)) continue;
    units.push({ start, end, key: keyOf(raw, isWord), isWord });
  }
  return units;
}

const wordOpens = /^[\p{L}\p{N}]/u;

function isApart(text: string, start: number, end: number): boolean {
  return (start === 0 || /\s/.test(text.charAt(start - 1))) && (end === text.length || /\s/.test(text.charAt(end)));
}

function keyOf(raw: string, isWord: boolean): string {
  if (isWord) return raw.replace(invisible, '').replace(ligature, (character) => ligatures[character] ?? character);
  if (dashes.includes(raw)) return '-';
  return raw.startsWith('..') ? '…' : raw;
}

/** Whether two units are the same; of the `first` of a quotation the first letter's case does not count. */
export function isSame(one: Unit | undefined, other: Unit | undefined, first: boolean): boolean {
  if (one === undefined || other === undefined) return false;
  if (one.key === other.key) return true;
  return first && one.key.slice(1) === other.key.slice(1) && one.key.toLowerCase() === other.key.toLowerCase();
}

/** The words and marks of a file between two offsets, without those of its comments, which nobody sees. */
export function unitsOf({ text }: Proceedings, from: number, to: number): readonly Unit[] {
  const hidden = commentsIn(text).filter(({ start, end }) => start < to && end > from);
  const units = unitsIn(text, from, to);
  return hidden.length === 0 ? units : units.filter((unit) => !hidden.some((comment) => isWithin(unit, comment)));
}

/** Units of a file without those of the stage directions on their own, which a quotation may leave out without saying so. */
export function withoutStage(units: readonly Unit[], { passages }: Proceedings): readonly Unit[] {
  const [first, last] = [units.at(0), units.at(-1)];
  if (first === undefined || last === undefined) return units;
  const stage = passages.filter(
    ({ kind, span }) => kind === 'stage' && span.start < last.end && span.end > first.start,
  );
  return stage.length === 0 ? units : units.filter((unit) => !stage.some(({ span }) => isWithin(unit, span)));
}

function commentsIn(text: string): Span[] {
  const found: Span[] = [];
  for (let start = text.indexOf('<!--'); start >= 0; start = text.indexOf('<!--', start)) {
    const close = text.indexOf('-->', start + 4);
    if (close < 0) break;
    found.push({ start, end: close + 3 });
    start = close + 3;
  }
  return found;
}

/** Whether one span lies within another. */
export function isWithin(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
