import { readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const output = join(root, 'dist');
const inputs = ['src', 'manifest.json', 'package-lock.json', 'bin/compile.js'].map((name) => join(root, name));

/** Loaded from node_modules when a conversation or Slack needs them; everything else is bundled, for a fast start. */
const loadedOnDemand = ['botkit', 'botbuilder*', '@slack/*', 'chokidar', 'esbuild'];

/** How esbuild compiles the program (and bench/ its own entry), without entry points and output. */
export const buildOptions = {
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  external: loadedOnDemand,
  sourcemap: true,
  minifyWhitespace: true,
  minifySyntax: true,
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  logLevel: 'error',
};

/** Compiles src/ into dist/ unless dist/ is newer than every input. Safe to run from several processes at once. */
export async function compileIfStale() {
  const built = modified(join(output, 'main.js'));
  if (built > 0 && inputs.every((path) => newest(path) <= built)) return;
  const fresh = `${output}.${process.pid}`;
  const { build } = await import('esbuild');
  await build({ ...buildOptions, entryPoints: [join(root, 'src/main.ts')], outdir: fresh });
  rmSync(output, { recursive: true, force: true });
  try {
    renameSync(fresh, output);
  } catch {
    rmSync(fresh, { recursive: true, force: true }); // another process was quicker; its output serves
  }
}

function modified(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function newest(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
