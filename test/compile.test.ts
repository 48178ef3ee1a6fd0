import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

let root: string;

// A copy by itself: the tests beside this one run the program of the repository.
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'greffier-compile-'));
  for (const name of ['bin', 'src', 'corpus', 'intents', 'manifest.json', 'package.json', 'package-lock.json'])
    cpSync(name, join(root, name), { recursive: true });
  symlinkSync(join(process.cwd(), 'node_modules'), join(root, 'node_modules'), 'junction');
});

afterEach(() => {
  chmodSync(root, 0o755);
  rmSync(root, { recursive: true, force: true });
});

interface Asked {
  readonly code: number;
  readonly firstLine: string;
  readonly errors: string;
}

async function ask(user: { readonly uid?: number; readonly gid?: number } = {}): Promise<Asked> {
  const script = join(root, 'bin/greffier.js');
  const child = spawn(process.execPath, [script, 'ask', 'quel département a créé des télécentres ?'], user);
  const told = { output: '', errors: '' };
  child.stdout.on('data', (data: Buffer) => (told.output += data.toString()));
  child.stderr.on('data', (data: Buffer) => (told.errors += data.toString()));
  const [code] = (await once(child, 'close')) as [number];
  return { code, firstLine: told.output.split('\n')[0] ?? '', errors: told.errors };
}

test('several first starts at once, and again after an edit, all answer', async () => {
  const answers = Array.from({ length: 4 }, () => ({ code: 0, firstLine: 'Cantal', errors: '' }));
  expect(await Promise.all([ask(), ask(), ask(), ask()])).toEqual(answers);
  const later = new Date(Date.now() + 5_000);
  utimesSync(join(root, 'src/main.ts'), later, later);
  expect(await Promise.all([ask(), ask(), ask(), ask()])).toEqual(answers);
  expect(readdirSync(root).filter((name) => name.startsWith('dist'))).toEqual(['dist']);
});

/** Whoever runs the tests, without the right to write into `root`: root may write everywhere. */
function reader(): { readonly uid?: number; readonly gid?: number } {
  chmodSync(root, 0o555);
  return process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
}

test('a build in a folder that cannot be written answers without a word, and says so once it is older than src/', async () => {
  await ask();
  expect(await ask(reader())).toEqual({ code: 0, firstLine: 'Cantal', errors: '' });
  const later = new Date(Date.now() + 5_000);
  utimesSync(join(root, 'src/main.ts'), later, later);
  expect(await ask(reader())).toEqual({
    code: 0,
    firstLine: 'Cantal',
    errors: `greffier: ${root} cannot be written (EACCES): running the build in dist/, which is older than src/\n`,
  });
});

test('a folder that cannot be written and has no build is an error with its remedy', async () => {
  const { code, errors } = await ask(reader());
  expect(code).not.toBe(0);
  expect(errors).toContain(`${root} cannot be written (EACCES) and holds no build: run "greffier --version" once`);
});
