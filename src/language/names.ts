import { fold } from './fold.ts';
import { overlaps, type Span } from '../proceedings/proceedings.ts';
import { matchesOf } from './matches.ts';
import { isStopword } from './stopwords.ts';

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
/** What opens no person's name, but that of a body, a thing or a place. */
const institution =
  /^(?:Conseil|Assemblée|Sénat|Union|Cour|Code|Comité|Haute?|Grand|Grande|Saint|Sainte|République|Gouvernement|Premier|Première|Seconde|Monsieur|Madame|Agence|Bureau|Office|Institut|Caisse|Banque|Fonds|Commission|Ministère|Plan|Loi|Pôle|Groupe|Journée|Centre|Maison|Parc|Société|Fédération|Confédération|Association|Syndicat|Université|Hôpital|Région|Département|Métropole|Territoire|Ville|Outre|Côtes?|Îles?|Mont|Pays|États?|Nouvelle|Royaume|Jeux|Coupe|Tour|Action|Fondation|Aéroports?|Accord|Acte|Arc|Stade|Quai|Canal|Forum|Congrès|Convention|Radio|Air|Météo|General|Naval|Business|Campus|Atout|Club|Front|Ligue|Nations|Corée|Irlande|Amérique|Asie|Afrique|Europe|France|Transports|Cars|Établissements|Fonderies?|Hôtel|Château|Collège|Lycée|École|Musée|Théâtre|Place|Rue|Avenue|Boulevard|Pont|Gare|Port|Église|Chambre|Crédit|Électricité|Gaz|Clinique|Résidence|Cité|Festival|Opération|Mission|Projet|Programme|Réseau|Secours|Croix|Notre|Notre-Dame|Choose|Ferme|Hong|New|Las|Los|Wall|The|One)$/u;
/** "Ve République", "Accord de Paris", "General Electric" name no person; "Anatole France" does. */
const ofPlace =
  / (?:(?:de |du |d['’])(?:France|Paris|Europe|Nord|Sud|Est|Ouest)|République|Guerre|Group|Electric|International)$/u;
/** "C’est", "L’objectif": the elided word is no name; "D’Emmanuel" leaves one. */
export const elision = /^(?:[cdjlmnst]|qu|lorsqu|puisqu)['’]/iu;

/** "Députée Anne Roux" */
const title = /^(?:Députée?|Ministre|Secrétaire|Sénateur|Sénatrice|Préfète?)$/u;

/** A run of capitalised words without the small ones that open a sentence: "Même François Bayrou", "Selon Jo Max". */
function withoutOpening(words: string): string {
  const [first = '', ...rest] = words.split(' ');
  const bare = first.replace(elision, '');
  if (bare !== first && /^\p{Lu}/u.test(bare)) return [bare, ...rest].join(' ');
  const opens = bare !== first || /^\p{Ll}/u.test(first) || isStopword(fold(first), 'fr') || title.test(first);
  return opens && rest.length > 0 ? withoutOpening(rest.join(' ')) : words;
}

/** People named in a text: after an honorific, or as two to four capitalised words that open no institution's name. */
export function findPersons(text: string): Span[] {
  const spans: Span[] = [];
  for (const pattern of [named, fullName]) {
    for (const match of matchesOf(pattern, text)) {
      const words = pattern === fullName ? withoutOpening(match[0]) : match[0];
      const span = {
        start: match.index + match[0].length - words.length,
        end: match.index + match[0].replace(/\.$/, '').length,
      };
      const [first = '', ...rest] = words.split(' ');
      if (pattern === fullName && (rest.length === 0 || institution.test(first) || ofPlace.test(words))) continue;
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
// The capital is asked for first, since it is sooner told than what stands ahead of it.
const acronym = /(?=\p{Lu})(?<![\p{L}\p{N}])(?!MM\.)\p{Lu}{2}[\p{Lu}\d&-]*(?![\p{L}])/gu;
const brand =
  /(?=\p{Lu})(?<=(?:\p{Ll}|[,(’']) ?)(?!Premi|Présidente?(?!\p{L})|Ministre|M(?:me|lle)s?(?!\p{L})|Français|Européen|République(?!\p{L})|Monsieur|Madame|Constitution|Noël)\p{Lu}[\p{L}\d]+(?:[ -]\p{Lu}[\p{L}\d]+)*/gu;

/** Bodies named in a text: a body's noun with its complement up to a capital, "le conseil général du Cantal". */
export function findBodies(text: string): Span[] {
  return matchesOf(body, text).flatMap((match) => {
    const article = /^(?:l['’]|l[ea]s? )/i.exec(match[0])?.[0] ?? '';
    const upToName = /^[\s\S]*\p{Lu}[\p{L}\d’'-]*/u.exec(match[0].slice(article.length))?.[0];
    if (upToName === undefined) return [];
    return [{ start: match.index, end: match.index + article.length + upToName.length }];
  });
}

/** Who has a title, however written: "monsieur Castagnol", "M. Luc Vial". */
const titled = new RegExp(
  `(?<!\\p{L})(?:(?:M|MM|Dr|Me)\\.|[Mm]mes?|[Mm]lle|[Mm]onsieur|[Mm]adame|[Dd]octeur) ${name}`,
  'gu',
);

/** Organisations named in a text: bodies, acronyms, and names inside a sentence that no title makes a person's. */
export function findOrganisations(text: string): Span[] {
  const people = matchesOf(titled, text).map((match) => ({ start: match.index, end: match.index + match[0].length }));
  return withNames(text, findBodies(text)).filter((one) => !people.some((person) => overlaps(person, one)));
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
