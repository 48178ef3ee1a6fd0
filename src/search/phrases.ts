import { fold } from '../language/fold.ts';
import { isStopword } from '../language/stopwords.ts';
import { listAt } from './lists.ts';
import { surfaceTerm } from './passage-words.ts';
import type { IndexEntry, RecordIndex } from './record-index.ts';

const known = new WeakMap<RecordIndex, Map<string, ReadonlySet<number>>>();
/** Phrases of so many questions are remembered: each is looked for several times while one is answered. */
const mostKnown = 32;

/** Numbers of the passages that hold a folded phrase to the letter, in their words or in the titles above them. */
export function passagesHolding(phrase: string, index: RecordIndex): ReadonlySet<number> {
  const phrases = known.get(index) ?? new Map<string, ReadonlySet<number>>();
  known.set(index, phrases);
  const earlier = phrases.get(phrase);
  if (earlier) return earlier;
  const entries = candidates(phrase, index) ?? index.entries;
  const numbers = new Set(entries.filter((entry) => holds(entry, phrase)).map(({ number }) => number));
  if (phrases.size === mostKnown) phrases.clear();
  phrases.set(phrase, numbers);
  return numbers;
}

function holds({ proceedings, passage }: IndexEntry, phrase: string): boolean {
  const words = proceedings.text.slice(passage.span.start, passage.span.end);
  const titles = [proceedings.title, ...(passage.section?.path ?? [])].join(' / ');
  return fold(`${titles} / ${words}`).replace(/\s+/g, ' ').includes(phrase);
}

/** Words that a tokenizer may cut off others, so that a text may hold them though its tokens do not. */
const cutOff = ['lorsqu', 'puisqu', 'quoiqu', 'presqu', 'jusqu', 'elles', 'nous', 'vous', 'leur'];

/** The passages that have a word around each run of letters of the phrase; null where no run of it can tell. */
function candidates(phrase: string, index: RecordIndex): IndexEntry[] | null {
  const runs = [...phrase.matchAll(/[a-z]{4,}/g)].map(([run]) => run);
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
  for (const surface of vocabulary.surfaces()) {
    if (!surface.includes(run)) continue;
    if (isStopword(surface, 'fr')) return null;
    const term = surfaceTerm(vocabulary.surfaceId(surface) ?? -1);
    for (const { passages } of [postings.text, postings.context])
      for (const number of listAt(passages, term)) numbers.add(number);
  }
  return numbers;
}
