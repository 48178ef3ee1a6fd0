import { fold } from '../language/fold.ts';
import type { Question } from '../language/question.ts';
import { tokenize } from '../language/tokens.ts';
import { isStopword } from '../language/stopwords.ts';
import type { Speaker } from '../proceedings/proceedings.ts';
import { datePart, isOf } from '../search/dates.ts';
import type { IndexEntry } from '../search/record-index.ts';

/** "Qui est ministre de l'agriculture ?", "nom du maire de Lyon", "who was the minister of agriculture?". */
const whoIs =
  /^\s*(?:(?:c'est |c est )?qui (?:est|sont|etait|etaient|fut)\b|comment s'appell|(?:quel est )?le nom d|nom d|who(?:'s| is| are| was| were)\b|(?:what is |what's )?the name of\b)/;
/** Words of such a question that are no part of an office. */
const beside = new Set('nom name actuel actuelle current appelle appelait poste fonction'.split(' '));
/** Less trust than this in a synonym, and it is another office. */
const leastTrust = 0.5;

/**
 * Numbers of passages, one a person, that show who holds the office that a question asks for: the opening of their newest speech
 * before which the record gives them that office. Empty where the question asks for anything besides an office and a date.
 */
export function officeHolders(question: Question, entries: readonly IndexEntry[]): ReadonlySet<number> {
  if (!whoIs.test(fold(question.asked))) return new Set();
  const dates = question.words.flatMap(({ surface }) => datePart(surface) ?? []);
  const words = question.words.filter(({ surface }) => !beside.has(surface) && datePart(surface) === null);
  const asked = words.map(({ alternatives }) => alternatives.filter(({ weight }) => weight >= leastTrust));
  if (asked.length === 0) return new Set();
  const holds = holdsBy(
    (office) =>
      asked.every((ways) => ways.some(({ stems }) => stems.every((stem) => office.includes(stem)))) &&
      // "Secrétaire d'État auprès du ministre" is no minister.
      asked.some((ways) => ways.some(({ stems }) => stems[0] === office[0])),
  );
  const newest = new Map<string, IndexEntry>();
  for (const entry of entries) {
    const { passage, proceedings } = entry;
    if (passage.speech === null || !isNamed(passage.speech.speaker) || !holds(passage.speech.speaker)) continue;
    if (!dates.every((part) => isOf(proceedings.date, part))) continue;
    const key = fold(passage.speech.speaker.name);
    const known = newest.get(key);
    if (known === undefined || (proceedings.date ?? '') > (known.proceedings.date ?? '')) newest.set(key, entry);
  }
  return new Set([...newest.values()].map(({ number }) => number));
}

/** A test of speakers by the stems of their office, each role tested once. */
function holdsBy(fits: (office: readonly string[]) => boolean): (speaker: Speaker) => boolean {
  const known = new Map<string, boolean>();
  return ({ role, organisation }) => {
    const written = `${role ?? ''} ${organisation ?? ''}`;
    const holds = known.get(written) ?? fits(stemsOf(written));
    known.set(written, holds);
    return holds;
  };
}

/** Without the office that one is attached to: "ministre auprès du ministre de l'intérieur". */
function stemsOf(office: string): string[] {
  const [own = ''] = office.split(/\sauprès\s/);
  return tokenize(own).flatMap(({ surface, stem }) => (isStopword(surface, 'fr') ? [] : [stem]));
}

/** "La présidente" is a function that stands for a name. */
function isNamed({ name }: Speaker): boolean {
  return /^\p{Lu}/u.test(name);
}
