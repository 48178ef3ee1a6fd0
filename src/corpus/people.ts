import type { Participant, Span, Speaker } from '../proceedings/proceedings.ts';
import { trimSpan } from './lines.ts';
import { anyHonorific, functionName, properName, space } from './names.ts';
import { describe } from './role.ts';
import type { Description } from './role.ts';

const honorificOpening = new RegExp(String.raw`^(${anyHonorific})${space}+`, 'u');
const nameOpening = new RegExp(String.raw`^(?:${properName}|${functionName})`, 'u');
const honorificAnywhere = new RegExp(String.raw`(?<![\p{L}\p{N}])${anyHonorific}(?=${space}+\S)`, 'gu');
const nameAnywhere = new RegExp(String.raw`(?<![\p{L}\p{N}.])${properName}`, 'gu');
/** "M. Cordier et M. Di Filippo" speak as one. */
const jointly = new RegExp(String.raw`(?:,| et) (?:${anyHonorific}|plusieurs) `, 'iu');
/** What may stand before an entry: nothing, a separator, a list marker, or the end of a sentence. */
const entryBreak = /(?:^|[,;:)\n]|(?:^|\s)(?:et|and|ainsi que)|\p{L}{3}\.)[\s*_•–-]*$/u;
const trailingMarks = /[\s,;:.*_•–-]/u;
const descriptionMarks = /[\s,;:.]/u;
/** No list of people is longer, in characters, and no entry; a longer one is prose, or a mistake. */
export const longestList = 6_000;
const trailingWord = /[\s,;](?:et|and|ainsi que)$/u;

/** One person from their entry in a list: "M. B. Janet (Orange)", "M. S. Vincent, coordinateur du consortium …". */
export function parsePerson(entry: string): Speaker {
  const plain = entry
    .replace(/\*\*|__/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const honorific = honorificOpening.exec(plain)?.[1] ?? null;
  const rest = honorific === null ? plain : plain.slice(honorific.length).trim();
  if (jointly.test(rest)) return { honorific, name: rest, role: null, organisation: null };
  const beforeRole = /^[^,(]*?(?= [–—-] |[,(]|$)/.exec(rest)?.[0] ?? rest;
  // "Mme Martin maire de Lyon" has no comma; without an honorific, "Plusieurs députés" is all name.
  const named = (honorific === null ? null : nameOpening.exec(beforeRole)?.[0]) ?? beforeRole;
  return { honorific, name: named.trim(), ...described(rest.slice(named.length)) };
}

/** Role and organisation from what follows a name: ", directeur Emmaüs Connect", " (Orange)", ", directeur (Orange)". */
function described(tail: string): Description {
  const bracket = /^([^(]*)\(([^()]*)\)(.*)$/.exec(tail);
  const inside = tidy(bracket?.[2] ?? '');
  if (!bracket || inside === '') return describe(tidy(tail));
  const outside = tidy(bracket[1] ?? '') || tidy(bracket[3] ?? '');
  if (outside !== '') return { role: describe(outside).role ?? outside, organisation: inside };
  return /^\p{Ll}/u.test(inside) ? describe(inside) : { role: null, organisation: inside };
}

/** Everybody in a list of people: "M. P. Legrand (FIRIP) et Mme K. Le Chenadec (CDC)". */
export function parsePeople(list: string): Speaker[] {
  return entries(list, { start: 0, end: list.length }).map((span) => parsePerson(list.slice(span.start, span.end)));
}

/** Everybody listed in a slice of a file's text, with where they stand. */
export function participantsIn(text: string, span: Span, part: Participant['part']): Participant[] {
  return entries(text, span).map((entry) =>
    Object.assign(parsePerson(text.slice(entry.start, entry.end)), { part, span: entry }),
  );
}

/** Entries start at an honorific; in a list that has none, at a name of two words or more. */
function entries(text: string, span: Span): Span[] {
  const list = text.slice(span.start, span.end);
  const opensEntry = (at: number): boolean => entryBreak.test(list.slice(Math.max(0, at - 24), at));
  const honorifics = [...list.matchAll(honorificAnywhere)].map((match) => match.index).filter(opensEntry);
  const starts =
    honorifics.length > 0
      ? honorifics
      : [...list.matchAll(nameAnywhere)]
          .filter((match) => /\s/.test(match[0]) && opensEntry(match.index))
          .map((match) => match.index);
  return starts.flatMap((start, index) => {
    const entry = trimSpan(text, { start: span.start + start, end: span.start + (starts[index + 1] ?? list.length) });
    return entry
      ? [{ start: entry.start, end: entry.start + withoutTail(text.slice(entry.start, entry.end)).length }]
      : [];
  });
}

function withoutTail(entry: string): string {
  const kept = withoutMarks(entry, trailingMarks);
  const word = trailingWord.exec(kept.slice(-12));
  return word ? withoutTail(kept.slice(0, -word[0].length)) : kept;
}

/** A text without the marks at its end; a regular expression would try every mark in it for the last ones. */
function withoutMarks(text: string, marks: RegExp): string {
  let end = text.length;
  while (end > 0 && marks.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

function tidy(description: string): string {
  return withoutMarks(description.replace(/\s+/g, ' ').replace(/^[\s,;–—-]+/, ''), descriptionMarks);
}
