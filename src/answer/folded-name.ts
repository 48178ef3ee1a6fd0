import { fold } from '../language/fold.ts';

const cache = new Map<string, string>();
const cacheLimit = 20_000;

/** A speaker's name, folded. A record has few names, which a search for somebody's words compares passage by passage. */
export function foldedName(name: string): string {
  const known = cache.get(name);
  if (known !== undefined) return known;
  const folded = fold(name);
  if (cache.size >= cacheLimit) cache.clear();
  cache.set(name, folded);
  return folded;
}
