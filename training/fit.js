// `npm run fit`: fits the models of src/ on PIAF, training/records and training/faq, and prints how well they do. With --write, writes their weights; with
// names of models (`npm run fit -- ranking --write`), only those. With --plot, draws docs/reliability.svg;
// with --ablate, says what groups of features are worth.
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { buildOptions } from '../bin/compile.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { values, positionals } = parseArgs({
  options: {
    write: { type: 'boolean', default: false },
    plot: { type: 'boolean', default: false },
    ablate: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});

/** In this order: each reads what those before it choose. */
const models = ['ranking', 'sentences', 'order', 'confidence'];

const folders = {
  piaf: join(root, '../shared/data/piaf'),
  records: join(root, 'training/records'),
  faq: join(root, 'training/faq'),
  corpus: join(root, 'corpus'),
};

const scratch = mkdtempSync(join(tmpdir(), 'greffier-fit-'));
symlinkSync(join(root, 'node_modules'), join(scratch, 'node_modules'), 'junction');
try {
  for (const model of positionals.length > 0 ? positionals : models) if (!(await fit(model))) break;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** Compiled anew for each model: the weights written for the one before are part of the program. */
async function fit(model) {
  const outdir = join(scratch, model);
  await build({ ...buildOptions, entryPoints: [join(root, 'training/main.ts')], outdir });
  const { fitModel } = await import(pathToFileURL(join(outdir, 'main.js')).href);
  const outcome = await fitModel(model, folders, values.ablate);
  if ('fault' in outcome) {
    process.stderr.write(`${outcome.fault}\n`);
    process.exitCode = 2;
    return false;
  }
  process.stdout.write(`\n${model}: ${outcome.target}\n${outcome.report.join('\n')}\n${outcome.text}`);
  // The confidence in use is set by hand: its fit on PIAF alone does not carry over, and is written only where it is named.
  if (values.write && (model !== 'confidence' || positionals.includes(model)))
    writeFileSync(join(root, outcome.target), outcome.text);
  if (values.plot && outcome.plot !== null) writeFileSync(join(root, 'docs/reliability.svg'), outcome.plot);
  return true;
}
