import { tellsType } from '../language/answer-nouns.ts';
import { editDistance } from '../language/edit-distance.ts';
import { fold } from '../language/fold.ts';
import { honorifics } from '../language/names.ts';
import { longestQuestion } from '../language/question.ts';
import { isStopword } from '../language/stopwords.ts';
import { tokenizeApart } from '../language/tokens.ts';
import { type Corpus, displayName, type Speaker } from '../proceedings/proceedings.ts';

/** A person of the record, by one spelling of the name. */
export interface KnownPerson {
  /** Folded name without honorific: "christian jacob". */
  readonly key: string;
  /** "M. Christian Jacob". */
  readonly display: string;
  /** Folded words of the name in order: "jean", "marc", "zulesi". */
  readonly words: readonly string[];
  /** Those of the first name or initial, which the surname follows; none where the name is one word. */
  readonly given: readonly string[];
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
    else people.set(key, { key, display: displayName(speaker), ...nameParts(speaker.name), speeches });
  };
  for (const proceedings of corpus.proceedings) {
    for (const speech of proceedings.speeches) add(speech.speaker, 1);
    for (const section of proceedings.sections) for (const participant of section.participants) add(participant, 0);
    for (const participant of proceedings.participants) add(participant, 0);
  }
  return [...people.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

const openings = new WeakMap<readonly KnownPerson[], ReadonlyMap<string, readonly number[]>>();

/** The people whose first or last word is one of these, in their order: of some thousands those that a text may name. */
function withWords(surfaces: Iterable<string>, people: readonly KnownPerson[]): KnownPerson[] {
  const places = openings.get(people) ?? placesByWord(people);
  openings.set(people, places);
  const found = new Set([...surfaces].flatMap((surface) => places.get(surface) ?? []));
  return [...found].toSorted((a, b) => a - b).flatMap((place) => people[place] ?? []);
}

function placesByWord(people: readonly KnownPerson[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  people.forEach(({ words }, place) => {
    for (const word of new Set([words[0] ?? '', words.at(-1) ?? ''])) {
      const known = places.get(word);
      if (known) known.push(place);
      else places.set(word, [place]);
    }
  });
  return places;
}

function nameParts(name: string): Pick<KnownPerson, 'words' | 'given'> {
  const space = name.search(/\s/);
  return { words: wordsOf(name), given: space < 0 ? [] : wordsOf(name.slice(0, space)) };
}

function wordsOf(text: string): string[] {
  return tokenizeApart(text).map((token) => token.surface);
}

/** A word of a question, and whether it may be a name: it has a capital, or capitals tell nothing in the question. */
interface Written {
  readonly surface: string;
  /** Whether a word with a capital follows directly: "Guillaume Pepy" is no M. Guillaume. */
  readonly opensName: boolean;
  readonly capital: boolean;
  /** "à", "au", "to", "tell": who follows is spoken to. */
  readonly towards: boolean;
}

/** Shorter surnames are too often other words. */
const leastLetters = 4;

/** A person whom a text names. */
export interface Mention {
  readonly person: KnownPerson;
  /** Named as somebody who is spoken to: "à Mme Rabault". */
  readonly spokenTo: boolean;
}

/** The people whom a text names otherwise than as spoken to. */
export function peopleNamedIn(text: string, people: readonly KnownPerson[]): KnownPerson[] {
  return mentionsIn(text, people).flatMap(({ person, spokenTo }) => (spokenTo ? [] : [person]));
}

/**
 * The people whom a text names, each once: by full name, or by a surname of nobody so named, where it is written with a capital (or
 * capitals tell nothing in the text) and no title before it is of the other gender. Several people may share a surname.
 */
export function mentionsIn(text: string, people: readonly KnownPerson[]): Mention[] {
  const uncased = isUncased(text);
  const written = tokenizeApart(text).map(({ surface, start, end }): Written => ({
    surface,
    opensName: !uncased && /^ \p{Lu}/u.test(text.slice(end, end + 3)),
    capital: uncased || /^\p{Lu}/u.test(text.slice(start, start + 2)),
    towards: /^(?:à|aux?|to|tell|told|ask(?:ed)?|answer(?:ed)?|remind(?:ed)?|promised?|assured?)$/i.test(
      text.slice(start, end),
    ),
  }));
  const surfaces = new Set(written.map(({ surface }) => surface));
  const said = (word: string | undefined): boolean => word !== undefined && surfaces.has(word);
  const near = withWords(surfaces, people);
  const full = near.flatMap((person) => {
    const { words, given } = person;
    return given.length > 0 && said(words[0]) ? placesOf(words, written).map((at) => ({ person, at })) : [];
  });
  const taken = new Set(full.flatMap(({ person, at }) => person.words.map((_, step) => at + step)));
  const bySurname = near.flatMap((person) => {
    if (!said(person.words.at(-1))) return [];
    const surname = person.words.slice(person.given.length);
    const last = surname.at(-1) ?? '';
    if (last.length < leastLetters) return [];
    return placesOf(surname, written)
      .filter((at) => {
        const end = written[at + surname.length - 1];
        const before = written[at - 1];
        return (
          end?.capital === true && !end.opensName && fitsTitle(before, person) && fitsFirstName(before, person, uncased)
        );
      })
      .filter((at) => !taken.has(at + surname.length - 1))
      .map((at) => ({ person, at }));
  });
  const told = new Set(full.flatMap(({ person }) => person.words.at(-1) ?? []));
  const named = [...full, ...bySurname.filter(({ person }) => !told.has(person.words.at(-1) ?? ''))];
  return [...new Set(named.map(({ person }) => person))].map((person) => ({
    person,
    spokenTo: named.every((one) => one.person !== person || isSpokenTo(one.at, written)),
  }));
}

/** Whether a text has no capitals, or nothing else: they tell no names in it. */
export function isUncased(text: string): boolean {
  return !/\p{Lu}/u.test(text.slice(1)) || !/\p{Ll}/u.test(text);
}

const masculine = new Set('m mm mr monsieur messieurs'.split(' '));
const feminine = new Set('mme mmes mlle mrs ms madame mesdames'.split(' '));

/** "Mme Martin" is not M. Gilles Martin; "le maire" is Bruno Le Maire only behind a title or a first name. */
function fitsTitle(before: Written | undefined, { display, words, given }: KnownPerson): boolean {
  const title = before?.surface ?? '';
  if (masculine.has(title)) return !/^(?:Mme|Mlle)/.test(display);
  if (feminine.has(title)) return !/^MM?\./.test(display);
  return !tellsType(words.at(-1) ?? '') || given.includes(title);
}

/** What may stand between "à" and a name, besides honorifics. */
const titles = new Set('la depute deputee senateur senatrice ministre maire president presidente'.split(' '));

/** Whether the name at a place is that of somebody who is spoken to: "à Mme Rabault", "au député Colombani". */
function isSpokenTo(at: number, written: readonly Written[]): boolean {
  const before = written.slice(0, at).findLast(({ surface }) => !honorifics.has(surface) && !titles.has(surface));
  return before?.towards === true;
}

function placesOf(words: readonly string[], written: readonly Written[]): number[] {
  return written.flatMap((_, at) => (words.every((word, step) => written[at + step]?.surface === word) ? [at] : []));
}

/**
 * "Anne Martin" does not name Paul Martin: before the surname stands an honorific, the first name's initial, or a word
 * that is no name.
 */
function fitsFirstName(before: Written | undefined, person: KnownPerson, uncased: boolean): boolean {
  if (before === undefined || uncased || !before.capital || honorifics.has(before.surface)) return true;
  if (isStopword(before.surface, 'fr') || isStopword(before.surface, 'en'))
    return before.surface.length > 1 || before.surface === person.words[0]?.[0];
  return before.surface === person.words[0]?.[0];
}

/**
 * A text in which the surname behind a first name is spelt as the record spells that person's, where it is a slip away: "Gérard Colomb"
 * for Gérard Collomb. As it is where the record has those two words, or the surname behind a title.
 *
 * @param occurs whether folded words stand in the record one after the other
 */
export function withNamesSpelt(
  text: string,
  people: readonly KnownPerson[],
  occurs: (words: string) => boolean,
): string {
  const uncased = isUncased(text);
  const tokens = tokenizeApart(text.slice(0, longestQuestion));
  const near = withWords(
    tokens.map(({ surface }) => surface),
    people,
  );
  const slips = tokens.flatMap(({ surface, start, end }, at) => {
    if (surface.length < leastLetters || (!uncased && !/^\p{Lu}/u.test(text.slice(start)))) return [];
    const before = (given: readonly string[]): boolean =>
      given.every((word, step) => tokens[at - given.length + step]?.surface === word);
    const meant = near.find(({ words, given }) => {
      const surname = words.at(-1) ?? '';
      const spelt = (given[0]?.length ?? 0) > 1 && words.length === given.length + 1 && surname !== surface;
      return spelt && before(given) && isSlip(surface, surname);
    });
    const known = [...(meant?.given ?? []), surface].join(' ');
    if (meant === undefined || [known, `m. ${surface}`, `mme ${surface}`].some(occurs)) return [];
    return [{ start, end, surname: meant.display.split(/\s/).at(-1) ?? surface }];
  });
  return slips.reduceRight(
    (spelt, { start, end, surname }) => spelt.slice(0, start) + surname + spelt.slice(end),
    text,
  );
}

function isSlip(written: string, surname: string): boolean {
  if (written[0] !== surname[0] || Math.min(written.length, surname.length) < leastLetters) return false;
  return editDistance(written, surname) <= (surname.length < 7 ? 1 : 2);
}
