// `npm run bench:field`: Greffier beside other search systems, over the same passages and questions, in turns. It asserts
// nothing: the figures depend on the machine. docs/BENCHMARKS.md says what is compared and how.
import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { buildOptions } from '../bin/compile.js';

const usage = `npm run -s bench:field -- [--only NAME,NAME] [--sizes N,N] [--questions N] [--pool N] [--json FILE] [--plot]

  --only NAME,NAME   systems to measure, by the names in the tables; default all
  --sizes N,N        passages of the record at each point of the curve; default 1000,10000,60000; 0 for none
  --questions N      questions at each point of the curve; default 300
  --pool N           questions to PIAF, at equal steps; default all; 0 for none
  --json FILE        writes every figure
  --plot             draws docs/bench-curve.svg and docs/bench-quality.svg
`;

const bench = dirname(fileURLToPath(import.meta.url));
const root = join(bench, '..');
const say = (text) => process.stdout.write(`${text}\n`);
const note = (text) => process.stderr.write(`${text}\n`);

const options = read();
if (options === null) {
  note(usage);
  process.exitCode = 2;
} else await run(options);

function read() {
  const string = { type: 'string' };
  const parse = () =>
    parseArgs({
      options: {
        only: string,
        sizes: { type: 'string', default: '1000,10000,60000' },
        questions: { type: 'string', default: '300' },
        pool: { type: 'string', default: '1000000' },
        json: string,
        plot: { type: 'boolean', default: false },
      },
    }).values;
  try {
    const { only, sizes, questions, pool, json, plot } = parse();
    const numbers = [...sizes.split(','), questions, pool].map(Number);
    if (!numbers.every((number) => Number.isInteger(number) && number >= 0)) return null;
    return {
      only: only?.split(',') ?? [],
      sizes: sizes.split(',').map(Number).filter(Boolean),
      questions: Number(questions),
      pool: Number(pool),
      json,
      plot,
    };
  } catch {
    return null;
  }
}

async function run({ json, plot, ...chosen }) {
  if (!existsSync(join(bench, 'node_modules')))
    note('The other systems are not installed, most will be left out. To install them: npm ci --prefix bench');
  const scratch = mkdtempSync(join(tmpdir(), 'greffier-field-'));
  try {
    for (const name of ['node_modules', 'corpus', 'intents'])
      symlinkSync(join(root, name), join(scratch, name), 'junction');
    const entryPoints = ['field.ts', 'worker.ts'].map((name) => join(bench, name));
    const outdir = join(scratch, 'dist');
    // Compiled as a build of its own, Greffier keeps its snapshots below `scratch`.
    await build({ ...buildOptions, define: { GREFFIER_BUILD: '"field"' }, entryPoints, outdir });
    const field = await import(pathToFileURL(join(outdir, 'field.js')).href);
    const data = join(root, '../shared/data');
    const results = await field.compareField({ ...chosen, data, bench, script: join(outdir, 'worker.js') }, note);
    say(field.fieldTables(results));
    if (json !== undefined) writeFileSync(json, `${JSON.stringify(results, null, 2)}\n`);
    if (plot) {
      writeFileSync(join(root, 'docs/bench-curve.svg'), field.curvePlot(results.curve));
      if (results.pool !== null) writeFileSync(join(root, 'docs/bench-quality.svg'), field.qualityPlot(results.pool));
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
