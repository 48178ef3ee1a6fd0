import { fold } from '../language/fold.ts';
import { isStopword } from '../language/stopwords.ts';
import type { Verdict, Verification } from '../proceedings/verification.ts';
import type { RecordIndex } from '../search/record-index.ts';
import { differencesIn } from './differences.ts';
import { exactPlaces } from './exact-places.ts';
import { nearestPlace } from './nearest-place.ts';
import { quotationsIn } from './quotations-in.ts';
import { readQuotation } from './quotation.ts';
import { quotedPlace } from './quoted-place.ts';
import { searchedIn } from './searched.ts';

/** Fewer words than this, or small words alone, say nothing about where they come from. */
const fewestWords = 3;
/** In UTF-16 code units. */
const longest = 6_000;
const mostQuotations = 10;
const mostPlaces = 4;

/**
 * Compares the quotations of a text (see `quotationsIn`; ten at most) with the words of the record, each by itself. Exact is
 * what stands there but for its typography (see `Variant`), in one section; altered what stands there with half of its words
 * in order at least; absent anything else. Words are never looked for by their meaning.
 */
export function verifyQuotations(text: string, index: RecordIndex): Verification {
  const written = quotationsIn(text);
  return {
    verified: written
      .slice(0, mostQuotations)
      .map((quoted) => ({ quoted, verdict: quoted.length > longest ? { kind: 'long' } : verdictOn(quoted, index) })),
    unread: Math.max(0, written.length - mostQuotations),
    searched: searchedIn(index, { speaker: null, since: null, before: null, typed: [] }),
  };
}

function verdictOn(written: string, index: RecordIndex): Verdict {
  const quotation = readQuotation(written);
  const telling = quotation.parts.flat().some(({ key, isWord }) => isWord && !isStopword(fold(key), 'fr'));
  if (quotation.words < fewestWords || !telling) return { kind: 'short' };
  const exact = exactPlaces(quotation, index);
  const [first] = exact;
  if (first !== undefined)
    return {
      kind: 'exact',
      places: exact.slice(0, mostPlaces).map(({ proceedings, spans }) => quotedPlace(proceedings, spans)),
      more: Math.max(0, exact.length - mostPlaces),
      variants: first.variants,
    };
  const nearest = nearestPlace(quotation, index);
  if (nearest === null) return { kind: 'absent' };
  const { differences, matched, spans } = differencesIn(quotation, nearest);
  const place = quotedPlace(nearest.proceedings, spans);
  return differences.length === 0
    ? { kind: 'exact', places: [place], more: 0, variants: [] }
    : { kind: 'altered', place, differences, matched, words: quotation.words };
}
