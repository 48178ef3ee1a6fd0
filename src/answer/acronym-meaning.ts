import { explainedAcronyms } from '../language/acronyms.ts';
import { fold } from '../language/fold.ts';
import type { Question } from '../language/question.ts';
import type { IndexEntry } from '../search/record-index.ts';

/** A question for the meaning of an acronym, which is its only word, and the passages that explain it. */
export interface MeaningSought {
  readonly question: Question;
  readonly accept: (entry: IndexEntry) => boolean;
  /** What it stands for is asked, and not what that is: "que signifie AAH", where "qu'est-ce que l'AAH" may be told otherwise. */
  readonly only: boolean;
}

const asking = '(?:sigle|acronyme?|abb?reviation|initiale|signification)s?|stands?(?: for)?|short for';
const standsFor = new RegExp(`\\b(?:signifi|(?:veut|veulent|voulait) dire|means?\\b|(?:${asking})\\b)`);
const onlyAsks = new RegExp(`^(?:${asking})$`);

/** What "que signifie AAH ?" and "what is PMA?" ask for; null where a text asks for anything else than one word's meaning. */
export function meaningSought(asked: Question): MeaningSought | null {
  const only = standsFor.test(fold(asked.asked));
  if (!only && asked.type !== 'DEFINITION') return null;
  const words = asked.words.filter(({ surface }) => !onlyAsks.test(surface));
  const [short] = words;
  if (short === undefined || words.length > 1) return null;
  return {
    question: { ...asked, type: 'DEFINITION', words },
    accept: ({ proceedings, passage: { span } }) =>
      explainedAcronyms(proceedings.text.slice(span.start, span.end)).some((one) => fold(one.short) === short.surface),
    only,
  };
}
