import { fold } from '../language/fold.ts';
import type { Question } from '../language/question.ts';
import { isNounPhrase } from '../language/question-words.ts';
import { isStopword } from '../language/stopwords.ts';
import { tokenize } from '../language/tokens.ts';
import type { Speaker } from '../proceedings/proceedings.ts';
import { datePart, isOf } from '../search/dates.ts';
import type { IndexEntry } from '../search/record-index.ts';

/** "Qui est ministre de l'agriculture ?", "nom du maire de Lyon", "who was the minister of agriculture?". */
const whoIs =
  /^\s*(?:c'est qui|qui (?:est|sont|etait|etaient|fut)|comment s'appell\w+|(?:quel est )?le nom|nom|who(?:'s| is| are| was| were)|(?:what is |what's )?the name)\s+(?:actuellement\s+|currently\s+)?(?<next>[\p{L}]+)/u;
/** "Le maire de Lyon, c'est qui ?": the office first. */
const officeFirst = /^(?<office>[^,?]{3,80}),? (?:c'est qui|qui (?:est-ce|c'est|est-il|est-elle))[ ?!.]*$/;
/** What may open an office. "Qui est contre le maire", "qui est pas maire" ask for something else. */
const articles = new Set('le la les l un une du de des d notre nos the a an of our'.split(' '));
/** A time before, after or between dates: which date a record is of does not tell who held an office then. */
const spans = /\b(?:avant|apres|depuis|jusqu|entre|before|after|since|until|between)\b/;
/** Words of such a question that are no part of an office. */
const beside = new Set(
  'nom noms name names actuel actuelle actuellement current currently appelle appellent appelait'.split(' '),
);
/** A synonym is trusted less than this, and may be another office; the word itself and its translations more. */
const leastTrust = 0.6;

/** An office that a question asks who holds. */
export interface OfficeAsked {
  /** Ways to say each of its words, in order, as lists of stems. */
  readonly ways: readonly (readonly (readonly string[])[])[];
  /** Years and months of the records that may tell. */
  readonly dates: readonly string[];
}

/** The office of "qui est ministre de l'agriculture ?", or alone, "ministre de l'agriculture"; null where anything is asked besides an office and the year or month of records. */
export function officeAsked(question: Question): OfficeAsked | null {
  const typed = fold(question.asked).replaceAll('’', "'");
  const alone = question.type === 'PERSON' && isNounPhrase(tokenize(typed), question.language);
  const asked = alone ? `qui est ${typed}` : typed.replace(officeFirst, "c'est qui $<office>");
  const next = whoIs.exec(asked)?.groups?.['next'];
  if (next === undefined || (isSmall(next) && !articles.has(next))) return null;
  const dates = question.words.flatMap(({ surface }) => datePart(surface) ?? []);
  if (dates.length > 0 && spans.test(asked)) return null;
  const ways = question.words
    .filter(({ surface }) => !beside.has(surface) && datePart(surface) === null)
    .map(({ alternatives }) => alternatives.filter(({ weight }) => weight >= leastTrust).map(({ stems }) => stems))
    // The joined form of a hyphenated word repeats its parts, at less trust.
    .filter((trusted) => trusted.length > 0);
  return ways.length === 0 ? null : { ways, dates };
}

/**
 * Numbers of passages, one a person, that show who holds an office: the opening of what they say under it in their newest record that
 * `accept` lets through.
 */
export function officeHolders(
  { ways, dates }: OfficeAsked,
  entries: readonly IndexEntry[],
  accept: (entry: IndexEntry) => boolean,
): ReadonlySet<number> {
  const holds = holdsBy(
    (office) =>
      ways.every((some) => some.some((stems) => stems.every((stem) => office.includes(stem)))) &&
      // "Secrétaire d'État auprès du ministre" is no minister.
      ways.some((some) => some.some((stems) => stems[0] === office[0])),
  );
  const newest = new Map<string, IndexEntry>();
  for (const entry of entries) {
    const { passage, proceedings } = entry;
    if (passage.speech === null || !isNamed(passage.speech.speaker) || !holds(passage.speech.speaker)) continue;
    if (!dates.every((part) => isOf(proceedings.date, part)) || !accept(entry)) continue;
    const key = fold(passage.speech.speaker.name);
    const known = newest.get(key);
    if (known === undefined || (proceedings.date ?? '') > (known.proceedings.date ?? '')) newest.set(key, entry);
  }
  return new Set([...newest.values()].map(({ number }) => number));
}

function isSmall(word: string): boolean {
  return isStopword(word, 'fr') || isStopword(word, 'en');
}

/** A test of speakers by the stems of each of their offices, each role tested once. */
function holdsBy(fits: (office: readonly string[]) => boolean): (speaker: Speaker) => boolean {
  const known = new Map<string, boolean>();
  return ({ role, organisation }) => {
    const written = `${role ?? ''} (${organisation ?? ''})`;
    const holds =
      known.get(written) ?? officesOf(role ?? '').some((one) => fits(stemsOf(`${one} ${organisation ?? ''}`)));
    known.set(written, holds);
    return holds;
  };
}

/** "garde des sceaux, ministre de la justice", each without the office that it is attached to: "ministre auprès du ministre". */
function officesOf(role: string): string[] {
  return role.split(/,\s/).map((one) => one.split(/(?:^|\s)auprès\s/)[0] ?? '');
}

function stemsOf(office: string): string[] {
  return tokenize(office).flatMap(({ surface, stem }) => (isStopword(surface, 'fr') ? [] : [stem]));
}

/** "La présidente" is a function that stands for a name; "de Rugy" is one. */
function isNamed({ name }: Speaker): boolean {
  return /^(?:(?:de|du|des|von|van) |d['’])?\p{Lu}/u.test(name);
}
