import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EvaluationError } from '../src/errors.ts';
import { loadCorpus } from '../src/corpus/load.ts';
import { parseGold } from '../src/evaluation/gold.ts';
import { type PlacedQuestion, placeQuestions } from '../src/evaluation/place.ts';
import { type Corpus, overlaps, type Passage } from '../src/proceedings/proceedings.ts';
import { foldOf } from './piaf.ts';

/** A question over the invented proceedings. */
export interface AskedOfRecords extends PlacedQuestion {
  /** 0 or 1, by the file that answers, so that questions on one file never fall into different folds. */
  readonly fold: 0 | 1;
}

/** Proceedings that we invented, with questions: what whole records teach and an encyclopaedia does not. */
export interface Records {
  readonly corpus: Corpus;
  readonly questions: readonly AskedOfRecords[];
}

/**
 * Reads `*.md` and `*.questions.jsonl` (form: README.md of the folder).
 *
 * @throws EvaluationError, CorpusError where a file is wrong or a quote stands nowhere.
 */
export async function readRecords(folder: string): Promise<Records> {
  const { corpus } = await loadCorpus(folder);
  const files = readdirSync(folder).filter((name) => name.endsWith('.questions.jsonl'));
  const asked = files.toSorted().flatMap((name) => parseGold(name, readFileSync(join(folder, name), 'utf8')));
  const { questions, lost } = placeQuestions(asked, corpus);
  if (lost[0]) throw new EvaluationError(`${folder}: no quote of ${lost[0].id} stands in its file`);
  return { corpus, questions: questions.map((one) => ({ ...one, fold: foldOf(one.found[0]?.file ?? one.id) })) };
}

/** What the invented proceedings count for beside PIAF's 1. */
export const recordsWeight = 0.6;

/** Whether a passage holds a place that answers. */
export function isRightPassage({ found }: PlacedQuestion, { file, span }: Pick<Passage, 'file' | 'span'>): boolean {
  return found.some((place) => place.file === file && overlaps(place, span));
}

/** Whether the words of a question rank passages: it has an answer, and names nobody whose passages alone are read. */
export function teachesRanking({ answerable, style }: PlacedQuestion): boolean {
  return answerable && !style.endsWith('speaker');
}
