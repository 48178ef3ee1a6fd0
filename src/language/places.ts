import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import departments from '@etalab/decoupage-administratif/data/departements.json' with { type: 'json' };
import regions from '@etalab/decoupage-administratif/data/regions.json' with { type: 'json' };
import * as z from 'zod';
import { kept } from '../kept.ts';
import type { Span } from '../proceedings/proceedings.ts';
import { fold } from './fold.ts';
import { matchesOf } from './matches.ts';
import { elision } from './names.ts';
import { isStopword } from './stopwords.ts';

/** The level of place that a question asks for. */
export type PlaceLevel = 'department' | 'region' | 'commune' | 'country' | 'any';

const levelOfHead: Readonly<Record<string, PlaceLevel>> = {
  departement: 'department',
  department: 'department',
  county: 'department',
  region: 'region',
  ville: 'commune',
  commune: 'commune',
  village: 'commune',
  city: 'commune',
  capitale: 'commune',
  capital: 'commune',
  town: 'commune',
  municipalite: 'commune',
  municipality: 'commune',
  pays: 'country',
  etat: 'country',
  country: 'country',
};

/** The level that a question's head noun asks for; `any` for "où" and nouns like "site". */
export function placeLevel(head: string | null): PlaceLevel {
  const forms = head === null ? [] : [head, head.replace(/s$/, ''), head.replace(/ies$/, 'y')];
  return forms.map((form) => levelOfHead[form]).find((level) => level !== undefined) ?? 'any';
}

interface Named {
  readonly nom: string;
}

const names: Partial<Record<Exclude<PlaceLevel, 'any'>, ReadonlySet<string>>> = {};

/** Folded names of a level, read when first asked for: the communes' file alone is 8 MB. */
function namesOf(level: Exclude<PlaceLevel, 'any'>, formerRegions: readonly string[]): ReadonlySet<string> {
  const known = names[level];
  if (known) return known;
  const read = new Set(listOf(level, formerRegions).map(fold));
  names[level] = read;
  return read;
}

function listOf(level: Exclude<PlaceLevel, 'any'>, formerRegions: readonly string[]): readonly string[] {
  switch (level) {
    case 'department':
      return departments.map((place: Named) => place.nom);
    case 'region':
      return [...regions.map((place: Named) => place.nom), ...formerRegions];
    case 'commune':
      return kept('communes', [], z.string(), () => communes().join('\n')).split('\n');
    case 'country':
      return countries();
  }
}

/** Read from a file of 8 MB, of which nothing else is held. */
function communes(): string[] {
  const file = createRequire(import.meta.url).resolve('@etalab/decoupage-administratif/data/communes.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as Named[]).map((place) => place.nom);
}

function countries(): string[] {
  const display = new Intl.DisplayNames('fr', { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return letters
    .flatMap((first) => letters.map((second) => display.of(first + second) ?? ''))
    .filter((name) => name !== '');
}

const capitalised =
  /(?:(?:La|Le|Les|L['’])[ ]?)?\p{Lu}[\p{L}’']*(?:-[\p{L}’']+)*(?:[ ](?:de |du |des |d['’]|sur |en |la |le ){0,2}\p{Lu}[\p{L}’']*(?:-[\p{L}’']+)*){0,4}/gu;
const levels = ['department', 'region', 'country', 'commune'] as const;

/**
 * Places named in `text`, as the official gazetteer writes them (départements, régions, communes: Etalab, Licence
 * Ouverte; countries: CLDR). A capital is required, since two thousand communes are also words.
 */
export function findPlaces(text: string, level: PlaceLevel, formerRegions: readonly string[] = []): Span[] {
  const wanted = level === 'any' ? levels : [level];
  const spans: Span[] = [];
  for (const match of matchesOf(capitalised, text)) {
    for (const piece of pieces(match[0])) {
      const folded = fold(piece.text);
      if (!wanted.some((one) => namesOf(one, formerRegions).has(folded))) continue;
      if (isPartOfName(text, { start: match.index + piece.at, end: match.index + piece.at + piece.text.length }))
        continue;
      if (spans.some((span) => span.start <= match.index + piece.at && match.index + piece.at < span.end)) continue;
      spans.push({ start: match.index + piece.at, end: match.index + piece.at + piece.text.length });
    }
  }
  return spans.toSorted((a, b) => a.start - b.start);
}

/** Whether a name, without article, is that of a country, a région or a département; communes share theirs with firms ("Orange"). */
export function isLargePlace(name: string, formerRegions: readonly string[] = []): boolean {
  return (['country', 'region', 'department'] as const).some((level) => namesOf(level, formerRegions).has(fold(name)));
}

/** "M. ", "Élisabeth ", "Bruno Le ", "Air ": what is written with a capital right before a place. */
const capitalBefore = /(?<!\p{L})(?:(?:MM?|Dr|Me)\.|(\p{Lu}[\p{L}’'-]{0,25})) (?:L[ea] |D[eu] )?$/u;
/** What is named by a place behind it, or is one with it. */
const kinds = /^(?:Régions?|Départements?|Villes?|Communes?|Métropole|Préfecture|Mairie|Gare|Îles?|Grand|Haute?)$/u;
/** "La France insoumise" is a party, "France Télévisions" a firm. */
const partyOrFirm = /^ (?:insoumise|\p{Lu})/u;
/** "L’opération Serval", "la loi Paris" */
const thingBefore = /(?<!\p{L})(?:opération|affaire|loi|plan|projet|rapport|amendement|mission|programme) $/iu;
const lookBehind = 30;

/** Whether a place only belongs to the name of somebody or something else: "Élisabeth Borne", "Air France". */
function isPartOfName(text: string, { start, end }: Span): boolean {
  if (text.slice(start, end) === 'France' && partyOrFirm.test(text.slice(end, end + 10))) return true;
  const before = text.slice(Math.max(0, start - lookBehind), start);
  if (thingBefore.test(before)) return true;
  const capital = capitalBefore.exec(before);
  if (capital === null) return false;
  const word = capital[1]?.replace(elision, '');
  return word === undefined || (/^\p{Lu}/u.test(word) && !kinds.test(word) && !isStopword(fold(word), 'fr'));
}

/** Every run of words inside a capitalised sequence, the longest first; articles are cut off ("L’Aube") but for towns such as L’Isle-Adam. */
function pieces(sequence: string): { text: string; at: number }[] {
  if (!/[ '’]/.test(sequence)) return [{ text: sequence, at: 0 }];
  const words = [...sequence.matchAll(/[^ ]+/g)].map((word) => ({
    text: word[0].replace(/^[ld]['’]/i, ''),
    at: word.index + (/^[ld]['’]/i.exec(word[0])?.[0].length ?? 0),
  }));
  const found = /^L['’]/.test(sequence) ? [{ text: sequence, at: 0 }] : [];
  for (let length = words.length; length > 0; length -= 1) {
    for (let from = 0; from + length <= words.length; from += 1) {
      const first = words[from];
      const last = words[from + length - 1];
      if (first && last && /^\p{Lu}/u.test(first.text))
        found.push({ text: sequence.slice(first.at, last.at + last.text.length), at: first.at });
    }
  }
  return found;
}
