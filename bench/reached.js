// `npm run plot:quality`: draws docs/quality.svg from docs/quality-targets.json and baselines/*.json.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { buildOptions } from '../bin/compile.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const read = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));

const outdir = mkdtempSync(join(tmpdir(), 'greffier-plot-'));
try {
  await build({ ...buildOptions, entryPoints: [join(root, 'bench/reached-plot.ts')], outdir });
  const { reachedPlot } = await import(pathToFileURL(join(outdir, 'reached-plot.js')).href);
  const { rows } = read('docs/quality-targets.json');
  const names = [...new Set(rows.map(({ baseline }) => baseline))];
  const figures = Object.fromEntries(names.map((name) => [name, read(`baselines/${name}.json`).figures]));
  writeFileSync(join(root, 'docs/quality.svg'), reachedPlot(rows, figures));
} finally {
  rmSync(outdir, { recursive: true, force: true });
}
