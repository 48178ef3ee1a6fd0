import { fold } from '../language/fold.ts';
import { tokenize } from '../language/tokens.ts';
import { type Corpus, displayName, type Passage, type Speaker } from '../proceedings/proceedings.ts';

/** A person of the record, by one spelling of the name. */
export interface KnownPerson {
  /** Folded name without honorific: "christian jacob". */
  readonly key: string;
  /** "M. Christian Jacob". */
  readonly display: string;
  /** Folded words of the name in order. */
  readonly words: readonly string[];
  /** Speeches in the record; 0 for somebody who is only listed. */
  readonly speeches: number;
}

/** Everybody who speaks or is listed in the record, by name; functions ("la ministre") are left out. */
export function knownPeople(corpus: Corpus): readonly KnownPerson[] {
  const people = new Map<string, KnownPerson>();
  const add = (speaker: Speaker, speeches: number): void => {
    const key = fold(speaker.name);
    if (!/^\p{Lu}/u.test(speaker.name) || /^plusieurs |^un depute|^une deputee|^voix|^membres?\b/.test(key)) return;
    const known = people.get(key);
    if (known) people.set(key, { ...known, speeches: known.speeches + speeches });
    else people.set(key, { key, display: displayName(speaker), words: wordsOf(speaker.name), speeches });
  };
  for (const proceedings of corpus.proceedings) {
    for (const speech of proceedings.speeches) add(speech.speaker, 1);
    for (const section of proceedings.sections) for (const participant of section.participants) add(participant, 0);
    for (const participant of proceedings.participants) add(participant, 0);
  }
  return [...people.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

function wordsOf(name: string): string[] {
  return tokenize(name)
    .filter((token) => !token.joined)
    .map((token) => token.surface);
}

/**
 * The people whom a text names: by full name, else by surname where the surname is written with a capital (or the
 * text has no capitals at all). Several people may share a surname.
 */
export function peopleNamedIn(text: string, people: readonly KnownPerson[]): KnownPerson[] {
  const tokens = tokenize(text).filter((token) => !token.joined);
  const words = ` ${tokens.map((token) => token.surface).join(' ')} `;
  const full = people.filter((person) => person.words.length > 1 && words.includes(` ${person.words.join(' ')} `));
  if (full.length > 0) return full;
  const uncased = !/\p{Lu}/u.test(text.slice(1));
  const capitals = new Set(
    tokens.filter((token) => uncased || /^\p{Lu}/u.test(text.slice(token.start))).map((token) => token.surface),
  );
  return people.filter((person) => {
    const surname = person.words.slice(person.words.length > 1 ? 1 : 0);
    const last = surname.at(-1) ?? '';
    return (
      last.length > 3 &&
      capitals.has(last) &&
      words.includes(` ${surname.join(' ')} `) &&
      fitsFirstName(words, surname, person)
    );
  });
}

/** "Anne Martin" does not name Paul Martin; "M. Martin" and "A. Martin" leave it open or fit the initial. */
function fitsFirstName(words: string, surname: readonly string[], person: KnownPerson): boolean {
  const before =
    words
      .slice(0, words.indexOf(` ${surname.join(' ')} `))
      .split(' ')
      .at(-1) ?? '';
  return before.length !== 1 || before === 'm' || before === person.words[0]?.[0];
}

const voice =
  /\b(?:que?|qu'|quoi|what|comment|quelle?s?)\b.{0,40}\b(?:dit|dire|disait|declare|pense|penser|propose|repond|repondu|affirme|annonce|demande|reproche|explique|estime|soutient|denonce|say|said|says|think|thinks|propose|proposed|answer|blame|compare|announce|claim)\b|\b(?:selon|d'apres|d apres|according to|position de|avis de|opinion de|propos de|declarations? de|views? of|position of)\b|\b(?:il|elle) dit\b|\bdit quoi\b/;

/** Whether a question asks for somebody's own words: "que dit X", "selon X", "what did X say". */
export function asksForWords(question: string): boolean {
  return voice.test(fold(question).slice(0, 2_000));
}

/** Whether these people speak the passage. */
export function isSpokenBy(passage: Passage, keys: ReadonlySet<string>): boolean {
  return passage.speech !== null && keys.has(fold(passage.speech.speaker.name));
}

/** Whether these people chair or sit in the passage's section, whose words are a narrator's. */
export function isSectionOf(passage: Passage, keys: ReadonlySet<string>): boolean {
  return (
    passage.speech === null &&
    passage.kind === 'text' &&
    (passage.section?.participants ?? []).some((one) => keys.has(fold(one.name)))
  );
}
