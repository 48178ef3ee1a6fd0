import type { Span } from '../proceedings/proceedings.ts';
import type { Difference } from '../proceedings/verification.ts';
import type { NearestPlace } from './nearest-place.ts';
import type { Quotation } from './quotation.ts';
import { spanOf } from './typographic-variants.ts';
import { isSame, type Unit } from './units.ts';

/** A quotation beside the record. */
export interface Compared {
  readonly differences: readonly Difference[];
  /** How many words of the quotation stand in the record, to the letter and in order. */
  readonly matched: number;
  /** Of the record, one for each part that stands there at all. */
  readonly spans: readonly Span[];
}

/** How many words before a difference say where it is. */
const wordsBefore = 3;

/** Every run of words and marks in which a quotation and the record differ, side by side. */
export function differencesIn(quotation: Quotation, { proceedings, units, steps }: NearestPlace): Compared {
  const quoted = quotation.parts.flat();
  const partOf = quotation.parts.flatMap((part, number) => part.map(() => number));
  const opens = new Set(quotation.parts.map(([first]) => first));
  const differences: Difference[] = [];
  const spans: Unit[][] = quotation.parts.map(() => []);
  let part = 0;
  let matched = 0;
  let before: Unit[] = [];
  let changed: { readonly record: Unit[]; readonly quoted: Unit[] } = { record: [], quoted: [] };

  const close = (): void => {
    if (changed.record.length + changed.quoted.length === 0) return;
    const given = [...changed.record, ...changed.quoted];
    differences.push({
      after: textOf(proceedings.text, before.slice(-wordsBefore)) ?? '',
      record: textOf(proceedings.text, changed.record),
      quoted: textOf(quotation.text, changed.quoted),
      punctuation: !given.some(({ isWord }) => isWord),
    });
    changed = { record: [], quoted: [] };
    before = [];
  };

  for (const step of steps) {
    const [one, other] = [quoted[step.quoted ?? -1], units[step.recorded ?? -1]];
    if (step.quoted !== null && partOf[step.quoted] !== part) {
      close();
      before = [];
      part = partOf[step.quoted] ?? part;
    }
    if (other !== undefined) spans[part]?.push(other);
    if (isSame(one, other, one !== undefined && opens.has(one))) {
      close();
      if (one?.isWord === true) matched += 1;
      if (other !== undefined) before.push(other);
    } else {
      if (one !== undefined) changed.quoted.push(one);
      if (other !== undefined) changed.record.push(other);
    }
  }
  close();
  return { differences, matched, spans: spans.filter((each) => each.length > 0).map(spanOf) };
}

/** From the first to the last unit, with the apostrophe of an elision; null where there is none. */
function textOf(text: string, units: readonly Unit[]): string | null {
  if (units.length === 0) return null;
  const { start, end } = spanOf(units);
  return text.slice(start, units.at(-1)?.isWord === true && /['’]/.test(text.charAt(end)) ? end + 1 : end);
}
