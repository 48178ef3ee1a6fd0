import { fold } from '../language/fold.ts';
import { longestQuestion, type Question } from '../language/question.ts';
import { verbOfSaying } from '../language/saying.ts';
import { stem } from '../language/stem.ts';
import { tokenize } from '../language/tokens.ts';
import type { Passage } from '../proceedings/proceedings.ts';
import type { IndexEntry } from '../search/record-index.ts';
import type { Choice } from './excerpt.ts';
import type { KnownPerson } from './mentions.ts';

const voice = new RegExp(
  `\\b(?:que?|qu'|quoi|what|how|why|pourquoi|comment|combien|quel(?:le)?s?)\\b.{0,80}${verbOfSaying}|` +
    "\\b(?:selon|d'apres|d apres|according to|position de|avis de|opinion de|propos de|declarations? de|views? of|position of)\\b|\\b(?:il|elle) dit\\b|\\bdit quoi\\b",
);

/** Whether a question asks for somebody's own words: "que dit X", "selon X", "what did X say"; not for who says something to X. */
export function asksForWords({ asked, type }: Question): boolean {
  return type !== 'SPEAKER' && saysSomebody(asked);
}

/** Whether a text asks what somebody says. */
export function saysSomebody(text: string): boolean {
  return voice.test(fold(text).slice(0, longestQuestion));
}

/** Numbers of the passages that each person speaks, by folded name. */
export function passagesBySpeaker(entries: readonly IndexEntry[]): ReadonlyMap<string, readonly number[]> {
  const spoken = new Map<string, number[]>();
  const keys = new Map<string, string>();
  for (const { passage, number } of entries) {
    if (passage.speech === null) continue;
    const { name } = passage.speech.speaker;
    const key = keys.get(name) ?? fold(name);
    keys.set(name, key);
    const numbers = spoken.get(key);
    if (numbers) numbers.push(number);
    else spoken.set(key, [number]);
  }
  return spoken;
}

/**
 * Numbers of the passages of the sections in which all of these people speak, to one another: "que répond X à Y". Those of one
 * surname stand for each other.
 */
export function passagesOfExchange(
  people: readonly KnownPerson[],
  spoken: ReadonlyMap<string, readonly number[]>,
  entries: readonly IndexEntry[],
): ReadonlySet<number> {
  const sections = new Map<string, Set<object>>();
  for (const { key, words } of people) {
    const theirs = sections.get(words.at(-1) ?? key) ?? new Set();
    for (const number of spoken.get(key) ?? []) theirs.add(sectionOf(entries[number]));
    sections.set(words.at(-1) ?? key, theirs);
  }
  const [first = new Set<object>(), ...others] = [...sections.values()];
  const shared = new Set([...first].filter((section) => others.every((theirs) => theirs.has(section))));
  if (shared.size === 0) return new Set();
  return new Set(entries.filter((entry) => shared.has(sectionOf(entry))).map(({ number }) => number));
}

const nowhere = {};

/** What tells the section of a passage from all others. */
function sectionOf(entry: IndexEntry | undefined): object {
  return entry?.passage.section ?? entry?.proceedings ?? nowhere;
}

/**
 * Numbers of the passages whose speaker has a role of this noun ("ministres"), in any number; null where there is no noun, or
 * the record gives nobody such a role.
 */
export function passagesByRole(noun: string | null, entries: readonly IndexEntry[]): ReadonlySet<number> | null {
  if (noun === null) return null;
  const wanted = stem(noun);
  const known = new Map<string, boolean>();
  const holds = (role: string): boolean => {
    const held = known.get(role) ?? tokenize(role).some((token) => token.stem === wanted);
    known.set(role, held);
    return held;
  };
  const theirs = entries.filter(({ passage: { speech } }) => speech !== null && holds(speech.speaker.role ?? ''));
  return theirs.length > 0 ? new Set(theirs.map(({ number }) => number)) : null;
}

/** The first excerpt of each person, and all that nobody speaks, in their order: who asks who speaks of something asks for people. */
export function firstOfEach<Shown extends { readonly choice: Choice }>(choices: readonly Shown[]): Shown[] {
  const heard = new Set<string>();
  return choices.filter(({ choice }) => {
    const { speech } = choice.hit.entry.passage;
    if (speech === null) return true;
    const key = fold(speech.speaker.name);
    return !heard.has(key) && heard.add(key);
  });
}

/** Whether these people chair or sit in the passage's section, whose words are a narrator's. */
export function isSectionOf(passage: Passage, keys: ReadonlySet<string>): boolean {
  return (
    passage.speech === null &&
    passage.kind === 'text' &&
    (passage.section?.participants ?? []).some((one) => keys.has(fold(one.name)))
  );
}
