import type { Lexicon } from '../language/lexicon.ts';
import { analyseQuestion, type Filters, type Question } from '../language/question.ts';
import { fold } from '../language/fold.ts';
import type { Answer, Excerpt, Searched } from '../proceedings/answer.ts';
import type { Corpus, Language } from '../proceedings/proceedings.ts';
import type { IndexEntry } from '../search/record-index.ts';
import { createSearchEngine, type Found, type SearchEngine } from '../search/search-engine.ts';
import type { Answerer, AnswerOptions } from './answerer.ts';
import { candidatesOf } from './candidates.ts';
import { excerptOf } from './citation.ts';
import { answerThreshold, confidence, groundsOf } from './confidence.ts';
import { type Choice, chooseExcerpt } from './excerpt.ts';
import { headlineOf } from './headline.ts';
import { asksForWords, isSectionOf, isSpokenBy, knownPeople, peopleNamedIn } from './speakers.ts';

/** How many of the best passages are read closely. */
const readDepth = 10;

/** What was found for a question in one part of the record. */
interface Reading {
  readonly question: Question;
  readonly found: Found;
  /** Best first, each with the probability that it answers. */
  readonly choices: readonly { readonly choice: Choice; readonly sure: number }[];
}

/** Indexes a corpus and answers questions over it. */
export function createAnswerer(corpus: Corpus, lexicon: Lexicon): Answerer {
  const engine = createSearchEngine(corpus);
  const people = knownPeople(corpus);
  const { formerRegions } = lexicon;

  const read = (question: Question, accept: (entry: IndexEntry) => boolean): Reading => {
    const found = engine.search(question, { accept: (entry) => passes(entry, question.filters) && accept(entry) });
    const choices = found.hits
      .slice(0, readDepth)
      .map((hit) => chooseExcerpt(hit, question, found.probe, formerRegions))
      .map((choice) => ({ choice, sure: confidence(groundsOf(choice, question, found.probe)) }));
    return { question, found, choices: choices.toSorted((a, b) => orderOf(b) - orderOf(a)) };
  };

  return {
    corpus,
    answer(text, options = {}) {
      const question = analyseQuestion(text, lexicon, options.language);
      const anchors = asksForWords(text) ? peopleNamedIn(text, people) : [];
      if (anchors.length === 0) return compose(read(question, everything), options, engine, null);
      const keys = new Set(anchors.map((person) => person.key));
      const names = new Set(anchors.flatMap((person) => person.words));
      const about = { ...question, words: question.words.filter((word) => !names.has(word.surface)) };
      const own = read(about, (entry) => isSpokenBy(entry.passage, keys));
      if (isAnswer(own)) return compose(own, options, engine, null);
      const silent = anchors.map((person) => person.display).join(', ');
      const sections = read(about, (entry) => isSectionOf(entry.passage, keys));
      if (isAnswer(sections)) return compose(sections, options, engine, silent);
      return notFound(read(about, everything), engine, options, silent);
    },
  };
}

const everything = (): boolean => true;

/** The ranking's order, corrected by how sure each excerpt is. */
function orderOf({ choice, sure }: { readonly choice: Choice; readonly sure: number }): number {
  return choice.hit.score + 2 * sure;
}

function isAnswer(reading: Reading): boolean {
  return (reading.choices[0]?.sure ?? 0) >= answerThreshold && reading.found.probe.words.length > 0;
}

function compose(reading: Reading, options: AnswerOptions, engine: SearchEngine, silentSpeaker: string | null): Answer {
  const { question, found } = reading;
  if (options.purpose !== 'quotes' && !isAnswer(reading)) return notFound(reading, engine, options, silentSpeaker);
  const shown = reading.choices.filter(({ choice }) => (options.purpose === 'quotes' ? choice.coverage > 0 : true));
  const limit = options.limit ?? 3;
  const skip = options.skip ?? 0;
  const excerpts = shown.slice(skip, skip + limit).map(toExcerpt);
  const [first] = shown.slice(skip);
  if (!first) return notFound(reading, engine, options, silentSpeaker);
  const asked = { question: question.text, language: languageOf(question, options) };
  const candidates = options.purpose === 'quotes' || skip > 0 ? [] : candidatesOf(shown, question, found.probe, engine);
  if (candidates.length > 1) {
    const excerptsOf = candidates.flatMap((candidate) => candidate.excerpts).slice(0, limit);
    return { kind: 'candidates', ...asked, candidates, excerpts: excerptsOf };
  }
  const span = options.purpose === 'quotes' ? null : headlineOf(first.choice, question, found.probe, engine);
  const headline = span === null ? null : first.choice.hit.entry.proceedings.text.slice(span.start, span.end);
  return { kind: 'answered', ...asked, headline, excerpts, silentSpeaker };
}

function notFound(
  reading: Reading,
  engine: SearchEngine,
  options: AnswerOptions,
  silentSpeaker: string | null,
): Answer {
  const { question, found } = reading;
  const missingWords = found.probe.words
    .filter((word) => !word.known && !word.word.surface.includes(' '))
    .map((word) => word.word.text);
  const nearest = reading.choices
    .filter(({ choice }) => choice.coverage > 0)
    .slice(0, options.limit ?? 3)
    .map(toExcerpt);
  const asked = { question: question.text, language: languageOf(question, options) };
  return {
    kind: 'not_found',
    ...asked,
    searched: searched(engine, question.filters),
    missingWords,
    nearest,
    silentSpeaker,
  };
}

function toExcerpt({ choice, sure }: { readonly choice: Choice; readonly sure: number }): Excerpt {
  const { entry } = choice.hit;
  return excerptOf(entry.proceedings, entry.passage, choice.span, sure);
}

function languageOf(question: Question, options: AnswerOptions): Language {
  return options.language ?? question.language;
}

function searched(engine: SearchEngine, filters: Filters): Searched {
  const entries = engine.index.entries.filter((entry) => passes(entry, filters));
  const files = new Set(entries.map((entry) => entry.proceedings));
  const dates = [...files].flatMap((proceedings) => proceedings.date ?? []).toSorted();
  return { files: files.size, passages: entries.length, from: dates[0] ?? null, to: dates.at(-1) ?? null };
}

/** Whether a passage is within the question's filters. */
function passes(entry: IndexEntry, filters: Filters): boolean {
  const { date } = entry.proceedings;
  if (filters.since !== null && (date === null || date < filters.since)) return false;
  if (filters.before !== null && (date === null || date >= filters.before)) return false;
  if (filters.speaker === null) return true;
  const speaker = entry.passage.speech?.speaker;
  return speaker !== undefined && fold(speaker.name).includes(filters.speaker);
}
