import type { Lexicon } from '../language/lexicon.ts';
import { analyseQuestion, type Question } from '../language/question.ts';
import { tellsOfSaying } from '../language/saying.ts';
import { tokenize } from '../language/tokens.ts';
import type { Answer } from '../proceedings/answer.ts';
import type { Corpus } from '../proceedings/proceedings.ts';
import { wordsWithin } from '../search/narrow-words.ts';
import { type CutWords, cutWords } from '../search/passage-words.ts';
import type { IndexEntry } from '../search/record-index.ts';
import { createSearchEngine } from '../search/search-engine.ts';
import type { Answerer } from './answerer.ts';
import { compose, isAnswer, notFound, usualLimit } from './compose.ts';
import { isNamed, withinFilters } from './filters.ts';
import { partsFor } from './parts.ts';
import { closelyRead, type Part, read, type Reading } from './reading.ts';
import { quotationOf } from './quotation-of.ts';
import {
  asksForWords,
  isSectionOf,
  type KnownPerson,
  knownPeople,
  mentionsIn,
  passagesByRole,
  passagesBySpeaker,
} from './speakers.ts';

/** What an answerer may be made with. */
export interface AnswererParts {
  /** Is shown each reading that goes into an answer; default: nobody. */
  readonly onRead?: (reading: Reading) => void;
  /** The words of the corpus, where they are cut already. */
  readonly cut?: CutWords | undefined;
}

/** How many answerers over a part of the corpus are kept; each takes as much room as its part of the index. */
const mostParts = 8;

/** Indexes a corpus and answers questions over it. */
export function createAnswerer(
  corpus: Corpus,
  lexicon: Lexicon,
  { onRead = () => undefined, cut = cutWords(corpus) }: AnswererParts = {},
): Answerer {
  const narrowed = new Map<string, Answerer>();
  const engine = createSearchEngine(corpus, cut);
  const people = knownPeople(corpus);
  let spoken: ReturnType<typeof passagesBySpeaker> | null = null;

  return {
    corpus,
    index: engine.index,
    answer(text, options = {}): Answer {
      const quoted = quotationOf(text, people);
      const asked = analyseQuestion(quoted?.subject ?? text, lexicon, options.language);
      const all = (options.skip ?? 0) + (options.limit ?? usualLimit) > closelyRead;
      const readIn = (question: Question, accept?: (entry: IndexEntry) => boolean): Reading => {
        const scope = accept === undefined ? { all } : { all, accept };
        const reading = read(question, engine, lexicon.formerRegions, scope);
        onRead(reading);
        return reading;
      };
      const within = withinFilters(asked.filters, engine.index);
      const parts = partsFor(asked, people, engine.index.entries, within);
      const answeredBy = (some: readonly Part[]): Answer | null => {
        for (const { question, accept } of some) {
          const reading = readIn(question, accept);
          if (isAnswer(reading)) return compose(reading, options, engine, null);
        }
        return null;
      };
      const told = answeredBy(parts.first);
      if (told !== null) return told;
      const mentions = quoted?.whose ?? (asksForWords(text) ? mentionsIn(text, people) : []);
      const named = mentions.flatMap(({ person, spokenTo }) => (spokenTo ? [] : [person]));
      if (named.length === 0) {
        const inRole = asked.type === 'SPEAKER' ? passagesByRole(asked.head, engine.index.entries) : null;
        const reading = readIn(parts.question, inRole === null ? undefined : ({ number }) => inRole.has(number));
        const silent = reading.choices.length === 0 ? nameOf(asked.filters.speaker, people) : null;
        return (isAnswer(reading) ? null : answeredBy(parts.last)) ?? compose(reading, options, engine, silent);
      }
      const keys = new Set(named.map((person) => person.key));
      // Who is spoken to says whose words are wanted, not what they say.
      const names = new Set(mentions.flatMap(({ person }) => tokenize(person.key).map(({ surface }) => surface)));
      const words = asked.words.filter(({ surface }) => !names.has(surface) && !tellsOfSaying(surface));
      const question = { ...asked, words };
      spoken ??= passagesBySpeaker(engine.index.entries);
      const theirs = new Set(named.flatMap(({ key }) => spoken?.get(key) ?? []));
      const own = readIn(question, ({ number }) => theirs.has(number));
      if (isAnswer(own)) return compose(own, options, engine, null);
      const silent = named.map((person) => person.display).join(', ');
      const sections = readIn(question, ({ passage }) => isSectionOf(passage, keys));
      if (isAnswer(sections)) return compose(sections, options, engine, silent);
      return notFound(readIn(question), options, engine, silent);
    },
    within(files) {
      const wanted = new Set(files);
      const proceedings = corpus.proceedings.filter(({ file }) => wanted.has(file));
      if (proceedings.length === corpus.proceedings.length) return this;
      const key = JSON.stringify(proceedings.map(({ file }) => file));
      const part =
        narrowed.get(key) ??
        createAnswerer({ proceedings }, lexicon, { onRead, cut: wordsWithin(cut, corpus, { proceedings }) });
      // The one that was asked for last goes last.
      narrowed.delete(key);
      narrowed.set(key, part);
      const [oldest = key] = narrowed.keys();
      if (narrowed.size > mostParts) narrowed.delete(oldest);
      return part;
    },
  };
}

/** The name that the record gives the one person whom a filter by speaker may mean; else the filter as it is. */
function nameOf(speaker: string | null, people: readonly KnownPerson[]): string | null {
  const meant = speaker === null ? [] : people.filter(({ key }) => isNamed(key, speaker));
  return meant.length === 1 ? (meant[0]?.display ?? speaker) : speaker;
}
