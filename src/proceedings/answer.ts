import type { Language } from './proceedings.ts';

/** Where an excerpt stands. Shape and key order are the command line's contract (DESIGN.md). */
export interface Citation {
  readonly file: string;
  readonly title: string;
  /** ISO date or null. */
  readonly date: string | null;
  /** Titles from the outermost section to the innermost; empty before the first heading. */
  readonly section: readonly string[];
  /** Only where the file says that this person speaks these words. */
  readonly speaker: string | null;
  readonly role: string | null;
  /** 1-based line of `start`. */
  readonly line: number;
  /** `file.text.slice(start, end)` is the excerpt, to the code unit. */
  readonly start: number;
  readonly end: number;
  readonly url: string | null;
}

/** A verbatim slice that is shown. */
export interface Excerpt {
  readonly text: string;
  /** Confidence that this excerpt answers, 0 to 1; comparable within one answer. */
  readonly score: number;
  readonly citation: Citation;
}

/** One of several different answers that have evidence. */
export interface Candidate {
  /** A verbatim slice of its first excerpt. */
  readonly headline: string;
  readonly excerpts: readonly Excerpt[];
}

/** What a search looked at, so that silence can be checked. */
export interface Searched {
  readonly files: number;
  readonly passages: number;
  /** ISO dates of the oldest and newest file searched; null where no file has a date. */
  readonly from: string | null;
  readonly to: string | null;
}

/** Other ways in which a word of the question was looked for. */
export interface TriedWord {
  /** As the asker typed it. */
  readonly word: string;
  /**
   * As the record writes them (corrections of the spelling, the closest first), then as the lexicon does (synonyms,
   * translations, the most trusted first); at least one.
   */
  readonly spellings: readonly string[];
}

interface Asked {
  readonly question: string;
  /** The asker's language, for everything around the quotation. */
  readonly language: Language;
}

/** The record answers. */
export interface Answered extends Asked {
  readonly kind: 'answered';
  /** A verbatim slice of the first excerpt; null where the type of question has none. */
  readonly headline: string | null;
  /** Best first, at least one. */
  readonly excerpts: readonly Excerpt[];
  /** Set when the question names a speaker whose own words do not answer: the excerpts are then other people's. */
  readonly silentSpeaker: string | null;
}

/** Several different answers have evidence. */
export interface CandidateAnswers extends Asked {
  readonly kind: 'candidates';
  /** Two or more, the best supported first. */
  readonly candidates: readonly Candidate[];
  /** The first excerpt of each candidate, in their order. */
  readonly excerpts: readonly Excerpt[];
}

/** The record does not answer. */
export interface NotFound extends Asked {
  readonly kind: 'not_found';
  readonly searched: Searched;
  /** Words of the question, and its exact phrases, that occur nowhere in the record. */
  readonly missingWords: readonly string[];
  /** The words that were looked for in other ways too: those that the record does not have first. */
  readonly tried: readonly TriedWord[];
  /** The nearest passages; they are not an answer. */
  readonly nearest: readonly Excerpt[];
  /** Set when the question names a speaker who never speaks of it. */
  readonly silentSpeaker: string | null;
  /** Filters and exact phrases, as typed, that leave no passage at all, each or all together; absent where some are left. */
  readonly unmet?: readonly string[];
}

/** The outcome of a question: a pure function of question, corpus and options. Channels only render it. */
export type Answer = Answered | CandidateAnswers | NotFound;
