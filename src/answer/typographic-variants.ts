import type { Span } from '../proceedings/proceedings.ts';
import type { Variant } from '../proceedings/verification.ts';
import { ligature, type Unit } from './units.ts';

/** Characters that may stand for each other, or be left out. */
const kinds: readonly (readonly [Variant, RegExp])[] = [
  ['quotes', /[«»“”„‟"‹›]/g],
  ['apostrophes', /['’‘ʼ`´]/g],
  ['dashes', /[-‐‑‒–—―−]/g],
  ['spaces', /\s+/g],
  ['ligatures', ligature],
];

/** In what the same words differ in their typography: of two texts, without what is around the words. */
export function typographicVariants(quoted: string, recorded: string): readonly Variant[] {
  return kinds
    .filter(([, kind]) => (quoted.match(kind) ?? []).join('·') !== (recorded.match(kind) ?? []).join('·'))
    .map(([variant]) => variant);
}

/** From the first to the last of some units. */
export function spanOf(units: readonly Unit[]): Span {
  return { start: units.at(0)?.start ?? 0, end: units.at(-1)?.end ?? 0 };
}
