import { fold } from '../language/fold.ts';
import { editDistance } from '../language/edit-distance.ts';
import { frontMatterKeys } from './front-matter-schema.ts';
import type { FrontMatterKey } from './front-matter-schema.ts';

/** What maintainers write in French, or by habit from other tools, and the key that is meant. */
const otherNames: ReadonlyMap<string, FrontMatterKey> = new Map([
  ['titre', 'title'],
  ['name', 'title'],
  ['jour', 'date'],
  ['auteur', 'body'],
  ['author', 'body'],
  ['organe', 'body'],
  ['organisme', 'body'],
  ['assemblee', 'body'],
  ['evenement', 'event'],
  ['congres', 'event'],
  ['lieu', 'place'],
  ['ville', 'place'],
  ['location', 'place'],
  ['seance', 'sitting'],
  ['session', 'sitting'],
  ['url', 'source'],
  ['lien', 'source'],
  ['link', 'source'],
  ['langue', 'lang'],
  ['language', 'lang'],
  ['intervenants', 'participants'],
  ['animateurs', 'participants'],
  ['speakers', 'participants'],
]);

/** The key that an unknown one is a translation or a misspelling of; null where none is near. */
export function nearestKey(unknown: string): FrontMatterKey | null {
  const folded = fold(unknown.slice(0, 40)).trim();
  const [best] = [...frontMatterKeys.map((key) => [key, key] as const), ...otherNames]
    .map(([name, key]) => ({
      key,
      distance: editDistance(folded, name),
      allowed: name === key ? folded.length / 2 : 1,
    }))
    .filter(({ distance, allowed }) => distance <= allowed)
    .toSorted((a, b) => a.distance - b.distance);
  return best?.key ?? null;
}
