import { findIntroductions } from '../language/introductions.ts';
import type { Question } from '../language/question.ts';
import { tellsOfSaying } from '../language/saying.ts';
import { tokenize } from '../language/tokens.ts';
import type { IndexEntry } from '../search/record-index.ts';
import { meaningSought } from './acronym-meaning.ts';
import { type KnownPerson, type Mention, mentionsIn } from './mentions.ts';
import { officeHolders } from './offices.ts';
import type { QuotationOf } from './quotation-of.ts';
import { asksForWords, isSectionOf, passagesByRole, passagesOfExchange } from './speakers.ts';
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

/** What is known of a record before any question. */
export interface Known {
  readonly people: readonly KnownPerson[];
  /** Numbers of the passages that each person speaks, by folded name. */
  readonly spoken: ReadonlyMap<string, readonly number[]>;
  readonly entries: readonly IndexEntry[];
}

/**
 * Plans the reading. Somebody's own words are looked for in what they say, first to whom they say it; who holds an office is told by
 * who speaks under it; who somebody is, by the role they speak under, else beside their name; what an acronym means, beside it.
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
  const holders = spokenBy(officeHolders(asked, known.entries, within), asked);
  const identity = holders.length === 0 ? whoIsAsked(asked, known.people) : null;
  if (identity !== null) {
    const inOffice = spokenBy(passagesInOffice(speakers, known.entries, within), asked);
    const introduced = { question: identity, accept: introduces(identity) };
    return { first: [...inOffice, introduced], whole: { question: identity }, mayAnswer: true, last: [] };
  }
  const meaning = meaningSought(asked);
  const meant = meaning === null ? [] : [meaning];
  const inRole = asked.type === 'SPEAKER' ? passagesByRole(asked.head, known.entries) : null;
  return {
    first: [...holders, ...(meaning?.only === true ? meant : []), ...exchange(asked, mentions, known)],
    whole: inRole === null ? { question: asked } : { question: asked, accept: ({ number }) => inRole.has(number) },
    mayAnswer: true,
    last: meant,
  };
}

/** What is said by these people: to those who are named besides them, then at all; what a narrator tells of their sections. */
function ownWords(asked: Question, mentions: readonly Mention[], speakers: readonly KnownPerson[], known: Known): Plan {
  const question = withoutPeople(asked, mentions);
  const keys = new Set(speakers.map(({ key }) => key));
  const theirs = new Set(speakers.flatMap(({ key }) => known.spoken.get(key) ?? []));
  const partners = mentions.map(({ person }) => person);
  const together = partners.length > 1 ? passagesOfExchange(partners, known.spoken, known.entries) : new Set<number>();
  const replies =
    together.size === 0
      ? []
      : [{ question, accept: ({ number }: IndexEntry) => theirs.has(number) && together.has(number) }];
  const silent = speakers.map(({ display }) => display).join(', ');
  return {
    first: [
      ...replies,
      { question, accept: ({ number }) => theirs.has(number) },
      { question, accept: ({ passage }) => isSectionOf(passage, keys), silent },
    ],
    whole: { question, silent },
    mayAnswer: false,
    last: [],
  };
}

/** "D’après la réponse faite à Vincent Bru": what others say in the sections in which he speaks, or several who are named do. */
function exchange(asked: Question, mentions: readonly Mention[], { spoken, entries }: Known): Part[] {
  const addressed = mentions.filter(({ spokenTo }) => spokenTo || asked.type === 'SPEAKER');
  if (addressed.length === 0 && mentions.length < 2) return [];
  const together = passagesOfExchange(
    mentions.map(({ person }) => person),
    spoken,
    entries,
  );
  const own = new Set(addressed.flatMap(({ person }) => spoken.get(person.key) ?? []));
  const { words, ...rest } = withoutPeople(asked, mentions);
  const question = { ...rest, words: words.filter(({ surface }) => !turns.has(surface)) };
  return together.size === 0 ? [] : [{ question, accept: ({ number }) => together.has(number) && !own.has(number) }];
}

/** "La réponse faite à", "après la question de": they say where to look, not for what. */
const turns = new Set('reponse reponses faite adressee reply'.split(' '));

/** Whose words are wanted, with their office ("Mme Buzyn, ministre de la santé"), and to whom they were said, is not what they say. */
function withoutPeople(asked: Question, mentions: readonly Mention[]): Question {
  const names = new Set(mentions.flatMap(({ person }) => wordsIn(person.key)));
  const offices = findIntroductions(asked.asked)
    .filter(({ name }) => wordsIn(asked.asked.slice(name.start, name.end)).some((word) => names.has(word)))
    .flatMap(({ role }) => wordsIn(asked.asked.slice(role.start, role.end)));
  const beside = new Set([...names, ...offices]);
  return { ...asked, words: asked.words.filter(({ surface }) => !beside.has(surface) && !tellsOfSaying(surface)) };
}

function wordsIn(text: string): string[] {
  return tokenize(text).map(({ surface }) => surface);
}

function spokenBy(numbers: ReadonlySet<number>, asked: Question): Part[] {
  if (numbers.size === 0) return [];
  return [{ question: { ...asked, type: 'SPEAKER', words: [] }, accept: ({ number }) => numbers.has(number) }];
}
