import * as z from 'zod';
import { parseJsonLines } from './json-lines.ts';

/** A question to the whole bot, and what a right answer shows. */
export interface GoldQuestion {
  readonly id: string;
  /** 1-based line of its file. */
  readonly line: number;
  /** Names the record that it was written for; questions of one record are judged together. */
  readonly corpus: string;
  readonly language: string;
  readonly style: string;
  readonly type: string;
  readonly question: string;
  /** Places that answer, alternatives of each other; empty where the record does not answer. `file` null: any file. */
  readonly places: readonly { readonly file: string | null; readonly quote: string }[];
  /** The parts of those places that suffice; empty where only the whole quote does. */
  readonly answers: readonly string[];
  /** All `answers` must be shown, not any one. */
  readonly list: boolean;
  readonly answerable: boolean;
  /** Known not to be answered right yet: `greffier check` says so only once it is. Figures count it like any other. */
  readonly unsolved: boolean;
}

const goldSchema = z.object({
  id: z.string().min(1),
  corpus: z.string(),
  lang: z.string(),
  style: z.string(),
  type: z.string(),
  question: z.string().min(1),
  gold: z.array(z.object({ file: z.string(), quote: z.string().min(1) })),
  answers: z.array(z.string().min(1)),
  answerable: z.boolean(),
});

/**
 * Reads gold questions, one JSON object a line (form: README.md of the evaluation data).
 *
 * @throws EvaluationError where a line is wrong.
 */
export function parseGold(file: string, text: string): GoldQuestion[] {
  return parseJsonLines(file, text, goldSchema).map(({ value, line }) => ({
    id: value.id,
    line,
    corpus: value.corpus,
    language: value.lang,
    style: value.style,
    type: value.type,
    question: value.question,
    places: value.gold,
    answers: value.answers,
    list: value.type === 'LIST',
    answerable: value.answerable,
    unsolved: false,
  }));
}
