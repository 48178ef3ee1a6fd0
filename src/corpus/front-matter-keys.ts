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

/** The key that an unknown one stands for: a translation, or at most half of its letters away; null where none is near. */
export function nearestKey(unknown: string): FrontMatterKey | null {
  const folded = fold(unknown.slice(0, 40)).trim();
  const translated = otherNames.get(folded);
  if (translated) return translated;
  const [best] = frontMatterKeys
    .map((key) => ({ key, distance: editDistance(folded, key) }))
    .toSorted((a, b) => a.distance - b.distance);
  return best && best.distance <= Math.max(1, folded.length / 2) ? best.key : null;
}
