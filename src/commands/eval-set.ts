import { readFileSync } from 'node:fs';
import type { Answerer } from '../answer/answerer.ts';
import { createAnswerer } from '../answer/create-answerer.ts';
import type { Reading } from '../answer/reading.ts';
import { loadLexicon } from '../corpus/lexicon-file.ts';
import { EvaluationError } from '../errors.ts';
import { type Cost, type Figures, type Report } from '../evaluation/report.ts';
import type { Answer } from '../proceedings/answer.ts';
import type { Corpus } from '../proceedings/proceedings.ts';
import { bundledCorpus } from './desk.ts';
import { costOf, timed } from './eval-cost.ts';

/** One question with all that went into its answer. */
export interface Explained {
  readonly question: string;
  /** What a right answer shows, for people to read. */
  readonly wanted: readonly string[];
  /** Null where the reply was no answer. */
  readonly answer: Answer | null;
  readonly readings: readonly Reading[];
  readonly scores: Figures;
}

/** Questions with an indexed corpus to put them to. */
export interface EvaluationSet {
  /** What could not be asked, one line each. */
  readonly remarks: readonly string[];
  report(): Report;
  /** Null where no question has this id. */
  explain(id: string): Explained | null;
}

/** What makes one kind of set. */
interface Parts<Question> {
  readonly corpus: Corpus;
  /** Folders whose lexicons count besides the bundled one. */
  readonly folders: readonly string[];
  readonly questions: readonly Question[];
  readonly remarks: readonly string[];
  /** Null where the reply is no answer. */
  readonly ask: (question: Question, answerer: Answerer) => Answer | null;
  readonly report: (asked: readonly { item: Question; result: Answer | null }[], cost: Cost) => Report;
  readonly wanted: (question: Question) => readonly string[];
}

/** Indexes the corpus of a set, which is then ready to be asked. */
export async function openParts<Question extends { readonly id: string; readonly question: string }>(
  parts: Parts<Question>,
): Promise<EvaluationSet> {
  const { corpus, questions, remarks, ask } = parts;
  const { lexicon } = await loadLexicon([bundledCorpus, ...parts.folders]);
  let readings: Reading[] | null = null;
  const { result: answerer, ...cost } = costOf(() =>
    createAnswerer(corpus, lexicon, { onRead: (reading) => readings?.push(reading) }),
  );
  const reportOn = (some: readonly Question[]): Report => {
    const { results, latencies } = timed(some, (question) => ask(question, answerer));
    return parts.report(results, { ...cost, latencies });
  };
  return {
    remarks,
    report: () => reportOn(questions),
    explain: (id) => {
      const question = questions.find((one) => one.id === id);
      if (!question) return null;
      const heard: Reading[] = [];
      readings = heard;
      const answer = ask(question, answerer);
      readings = null;
      const scores = reportOn([question]).figures;
      return { question: question.question, wanted: parts.wanted(question), answer, readings: heard, scores };
    },
  };
}

/**
 * The text of a file that the command line names.
 *
 * @throws EvaluationError where it cannot be read.
 */
export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new EvaluationError(`${path} cannot be read`, { cause, hint: 'check the path' });
  }
}
