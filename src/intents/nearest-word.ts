import { editDistance } from '../language/edit-distance.ts';

/** The known word that a mistyped one is nearest to, within a third of its letters (at least two); null where none is. */
export function nearestWord(typed: string, known: readonly string[]): string | null {
  const limit = Math.max(2, Math.floor(typed.length / 3));
  const ranked = known
    .map((word) => ({ word, distance: editDistance(typed.slice(0, 40).toLowerCase(), word) }))
    .toSorted((a, b) => a.distance - b.distance);
  const [best] = ranked;
  return best && best.distance <= limit ? best.word : null;
}
