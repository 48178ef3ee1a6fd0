import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { EvaluationError } from '../src/errors.ts';
import { parsePool } from '../src/evaluation/dataset.ts';
import { parseJsonLines } from '../src/evaluation/json-lines.ts';
import type { Corpus, Proceedings, Span } from '../src/proceedings/proceedings.ts';

const questionSchema = z.object({
  id: z.string().min(1),
  question: z.string(),
  passage_id: z.string(),
  same_text_ids: z.array(z.string()).default([]),
  answers: z.array(z.object({ text: z.string(), start: z.number().int() })),
});

/** A question with what is known of its answer. */
export interface Taught {
  readonly question: string;
  /** Title of the article that answers. */
  readonly title: string;
  /** Ids of the right passages, as the corpus has them. */
  readonly passages: ReadonlySet<string>;
  /** Where the answers stand in the text of the pool's right passage; one whose offset is wrong in the source is left out. */
  readonly answers: readonly Span[];
  /** The words of the answers. */
  readonly wordings: readonly string[];
  /** 0 or 1, by title: questions on one article never fall into different folds. */
  readonly fold: 0 | 1;
}

/** PIAF's dev half, ready to learn from. */
export interface Piaf {
  /** Every passage a file by itself. */
  readonly pool: Corpus;
  readonly questions: readonly Taught[];
}

/**
 * Reads PIAF, the one set whose README allows fitting; the others are for evaluation only.
 *
 * @throws EvaluationError where the folder is absent or a line is wrong.
 */
export function readPiaf(folder: string): Piaf {
  const file = join(folder, 'passages.jsonl');
  if (!existsSync(file))
    throw new EvaluationError(`${file} is missing: the models are fitted on PIAF`, {
      hint: `put the evaluation data at ${folder}; nothing but fitting needs it`,
    });
  const pool = parsePool(file, readFileSync(file, 'utf8'));
  const files = new Map(pool.proceedings.map((one) => [one.file, one]));
  const path = join(folder, 'questions.dev.jsonl');
  const questions = parseJsonLines(path, readFileSync(path, 'utf8'), questionSchema).map(({ value, line }) => {
    const right = files.get(value.passage_id);
    if (!right) throw new EvaluationError(`${path}:${line}: passage "${value.passage_id}" is not in passages.jsonl`);
    return {
      question: value.question,
      title: right.title,
      passages: new Set([value.passage_id, ...value.same_text_ids].map((id) => `${id}#0`)),
      answers: value.answers
        .map(({ text, start }) => ({ start, end: start + text.length, text }))
        .filter(({ start, end, text }) => right.text.slice(start, end) === text)
        .map(({ start, end }) => ({ start, end })),
      wordings: value.answers.map(({ text }) => text),
      fold: foldOf(right.title),
    };
  });
  return { pool, questions };
}

/** The same passages with an article a file, so that a passage has surroundings, as in proceedings. */
export function byArticle(pool: Corpus): Corpus {
  const titles = new Map<string, Proceedings[]>();
  for (const one of pool.proceedings) titles.set(one.title, [...(titles.get(one.title) ?? []), one]);
  const proceedings = [...titles].flatMap(([title, parts]) => {
    const [first] = parts;
    if (!first) return [];
    let text = '';
    const passages = parts.flatMap((part) => {
      const start = text.length;
      text += `${part.text}\n\n`;
      const span = { start, end: start + part.text.length };
      return part.passages.map((passage) => ({ ...passage, file: title, span }));
    });
    return [{ ...first, file: title, text, passages }];
  });
  return { proceedings };
}

/** The fold, 0 or 1, that a title falls into. Any hash that spreads titles will do; this one is the 31-times of Java's strings. */
export function foldOf(title: string): 0 | 1 {
  let hash = 0;
  for (const letter of title) hash = (Math.imul(hash, 31) + (letter.codePointAt(0) ?? 0)) >>> 0;
  return hash % 2 === 0 ? 0 : 1;
}
