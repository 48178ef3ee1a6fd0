// Carries the Dockerfile out in a plain folder, for machines without Docker: `node tools/try-dockerfile.js` copies what
// .dockerignore leaves, runs the commands of the build stage, takes away the right to write, and asks a question there,
// as `nobody` where this runs as root. Needs the registry that npm is set up for. Exit code 1 where a step fails.
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const nobody = 65_534;
const question = 'quel département a créé des télécentres ?';

/** The instructions of the first stage, as words; a line that ends in a backslash goes on. */
function buildStage() {
  const lines = readFileSync(join(root, 'Dockerfile'), 'utf8')
    .replace(/\\\n\s*/g, '')
    .split('\n');
  const stages = lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .join('\n')
    .split(/^FROM .*$/m);
  return (stages[1] ?? '')
    .trim()
    .split('\n')
    .map((line) => line.split(' '));
}

/** What .dockerignore leaves of the repository: it ignores all but what it names. */
function left() {
  const rules = readFileSync(join(root, '.dockerignore'), 'utf8').split('\n');
  return rules.filter((rule) => rule.startsWith('!')).map((rule) => rule.slice(1));
}

function copy(words, image) {
  const target = words.at(-1);
  for (const name of words.slice(0, -1)) {
    if (!left().includes(name)) throw new Error(`COPY ${name}: .dockerignore leaves it out`);
    const to = target === './' ? join(image, basename(name)) : join(image, target);
    cpSync(join(root, name), to, { recursive: true, preserveTimestamps: true });
  }
}

function run(command, image) {
  const { status } = spawnSync('sh', ['-c', command], { cwd: image, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) throw new Error(`RUN ${command}: exit code ${status}`);
}

function lock(path) {
  const stat = statSync(path);
  if (stat.isDirectory()) for (const name of readdirSync(path)) if (!isBin(path)) lock(join(path, name));
  chmodSync(path, stat.mode & ~0o222);
}

/** Links to programs, which have their rights where they lead. */
function isBin(path) {
  return basename(path) === '.bin';
}

function unlock(path) {
  chmodSync(path, 0o755);
  for (const entry of readdirSync(path, { withFileTypes: true }))
    if (entry.isDirectory()) unlock(join(path, entry.name));
}

/** Asks in the image as somebody who may not write there. */
function ask(image) {
  const id = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};
  const { status, stdout, stderr, error } = spawnSync(
    process.execPath,
    [join(image, 'bin/greffier.js'), 'ask', question],
    { cwd: image, encoding: 'utf8', env: { PATH: process.env['PATH'], HOME: '/nonexistent' }, ...id },
  );
  if (error) throw error;
  if (status !== 0 || !stdout.startsWith('Cantal') || stderr !== '')
    throw new Error(`ask on a read-only root: exit code ${status}\n${stdout}${stderr}`);
}

const folder = mkdtempSync(join(tmpdir(), 'greffier-image-'));
const image = join(folder, 'app');
try {
  chmodSync(folder, 0o755);
  mkdirSync(image);
  for (const [instruction, ...words] of buildStage()) {
    process.stdout.write(`${instruction} ${words.join(' ')}\n`);
    if (instruction === 'COPY') copy(words, image);
    else if (instruction === 'RUN') run(words.join(' '), image);
    else if (instruction !== 'WORKDIR') throw new Error(`${instruction} is not known to tools/try-dockerfile.js`);
  }
  lock(image);
  ask(image);
  process.stdout.write('answers on a read-only root\n');
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  unlock(folder);
  rmSync(folder, { recursive: true, force: true });
}
