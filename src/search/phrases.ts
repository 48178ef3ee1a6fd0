import { fold } from '../language/fold.ts';
import { isStopword } from '../language/stopwords.ts';
import { listAt } from './lists.ts';
import { surfaceTerm } from './passage-words.ts';
import type { IndexEntry, RecordIndex } from './record-index.ts';

const known = new WeakMap<RecordIndex, Map<string, ReadonlySet<number>>>();
/** Phrases of so many questions are remembered: each is looked for several times while one is answered. */
const mostKnown = 32;

/**
 * Numbers of the passages that hold a folded phrase to the letter, in their words or in the titles above them. `whole`: it
 * begins and ends where words do (default: it may within them).
 */
export function passagesHolding(phrase: string, index: RecordIndex, whole = false): ReadonlySet<number> {
  const phrases = known.get(index) ?? new Map<string, ReadonlySet<number>>();
  known.set(index, phrases);
  const key = `${whole}:${phrase}`;
  const earlier = phrases.get(key);
  if (earlier) return earlier;
  const entries = candidates(phrase, index) ?? index.entries;
  const holds = whole ? holdsWhole : (text: string): boolean => foldedLine(text).includes(phrase);
  const numbers = new Set(entries.filter((entry) => holds(textOf(entry), phrase)).map(({ number }) => number));
  if (phrases.size === mostKnown) phrases.clear();
  phrases.set(key, numbers);
  return numbers;
}

/** Whether a text holds a folded phrase to the letter, from the beginning of a word to the end of one. */
export function holdsWhole(text: string, phrase: string): boolean {
  const folded = foldedLine(text);
  for (let at = folded.indexOf(phrase); at >= 0 && phrase !== ''; at = folded.indexOf(phrase, at + 1)) {
    if (!within(folded, at) && !within(folded, at + phrase.length)) return true;
  }
  return false;
}

const foldedLine = (text: string): string => fold(text).replace(/\s+/g, ' ');

/** Whether a place is inside a word. */
function within(folded: string, at: number): boolean {
  return /^[\p{L}\p{N}]{2}$/u.test(folded.slice(Math.max(0, at - 1), at + 1));
}

function textOf({ proceedings, passage }: IndexEntry): string {
  const words = proceedings.text.slice(passage.span.start, passage.span.end);
  const titles = [proceedings.title, ...(passage.section?.path ?? [])].join(' / ');
  return `${titles} / ${words}`;
}

/** Words that a tokenizer may cut off others, so that a text may hold them though its tokens do not. */
const cutOff = [
  'lorsqu',
  'puisqu',
  'quoiqu',
  'presqu',
  'jusqu',
  'elles',
  'nous',
  'vous',
  'leur',
  'les',
  'moi',
  'toi',
  'lui',
];

/** The passages that have a word around each run of letters of the phrase; null where no run of it can tell. */
function candidates(phrase: string, index: RecordIndex): IndexEntry[] | null {
  const runs = [...phrase.matchAll(/[a-z]{3,}/g)].map(([run]) => run);
  const found = runs.flatMap((run) => {
    const numbers = cutOff.some((word) => word.includes(run)) ? null : passagesWithin(run, index);
    return numbers === null ? [] : [numbers];
  });
  const [fewest] = found.toSorted((a, b) => a.size - b.size);
  return fewest === undefined ? null : [...fewest].flatMap((number) => index.entries[number] ?? []);
}

/** Passages with a word that `run` is part of; null where one of these words is a stop word, which is not indexed. */
function passagesWithin(run: string, { vocabulary, postings }: RecordIndex): ReadonlySet<number> | null {
  const numbers = new Set<number>();
  for (const surface of vocabulary.surfacesWith(run)) {
    if (isStopword(surface, 'fr')) return null;
    const term = surfaceTerm(vocabulary.surfaceId(surface) ?? -1);
    for (const { passages } of [postings.text, postings.context])
      for (const number of listAt(passages, term)) numbers.add(number);
  }
  return numbers;
}
