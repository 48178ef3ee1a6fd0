// `npm run bench`: prints what an answer costs on this machine. It asserts nothing: the figures depend on the machine.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { buildOptions } from '../bin/compile.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const question = 'quel département a créé des télécentres ?';
const pairs = 25;
const firstStarts = 3;

const say = (line = '') => process.stdout.write(`${line}\n`);

// A copy by itself: nobody's dist/ is thrown away, and an edit of src/ in the meantime compiles nothing anew.
const copy = mkdtempSync(join(tmpdir(), 'greffier-bench-'));
try {
  for (const name of ['bin', 'src', 'bench', 'corpus', 'intents', 'manifest.json', 'package.json', 'package-lock.json'])
    cpSync(join(root, name), join(copy, name), { recursive: true, filter: isSource });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  machine();
  starts();
  await answering();
} finally {
  rmSync(copy, { recursive: true, force: true });
}

/** Not what `bench:field` installs. */
function isSource(path) {
  return !['node_modules', 'target'].includes(basename(path));
}

function machine() {
  const load = loadavg().map((value) => value.toFixed(2));
  say(`Node ${process.version}, ${process.platform} ${process.arch}, ${availableParallelism()} cores`);
  say(`${cpus()[0]?.model ?? 'unknown processor'}; load ${load.join(' ')}`);
}

function starts() {
  const first = Array.from({ length: firstStarts }, () => {
    rmSync(join(copy, 'dist'), { recursive: true, force: true });
    return ask();
  });
  run(['-e', '0']);
  ask();
  const bare = [];
  const cold = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    bare.push(run(['-e', '0']));
    cold.push(ask());
  }
  const above = cold.map((time, pair) => time - bare[pair]);
  say();
  say(`greffier ask "${question}", one process a question`);
  say(`  first start, compiling src/   median ${ms(quantile(first, 0.5))} of ${firstStarts}`);
  say(`  node -e 0                     median ${ms(quantile(bare, 0.5))} of ${pairs}`);
  say(`  cold ask                      median ${ms(quantile(cold, 0.5))} of ${pairs}`);
  say(`  cold ask above node -e 0      median ${ms(quantile(above, 0.5))}, p95 ${ms(quantile(above, 0.95))}`);
  say(`  cold ask / node -e 0          ${ratio(cold, bare, 0.5)}`);
}

async function answering() {
  const outdir = join(copy, 'compiled');
  await build({ ...buildOptions, entryPoints: [join(copy, 'bench/answering.ts')], outdir });
  const { measureAnswering } = await import(pathToFileURL(join(outdir, 'answering.js')).href);
  const piaf = join(root, '../shared/data/piaf');
  const result = await measureAnswering(piaf, join(copy, 'corpus'));
  say();
  say(`Answering ${result.answering.length} questions over ${result.passages} passages: ${result.source}`);
  say(`  indexing                      ${ms(result.indexing)}`);
  say(`  Greffier                      ${percentiles(result.answering)}`);
  say(`  MiniSearch, README settings   ${percentiles(result.plainSearch)}`);
  const [p50, p95] = [0.5, 0.95].map((share) => ratio(result.answering, result.plainSearch, share));
  say(`  Greffier / MiniSearch         p50 ${p50}, p95 ${p95}`);
}

/** Milliseconds that a node process takes from its start to its end. */
function run(words) {
  const start = performance.now();
  // Settings of this machine would change what is measured; an empty one counts as not set.
  const env = { ...process.env, CORPUS_DIR: '', INTENTS_DIR: '' };
  const { status, stderr } = spawnSync(process.execPath, words, { cwd: copy, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`node ${words.join(' ')} ended with ${status}: ${stderr}`);
  return performance.now() - start;
}

function ask() {
  return run([join(copy, 'bin/greffier.js'), 'ask', question]);
}

/** The value below which the given share of the values lies (nearest rank). */
function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

function ratio(values, others, share) {
  return `${(quantile(values, share) / quantile(others, share)).toFixed(1)} times`;
}

function percentiles(values) {
  return `p50 ${ms(quantile(values, 0.5))}, p95 ${ms(quantile(values, 0.95))}`;
}

function ms(time) {
  return `${time < 20 ? time.toFixed(2) : Math.round(time)} ms`;
}
