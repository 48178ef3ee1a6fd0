import { fold } from '../language/fold.ts';
import { isStopword } from '../language/stopwords.ts';
import type { Proceedings } from '../proceedings/proceedings.ts';
import type { RecordIndex } from '../search/record-index.ts';
import { align, type Aligned, type Step } from './alignment.ts';
import { likelyRegions } from './likely-regions.ts';
import type { Quotation } from './quotation.ts';
import { type Unit, unitsOf, withoutStage } from './units.ts';

/** The part of the record that is nearest to a quotation. */
export interface NearestPlace {
  readonly proceedings: Proceedings;
  /** Of the record; the steps count in them, and in those of all parts of the quotation. */
  readonly units: readonly Unit[];
  readonly steps: readonly Step[];
}

/** What all alignments for one quotation may take, in words of it times words of the record: some 50 ms. */
const mostCells = 12_000_000;
/** Nearest is what has at least this share of a quotation's words in order, and so many in a row, not all of them small. */
const leastShare = 0.5;
const leastRun = 3;

/** Where most of a quotation's words stand in their order, case and accents aside; null where no place has half of them. */
export function nearestPlace(quotation: Quotation, index: RecordIndex): NearestPlace | null {
  const quoted = quotation.parts.flat();
  const idOf = numbering();
  const wanted = quoted.map(({ key, isWord }): Aligned => ({ id: idOf(key), isWord }));
  const breaks = new Set(quotation.parts.map((_, at) => quotation.parts.slice(0, at + 1).flat().length));
  let best: (NearestPlace & { readonly score: number }) | null = null;
  let cells = 0;
  for (const { proceedings, span } of likelyRegions(quotation, index)) {
    const units = withoutStage(unitsOf(proceedings, span.start, span.end), proceedings);
    if (cells > 0 && cells + units.length * quoted.length > mostCells) break;
    cells += units.length * quoted.length;
    const given = units.map(({ key, isWord }): Aligned => ({ id: idOf(key), isWord }));
    const { score, steps } = align(wanted, given, breaks);
    if ((best?.score ?? 0) < score && isNear(steps, wanted, given, quoted)) best = { proceedings, units, steps, score };
  }
  return best;
}

/** Numbers words, the same for those that differ in case and accents only. */
function numbering(): (key: string) => number {
  const byWord = new Map<string, number>();
  const byKey = new Map<string, number>();
  return (key) => {
    const known = byKey.get(key);
    if (known !== undefined) return known;
    const word = fold(key);
    const number = byWord.get(word) ?? byWord.size;
    byWord.set(word, number);
    byKey.set(key, number);
    return number;
  };
}

function isNear(
  steps: readonly Step[],
  wanted: readonly Aligned[],
  given: readonly Aligned[],
  quoted: readonly Unit[],
): boolean {
  const words = quoted.filter(({ isWord }) => isWord).length;
  let [matched, run, meaning, near] = [0, 0, false, false];
  for (const { quoted: one, recorded: other } of steps) {
    const [unit, against] = [wanted[one ?? -1], given[other ?? -1]];
    if (unit !== undefined && unit.id === against?.id) {
      if (!unit.isWord) continue;
      matched += 1;
      run += 1;
      meaning ||= !isStopword(fold(quoted[one ?? -1]?.key ?? ''), 'fr');
      near ||= meaning && run >= Math.min(leastRun, words - 1);
    } else if (unit?.isWord === true || against?.isWord === true) [run, meaning] = [0, false];
  }
  return near && matched >= words * leastShare;
}
