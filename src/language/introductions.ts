import { overlaps, type Span } from '../proceedings/proceedings.ts';
import { typeOfNounIn } from './answer-nouns.ts';
import { fold } from './fold.ts';
import { matchesOf } from './matches.ts';
import { findPersons, isAddressed } from './names.ts';

/** Somebody whom a text says to be something. */
export interface Introduction {
  /** "M. Jean-Marc Borello" */
  readonly name: Span;
  /** "président du Groupe SOS", without article. */
  readonly role: Span;
}

const mark = '[^,.;:!?…()«»–—\\n]';
/** "…, président du Groupe SOS,", "… est le patron de Renault": up to the next mark. */
const after = new RegExp(
  `^(?:, | (?:est|était|fut|sera) )(?<article>l['’]|le |la |les |un |une |notre |son |sa |leur )?(?<role>${mark}{1,120})`,
  'iu',
);
const longestRole = 120;
/** An office, and what may follow it: a complement, a name, or an adjective that offices have. */
const complement =
  /^[\p{L}-]+(?: (?:général|adjoint|délégué|honoraire|européen|national|régional|départemental|municipal|politique|historique|emblématique|actuel|célèbre)\p{L}*)?(?:$| (?:de|du|des|d['’]|à|au|aux|en|chez|pour|chargée?|auprès|\p{Lu}))/u;
/** "la garde des sceaux …", "le patron …": at most one word behind "de", since a verb may stand further on. */
const joined = /(?<![\p{L}’'-])(?<role>[\p{L}-]+(?: (?:de la |de l['’]|du |des |de |d['’])[\p{L}-]+)?) $/u;
/** "le président du Groupe SOS, …" */
const apart = new RegExp(`(?<role>${mark}{1,120}), $`, 'u');
/** "Monsieur le Premier ministre, Emmanuel Macron est…": who is spoken to is somebody else. */
const address = /(?:monsieur|madame) l(?:e |a |['’])$/iu;

const qualifiers =
  '(?:ancien(?:ne)?|actuel(?:le)?|future?|nouveau|nouvelle|alors|ex|premi(?:er|ère)|haute?|vice|sous|co)[ -]';
/** What stands before a noun and belongs to the office: "alors ministre", "Premier ministre". */
const beforeNoun = new RegExp(`^(?:${qualifiers})+`, 'iu');
const qualifierAtEnd = new RegExp(`(?<!\\p{L})${qualifiers}$`, 'iu');
/** "L’adjointe au maire", "candidate au poste de directrice", "ni maire": that is not who somebody is. */
const unlike = /(?<!\p{L})(?:au|aux|à la|faux|fausse|ni|non|sans|(?:poste|fonctions?|rang|titre|mandat) d[eu]) $/iu;
/** A clause or somebody else begins there: no office has such words. */
const clause =
  /(?<!\p{L})(?:a|ont|est|sont|avait|était|qui|que|qu['’]|ne|n['’]|se|s['’]|nous|vous|ils?|elles?|je|j['’]|on|y|dont|où|pas|ni|mais|car|si|comme|ainsi|avec|M\.|Mme|et (?:l['’]|le|la|les|un|une|son|notre))(?!\p{L})/u;
const company = / et (?:M\.|Mme|\p{Lu}).*$/u;
/** Nouns for people that say nothing of who they are. */
const anybody = new Set(
  'nom name personne person people homme femme predecesseur successeur candidat candidate monsieur madame'.split(' '),
);
const offices = new Set('garde pdg commissaire collaborateur collaboratrice proche'.split(' '));

/** Who somebody is, as a text says it beside their name, by an office or trade; in the order of the text. */
export function findIntroductions(text: string): Introduction[] {
  const people = findPersons(text).map((name) => ({ name, role: behind(text, name) }));
  const told = people.flatMap(({ role }) => role ?? []);
  return people.flatMap(({ name, role: own }) => {
    // In "Paul Roche, maire, Anne Vial" the mayor is Paul Roche.
    const before = own === null ? ahead(text, name) : null;
    const role = own ?? (before !== null && told.some((one) => overlaps(one, before)) ? null : before);
    return role === null ? [] : [{ name, role }];
  });
}

function behind(text: string, name: Span): Span | null {
  const found = after.exec(text.slice(name.end, name.end + 160));
  const { article = '', role: written = '' } = found?.groups ?? {};
  const role = (written.length < longestRole ? written : written.replace(/\s\S*$/u, '')).replace(company, '').trimEnd();
  // "Monsieur Abad, la ministre a répondu": the ministre is somebody else.
  if (!opensWithOffice(role) || clause.test(role) || isAddressed(text, name)) return null;
  // "Selon Jean Mauve, le maire refuse": what follows an office there belongs to it, or a clause begins.
  if (article !== '' && !complement.test(role.replace(beforeNoun, ''))) return null;
  if (/(?<!\p{L})si $/iu.test(text.slice(Math.max(0, name.start - 4), name.start))) return null;
  const start = name.end + (found?.[0].indexOf(role) ?? 0);
  return { start, end: start + role.length };
}

function ahead(text: string, name: Span): Span | null {
  const before = text.slice(Math.max(0, name.start - 120), name.start);
  for (const pattern of [apart, joined]) {
    const slice = pattern.exec(before)?.groups?.['role'];
    if (slice === undefined) continue;
    const from = before.lastIndexOf(slice);
    const office = pattern === apart ? firstOffice(slice) : lastOffice(slice);
    if (office === null) continue;
    const leading = before.slice(0, from + office);
    const start = withoutQualifiers(leading).length;
    if (unlike.test(before.slice(0, start))) return null;
    const base = name.start - before.length;
    return { start: base + start, end: base + from + slice.length };
  }
  return null;
}

/** A text without the qualifiers that it ends with: those of the office behind it. */
function withoutQualifiers(text: string): string {
  const last = qualifierAtEnd.exec(text);
  return last === null ? text : withoutQualifiers(text.slice(0, last.index));
}

/** Where an office begins that the slice ends with, behind the last clause and nobody's address: "président" of "le président du Groupe SOS". */
function firstOffice(slice: string): number | null {
  const starts = wordStarts(slice);
  const found = starts.find((start) => opensWithOffice(slice.slice(start)) && !clause.test(slice.slice(start)));
  return found === undefined || address.test(slice.slice(0, found)) ? null : found;
}

/** The same for its last noun for a person: in "porte-parole du candidat" that is no office. */
function lastOffice(slice: string): number | null {
  const last = wordStarts(slice).findLast((start) => tellsPerson(nounOf(slice.slice(start))));
  return last !== undefined && opensWithOffice(slice.slice(last)) ? last : null;
}

function wordStarts(slice: string): number[] {
  return matchesOf(/(?<![\p{L}’'-])\p{L}+/gu, slice).map(({ index }) => index);
}

/** Small letters, or one of the few offices that are written with a capital: "Bruno Le Maire" is none. */
function opensWithOffice(role: string): boolean {
  if (!/^(?:\p{Ll}|Premi|Président|Haut)/u.test(role)) return false;
  const noun = nounOf(role);
  // "Les députés": not who one of them is.
  return tellsPerson(noun) && !anybody.has(noun) && !(noun.endsWith('s') && tellsPerson(noun.slice(0, -1)));
}

/** Folded */
function nounOf(role: string): string {
  return fold(/^\p{L}+(?:-\p{L}+)*/u.exec(role.replace(beforeNoun, ''))?.[0] ?? '');
}

function tellsPerson(noun: string): boolean {
  return offices.has(noun) || typeOfNounIn(noun) === 'PERSON';
}
