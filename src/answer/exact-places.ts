import { fold } from '../language/fold.ts';
import type { Proceedings, Span } from '../proceedings/proceedings.ts';
import type { Variant } from '../proceedings/verification.ts';
import type { RecordIndex } from '../search/record-index.ts';
import type { Vocabulary } from '../search/vocabulary.ts';
import type { Quotation } from './quotation.ts';
import { sectionAt } from './quoted-place.ts';
import { spanOf, typographicVariants } from './typographic-variants.ts';
import { isSame, type Unit, unitsIn, unitsOf, withoutStage } from './units.ts';

/** A place at which every word and mark of a quotation stands. */
export interface ExactPlace {
  readonly proceedings: Proceedings;
  /** Of each part. */
  readonly spans: readonly Span[];
  readonly variants: readonly Variant[];
}

/** How far from each other the parts of a quotation may stand, within a section, in UTF-16 code units. */
const reach = 30_000;
/** More places than this are not counted. */
const most = 50;

/** All places at which a quotation stands but for its typography, in the order of the corpus; 50 at most. */
export function exactPlaces(quotation: Quotation, { corpus, vocabulary }: RecordIndex): readonly ExactPlace[] {
  const longest = quotation.parts.reduce((best, part) => (part.length > best.length ? part : best));
  const anchor = anchorOf(longest, vocabulary);
  const key = longest[anchor]?.key;
  const places: ExactPlace[] = [];
  if (key === undefined) return places;
  for (const proceedings of corpus.proceedings) {
    const { text } = proceedings;
    for (let at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + 1)) {
      if (!isLikely(longest, anchor, proceedings, at)) continue;
      const place = placeAround(quotation, longest, proceedings, at);
      if (place === null || places.at(-1)?.spans[0]?.start === place.spans[0]?.start) continue;
      places.push(place);
      if (places.length === most) return places;
    }
  }
  return places;
}

/** The rarest word that files spell as its key, and not the first one, whose case may differ. */
function anchorOf(part: readonly Unit[], vocabulary: Vocabulary): number {
  const worth = part.map(({ key, isWord }, at) => {
    if (!isWord || at === 0 || !isPlain(key)) return 0;
    const stem = vocabulary.idOf(vocabulary.stemOf(fold(key)) ?? '');
    return key.length + (stem === undefined ? 0 : 1_000 / vocabulary.passagesWith(stem));
  });
  return worth.indexOf(Math.max(...worth));
}

/** Whether what is around an anchor can be the part's too: rules nearly every other place out, at little cost. */
function isLikely(part: readonly Unit[], anchor: number, { text }: Proceedings, at: number): boolean {
  const end = at + (part[anchor]?.key.length ?? 0);
  const next = part[anchor + 1];
  if (next?.isWord === true && isPlain(next.key) && text[end] === ' ' && isWordAt(text, end + 1))
    if (!text.startsWith(next.key, end + 1)) return false;
  if (isWordAt(text, end) || isWordAt(text, at - 1)) return false;
  // A stage direction or a comment may stand in between; the outermost units may be cut.
  const before =
    text
      .slice(Math.max(0, at - near), at)
      .split(aside)
      .at(-1) ?? '';
  const after = text.slice(end, end + near).split(aside)[0] ?? '';
  const follows = unitsIn(after)
    .slice(0, -1)
    .every((unit, index) => anchor + 1 + index >= part.length || unit.key === part[anchor + 1 + index]?.key);
  const precedes = (unit: Unit, index: number) =>
    index >= anchor || isSame(unit, part[anchor - 1 - index], index === anchor - 1);
  return follows && unitsIn(before).slice(1).toReversed().every(precedes);
}

/** How far around an anchor is looked at first, in UTF-16 code units. */
const near = 50;
const aside = /[()<>]/;
const isPlain = (key: string): boolean => !/[oa]e/i.test(key);
const isWordAt = (text: string, at: number): boolean => /[\p{L}\p{N}]/u.test(text.charAt(at));

