import { explainedAcronyms } from '../language/acronyms.ts';
import { isQuantityNoun } from '../language/answer-nouns.ts';
import { findAsides } from '../language/asides.ts';
import type { Question } from '../language/question.ts';
import { fold } from '../language/fold.ts';
import { findBodies, findNames, findOrganisations, findPersons, honorifics } from '../language/names.ts';
import { findPlaces, isLargePlace, placeLevel } from '../language/places.ts';
import { findIntroductions } from '../language/introductions.ts';
import { bodyFit } from './bodies.ts';
import { namedHolders } from './named-holders.ts';
import { asksForRise, isRise } from './rises.ts';
import { isMeasure, sameMeasure, unitsFor } from '../language/dimensions.ts';
import { findDates, findQuantities, type Quantity } from '../language/quantities.ts';
import { stem } from '../language/stem.ts';
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
      return personsAndBodies(text);
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
      return findOrganisations(text)
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

/** "Qui a créé…" may be answered by a body as well as by a person. */
function personsAndBodies(text: string): Expected[] {
  const persons = findPersons(text).map((span) => ({ ...span, fit: 1 }));
  const bodies = findBodies(text).filter((body) => !persons.some((person) => overlaps(person, body)));
  return [...persons, ...bodies.map((span) => ({ ...span, fit: bodyAsPerson }))].toSorted((a, b) => a.start - b.start);
}

const bodyAsPerson = 0.6;

function dateFit(date: string, head: string | null): number {
  if (head === 'annee' || head === 'year') return /\d{4}/.test(date) ? 1 : 0.3;
  if (head === 'jour' || head === 'day' || head === 'date') return /\d/.test(date) ? 1 : 0.5;
  return 1;
}

const moneyWords =
  /\b(?:cout\w*|prix|montant|budget|tarif|salaire|remuneration|indemnite|honoraires|amende|dette|deficit|subventions?|dotations?|enveloppe|primes?|factures?|fees?|bonus|euros?|finance\w*|credits?|loyer|cost\w*|price|paid|pay|spend|worth|salary|funding)\b/;
/** What rises or falls is told in euros as well as in per cent. */
const changes =
  /\b(?:hausse|baisse|augment\w*|diminu\w*|reduction|progression|progresse\w*|recul\w*|increase\w*|rise|rose|cut|drop\w*|fall|fell|fallen|grow\w*|go up|went up|go down|went down)\b/;
const shares = /\b(?:pourcentage|part|proportion|taux|share|percentage|rate|proportion)\b/;
const years = /^(?:ans?|annees?|years?)$/;
/** How well "40 %" tells how many there are: too little to be taken for the form that is asked for. */
const shareOfCounted = 0.3;
/** What is told in euros though it is no price. */
const funds =
  /^(?:argent|fonds|millions?|milliards?|credits?|aides?|dons?|investissements?|depenses?|recettes?|economies?|money|funds?|funding|grants?|aid|savings?)$/;
/** Endings of nouns for people by what they do, in French and English; "250 personnes" may be users or teleworkers. */
const oneWhoActs = /(?:eur|rice|euse|ant|ante|iste|ien|ienne|er|or|ist|ee)s?$/;
const people = new Set(['personnes', 'personne', 'gens', 'people', 'persons', 'habitants', 'individus']);

/** By how much something rises is not how much it is. */
const riseOfAmount = 0.3;

const fits = new WeakMap<Question, (quantity: Quantity) => number>();

/** How well quantities fit a question: 1 where the unit is the one asked for, less where it is another, 0 where it cannot be an answer. */
function quantityFit(question: Question): (quantity: Quantity) => number {
  const noted = fits.get(question);
  if (noted !== undefined) return noted;
  const byUnit = unitFit(question);
  const mayChange = changes.test(fold(question.asked));
  const fit = (quantity: Quantity): number => (mayChange && quantity.unit === '%' ? 1 : byUnit(quantity));
  fits.set(question, fit);
  return fit;
}

function unitFit(question: Question): (quantity: Quantity) => number {
  const { head } = question;
  if (moneyWords.test(fold(question.asked)) && moneyHead(question)) return ({ money }) => (money ? 1 : 0);
  if (shares.test(head ?? '')) return ({ unit }) => (unit === '%' ? 1 : 0.4);
  const units = unitsFor(head ?? '');
  if (units !== null) return ({ unit }) => (unit !== null && units.has(unit) ? 1 : 0);
  if (head === 'population') return ({ unit }) => (unit !== null && people.has(unit) ? 1 : 0);
  if (head === 'age') return ({ unit }) => (unit === null ? 0.6 : years.test(unit) ? 1 : 0);
  if (head === null || isQuantityNoun(head)) return () => 0.6;
  const counted = headStems(question);
  return ({ unit, money }) => {
    if (unit === null) return 0.6;
    if (counted.has(stem(unit)) || (years.test(unit) && years.test(head))) return 1;
    if (unit === '%') return shareOfCounted;
    if (sameMeasure(unit, head)) return 1;
    if (money) return funds.test(head) ? 0.7 : 0;
    if (isMeasure(unit)) return isMeasure(head) ? 0.4 : 0;
    if (people.has(head)) return people.has(unit) ? 1 : head === 'habitants' ? 0.4 : 0.7;
    return people.has(unit) && oneWhoActs.test(head) ? 0.6 : 0.4;
  };
}

/** Stems of the noun that is counted, in French: its own, and those of what it may be called besides. */
function headStems({ head, words }: Question): ReadonlySet<string> {
  const counted = words.find(({ surface }) => surface === head);
  return new Set([stem(head ?? ''), ...(counted?.alternatives ?? []).flatMap(({ stems }) => stems)]);
}

function moneyHead(question: Question): boolean {
  return (
    question.head === null ||
    /^(?:prix|montant|cout|budget|tarif|salaire|remuneration|indemnite|honoraires|amende|dette|deficit|subvention|dotation|enveloppe|prime|loyer|facture|fee|bonus|rent|somme|cost|price|budget|sum|amount|euros?|money|does|did|do|is|was|will)$/.test(
      question.head,
    )
  );
}
