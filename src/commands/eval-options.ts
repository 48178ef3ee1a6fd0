import { loadFolders } from '../config.ts';
import { UsageError } from '../errors.ts';
import { evaluate } from './eval.ts';
import { guard } from './eval-guard.ts';
import type { DatasetOptions } from './eval-dataset.ts';
import type { GoldOptions } from './eval-gold.ts';

/** The options of `greffier eval` as typed. */
interface Typed {
  readonly dataset?: string | undefined;
  readonly questions?: string | undefined;
  readonly sample?: string | undefined;
  readonly gold?: string | undefined;
  readonly corpus?: string | undefined;
  readonly json?: boolean | undefined;
  readonly against?: string | undefined;
  readonly explain?: string | undefined;
  readonly guard?: string | undefined;
  readonly full?: boolean | undefined;
  readonly update?: boolean | undefined;
}

const common = ['json', 'against', 'explain'];
const goesWith = {
  dataset: ['questions', 'sample', ...common],
  gold: ['corpus', ...common],
  guard: ['full', 'update'],
};

/**
 * Does what the options of `greffier eval` ask for and returns the exit code.
 *
 * @throws UsageError where they do not go together; as `evaluate` and `guard` do.
 */
export function evaluateAsAsked(typed: Typed, write: (lines: string) => void): Promise<number> {
  const [form, other] = (['dataset', 'gold', 'guard'] as const).filter((one) => typed[one] !== undefined);
  if (form === undefined || other !== undefined) throw usage('say what to ask: --dataset, --gold or --guard');
  const stranger = Object.keys(typed).find((name) => name !== form && !goesWith[form].includes(name));
  if (stranger !== undefined) throw usage(`--${stranger} does not go with --${form}`);
  if (typed.guard !== undefined) {
    const { full = false, update = false } = typed;
    return guard({ folder: typed.guard, intents: loadFolders().INTENTS_DIR, full, update, write, remark });
  }
  const { json = false, against, explain } = typed;
  if (explain !== undefined && (json || against !== undefined))
    throw usage('--explain goes with neither --json nor --against');
  return evaluate({ set: setOf(typed), json, against, explain, write, remark });
}

function remark(line: string): void {
  process.stderr.write(`${line}\n`);
}

function setOf({ dataset, questions, sample, gold, corpus }: Typed): DatasetOptions | GoldOptions {
  const folders = loadFolders();
  if (gold !== undefined) return { gold, corpus: corpus ?? folders.CORPUS_DIR, intents: folders.INTENTS_DIR };
  if (dataset === undefined || questions === undefined) throw usage('--dataset needs --questions');
  if (sample !== undefined && !/^[1-9]\d*$/.test(sample)) throw usage(`--sample ${sample} is not a number above 0`);
  return { dataset, questions, sample: sample === undefined ? undefined : Number(sample) };
}

function usage(message: string): UsageError {
  return new UsageError(message, { hint: 'run greffier eval --help' });
}