function placeAround(
  quotation: Quotation,
  longest: readonly Unit[],
  proceedings: Proceedings,
  at: number,
): ExactPlace | null {
  const { start, end } = spanOf(longest);
  const width = (end - start) * 2 + 400;
  const all = unitsOf(proceedings, Math.max(0, at - width), at + width);
  const bare = withoutStage(all, proceedings);
  for (const units of bare.length === all.length ? [all] : [all, bare]) {
    const from = firstMatch(longest, units, 0, (index) => spanHolds(units, index, longest.length, at));
    if (from === null) continue;
    const found = units.slice(from, from + longest.length);
    const parts = quotation.parts.length === 1 ? [found] : aroundPart(quotation, longest, found, proceedings);
    if (parts !== null) return placeOf(quotation, parts, proceedings, units === bare && bare !== all);
  }
  return null;
}

function spanHolds(units: readonly Unit[], from: number, length: number, at: number): boolean {
  return (units[from]?.start ?? Infinity) <= at && at < (units[from + length - 1]?.end ?? 0);
}

/** Where a part stands among units, from an index on; null where it does not. */
function firstMatch(
  part: readonly Unit[],
  units: readonly Unit[],
  from: number,
  accept: (index: number) => boolean = () => true,
): number | null {
  for (let index = from; index + part.length <= units.length; index += 1) {
    if (part.every((unit, at) => isSame(unit, units[index + at], at === 0)) && accept(index)) return index;
  }
  return null;
}

/** The other parts before and after the longest one, nearest to it, in the same section; null where one is missing. */
function aroundPart(
  { parts }: Quotation,
  longest: readonly Unit[],
  found: readonly Unit[],
  proceedings: Proceedings,
): readonly (readonly Unit[])[] | null {
  const { start, end } = spanOf(found);
  const section = sectionAt(proceedings, start)?.span ?? {
    start: 0,
    end: proceedings.sections[0]?.span.start ?? Infinity,
  };
  const { text } = proceedings;
  const before = unitsOf(proceedings, Math.max(section.start, start - reach), start).toReversed();
  const after = unitsOf(proceedings, end, Math.min(section.end, text.length, end + reach));
  const at = parts.indexOf(longest);
  const earlier = inTurn(
    parts
      .slice(0, at)
      .toReversed()
      .map((part) => part.toReversed()),
    before,
    true,
  );
  const later = inTurn(parts.slice(at + 1), after, false);
  if (earlier === null || later === null) return null;
  return [...earlier.toReversed().map((part) => part.toReversed()), found, ...later];
}

/** Parts one after another among units; both may be read backwards. */
function inTurn(
  parts: readonly (readonly Unit[])[],
  units: readonly Unit[],
  backwards: boolean,
): readonly (readonly Unit[])[] | null {
  const found: (readonly Unit[])[] = [];
  let from = 0;
  for (const part of parts) {
    const opens = backwards ? part.length - 1 : 0;
    const same = (index: number) => part.every((unit, at) => isSame(unit, units[index + at], at === opens));
    while (from + part.length <= units.length && !same(from)) from += 1;
    if (from + part.length > units.length) return null;
    found.push(units.slice(from, from + part.length));
    from += part.length;
  }
  return found;
}

function placeOf(
  quotation: Quotation,
  parts: readonly (readonly Unit[])[],
  proceedings: Proceedings,
  skips: boolean,
): ExactPlace {
  const { text } = proceedings;
  const spans = parts.map(spanOf);
  const variants = new Set<Variant>();
  for (const [index, span] of spans.entries()) {
    const part = quotation.parts[index] ?? [];
    const written = spanOf(part);
    const quoted = quotation.text.slice(written.start, written.end);
    for (const variant of typographicVariants(quoted, text.slice(span.start, span.end))) variants.add(variant);
    if (part[0]?.key !== parts[index]?.[0]?.key) variants.add('firstLetter');
    const next = spans[index + 1];
    if (next !== undefined && unitsIn(text, span.end, next.start).some(({ isWord }) => isWord))
      variants.add('omission');
  }
  const end = spans.at(-1)?.end ?? 0;
  const following = unitsIn(text, end, end + 20).slice(0, quotation.ending.length);
  const endsAlike = quotation.ending.every((mark, index) => mark.key === following[index]?.key);
  if (!endsAlike) variants.add('finalPunctuation');
  if (skips) variants.add('stage');
  const last = { start: spans.at(-1)?.start ?? 0, end: endsAlike ? (following.at(-1)?.end ?? end) : end };
  return { proceedings, spans: [...spans.slice(0, -1), last], variants: [...variants] };
}
