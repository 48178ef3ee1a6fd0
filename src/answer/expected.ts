import { explainedAcronyms } from '../language/acronyms.ts';
import { typeOfNounIn } from '../language/answer-nouns.ts';
import { findAsides } from '../language/asides.ts';
import type { Question } from '../language/question.ts';
import { fold } from '../language/fold.ts';
import { findBodies, findNames, findOrganisations, findPersons, honorifics } from '../language/names.ts';
import { findPlaces, isLargePlace, placeLevel } from '../language/places.ts';
import { findIntroductions } from '../language/introductions.ts';
import { bodyFit } from './bodies.ts';
import { namedHolders } from './named-holders.ts';
import { quantityFit } from './quantity-fit.ts';
import { asksForRise, isRise } from './rises.ts';
import { findDates, findQuantities } from '../language/quantities.ts';
import { isStopword } from '../language/stopwords.ts';
import { tokenizeApart } from '../language/tokens.ts';
import { overlaps, type Span } from '../proceedings/proceedings.ts';
import type { IndexEntry } from '../search/record-index.ts';
import { listedIn } from '../search/sentences-of.ts';

/** A slice that has the form of the answer asked for. */
export interface Expected extends Span {
  /** How well the form fits, 0 to 1: 1 where the unit or level is the one asked for. */
  readonly fit: number;
}

/** A slice that fits less has not the form asked for. */
export const leastFit = 0.5;

/** Whether answers to this question have a form that can be recognised in a text. */
export function hasForm(question: Question): boolean {
  return ['PERSON', 'HOLDER', 'IDENTITY', 'PLACE', 'DATE', 'NUMBER', 'ORG', 'NAME'].includes(question.type);
}

/**
 * The slices of `text` that have the form asked for and neither merely repeat the question nor stand in a stage direction;
 * offsets count from `text`.
 */
export function findExpected(text: string, question: Question, formerRegions: readonly string[]): Expected[] {
  const spans = spansOf(text, question, formerRegions);
  if (spans.length === 0) return [];
  const asked = askedStems(question);
  const asides = findAsides(text);
  return spans.filter((span) => {
    if (asides.some((each) => overlaps(each, span))) return false;
    const said = plainStems(text.slice(span.start, span.end));
    // A person is told by the surname; a body or place only repeats the question where most of its words do.
    const telling = question.type === 'PERSON' && span.fit === 1 ? said.slice(-1) : said;
    const repeated = telling.filter((word) => asked.has(word));
    return telling.length > 0 && repeated.length <= telling.length / 2;
  });
}

const known = new WeakMap<Question, ReadonlySet<string>>();

/**
 * Stems of the question's words without the small ones, in French too where it is in English: it is asked of every sentence that is
 * read closely.
 */
function askedStems(question: Question): ReadonlySet<string> {
  const noted = known.get(question);
  if (noted !== undefined) return noted;
  const { asked, language, words } = question;
  const translated =
    language === 'fr' ? [] : words.flatMap(({ alternatives }) => alternatives.flatMap(({ stems }) => stems));
  const stems = new Set([...plainStems(asked), ...translated]);
  known.set(question, stems);
  return stems;
}

function plainStems(text: string): string[] {
  return tokenizeApart(text).flatMap((token) => (isStopword(token.surface, 'fr') ? [] : [token.stem]));
}

/** The people of a participants line as expected answers, offsets counted from `base`. */
export function listedPeople(entry: IndexEntry, base: number): Expected[] {
  return listedIn(entry.passage).map(({ span }) => ({ start: span.start - base, end: span.end - base, fit: 1 }));
}

function spansOf(text: string, question: Question, formerRegions: readonly string[]): Expected[] {
  switch (question.type) {
    case 'PERSON':
      return personsAndBodies(text, question);
    case 'HOLDER':
      return namedHolders(text, question).map((span) => ({ ...span, fit: 1 }));
    case 'IDENTITY':
      return rolesIn(text, question);
    case 'PLACE':
      return findPlaces(text, placeLevel(question.head), formerRegions).map((span) => ({ ...span, fit: 1 }));
    case 'DATE':
      return findDates(text).map((span) => ({
        ...span,
        fit: dateFit(text.slice(span.start, span.end), question.head),
      }));
    case 'NUMBER': {
      const quantities = findQuantities(text);
      const fitOf = quantities.length > 0 ? quantityFit(question) : () => 0;
      const asksRise = asksForRise(question);
      return quantities
        .map(({ start, end, ...quantity }) => {
          const fit = fitOf({ start, end, ...quantity });
          return { start, end, fit: asksRise || !isRise(text, { start, end }) ? fit : Math.min(fit, riseOfAmount) };
        })
        .filter((quantity) => quantity.fit > 0);
    }
    case 'ORG':
      return bodiesIn(text)
        .filter(({ start, end }) => !isLargePlace(text.slice(start, end), formerRegions))
        .map((span) => ({ ...span, fit: bodyFit(text.slice(span.start, span.end), question.head) }));
    case 'NAME':
      return namesIn(text);
    case 'DEFINITION':
      return meaningsIn(text, question);
    default:
      return [];
  }
}

