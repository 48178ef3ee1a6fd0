import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EvaluationError } from '../errors.ts';
import { type Baseline, changesOf, guardedFigures, measureName, parseBaseline } from '../evaluation/baseline.ts';
import { botMeasures } from '../evaluation/bot.ts';
import type { Report } from '../evaluation/report.ts';
import { retrievalMeasures } from '../evaluation/retrieval.ts';
import { shownFigure } from '../evaluation/table.ts';
import { openSet } from './eval.ts';

/** Which baselines to run, and what to do with them. */
export interface GuardOptions {
  /** Folder of baselines, `*.json`. */
  readonly folder: string;
  readonly intents: string;
  /** The slow ones too. */
  readonly full: boolean;
  /** Write the figures of now into the files. */
  readonly update: boolean;
  readonly write: (line: string) => void;
  /** Takes a line on each set that could not be run. */
  readonly remark: (line: string) => void;
}

const measures = [...retrievalMeasures, ...botMeasures];

/**
 * `greffier eval --guard`: runs what each baseline names and says which figures differ. A set whose data is not here is
 * passed over, visibly. Returns the exit code: 1 where a figure is worse, unless they are updated.
 *
 * @throws EvaluationError where a baseline is wrong or the folder has none; as the sets' loaders do.
 */
export async function guard(options: GuardOptions): Promise<number> {
  const names = existsSync(options.folder) ? readdirSync(options.folder).filter((name) => name.endsWith('.json')) : [];
  if (names.length === 0) throw new EvaluationError(`${options.folder} has no baselines (*.json)`);
  let worse = 0;
  for (const name of names.toSorted()) {
    const file = join(options.folder, name);
    const baseline = parseBaseline(file, readFileSync(file, 'utf8'));
    const report = await run(baseline, name, options);
    if (report === null) continue;
    const figures = guardedFigures(report);
    const changes = changesOf(baseline.figures, figures, measures);
    const counted = changes.filter(({ verdict }) => verdict === 'worse').length;
    worse += counted;
    options.write(
      `${name}: ${report.questions} questions, ${Object.keys(baseline.figures).length} figures, ${counted} worse`,
    );
    for (const { name: figure, baseline: before, now, verdict } of changes) {
      const shown = [before, now].map((value) => shownFigure(measureName(figure), value));
      options.write(`  ${verdict}: ${figure} ${shown.join(' -> ')}`);
    }
    if (options.update) writeFileSync(file, `${JSON.stringify({ ...baseline, figures }, null, 2)}\n`);
  }
  if (worse > 0 && !options.update)
    options.remark('a baseline changes only in a commit that says why: npm run eval:update');
  return worse > 0 && !options.update ? 1 : 0;
}

async function run({ set, slow }: Baseline, name: string, options: GuardOptions): Promise<Report | null> {
  if (slow && !options.full) {
    options.remark(`${name}: passed over: slow, runs with --full`);
    return null;
  }
  const at = (path: string): string => join(options.folder, path);
  const data = 'dataset' in set ? [at(set.dataset)] : [at(set.gold), at(set.corpus)];
  const absent = data.find((path) => !existsSync(path));
  if (absent !== undefined) {
    options.remark(`${name}: passed over: ${absent} is absent`);
    return null;
  }
  if ('dataset' in set) return (await openSet({ ...set, dataset: at(set.dataset) })).report();
  const { gold, corpus } = { gold: at(set.gold), corpus: at(set.corpus) };
  if (!corpus.endsWith('.tar.gz')) return (await openSet({ gold, corpus, intents: options.intents })).report();
  const unpacked = mkdtempSync(join(tmpdir(), 'greffier-eval-'));
  try {
    execFileSync('tar', ['-xzf', corpus, '--strip-components=1', '-C', unpacked]);
    return (await openSet({ gold, corpus: unpacked, intents: options.intents })).report();
  } finally {
    rmSync(unpacked, { recursive: true, force: true });
  }
}
