import * as z from 'zod';
import { EvaluationError } from '../errors.ts';
import type { Corpus, Proceedings } from '../proceedings/proceedings.ts';
import { parseJsonLines } from './json-lines.ts';

const passageSchema = z.object({ id: z.string().min(1), title: z.string(), text: z.string() });

const questionSchema = z.object({
  id: z.string().min(1),
  question: z.string(),
  passage_id: z.string(),
  same_text_ids: z.array(z.string()).default([]),
  answers: z.array(z.object({ text: z.string() })),
});

/** A question whose right passage is known. */
export interface DatasetQuestion {
  readonly id: string;
  readonly question: string;
  /** Passages that are right: the gold one and those with the same text. */
  readonly passages: ReadonlySet<string>;
  /** Wordings of the answer, any of which will do. */
  readonly answers: readonly string[];
}

/**
 * A pool of passages (`passages.jsonl`) as a corpus: each passage is proceedings of its own, with its title, one passage
 * and its id as file name.
 *
 * @throws EvaluationError where a line is wrong or two passages have one id.
 */
export function parsePool(file: string, text: string): Corpus {
  const seen = new Set<string>();
  const proceedings = parseJsonLines(file, text, passageSchema).map(({ value, line }) => {
    if (seen.has(value.id)) throw new EvaluationError(`${file}:${line}: a second passage "${value.id}"`);
    seen.add(value.id);
    return proceedingsOf(value);
  });
  return { proceedings };
}

/**
 * The questions of a dataset (`questions.jsonl`) in their order.
 *
 * @throws EvaluationError where a line is wrong or names a passage that the pool does not have.
 */
export function parseDatasetQuestions(file: string, text: string, pool: Corpus): DatasetQuestion[] {
  const known = new Set(pool.proceedings.map((one) => one.file));
  return parseJsonLines(file, text, questionSchema).map(({ value, line }) => {
    if (!known.has(value.passage_id))
      throw new EvaluationError(`${file}:${line}: passage "${value.passage_id}" is not in passages.jsonl`);
    return {
      id: value.id,
      question: value.question,
      passages: new Set([value.passage_id, ...value.same_text_ids]),
      answers: value.answers.map((answer) => answer.text),
    };
  });
}

/** `size` of the items at equal steps through the list, always the same ones; all of them where there are fewer. */
export function evenSample<T>(items: readonly T[], size: number): readonly T[] {
  if (size >= items.length) return items;
  return Array.from({ length: size }, (_, step) => Math.floor((step * items.length) / size)).flatMap(
    (index) => items[index] ?? [],
  );
}

function proceedingsOf({ id, title, text }: z.infer<typeof passageSchema>): Proceedings {
  const normal = text.replace(/\r\n?/g, '\n').normalize('NFC');
  const span = { start: 0, end: normal.length };
  return {
    file: id,
    text: normal,
    title,
    date: null,
    body: null,
    event: null,
    place: null,
    sitting: null,
    source: null,
    lang: 'fr',
    participants: [],
    sections: [],
    speeches: [],
    passages: [{ id: `${id}#0`, file: id, kind: 'text', section: null, speech: null, span, line: 1 }],
  };
}
