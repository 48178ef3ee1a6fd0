import type { Question } from '../language/question.ts';
import type { IndexEntry } from '../search/record-index.ts';
import type { Found, SearchEngine } from '../search/search-engine.ts';
import { confidence, type Grounds, groundsOf } from './confidence.ts';
import { type Choice, chooseExcerpt } from './excerpt.ts';
import { passes } from './filters.ts';

/** An excerpt and how sure it is. */
export interface SureChoice {
  readonly choice: Choice;
  readonly grounds: Grounds;
  /** Probability that it answers, 0 to 1. */
  readonly sure: number;
}

/** What was found for a question in one part of the record. */
export interface Reading {
  readonly question: Question;
  readonly found: Found;
  /** Best first. */
  readonly choices: readonly SureChoice[];
}

/** Which part of the record to read, and how far. */
export interface ReadOptions {
  /** Passages to search, besides the question's own filters; default: all. */
  readonly accept?: (entry: IndexEntry) => boolean;
  /** Passages read closely; default 10. */
  readonly depth?: number;
}

/** How many of the best passages are read closely, unless more are asked for. */
const usualDepth = 10;

/** Worth of certainty in the order of excerpts, in units of the ranking's score; measured on the proceedings gold. */
const certaintyWorth = 5;

/** Searches, and reads the best passages for the excerpts that answer best. */
export function read(
  question: Question,
  engine: SearchEngine,
  formerRegions: readonly string[],
  { accept, depth = usualDepth }: ReadOptions = {},
): Reading {
  const scope = { accept: (entry: IndexEntry) => passes(entry, question.filters) && (accept?.(entry) ?? true) };
  const narrowed = accept !== undefined || question.filters.speaker !== null;
  const wordless = question.words.length === 0 && narrowed;
  const found = wordless ? engine.browse(question, scope) : engine.search(question, scope);
  // Among the few passages of one speaker, few can rival.
  const passages = narrowed ? found.hits.length : engine.index.entries.length;
  const choices = found.hits.slice(0, depth).map((hit) => {
    const choice = chooseExcerpt(hit, question, found.probe, formerRegions);
    const grounds = groundsOf(choice, question, found, passages);
    return { choice, grounds, sure: wordless ? 1 : confidence(grounds) };
  });
  return { question, found, choices: choices.toSorted((a, b) => orderOf(b) - orderOf(a)) };
}

function orderOf({ choice, sure }: SureChoice): number {
  return choice.hit.score + certaintyWorth * sure;
}
