import { bridged } from './bridge.ts';
import { fold } from '../language/fold.ts';
import { findPlaces } from '../language/places.ts';

const connective =
  /^(?:(?:et|mais|and|but|ok)\b[ ,]*(?:alors\b ?|donc\b ?)?)?(?:(?:what|how) about\b ?|qu['’]en est[ -]il\b ?|quid\b ?)?/iu;
const interrogative =
  /^(?:(?:à|a|de|par|pour|avec|depuis|dans|en|by|for|since|to|with|from|in) )?(?:qu['’]|(?:qui|que|quoi|quand|où|ou|comment|combien|pourquoi|lequel|laquelle|lesquels|lesquelles|quel|quelle|quels|quelles|who|whom|whose|what|when|where|why|how|which)(?![\p{L}’']))/iu;
const opening =
  /^(?:(?:à|a|de|par|pour|dans|depuis|in|by|for) )?(?:quel(?:le)?s? [\p{L}-]+|which [\p{L}-]+|what [\p{L}-]+|combien de [\p{L}-]+|how many [\p{L}-]+|qu['’]est-ce (?:que|qui)|est-ce que|qui|que|quoi|quand|où|comment|combien|pourquoi|who|whom|what|when|where|why|how)(?: |$)/iu;

const asksWhere =
  /^(?:(?:dans|in) )?(?:où|where|(?:quel(?:le)?s?|which|what) (?:départements?|departements?|régions?|regions?|departments?|counties|county|collectivités?))(?: |$)/iu;

const opensLeaning = /^(?:et|mais|and|but)\b/;
const thatSection =
  /\b(?:(?:cet|ce|cette) (?:atelier|labo|seance|section|table ronde|partie)|(?:this|that) (?:workshop|section|sitting|session|panel))\b/;

const preposition = 'dans|en|au|aux|à|de|du|des|par|chez|selon|pour|avec|sur|in|at|for|by|from|of|with|about|on';
const beforeName = "(?:(?:le|la|les|the) |[ld]['’]|(?:M|MM|Mr|Mrs|Ms|Dr)\\.? |Mmes? |Mlle |Monsieur |Madame )*";
const name = "\\p{Lu}[\\p{L}\\p{N}’'.-]*(?: \\p{Lu}[\\p{L}\\p{N}’'.-]*)*";
const namePhrase = new RegExp(
  `(?<lead>(?<![\\p{L}])(?:${preposition}) )?(?<named>${beforeName}(?<name>${name}))`,
  'gu',
);
const locative = /(?<![\p{L}])(?:dans|en|au|aux|in) [\p{L}\p{N}’'-]+(?: [\p{L}\p{N}’'-]+){0,2} ?$/iu;

/**
 * The question that a follow-up means, after the question before it: "et dans le Puy-de-Dôme ?" after "quel dispositif
 * dans le Cantal ?" puts one place for the other; "combien de personnes ?" is asked about the same matter.
 */
export function mergeFollowUp(previous: string, text: string): string {
  const exchange = bridged({ previous, text });
  const before = withoutMarks(exchange.previous);
  const fragment = withoutMarks(exchange.text).replace(connective, '').trim();
  if (fragment === '') return previous;
  if (interrogative.test(fragment)) return `${fragment} ${before.replace(opening, '')} ?`;
  // "Which department…?" and then "and the Drôme?" asks whether that one did it too: no place is sought any more.
  if (asksWhere.test(before) && namesIn(fragment)[0]?.place === true)
    return `${before.replace(opening, '')} ${fragment} ?`;
  return `${substituted(before, fragment) ?? `${before} ${fragment}`} ?`;
}

/** Whether a question leans on what was said before: "et qui a présidé ?", "qui a animé cet atelier ?". */
export function leansBack(text: string): boolean {
  return opensLeaning.test(fold(text)) || pointsAtSection(text);
}

/** Whether words point at the section last cited: "cet atelier". */
export function pointsAtSection(text: string): boolean {
  return thatSection.test(fold(text));
}

/**
 * The question about a section that "et qui a présidé ?" means after an answer from that section; null where the
 * question is not about who ran it or took part.
 */
export function askOfSection(text: string, section: string): string | null {
  const folded = fold(text);
  if (!/\b(?:presid|anim|moder|chair|intervenant|panelli)/.test(folded) || folded.split(' ').length > 7) return null;
  return `${withoutMarks(text).replace(connective, '')} ${section} ?`;
}

function substituted(previous: string, fragment: string): string | null {
  const [fresh] = namesIn(fragment);
  if (!fresh) return locative.test(fragment) && locative.test(previous) ? previous.replace(locative, fragment) : null;
  const target = namesIn(previous).findLast((old) => old.start > 0 && old.place === fresh.place);
  if (!target) return null;
  const from = fresh.led ? target.start : target.namedAt;
  return (
    previous.slice(0, from) +
    fragment.slice(fresh.led ? fresh.start : fresh.namedAt, fresh.end) +
    previous.slice(target.end)
  );
}

interface NamePhrase {
  /** From the preposition on. */
  readonly start: number;
  /** From the article or honorific on. */
  readonly namedAt: number;
  readonly end: number;
  readonly led: boolean;
  /** A département or region. */
  readonly place: boolean;
}

function namesIn(text: string): readonly NamePhrase[] {
  return [...text.matchAll(namePhrase)].map((match) => {
    const lead = match.groups?.['lead'] ?? '';
    const bare = match.groups?.['name'] ?? '';
    const place = findPlaces(bare, 'department').length > 0 || findPlaces(bare, 'region').length > 0;
    return {
      start: match.index,
      namedAt: match.index + lead.length,
      end: match.index + match[0].length,
      led: lead !== '',
      place,
    };
  });
}

function withoutMarks(text: string): string {
  return text.replace(/[\s?!.…]{1,20}$/u, '').trim();
}
