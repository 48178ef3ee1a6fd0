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

/** Where a quotation may stand, the likeliest first: around the passages that share its rarest words, within their sections and the titles above. */
export function* likelyRegions(quotation: Quotation, index: RecordIndex): Generator<Region> {
  const taken: Region[] = [];
  const { length } = quotation.text;
  const reach = Math.ceil(length * 1.25) + 200 + (quotation.parts.length > 1 ? reachOfParts : 0);
  for (const number of sharing(quotation, index)) {
    const entry = index.entries[number];
    if (entry === undefined) continue;
    const { proceedings, passage } = entry;
    const section = sectionAt(proceedings, passage.span.start)?.span ?? { start: 0, end: proceedings.text.length };
    const previous = index.entries[number - 1];
    const opens = previous?.passage.section !== passage.section;
    const titles = previous?.proceedings === proceedings ? previous.passage.span.end : 0;
    const from = opens ? titles : section.start;
    const around = (distance: number): Span => ({
      start: Math.max(from, passage.span.start - distance),
      end: Math.min(section.end, passage.span.end + distance),
    });
    if (taken.some((one) => one.proceedings === proceedings && isWithin(around(length), one.span))) continue;
    const region = { proceedings, span: around(reach) };
    taken.push(region);
    yield region;
  }
}

/** The numbers of the passages that share the rarest words of a quotation, those that share most first. */
function sharing({ text }: Quotation, index: RecordIndex): readonly number[] {
  const words = [...new Set(tokenize(text).map(({ surface }) => surface))].flatMap((surface) => {
    const passages = passagesWith(surface, index);
    return passages.length === 0 ? [] : [{ passages, weight: inverseFrequency(passages.length, index.entries.length) }];
  });
  const scores = new Map<number, number>();
  for (const { passages, weight } of words.toSorted((a, b) => b.weight - a.weight).slice(0, rarest))
    for (const passage of passages) scores.set(passage, (scores.get(passage) ?? 0) + weight);
  return [...scores]
    .toSorted(([one, score], [other, than]) => than - score || one - other)
    .slice(0, mostPassages)
    .map(([number]) => number);
}

/** The numbers of the passages that have a word, or that stand first under a title that has it. */
function passagesWith(surface: string, { vocabulary, postings, entries }: RecordIndex): readonly number[] {
  const id = vocabulary.surfaceId(surface);
  if (id === undefined) return [];
  const within = listAt(postings.text.passages, surfaceTerm(id));
  const below = listAt(postings.context.passages, surfaceTerm(id)).filter(
    (number) => entries[number]?.passage.section !== entries[number - 1]?.passage.section,
  );
  return below.length === 0 ? [...within] : [...new Set([...within, ...below])];
}
