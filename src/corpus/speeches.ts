import type { Span, Speaker } from '../proceedings/proceedings.ts';
import { isForeignLabel, isFullName, isUnnamed } from './labels.ts';
import { anyHonorific, functionName, isClause, properName, shortHonorific, space } from './names.ts';
import { parsePerson } from './people.ts';

/** A paragraph that opens a speech. */
export interface Turn {
  readonly speaker: Speaker;
  /** Offset of the speaker's name, behind its bold marker. */
  readonly start: number;
  /** Offset of the first word said; the paragraph's end where the words follow in the next one. */
  readonly words: number;
}

/** A name and role are looked for in so many characters. */
const longestHead = 320;
const bold = /^(\*\*|__)([^*\n]{2,240}?)\1/;
const plainOpening = new RegExp(String.raw`^${shortHonorific}${space}+(?=\p{Lu}|d['’]|[lvd][aeo])`, 'u');
/** "M. Christian Jacob" or "Mme la ministre", then nothing, a role or a bracket. */
const namedHead = new RegExp(
  String.raw`^${shortHonorific}${space}+(?:${properName}|${functionName})(?:${space}*\([^()]*\))?(?:,${space}[^«»]+)?$`,
  'u',
);
const nameOnly = new RegExp(String.raw`^${shortHonorific}${space}+(?:${properName}|${functionName})$`, 'u');
const honorificHead = new RegExp(String.raw`^${anyHonorific}${space}+\S`, 'u');
/** Nobody without a name of their own takes longer to be called, in characters. */
const longestCollective = 110;
/** A full stop alone ends these only: longer ones are sentences. */
const shortCollective = /^(?!l[ea'’])[^,]{2,40}$/i;
const collectiveEnd = /\s*:(?=\s|$)|\.\s*[–—-](?=\s)|\.\s+(?=\S)/;

/**
 * The turn that a paragraph opens, or null where a narrator goes on. With bold markers: `**M. X**, role : `, `**M. X.** `,
 * `**M. X**, role. – `, also for people without a name. Without: `M. X, role : `, `M. X, role. – `, `Mme la ministre. `,
 * `Plusieurs élus : `.
 * A verb before the colon makes it narration: "M. X a indiqué que : ".
 */
export function turnAt(text: string, paragraph: Span): Turn | null {
  const opening = text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 240 + longestHead));
  const found =
    opening.startsWith('**') || opening.startsWith('__')
      ? boldTurn(opening)
      : (plainTurn(opening) ?? collectiveTurn(opening));
  if (!found) return null;
  const start = paragraph.start + found.start;
  const words = Math.min(
    paragraph.end,
    paragraph.start + found.words + leadingSpace(text, paragraph.start + found.words),
  );
  return { speaker: parsePerson(found.head), start, words };
}

/** Whether a turn or another label opens on this line although no empty line stands before it: in bold, or after a finished sentence. */
export function opensAnew(text: string, line: Span): boolean {
  if (turnAt(text, line) === null && !isForeignLabel(text.slice(line.start, line.end))) return false;
  const before = text.slice(Math.max(0, line.start - 12), line.start).trimEnd();
  return /^\s*(?:\*\*|__)/.test(text.slice(line.start, line.start + 12)) || /[.!?…»”)]$/.test(before);
}

interface Head {
  /** The name and role. */
  readonly head: string;
  readonly start: number;
  readonly words: number;
}

function boldTurn(opening: string): Head | null {
  const match = bold.exec(opening);
  if (!match) return null;
  const inside = (match[2] ?? '').trim();
  const after = match[0].length;
  const start = opening.indexOf(inside);
  const ended = /^(.*?)\s*(:|\.\s*[–—-]?|[–—])$/s.exec(inside);
  const head = ended?.[1] ?? '';
  const separator = ended?.[2] ?? '';
  if (ended && !(separator.startsWith('.') && /^\s*[,:(]/.test(opening.slice(after)))) {
    const strict = separator.startsWith('.');
    const dash = /^\s*[–—]\s/.exec(opening.slice(after))?.[0].length ?? 0;
    return isSpeaker(head, strict) ? { head, start, words: after + dash } : null;
  }
  const tail = roleTail(opening.slice(after, after + longestHead));
  if (!tail) return null;
  const named = inside + tail.role;
  return isSpeaker(named, false) ? { head: named, start, words: after + tail.length } : null;
}

/** Whether the bold words name somebody; a bold term that a report explains ("**Le numérique** : …") does not. */
function isSpeaker(head: string, strict: boolean): boolean {
  if (isClause(head)) return false;
  if (honorificHead.test(head) || isUnnamed(head)) return true;
  return !strict && isFullName(head);
}

/** What stands between a bold name and the words: ", role : ", " (Orange). – ", " : ". */
function roleTail(after: string): { role: string; length: number } | null {
  const end = /^\s*[–—](?=\s)/.exec(after) ?? separatorIn(after) ?? /\.\s+(?=[^\s*])/.exec(after);
  if (!end) return null;
  const role = after.slice(0, end.index);
  if (role !== '' && !/^\s*[,(]/.test(role)) return null;
  // "**M. Jacob**, député. **Mme Martin**, maire." lists people; nobody speaks.
  if (end[0].startsWith('.') && honorificHead.test(after.slice(end.index + end[0].length))) return null;
  return { role, length: end.index + end[0].length };
}

function plainTurn(opening: string): Head | null {
  if (!plainOpening.test(opening)) return null;
  const end = separatorIn(opening.slice(0, longestHead));
  if (end) {
    const head = opening.slice(0, end.index);
    if (namedHead.test(head) && !isClause(head)) return { head, start: 0, words: end.index + end[0].length };
  }
  const stop = /\p{L}{2}\.\s+(?=[^\s])/u.exec(opening.slice(4));
  const head = stop ? opening.slice(0, 4 + stop.index + 2) : '';
  const words = stop ? 4 + stop.index + stop[0].length : 0;
  const names = nameOnly.test(head) && !isClause(head) && !honorificHead.test(opening.slice(words));
  return names ? { head, start: 0, words } : null;
}

/** "Plusieurs élus : ", "Un intervenant dans la salle. – ", "Une voix. ". Where people follow ("Plusieurs élus : M. X, M. Y") nobody speaks. */
function collectiveTurn(opening: string): Head | null {
  if (!/^\p{Lu}/u.test(opening)) return null;
  const end = collectiveEnd.exec(opening.slice(0, longestCollective));
  if (!end) return null;
  const head = opening.slice(0, end.index);
  const words = end.index + end[0].length;
  if (/^\.\s+$/.test(end[0]) && !shortCollective.test(head)) return null;
  if (!isUnnamed(head) || isClause(head) || /[;!?…«»\n]/.test(head)) return null;
  return plainOpening.test(opening.slice(words).trimStart()) ? null : { head, start: 0, words };
}

/** The first colon, or full stop and dash, that can end a name and role. */
function separatorIn(head: string): RegExpExecArray | null {
  return /\s*:(?=\s|$)|\.\s*[–—-](?=\s)/.exec(head);
}

function leadingSpace(text: string, from: number): number {
  const next = text.slice(from, from + 40);
  return next.length - next.trimStart().length;
}
