import { fold } from '../language/fold.ts';
import { nearestWord } from '../language/nearest-word.ts';
import { frontMatterKeys, isFrontMatterKey } from './front-matter-schema.ts';
import type { FrontMatterKey } from './front-matter-schema.ts';

/** What maintainers write in French, or by habit from other tools, and the key that is meant. */
const otherNames: ReadonlyMap<string, FrontMatterKey> = new Map([
  ['titre', 'title'],
  ['name', 'title'],
  ['jour', 'date'],
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

/** The key that an unknown one misspells, or is another name for; null where none is near. */
export function nearestKey(unknown: string): FrontMatterKey | null {
  const typed = fold(unknown.slice(0, 40)).trim();
  const key = nearestWord(typed, frontMatterKeys);
  if (key !== null && isFrontMatterKey(key)) return key;
  // Many other words are two letters away from these: "version" is no "session".
  return otherNames.get(nearestWord(typed, [...otherNames.keys()], 1) ?? '') ?? null;
}
