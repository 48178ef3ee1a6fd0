import { type KnownPerson, knownPeople, peopleNamedIn } from '../answer/mentions.ts';
import { saysSomebody } from '../answer/speakers.ts';
import { fold } from '../language/fold.ts';
import { tokenizeApart } from '../language/tokens.ts';
import type { Corpus } from '../proceedings/proceedings.ts';
import type { Choice } from '../replies/reply.ts';

/** So many people are offered at most, those who speak most. */
const mostPeople = 8;
const aboutAPerson = /\b(?:qui est|qui etait|c'est qui|who is|who was|(?:par|speaker|by) ?:)/;
const honorifics: readonly (readonly [RegExp, RegExp])[] = [
  [/\b(?:m\.|monsieur|mr\.?)\s*$/, /^(?:M\.|Monsieur)/],
  [/\b(?:mme|madame|mlle|mrs\.?|ms\.?)\s*$/, /^(?:Mme|Madame|Mlle)/],
];
const titleOpening = /(?<![\p{L}\p{N}])(?:(?:M|Mr|Mrs|Ms)\.?|Mmes?|Mlle|Monsieur|Madame) $/iu;

const peopleOf = new WeakMap<Corpus, readonly KnownPerson[]>();

/** People of the record who share the surname that a question names, when the question is about a person; null otherwise. */
export function namesakes(
  question: string,
  corpus: Corpus,
): { readonly surname: string; readonly choices: readonly Choice[] } | null {
  if (!saysSomebody(question) && !aboutAPerson.test(fold(question))) return null;
  const people = peopleOf.get(corpus) ?? knownPeople(corpus);
  peopleOf.set(corpus, people);
  const bySurname = new Map<string, KnownPerson[]>();
  for (const person of peopleNamedIn(question, people)) {
    const surname = surnameOf(person).join(' ');
    bySurname.set(surname, [...(bySurname.get(surname) ?? []), person]);
  }
  for (const sharing of bySurname.values()) {
    const place = sharing[0] && placeOf(surnameOf(sharing[0]), question);
    if (!place) continue;
    const different = distinct(sharing.filter((person) => fitsHonorific(question.slice(0, place.nameAt), person)));
    if (different.length > 1)
      return {
        surname: question.slice(place.nameAt, place.end),
        choices: different.map((person) => choiceOf(person, question, place)),
      };
  }
  return null;
}

/** "di", "filippo" of Fabien Di Filippo. */
function surnameOf({ words, given }: KnownPerson): readonly string[] {
  return words.slice(given.length);
}

interface Place {
  /** Where the honorific starts, if there is one. */
  readonly start: number;
  readonly nameAt: number;
  readonly end: number;
}

/** Where the words of a surname stand one after another. */
function placeOf(surname: readonly string[], question: string): Place | null {
  const tokens = tokenizeApart(question);
  const first = tokens.findIndex((_, at) => surname.every((word, step) => tokens[at + step]?.surface === word));
  const nameAt = tokens[first]?.start;
  const end = tokens[first + surname.length - 1]?.end;
  if (nameAt === undefined || end === undefined) return null;
  return { start: titleOpening.exec(question.slice(0, nameAt))?.index ?? nameAt, nameAt, end };
}

function fitsHonorific(before: string, person: KnownPerson): boolean {
  const titled = honorifics.find(([written]) => written.test(fold(before)));
  return titled === undefined || titled[1].test(person.display);
}

/** "P. Martin" and "Paul Martin" are one person, told by the fuller name. */
function distinct(people: readonly KnownPerson[]): readonly KnownPerson[] {
  return people
    .filter((person) => !people.some((other) => isFuller(other, person)))
    .toSorted((a, b) => b.speeches - a.speeches || (a.key < b.key ? -1 : 1))
    .slice(0, mostPeople);
}

function isFuller(other: KnownPerson, person: KnownPerson): boolean {
  const [first = ''] = person.words;
  const [otherFirst = ''] = other.words;
  if (other === person || other.words.length < person.words.length) return false;
  if (person.words.length === 1) return other.words.length > 1;
  return first.length === 1 && otherFirst.length > 1 && otherFirst.startsWith(first);
}

function choiceOf(person: KnownPerson, question: string, place: Place): Choice {
  return { label: person.display, text: question.slice(0, place.start) + person.display + question.slice(place.end) };
}
