import { editDistance } from './edit-distance.ts';

/** Longer words are compared by their beginnings: what is typed may be a page. */
const longest = 40;

/**
 * The known word that a mistyped one is nearest to; the case of letters does not count. Null where none is within `most`
 * edits (default: a third of the letters typed, at least one).
 */
export function nearestWord(typed: string, known: readonly string[], most?: number): string | null {
  const start = typed.slice(0, longest).toLowerCase();
  const allowed = most ?? Math.max(1, Math.floor(start.length / 3));
  const [best] = known
    .map((word) => ({ word, edits: editDistance(start, word.toLowerCase()) }))
    .toSorted((a, b) => a.edits - b.edits);
  return best !== undefined && best.edits <= allowed ? best.word : null;
}
