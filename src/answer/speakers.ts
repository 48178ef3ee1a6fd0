import { fold } from '../language/fold.ts';
import { longestQuestion, type Question } from '../language/question.ts';
import { verbOfSaying } from '../language/saying.ts';
import { stem } from '../language/stem.ts';
import { tokenize } from '../language/tokens.ts';
import type { Passage } from '../proceedings/proceedings.ts';
import type { IndexEntry } from '../search/record-index.ts';
import type { Choice } from './excerpt.ts';
import type { Mention } from './mentions.ts';

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
 * Numbers of the passages of the sections in which all of these people speak to one another, "que répond X à Y", from what those say
 * who are spoken to. Those of one surname stand for each other.
 */
export function passagesOfExchange(
  mentions: readonly Mention[],
  spoken: ReadonlyMap<string, readonly number[]>,
  entries: readonly IndexEntry[],
): ReadonlySet<number> {
  const parties = new Map<string, Map<object, number>>();
  for (const { person, spokenTo } of mentions) {
    const surname = person.words.at(-1) ?? person.key;
    const openings = parties.get(surname) ?? new Map<object, number>();
    for (const number of spoken.get(person.key) ?? []) {
      const section = sectionOf(entries[number]);
      if (spokenTo && !isSpeech(entries[number])) continue;
      openings.set(section, Math.min(openings.get(section) ?? Infinity, spokenTo ? number : -1));
    }
    parties.set(surname, openings);
  }
  const [first = new Map<object, number>(), ...others] = [...parties.values()];
  const opened = new Map(
    [...first]
      .filter(([section]) => others.every((theirs) => theirs.has(section)))
      .map(([section]) => [section, Math.max(...[...parties.values()].map((theirs) => theirs.get(section) ?? -1))]),
  );
  if (opened.size === 0) return new Set();
  return new Set(
    entries.filter((entry) => entry.number > (opened.get(sectionOf(entry)) ?? Infinity)).map(({ number }) => number),
  );
}

/** Who only calls out asks nothing. */
const leastSaid = 80;

function isSpeech(entry: IndexEntry | undefined): boolean {
  return entry !== undefined && entry.passage.span.end - entry.passage.span.start >= leastSaid;
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
