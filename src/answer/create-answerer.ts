import type { Lexicon } from '../language/lexicon.ts';
import { analyseQuestion } from '../language/question.ts';
import type { Answer } from '../proceedings/answer.ts';
import type { Corpus } from '../proceedings/proceedings.ts';
import { wordsWithin } from '../search/narrow-words.ts';
import { type CutWords, cutWords } from '../search/passage-words.ts';
import { passagesHolding } from '../search/phrases.ts';
import { createSearchEngine } from '../search/search-engine.ts';
import type { Answerer } from './answerer.ts';
import { compose, isAnswer, notFound, usualLimit } from './compose.ts';
import { isNamed, withinFilters } from './filters.ts';
import { type Part, planFor } from './plan.ts';
import { closelyRead, read, type Reading } from './reading.ts';
import { quotationOf } from './quotation-of.ts';
import { type KnownPerson, knownPeople, withNamesSpelt } from './mentions.ts';
import { passagesBySpeaker } from './speakers.ts';

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
  const known = { people, index: engine.index, spoken: passagesBySpeaker(engine.index.entries) };

  return {
    corpus,
    index: engine.index,
    answer(text, options = {}): Answer {
      const spelt = withNamesSpelt(text, people, (words) => passagesHolding(words, engine.index, true).size > 0);
      const quoted = quotationOf(spelt, people);
      const asked = { ...analyseQuestion(quoted?.subject ?? spelt, lexicon, options.language), text };
      const wanted = (options.skip ?? 0) + (options.limit ?? usualLimit);
      const readIn = ({ question, ...part }: Part): Reading => {
        const reading = read(question, engine, lexicon.formerRegions, { all: wanted > closelyRead(question), ...part });
        onRead(reading);
        return reading;
      };
      const plan = planFor(asked, quoted, known, withinFilters(asked.filters, engine.index));
      const answeredBy = (parts: readonly Part[]): Answer | null => {
        for (const part of parts) {
          const reading = readIn(part);
          if (isAnswer(reading)) return compose(reading, options, engine, part.silent ?? null);
        }
        return null;
      };
      const told = answeredBy(plan.first);
      if (told !== null) return told;
      const whole = readIn(plan.whole);
      const silent = plan.whole.silent ?? (whole.choices.length === 0 ? nameOf(asked.filters.speaker, people) : null);
      if (!plan.mayAnswer) return notFound(whole, options, engine, silent);
      return (isAnswer(whole) ? null : answeredBy(plan.last)) ?? compose(whole, options, engine, silent);
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