/** Things and people: "comment s'appelle" may ask for a trade that no list of nouns has. */
function namesIn(text: string): Expected[] {
  const persons = findPersons(text);
  const names = findNames(text).filter((one) => !persons.some((person) => overlaps(person, one)));
  return [...persons, ...names].map((span) => ({ ...span, fit: 0.7 })).toSorted((a, b) => a.start - b.start);
}

/** The full forms of the acronyms that a question says. Not all that has a meaning has one that can be recognised. */
function meaningsIn(text: string, { words }: Question): Expected[] {
  const asked = new Set(words.map(({ surface }) => surface));
  return explainedAcronyms(text).flatMap(({ short, long }) => (asked.has(fold(short)) ? [{ ...long, fit: 1 }] : []));
}

/** What a text says the person of a question to be. */
function rolesIn(text: string, question: Question): Expected[] {
  return findIntroductions(text).flatMap(({ name, role }) =>
    isAsked(text.slice(name.start, name.end), question) ? [{ ...role, fit: 1 }] : [],
  );
}

/** What a participants line says the person of a question to be; offsets count from the file's start. */
export function listedRoles({ proceedings: { text }, passage }: IndexEntry, question: Question): Expected[] {
  return listedIn(passage).flatMap(({ name, span }) => {
    const named = text.indexOf(name, span.start) + name.length;
    const start = named + (/^[,( ]*/.exec(text.slice(named, span.end))?.[0].length ?? 0);
    const role = text.slice(start, span.end);
    const end = start + (role.endsWith(')') ? role.length - 1 : role.length);
    return end > start && isAsked(name, question) ? [{ start, end, fit: 1 }] : [];
  });
}

/** Whether a name is that of a question. Who is asked for by first name and surname is not somebody else of that surname. */
function isAsked(name: string, { words }: Question): boolean {
  const asked = new Set(words.map(({ surface }) => surface));
  const named = tokenizeApart(name).filter(({ surface }) => !honorifics.has(surface));
  const full = named.filter(({ surface }) => surface.length > 1);
  const other = full.length > 1 && asked.size > 1 && !full.every(({ surface }) => asked.has(surface));
  // "Saint-Martin" is not Martin.
  const surname = tokenizeApart(name.split(/\s/).at(-1) ?? '');
  return surname.length > 0 && surname.every(({ surface }) => asked.has(surface)) && !other;
}

/** "Anne Roux, ministre des familles," is no body, though nothing before the name tells. */
function bodiesIn(text: string): Span[] {
  const people = findIntroductions(text).map(({ name }) => name);
  return findOrganisations(text).filter((one) => !people.some((person) => overlaps(person, one)));
}

/** What a body may be as well as a person; folded, in the singular. */
const personOrBody =
  /^(?:aut(?:eur|rice)|creat(?:eur|rice)|fondat(?:eur|rice)|proprietaire|exploitante?|responsable|membre|successeur|remplacante?|act(?:eur|rice)|invent(?:eur|rice)|candidate?|author|creator|founder|owner|inventor|member|successor|candidate)$/;

/** "Quel directeur…", "which senator…" ask for a person; "qui…", "quels artisans…" and "quel propriétaire…" may be a body. */
function mayBeBody({ head }: Question): boolean {
  return head === null || head.endsWith('s') || typeOfNounIn(head) !== 'PERSON' || personOrBody.test(head);
}

/** "Qui a créé…" may be answered by a body as well as by a person. */
function personsAndBodies(text: string, question: Question): Expected[] {
  const persons = findPersons(text).map((span) => ({ ...span, fit: 1 }));
  if (!mayBeBody(question)) return persons;
  const bodies = findBodies(text).filter((body) => !persons.some((person) => overlaps(person, body)));
  return [...persons, ...bodies.map((span) => ({ ...span, fit: bodyAsPerson }))].toSorted((a, b) => a.start - b.start);
}

const bodyAsPerson = 0.6;

function dateFit(date: string, head: string | null): number {
  if (head === 'annee' || head === 'year') return /\d{4}/.test(date) ? 1 : 0.3;
  if (head === 'jour' || head === 'day' || head === 'date') return /\d/.test(date) ? 1 : 0.5;
  return 1;
}

/** By how much something rises is not how much it is. */
const riseOfAmount = 0.3;
