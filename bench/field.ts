import { existsSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { evenSample, parseDatasetQuestions, parsePool } from '../src/evaluation/dataset.ts';
import { curvePlot } from './curve-plot.ts';
import { curveQuestions } from './curve-questions.ts';
import { fieldTables } from './field-tables.ts';
import { loadSource, passagesOf, unpack } from './material.ts';
import { measure, type Task } from './measure.ts';
import { qualityPlot } from './quality-plot.ts';
import type { FieldResults, Run } from './results.ts';
import { systems } from './systems/open.ts';
import type { Place } from './workers.ts';

export { curvePlot, fieldTables, qualityPlot };

/** What `npm run bench:field` was told, and where things are. */
export interface FieldOptions extends Place {
  /** Folder of the evaluation data. */
  readonly data: string;
  /** Names of systems to measure; empty: all. */
  readonly only: readonly string[];
  /** Passages of each point of the curve; the record may have fewer. */
  readonly sizes: readonly number[];
  /** Questions at each point of the curve. */
  readonly questions: number;
  /** Questions to the pool of passages, at equal steps; 0: not asked. */
  readonly pool: number;
}

/** Questions that every system is asked before the pool's are timed. */
const poolWarmUp = 300;
/** PIAF's questions that it is asked before those of the curve: of every kind, where made ones begin with six words. */
const curveWarmUp = 300;
/** How often the curve’s questions are asked: of 200 asked once, ten alone would tell the slowest twentieth. */
const curveRounds = 2;

/** Measures all systems over the pool of passages, and over the record at each size. `say` gets lines of progress. */
export async function compareField(options: FieldOptions, say: (line: string) => void): Promise<FieldResults> {
  const leftOut: string[] = [];
  const leave = (reason: string): void => {
    leftOut.push(reason);
    say(`left out: ${reason}`);
  };
  const names = [...systems.keys()].filter((name) => options.only.length === 0 || options.only.includes(name));
  const taken = async (task: Omit<Task, 'systems'>): Promise<Run> => {
    const { run, leftOut: reasons } = await measure({ ...task, systems: names }, options, say);
    leftOut.push(...reasons.map((reason) => `${reason} (${run.passages} passages)`));
    return run;
  };
  const pool = options.pool > 0 ? poolTask(options) : null;
  if (typeof pool === 'string') leave(pool);
  const poolRun = pool === null || typeof pool === 'string' ? null : await taken(pool);

  const others = pool === null || typeof pool === 'string' ? [] : evenSample(pool.questions, curveWarmUp);
  const curve: Run[] = [];
  const archive = join(options.data, 'proceedings/proceedings.tar.gz');
  const folder = options.sizes.length > 0 ? unpack(archive) : null;
  if (options.sizes.length > 0 && folder === null) leave('the curve: no archive of proceedings that tar can unpack');
  try {
    if (folder !== null) {
      const smallest = { kind: 'record', folder, passages: Math.min(...options.sizes) } as const;
      const gold = join(options.data, 'gold/questions.jsonl');
      const made = curveQuestions(passagesOf(await loadSource(smallest)), gold, options.questions);
      for (const passages of options.sizes.toSorted((a, b) => a - b)) {
        const source = { kind: 'record', folder, passages } as const;
        const description = `the proceedings; ${made.source}`;
        const warmUp = [...made.warmUp, ...others];
        const run = await taken({ description, source, questions: made.asked, warmUp, rounds: curveRounds });
        if (run.passages < passages)
          leave(`${passages} passages: the record has ${run.passages}, all of them are used`);
        curve.push(run);
      }
    }
  } finally {
    if (folder !== null) rmSync(folder, { recursive: true, force: true });
  }
  return { machine: machine(), pool: poolRun, curve, leftOut: [...new Set(leftOut)] };
}

function poolTask({ data, pool }: FieldOptions): Omit<Task, 'systems'> | string {
  const folder = join(data, 'piaf');
  const [passagesFile, questionsFile] = ['passages.jsonl', 'questions.dev.jsonl'].map((name) => join(folder, name));
  if (!passagesFile || !questionsFile || !existsSync(passagesFile) || !existsSync(questionsFile))
    return 'PIAF and with it quality: its data is not there';
  const corpus = parsePool(passagesFile, readFileSync(passagesFile, 'utf8'));
  const all = parseDatasetQuestions(questionsFile, readFileSync(questionsFile, 'utf8'), corpus);
  const judged = evenSample(all, pool);
  return {
    description: 'PIAF dev, passages with their titles; its questions, in their order',
    source: { kind: 'pool', folder },
    questions: judged.map(({ question }) => question),
    warmUp: evenSample(all, poolWarmUp).map(({ question }) => question),
    rounds: 1,
    judged,
  };
}

function machine(): string {
  const model = cpus()[0]?.model ?? 'unknown processor';
  return `Node ${process.version}, ${process.platform} ${process.arch}, ${model}, ${availableParallelism()} cores`;
}
