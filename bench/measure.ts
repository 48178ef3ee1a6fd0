import { answerInExcerptAt } from '../src/evaluation/answer-in-excerpt.ts';
import type { DatasetQuestion } from '../src/evaluation/dataset.ts';
import { excerptLengthAt } from '../src/evaluation/excerpt-length.ts';
import { holds } from '../src/evaluation/holds.ts';
import { figureOf, type Measure } from '../src/evaluation/measure.ts';
import { reciprocalRank } from '../src/evaluation/reciprocal-rank.ts';
import type { Figures } from '../src/evaluation/report.ts';
import type { RetrievalResult } from '../src/evaluation/results.ts';
import { successAt } from '../src/evaluation/success.ts';
import { loadSource, passagesOf, type Source, textBytes } from './material.ts';
import { firstLine } from './peers.ts';
import { latencyOf, type Run, type SystemRun } from './results.ts';
import type { Asked } from './system.ts';
import { inTurns } from './turns.ts';
import { type Place, startWorker, type Worker } from './workers.ts';

/** What is judged of each system where the right passage is known. */
export const fieldMeasures: readonly Measure<RetrievalResult>[] = [
  successAt(1),
  successAt(5),
  reciprocalRank,
  answerInExcerptAt(1),
  excerptLengthAt(1),
];

/** What to measure. */
export interface Task {
  readonly description: string;
  readonly source: Source;
  readonly questions: readonly string[];
  readonly warmUp: readonly string[];
  /** How many times all questions are asked, one round after the other; each time counts. */
  readonly rounds: number;
  /** The same questions with what is right; absent where nothing is judged. */
  readonly judged?: readonly DatasetQuestion[];
  /** Names of systems. */
  readonly systems: readonly string[];
}

/**
 * Indexes a source with one system after the other, then asks all of them in turns. `say` gets a line for each step and
 * for each system that is left out.
 */
export async function measure(
  { description, source, questions, warmUp, rounds, judged, systems }: Task,
  place: Place,
  say: (line: string) => void,
): Promise<{ run: Run; leftOut: string[] }> {
  const leftOut: string[] = [];
  const leave = (name: string, reason: string): void => {
    leftOut.push(`${name}: ${reason}`);
    say(`left out: ${name}: ${reason}`);
  };
  const passages = passagesOf(await loadSource(source));
  say(`${passages.length} passages, ${questions.length} questions: ${description}`);
  const workers: Worker[] = [];
  for (const name of systems) {
    const worker = await startWorker(name, source, place);
    if ('leftOut' in worker) leave(name, worker.leftOut);
    else {
      workers.push(worker);
      say(`indexed by ${name} in ${(worker.indexed.index / 1_000).toFixed(2)} s`);
    }
  }
  const failed = (name: string, error: unknown): void => leave(name, firstLine(error));
  const warm = await inTurns(workers, warmUp, false, failed);
  const ready = workers.filter(({ name }) => warm.has(name));
  const timed = Array.from({ length: rounds }, () => questions).flat();
  const asked = await inTurns(ready, timed, judged !== undefined, failed);
  const runs: SystemRun[] = [];
  for (const worker of workers) {
    const own = asked.get(worker.name);
    if (own === undefined) worker.kill();
    else runs.push(runOf(worker, own, await worker.finish(), judged));
  }
  const sizes = { passages: passages.length, textBytes: textBytes(passages), questions: questions.length };
  return { run: { source: description, ...sizes, systems: runs }, leftOut };
}

function runOf(
  { name, indexed }: Worker,
  asked: readonly Asked[],
  reload: number | null,
  judged: readonly DatasetQuestion[] | undefined,
): SystemRun {
  return {
    name,
    settings: indexed.settings,
    indexSeconds: indexed.index / 1_000,
    stored: indexed.stored,
    reload,
    search: latencyOf(asked.map(({ search }) => search)),
    whole: latencyOf(asked.map(({ whole }) => whole)),
    figures: judged === undefined ? null : figuresOf(judged, asked),
  };
}

function figuresOf(questions: readonly DatasetQuestion[], asked: readonly Asked[]): Figures {
  const quotes = asked.some(({ whole }) => whole !== null);
  const results = questions.map(({ id, passages, answers }, number): RetrievalResult => {
    const { ids = [], excerpts = [] } = asked[number] ?? {};
    const at = ids.findIndex((passage) => passages.has(passage));
    const judgedExcerpts = excerpts.map((text) => ({
      length: text.length,
      hasAnswer: answers.some((words) => holds(text, words)),
    }));
    return { id, rank: at < 0 ? null : at + 1, excerpts: judgedExcerpts };
  });
  const figures = fieldMeasures.map(({ name, of }) => {
    const speaks = quotes || !name.includes('excerpt');
    return [name, speaks ? figureOf(results.map(of)) : null] as const;
  });
  return Object.fromEntries(figures);
}
