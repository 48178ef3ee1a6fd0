import type { Question, TypedFilter } from '../language/question.ts';
import { leastTrust } from '../search/evidence.ts';
import type { IndexEntry } from '../search/record-index.ts';
import type { Found, Hit, SearchEngine, SearchScope } from '../search/search-engine.ts';
import { confidence, type Grounds, groundsOf, rivalDepth, shareOf } from './confidence.ts';
import { type Choice, chooseExcerpt, excerptText } from './excerpt.ts';
import { phraseTest, withinFilters } from './filters.ts';
import { orderFeatures, orderOf } from './order.ts';
import { saysTopic } from './topic.ts';

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
  /** Read every passage found, for paging through them; default: the best few (`closelyRead`). */
  readonly all?: boolean;
}

/** How many of the best passages are read closely for one answer; on a topic more, since several may be one person's. */
export function closelyRead({ topic }: Question): number {
  return topic ? 10 : 7;
}

/** How many passages are found for paging. */
export const mostPaged = 200;

/** Filters that leave few passages: those of one speaker, of one section. */
const narrowing: ReadonlySet<TypedFilter['kind']> = new Set(['speaker', 'section']);

/**
 * Searches, and reads the best passages for the excerpts that answer best. Their order does not depend on whether the others
 * are read too, so that pages follow one another.
 */
export function read(
  question: Question,
  engine: SearchEngine,
  formerRegions: readonly string[],
  { accept, all = false }: ReadOptions = {},
): Reading {
  const quoted = phraseTest(question, engine.index);
  const { filters } = question;
  const within = withinFilters(filters, engine.index);
  const scope = {
    accept: (entry: IndexEntry) => within(entry) && (accept?.(entry) ?? true) && (quoted?.(entry) ?? true),
  };
  const narrowed = accept !== undefined || quoted !== null || filters.typed.some(({ kind }) => narrowing.has(kind));
  const dated = filters.since !== null || filters.before !== null;
  const wordless = question.words.length === 0 && (narrowed || dated);
  const find = (where: SearchScope): Found =>
    wordless ? engine.browse(question, where) : engine.search(question, where);
  const found = find(scope);
  const few = closelyRead(question);
  // Among the few passages of one speaker, few can rival.
  const passages = narrowed ? Math.min(found.hits.length, rivalDepth) : engine.index.entries.length;
  const sayIt = (hit: Hit): boolean => hasEveryWord(hit, found) && saysTopic(passageText(hit), question, found.probe);
  const best = onTopicFirst(found.hits, sayIt, question);
  const hits = all ? [...best, ...further(found, find({ ...scope, depth: mostPaged }))] : best.slice(0, few);
  const choices = readClosely(hits, question, found, passages, formerRegions);
  // What somebody said stays as browsed: the newest file first, in the order of the record.
  if (wordless) return { question, found, choices: choices.map((each) => ({ ...each, sure: 1 })) };
  const pages = [choices.slice(0, few), choices.slice(few, found.hits.length), choices.slice(found.hits.length)];
  const excerptSaysIt = ({ choice }: SureChoice): boolean => saysTopic(excerptText(choice), question, found.probe);
  return { question, found, choices: pages.flatMap((page) => onTopicFirst(ordered(page), excerptSaysIt, question)) };
}

/** The best excerpt of each hit that says something, and how sure it is, in the order of the hits. `passages`: how many could have been found. */
export function readClosely(
  hits: readonly Hit[],
  question: Question,
  found: Found,
  passages: number,
  formerRegions: readonly string[],
): readonly SureChoice[] {
  const said = hits.filter((hit) => !isCall(hit, found));
  // Where nobody says a word of the question, "Neuf ans." may yet be the answer, an exclamation is not.
  const worthReading = said.length > 0 ? said : hits.filter((hit) => !passageText(hit).endsWith('!'));
  return worthReading.map((hit) => {
    const choice = chooseExcerpt(hit, shareOf(hit, found.hits), question, found.probe, formerRegions);
    const grounds = groundsOf(choice, question, found, passages);
    return { choice, grounds, sure: confidence(grounds) };
  });
}

const longestCall = 40;

/** "C’est faux !", called out under a title that has the question's words, says nothing of them. */
function isCall({ entry: { passage }, evidence: { trust, passage: row } }: Hit, { probe: { words } }: Found): boolean {
  if (passage.speech === null || words.length === 0 || passage.span.end - passage.span.start > longestCall)
    return false;
  return words.every((_, at) => (trust[row + at] ?? 0) < leastTrust);
}

/** The hits of a deeper search that a search did not find. */
function further(found: Found, deeper: Found): readonly Hit[] {
  const known = new Set(found.hits.map((hit) => hit.entry));
  return deeper.hits.filter((hit) => !known.has(hit.entry));
}

/** Excerpts of one question, best first. */
export function ordered(choices: readonly SureChoice[]): SureChoice[] {
  const order = ({ choice, grounds }: SureChoice): number => orderOf(orderFeatures(choice, grounds));
  return choices.toSorted((a, b) => order(b) - order(a));
}

/** What is found on a topic in the same order, the first ten that say it themselves before those that only stand under its title. */
function onTopicFirst<One>(all: readonly One[], says: (one: One) => boolean, question: Question): readonly One[] {
  if (!question.topic) return all;
  const first = new Set<One>();
  for (const one of all) {
    if (first.size === closelyRead(question)) break;
    if (says(one)) first.add(one);
  }
  return [...first, ...all.filter((one) => !first.has(one))];
}

/** Whether a passage has a trace of every word of a question: much sooner told than how it is written. */
function hasEveryWord({ evidence: { trust, passage: row } }: Hit, { probe: { words } }: Found): boolean {
  return words.every((_, at) => (trust[row + at] ?? 0) > 0);
}

function passageText({ entry: { proceedings, passage } }: Hit): string {
  return proceedings.text.slice(passage.span.start, passage.span.end);
}

/** A further excerpt is shown where it is at least this sure: below, it is noise under a good answer. */
const leastSure = 0.04;

/** Whether an excerpt may stand under an answer; the others come after those that may. */
export function isWorthShowing({ sure }: SureChoice): boolean {
  return sure >= leastSure;
}
