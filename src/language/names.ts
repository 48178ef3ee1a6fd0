import { overlaps, type Span } from '../proceedings/proceedings.ts';
import { matchesOf } from './matches.ts';

/** Folded words before a name. */
export const honorifics: ReadonlySet<string> = new Set(
  'm mm mme mmes mlle mr mrs ms dr me pr monsieur madame messieurs mesdames'.split(' '),
);

const capital = "\\p{Lu}[\\p{L}’']*(?:-[\\p{L}’']+)*\\.?";
const particle = "(?:de |du |des |d['’]|von |van |Le |La )?";
const name = `${particle}${capital}(?: ${particle}${capital}){0,3}`;
const named = new RegExp(
  `(?<![\\p{L}-])(?:(?:(?:M|Dr|Me)\\.|Mme|Mlle|Monsieur|Madame) ${name}|(?:MM\\.|Mmes) ${name}(?:(?:, ${name})* et ${name})?)`,
  'gu',
);
const fullName = new RegExp(
  `(?<![\\p{L}-])\\p{Lu}[\\p{Ll}’']+(?:-\\p{Lu}[\\p{Ll}]+)*(?: (?:de |du |d['’]|le |la )?\\p{Lu}[\\p{L}’']+(?:-\\p{L}+)*){1,3}`,
  'gu',
);
/** Words that open a sentence before a name. */
const opening =
  /^(?:Selon|Pour|Mais|Et|Si|En|Dans|Avec|Comme|Quand|Par|Sans|Sur|Chez|Puis|Enfin|Ainsi|Or|Car|Donc|Que|Qui|À|Après|Avant|Depuis|Hier) /u;
const institution =
  /^(?:Conseil|Assemblée|Sénat|Union|Cour|Code|Comité|Haute?|Grand|Grande|Saint|Sainte|République|Gouvernement|Premier|Monsieur|Madame|Agence|Bureau|Office|Institut|Caisse|Banque|Fonds|Commission|Ministère|Plan|Loi|Les|Des|Le|La|Ce|Cette|Nous|Vous|Ils?|Elles?|Notre|Votre|Pôle|Groupe|Journée|Centre|Maison|Parc|Société|Fédération|Confédération|Association|Syndicat|Université|Hôpital|Région|Département|Ville|Outre|Côte|Île|Mont|Val|Pays|États?|Nouvelle|Royaume|Jeux|Coupe|Tour|Banque|Action)$/u;

/** People named in a text: after an honorific, or as two to four capitalised words that open no institution's name. */
export function findPersons(text: string): Span[] {
  const spans: Span[] = [];
  for (const pattern of [named, fullName]) {
    for (const match of matchesOf(pattern, text)) {
      const words = match[0].replace(opening, '');
      const span = {
        start: match.index + match[0].length - words.length,
        end: match.index + match[0].replace(/\.$/, '').length,
      };
      const [first = '', ...rest] = words.split(' ');
      if (pattern === fullName && (rest.length === 0 || !/^\p{Lu}/u.test(first) || institution.test(first))) continue;
      if (!spans.some((other) => overlaps(span, other))) spans.push(span);
    }
  }
  return spans.toSorted((a, b) => a.start - b.start);
}

const addressBefore = /(?<!\p{L})(?:monsieur|madame|ch[eè]re?)\s+(?:l[ea]\s+\p{L}+\s+)?$/iu;
const honorificInFull = /^(?:Monsieur|Madame) /;
/** Who stands behind one of these is spoken of: "par Monsieur Duval". */
const preposition = /(?<!\p{L})(?:par|de|du|des|à|au|avec|pour|selon|chez|que|qu['’]|d['’]|et)\s*$/iu;
/** What is read before a name: a preposition and a title with a function, "par madame la présidente". */
const lookBehind = 60;

/**
 * Whether somebody who speaks addresses a person whom they name: "Monsieur Abad, …", "madame la présidente Rabault", "cher Didier
 * Le Gac". "M. Abad" is spoken of, and so is who stands behind a preposition, "par Monsieur Duval".
 */
export function isAddressed(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - lookBehind), start);
  const untitled = before.replace(addressBefore, '');
  if (preposition.test(untitled)) return false;
  if (untitled !== before) return true;
  return honorificInFull.test(text.slice(start, end)) && /^\s*(?:[,;:!?…]|$)/.test(text.slice(end));
}

const bodyNouns =
  'hôpital|centre hospitalier|association|société|groupe|entreprise|institut|agence|bureau|office|fédération|confédération|syndicat|banque|université|ministère|conseil|comité|compagnie|fondation|observatoire|caisse|collectif|parti|club|chambre|cour|commission|assemblée|direction|union|mission|établissement|pôle|réseau|consortium';
const body = new RegExp(
  `(?<!\\p{L})(?:l['’]|le |la |les )?(?:${bodyNouns})s?(?!\\p{L})(?: (?:de la |de l['’]|des |du |de |d['’]|pour la |pour l['’]|à la |et )?(?:\\p{L}[\\p{L}’'-]*)){0,6}`,
  'giu',
);
const acronym = /(?<![\p{L}\p{N}])\p{Lu}{2}[\p{Lu}\d&-]*(?![\p{L}])/gu;
const brand = /(?<=(?:\p{Ll}|[,(’']) ?)\p{Lu}[\p{L}\d]+(?:[ -]\p{Lu}[\p{L}\d]+)*/gu;

/** Bodies named in a text: a body's noun with its complement up to a capital, "le conseil général du Cantal". */
export function findBodies(text: string): Span[] {
  return matchesOf(body, text).flatMap((match) => {
    const article = /^(?:l['’]|l[ea]s? )/i.exec(match[0])?.[0] ?? '';
    const upToName = /^[\s\S]*\p{Lu}[\p{L}\d’'-]*/u.exec(match[0].slice(article.length))?.[0];
    if (upToName === undefined) return [];
    return [{ start: match.index, end: match.index + article.length + upToName.length }];
  });
}

/** Organisations named in a text: bodies, acronyms, and names inside a sentence. */
export function findOrganisations(text: string): Span[] {
  return withNames(text, findBodies(text));
}

const quoted = /«[ \u00a0\u202f]?(\p{L}[^«»]{1,60}?)[ \u00a0\u202f]?»/gu;

/** Names of things inside a sentence: what stands between guillemets, acronyms, capitalised words. */
export function findNames(text: string): Span[] {
  const phrases = matchesOf(quoted, text).map((match) => {
    const start = match.index + match[0].indexOf(match[1] ?? '');
    return { start, end: start + (match[1] ?? '').length };
  });
  return withNames(text, phrases);
}

/** The given slices with the acronyms and the capitalised words inside a sentence that stand outside them, in order. */
function withNames(text: string, given: readonly Span[]): Span[] {
  const spans = [...given];
  for (const pattern of [acronym, brand]) {
    for (const match of matchesOf(pattern, text)) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (!spans.some((other) => overlaps(span, other))) spans.push(span);
    }
  }
  return spans.toSorted((a, b) => a.start - b.start);
}
