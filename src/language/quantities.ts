import type { Span } from '../proceedings/proceedings.ts';
import { fold } from './fold.ts';
import { isStopword } from './stopwords.ts';
import { matchesOf } from './matches.ts';

/** A number in a text. */
export interface Quantity extends Span {
  /** Folded noun counted ("personnes", "euros", "%"), or null. */
  readonly unit: string | null;
  /** Whether it is an amount of money. */
  readonly money: boolean;
}

const months = 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre';
const written =
  'une? (?:dizaine|douzaine|quinzaine|vingtaine|trentaine|quarantaine|cinquantaine|soixantaine|centaine|demi-douzaine)|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante|quatre-vingts|cents?|mille';
const figure = '\\d{1,3}(?:[ \\u00a0\\u202f.]\\d{3})+|\\d+(?:,\\d+)?';
const amount = `(?:${figure}|(?:${written})(?:-(?:et-)?(?:une?|${written}))*(?: (?:${written})(?:-(?:et-)?(?:une?|${written}))*)*(?![\\p{L}-]))`;
const scale = '(?: (?:milliers?|millions?|milliards?))?';
const quantityPattern = new RegExp(
  `(?<![\\p{L}\\p{N}\\-.,/])${amount}${scale}(?:(?: ?(?:ou|et|à|-|–) ?)${amount}${scale})?(?:[ \\u00a0\\u202f]?(%|€)|[ \\u00a0\\u202f](?:de |d['’])?(\\p{L}[\\p{L}-]*))?`,
  'giu',
);
const moneyUnits = new Set(['euro', 'euros', '€', 'francs', 'dollars', 'dollar']);
const notUnits = new Set([
  'ans',
  'an',
  'annees',
  'mois',
  'jours',
  'heures',
  'h',
  'kilometres',
  'metres',
  'hectares',
  'minutes',
  'semaines',
  'siecle',
]);

/** Numbers in figures or words with what they count, dates and years left out. */
export function findQuantities(text: string): Quantity[] {
  const found: Quantity[] = [];
  for (const match of matchesOf(quantityPattern, text)) {
    const counted = match[1] ?? match[2] ?? null;
    const folded = counted === null ? null : fold(counted);
    if (isDate(text, match, folded)) continue;
    const bare =
      folded === null ||
      (match[2] !== undefined && isStopword(folded, 'fr') && folded !== 'personnes' && !notUnits.has(folded));
    const end =
      match.index +
      match[0].length -
      (bare && match[2] !== undefined ? match[0].length - match[0].lastIndexOf(match[2]) : 0);
    const of = ofAll.exec(text.slice(end))?.[0].length ?? 0;
    const per = bare ? 0 : (perUnit.exec(text.slice(end))?.[0].length ?? 0);
    const span = trimmed(text, match.index, end + of + per);
    const unit = of > 0 ? '%' : bare ? null : folded;
    found.push({ ...span, unit, money: unit !== null && moneyUnits.has(unit) });
  }
  return found;
}

const monthUnit = new RegExp(`^(?:${fold(months)})$`);
/** "80 km/h", "3 euros/kg" */
const perUnit = /^\/\p{L}{1,12}(?!\p{L})/u;
/** "Quatre habitants sur cinq" are a share. */
const ofAll = new RegExp(`^ sur (?:\\d+|${written})(?![\\p{L}\\d])`, 'iu');
/** "article 49", "alinéa 3", "COP 24" number a thing; "4 h 40" ends in minutes; of "quatre habitants sur cinq" the first number tells. */
const beforeNumber = /(?:(?<!\p{L})(?:articles?|alinéas?|n°|numéro|catégorie|chapitre|page)\s|\dh|\d h )$/iu;
const afterCapitals = /(?<!\p{L})\p{Lu}{2,6}\s$/u;
/** "1er mars", "2e tour", "du 12 au 30 juin". */
const afterNumber = new RegExp(
  `^(?:(?:er|ère|re|e|ème|nd|nde)(?!\\p{L})|[ \\u00a0](?:au|et|ou|-|–)[ \\u00a0]\\d{1,2}(?:er)?[ \\u00a0](?:${months}))`,
  'iu',
);
const beforeYear = new RegExp(`(?:${months}|en|depuis|de|fin|début|dès|année) $`, 'i');
const ofThem = new RegExp(`(?<![\\p{L}\\d])(?:une?|\\d+|${written})(?: \\p{L}{3,})? sur $`, 'iu');
const lookBehind = 30;

/** Whether a number is a day, a year, a minute, or only numbers something. */
function isDate(text: string, match: RegExpExecArray, unit: string | null): boolean {
  if (unit !== null && monthUnit.test(unit)) return true;
  const digits = /^\d+$/.exec(match[0].trim().split(/[ \u00a0\u202f]/)[0] ?? '')?.[0] ?? '';
  const before = text.slice(Math.max(0, match.index - lookBehind), match.index);
  if (!/^(?:1[5-9]|20)\d\d$/.test(digits))
    return (
      beforeNumber.test(before) ||
      ((unit === null || isStopword(unit, 'fr')) && afterCapitals.test(before)) ||
      ofThem.test(before) ||
      (digits !== '' && afterNumber.test(text.slice(match.index + digits.length)))
    );
  return unit === null || isStopword(unit, 'fr') || beforeYear.test(before);
}

function trimmed(text: string, start: number, end: number): Span {
  const cut = text.slice(start, end).replace(/(?:\s+(?:de|d['’]))?\s*$/i, '');
  return { start, end: start + cut.length };
}

const datePattern = new RegExp(
  `(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) )?(?:\\d{1,2}(?:er)?[ \\u00a0])?(?<!\\p{L})(?:${months})(?!\\p{L})(?:[ \\u00a0]\\d{4})?|(?:(?<!\\p{L})(?:depuis|fin|début) )?(?<![\\d.,])(?:1[5-9]|20)\\d\\d(?![\\d,.]\\d|\\d| ?(?:%|€|euros))|(?<!\\p{L})[XVI]{2,6}e siècle`,
  'giu',
);

/** Dates, months with or without day, years and centuries in a text. */
export function findDates(text: string): Span[] {
  return matchesOf(datePattern, text).map((match) => ({ start: match.index, end: match.index + match[0].length }));
}
