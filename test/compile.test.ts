import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync, utimesSync } from 'node:fs';
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

afterEach(() => rmSync(root, { recursive: true, force: true }));

async function ask(): Promise<{ readonly code: number; readonly firstLine: string }> {
  const child = spawn(process.execPath, [
    join(root, 'bin/greffier.js'),
    'ask',
    'quel département a créé des télécentres ?',
  ]);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (output += data.toString()));
  const [code] = (await once(child, 'close')) as [number];
  return { code, firstLine: output.split('\n')[0] ?? '' };
}

test('several first starts at once, and again after an edit, all answer', async () => {
  const answers = Array.from({ length: 4 }, () => ({ code: 0, firstLine: 'Cantal' }));
  expect(await Promise.all([ask(), ask(), ask(), ask()])).toEqual(answers);
  const later = new Date(Date.now() + 5_000);
  utimesSync(join(root, 'src/main.ts'), later, later);
  expect(await Promise.all([ask(), ask(), ask(), ask()])).toEqual(answers);
  expect(readdirSync(root).filter((name) => name.startsWith('dist'))).toEqual(['dist']);
});
