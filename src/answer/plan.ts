import type { Question } from '../language/question.ts';
import type { IndexEntry, RecordIndex } from '../search/record-index.ts';
import { meaningSought } from './acronym-meaning.ts';
import { type KnownPerson, mentionsIn } from './mentions.ts';
import { exchange, ownWords, subjectsWords } from './named-people.ts';
import { isSingleOffice, namesHolder } from './named-holders.ts';
import { officeAsked, officeHolders } from './offices.ts';
import type { QuotationOf } from './quotation-of.ts';
import { asksForWords, passagesByRole } from './speakers.ts';
import { introduces, passagesInOffice, whoIsAsked } from './who-is.ts';

/** A question, and the passages to read for it. */
export interface Part {
  readonly question: Question;
  /** Default: all. */
  readonly accept?: (entry: IndexEntry) => boolean;
  /** Whose words these passages are not, though theirs are asked for; default null. */
  readonly silent?: string;
}

/** Which parts of the record are asked a question, in what order: the first that answers does. */
export interface Plan {
  readonly first: readonly Part[];
  /** Whose nearest passages are shown where nothing answers. */
  readonly whole: Part;
  /** Whether that may answer, and not only show what is nearest. */
  readonly mayAnswer: boolean;
  readonly last: readonly Part[];
}

/** Where it is asked who, and not only an office is typed, nobody but its holder is meant. */
const asksWho = /(?<!\p{L})(?:qui|who)(?!\p{L})/iu;

/** What is known of a record before any question. */
export interface Known {
  readonly people: readonly KnownPerson[];
  /** Numbers of the passages that each person speaks, by folded name. */
  readonly spoken: ReadonlyMap<string, readonly number[]>;
  readonly index: RecordIndex;
}

/**
 * Plans the reading. Somebody's own words are looked for in what they say, first to whom they say it; so is what they want or
 * announce, before the whole record. What is said to somebody is looked for where they speak. Who holds an office is told by who speaks under it;
 * who somebody is, by the role they speak under, else beside their name; what an acronym means, beside it.
 *
 * @param quoted the quotation that is asked for, whose subject `asked` is
 * @param within the question's own filters
 */
export function planFor(
  asked: Question,
  quoted: QuotationOf | null,
  known: Known,
  within: (entry: IndexEntry) => boolean,
): Plan {
  const mentions = quoted?.whose ?? mentionsIn(asked.asked, known.people);
  const speakers = mentions.flatMap(({ person, spokenTo }) => (spokenTo ? [] : [person]));
  if (speakers.length > 0 && (quoted !== null || asksForWords(asked)))
    return ownWords(asked, mentions, speakers, known);
  const office = officeAsked(asked);
  const holders = office === null ? [] : spokenBy(officeHolders(office, known.index.entries, within), asked);
  const holder: Question = { ...asked, type: 'HOLDER' };
  const single = office !== null && isSingleOffice(asked, office);
  const named = single ? [{ question: holder, accept: namesHolder(holder, office, known.index) }] : [];
  const identity = holders.length === 0 ? whoIsAsked(asked, known.people) : null;
  if (identity !== null) {
    const inOffice = spokenBy(passagesInOffice(speakers, known, within), asked);
    const introduced = { question: identity, accept: introduces(identity, known.index) };
    return { first: [...inOffice, introduced], whole: { question: identity }, mayAnswer: true, last: [] };
  }
  const meaning = meaningSought(asked);
  const meant = meaning === null ? [] : [meaning];
  const inRole = asked.type === 'SPEAKER' ? passagesByRole(asked.head, known.index.entries) : null;
  return {
    first: [
      ...holders,
      ...named,
      ...(meaning?.only === true ? meant : []),
      ...exchange(asked, mentions, known, ({ number }) => inRole?.has(number) ?? true),
      ...subjectsWords(asked, mentions, known),
    ],
    whole:
      inRole === null
        ? { question: single && asksWho.test(asked.asked) ? holder : asked }
        : { question: asked, accept: ({ number }) => inRole.has(number) },
    // Where nothing says what an acronym stands for, what is said of it is no answer.
    mayAnswer: meaning?.only !== true || !/^\p{Lu}{2,}$/u.test(meaning.question.words[0]?.text ?? ''),
    last: meant,
  };
}

function spokenBy(numbers: ReadonlySet<number>, asked: Question): Part[] {
  if (numbers.size === 0) return [];
  return [{ question: { ...asked, type: 'SPEAKER', words: [] }, accept: ({ number }) => numbers.has(number) }];
}
