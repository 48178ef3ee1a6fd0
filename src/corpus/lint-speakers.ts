import type { Finding } from '../proceedings/finding.ts';
import type { Proceedings, Speaker } from '../proceedings/proceedings.ts';
import { editDistance } from '../language/edit-distance.ts';

/** A rare spelling has at most this many turns; the spelling that is meant has more, and this many times as many. */
const rareTurns = 3;
const timesAsFrequent = 4;
/** Shorter surnames that differ by one letter are too often two people's; likewise by two letters. */
const shortestForOneEdit = 4;
const shortestForTwoEdits = 6;

interface Spelling {
  readonly firstName: string;
  readonly surname: string;
  readonly turns: { readonly file: string; readonly line: number }[];
}

/** Warnings about rare surnames one or two letters away from a frequent one with the same honorific and first name. */
export function misspelledSpeakers(proceedings: readonly Proceedings[]): Finding[] {
  return [...spellingsByInitial(proceedings).values()].flatMap((group) => {
    const spellings = [...group.values()];
    const frequent = spellings.filter(({ turns }) => turns.length > rareTurns);
    return spellings
      .filter(({ turns }) => turns.length <= rareTurns)
      .flatMap((rare) => {
        const meant = frequent.find((spelling) => isMeant(rare, spelling));
        return meant ? rare.turns.map((turn) => misspelled(turn, rare, meant)) : [];
      });
  });
}

function spellingsByInitial(proceedings: readonly Proceedings[]): Map<string, Map<string, Spelling>> {
  const groups = new Map<string, Map<string, Spelling>>();
  for (const { file, speeches } of proceedings) {
    for (const { speaker, line } of speeches) {
      const name = splitName(speaker);
      if (!name) continue;
      const initial = `${speaker.honorific} ${name.firstName.charAt(0)}`;
      const group = groups.get(initial) ?? new Map<string, Spelling>();
      const spelling = group.get(speaker.name) ?? { ...name, turns: [] };
      spelling.turns.push({ file, line });
      groups.set(initial, group.set(speaker.name, spelling));
    }
  }
  return groups;
}

/** Null for functions ("la ministre") and for people without an honorific ("Plusieurs députés"). */
function splitName({ honorific, name }: Speaker): { firstName: string; surname: string } | null {
  if (honorific === null || !/^(?:\p{Lu}|d['’]|de )/u.test(name)) return null;
  const [, firstName = '', surname = name] = /^(\p{Lu}\S*)\s(.+)$/u.exec(name) ?? [];
  return { firstName, surname };
}

function isMeant(rare: Spelling, frequent: Spelling): boolean {
  if (
    frequent.turns.length < timesAsFrequent * rare.turns.length ||
    !sameFirstName(rare.firstName, frequent.firstName)
  ) {
    return false;
  }
  const length = Math.min(rare.surname.length, frequent.surname.length);
  const allowed = length >= shortestForTwoEdits ? 2 : length >= shortestForOneEdit ? 1 : 0;
  if (Math.abs(rare.surname.length - frequent.surname.length) > allowed) return false;
  const distance = editDistance(rare.surname.toLowerCase(), frequent.surname.toLowerCase());
  return distance > 0 && distance <= allowed;
}

/** "J." is the same as "Jean". */
function sameFirstName(a: string, b: string): boolean {
  return a === b || ((isInitial(a) || isInitial(b)) && a.charAt(0) === b.charAt(0));
}

function isInitial(firstName: string): boolean {
  return /^\p{Lu}\.$/u.test(firstName);
}

function misspelled(turn: { file: string; line: number }, rare: Spelling, meant: Spelling): Finding {
  return {
    ...turn,
    severity: 'warning',
    message: `speaker "${rare.surname}": did you mean "${meant.surname}", ${meant.turns.length} turns?`,
    remedy: 'use one spelling, unless these are two people',
  };
}
