// `npm run pictures`: takes the pictures of the guides (docs/pictures/) of what the bot sends.
import { mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { buildOptions } from '../bin/compile.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const outdir = mkdtempSync(join(root, 'dist-pictures-'));
try {
  const entryPoints = [join(root, 'tools/pictures/main.ts')];
  await build({ ...buildOptions, define: { GREFFIER_BUILD: '"pictures"' }, entryPoints, outdir });
  const { takePictures } = await import(pathToFileURL(join(outdir, 'main.js')).href);
  process.exitCode = await takePictures(process.argv.slice(2), `${root}/`);
} finally {
  rmSync(outdir, { recursive: true, force: true });
}
