import { tokenize } from '../language/tokens.ts';
import type { Proceedings, Span } from '../proceedings/proceedings.ts';
import { listAt } from '../search/lists.ts';
import { surfaceTerm } from '../search/passage-words.ts';
import type { RecordIndex } from '../search/record-index.ts';
import { inverseFrequency } from '../search/vocabulary.ts';
import type { Quotation } from './quotation.ts';
import { sectionAt } from './quoted-place.ts';
import { isWithin } from './units.ts';

/** A part of a file. */
export interface Region {
  readonly proceedings: Proceedings;
  readonly span: Span;
}

/** So many of the rarest words of a quotation say which passages are looked at, and so many passages are. */
const rarest = 24;
const mostPassages = 40;
/** How much further than its own length the parts of a quotation are looked for, in UTF-16 code units. */
const reachOfParts = 5_000;

/** Where a quotation may stand, the likeliest first: around the passages that share its rarest words, within their sections. */
export function* likelyRegions(quotation: Quotation, index: RecordIndex): Generator<Region> {
  const taken: Region[] = [];
  const reach = Math.ceil(quotation.text.length * 1.25) + 200 + (quotation.parts.length > 1 ? reachOfParts : 0);
  for (const number of sharing(quotation, index)) {
    const entry = index.entries[number];
    if (entry === undefined) continue;
    const { proceedings, passage } = entry;
    const isTaken = (one: Region) => one.proceedings === proceedings && isWithin(passage.span, one.span);
    if (taken.some(isTaken)) continue;
    const section = sectionAt(proceedings, passage.span.start)?.span ?? { start: 0, end: passage.span.end + reach };
    const region = {
      proceedings,
      span: {
        start: Math.max(section.start, passage.span.start - reach),
        end: Math.min(section.end, passage.span.end + reach),
      },
    };
    taken.push(region);
    yield region;
  }
}

/** The numbers of the passages that share the rarest words of a quotation, those that share most first. */
function sharing({ text }: Quotation, { vocabulary, postings, entries }: RecordIndex): readonly number[] {
  const words = [...new Set(tokenize(text).map(({ surface }) => surface))].flatMap((surface) => {
    const id = vocabulary.surfaceId(surface);
    const passages = id === undefined ? [] : listAt(postings.text.passages, surfaceTerm(id));
    return passages.length === 0 ? [] : [{ passages, weight: inverseFrequency(passages.length, entries.length) }];
  });
  const scores = new Map<number, number>();
  for (const { passages, weight } of words.toSorted((a, b) => b.weight - a.weight).slice(0, rarest))
    for (const passage of passages) scores.set(passage, (scores.get(passage) ?? 0) + weight);
  return [...scores]
    .toSorted(([one, score], [other, than]) => than - score || one - other)
    .slice(0, mostPassages)
    .map(([number]) => number);
}
