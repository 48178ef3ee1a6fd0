// `npm run soak`: many people ask the bot for a while, under chosen faults. Prints what came of it; asserts nothing.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { buildOptions, compileIfStale } from '../bin/compile.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const outdir = mkdtempSync(join(root, 'dist-soak-'));
try {
  await compileIfStale();
  await build({ ...buildOptions, packages: 'external', entryPoints: [join(root, 'bench/soak.ts')], outdir });
  const { soak } = await import(pathToFileURL(join(outdir, 'soak.js')).href);
  process.exitCode = await soak(process.argv.slice(2), {
    root,
    temporary: mkdtempSync(join(tmpdir(), 'greffier-soak-')),
  });
} finally {
  rmSync(outdir, { recursive: true, force: true });
}
