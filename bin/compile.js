import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const output = join(root, 'dist');
const inputs = ['src', 'manifest.json', 'package-lock.json', 'bin/compile.js'].map((name) => join(root, name));

/** Loaded from node_modules when a conversation, Slack, the store or the log needs them; everything else is bundled, for a fast start. */
const loadedOnDemand = ['botkit', 'botbuilder*', '@slack/*', 'chokidar', 'esbuild', 'kysely', 'libsql', 'pg', 'pino'];

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

/**
 * Compiles src/ into dist/ unless dist/ is newer than every input. Safe to run from several processes at once, and
 * beside ones that run an earlier build: chunks are named by their content and put in place one by one, main.js last;
 * those of earlier builds stay for a week, because a running bot may load them yet. Where nothing can be written (a
 * read-only container), an earlier build is run, and a line on standard error says so.
 *
 * @throws where nothing can be written and there is no earlier build.
 */
export async function compileIfStale() {
  const stamp = Math.max(...inputs.map(newest));
  if (modified(join(output, 'main.js')) >= stamp) return;
  const fresh = freshFolder();
  if (fresh === null) return;
  const { build } = await import('esbuild');
  const define = { GREFFIER_BUILD: JSON.stringify(String(Math.round(stamp))) };
  try {
    await build({ ...buildOptions, define, entryPoints: [join(root, 'src/main.ts')], outdir: fresh });
    mkdirSync(output, { recursive: true });
    const names = readdirSync(fresh).toSorted(
      (left, right) => Number(left === 'main.js') - Number(right === 'main.js'),
    );
    for (const name of names) renameSync(join(fresh, name), join(output, name));
    // A source dated in the future would be compiled at every start.
    if (stamp > Date.now()) utimesSync(join(output, 'main.js'), new Date(stamp), new Date(stamp));
    clearOld();
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** Where to compile to; null where an earlier build has to do. */
function freshFolder() {
  try {
    return mkdtempSync(`${output}-`);
  } catch (error) {
    if (modified(join(output, 'main.js')) === 0) {
      const remedy = 'run "greffier --version" once as a user who may write here, when installing';
      throw new Error(`greffier: ${root} cannot be written (${error.code}) and holds no build: ${remedy}`, {
        cause: error,
      });
    }
    process.stderr.write(
      `greffier: ${root} cannot be written (${error.code}): running the build in dist/, which is older than src/\n`,
    );
    return null;
  }
}

const week = 7 * 24 * 60 * 60 * 1000;

function clearOld() {
  for (const name of readdirSync(output)) {
    const path = join(output, name);
    if (Date.now() - modified(path) > week) rmSync(path, { recursive: true, force: true });
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
