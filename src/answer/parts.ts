import type { Question } from '../language/question.ts';
import type { IndexEntry } from '../search/record-index.ts';
import { meaningSought } from './acronym-meaning.ts';
import { officeHolders } from './offices.ts';
import type { Part } from './reading.ts';
import { type KnownPerson, mentionsIn } from './speakers.ts';
import { introduces, passagesInOffice, whoIsAsked } from './who-is.ts';

/** How to answer a question of which part of the record may tell more than the whole. */
export interface Parts {
  /** Are read before the whole record, in order, until one answers. */
  readonly first: readonly Part[];
  /** What the whole record is asked. */
  readonly question: Question;
  /** Are read where the whole record does not answer. */
  readonly last: readonly Part[];
}

/**
 * Who holds an office is told by who speaks under it; who somebody is, by the role they speak under, else beside their name; what an
 * acronym means, beside it.
 *
 * @param within the question's own filters
 */
export function partsFor(
  asked: Question,
  people: readonly KnownPerson[],
  entries: readonly IndexEntry[],
  within: (entry: IndexEntry) => boolean,
): Parts {
  const spoken = (numbers: ReadonlySet<number>): Part[] =>
    numbers.size === 0
      ? []
      : [{ question: { ...asked, type: 'SPEAKER', words: [] }, accept: ({ number }) => numbers.has(number) }];
  const holders = spoken(officeHolders(asked, entries, within));
  const identity = holders.length === 0 ? whoIsAsked(asked, people) : null;
  if (identity !== null) {
    const named = mentionsIn(asked.asked, people).map(({ person }) => person);
    const inOffice = spoken(passagesInOffice(named, entries, within));
    return { first: [...inOffice, { question: identity, accept: introduces(identity) }], question: identity, last: [] };
  }
  const meaning = meaningSought(asked);
  const told = meaning === null ? [] : [meaning];
  return meaning?.only === true
    ? { first: [...holders, ...told], question: asked, last: [] }
    : { first: holders, question: asked, last: told };
}
