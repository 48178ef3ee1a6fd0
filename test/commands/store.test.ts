import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { storeCommand } from '../../src/commands/store.ts';
import { openStore } from '../../src/store/open-store.ts';

const now = Date.UTC(2026, 10, 28, 12);
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'greffier-store-command-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs `greffier store` on a database in the folder; what it wrote, the folder left out. */
async function store(words: string, replace = false): Promise<readonly string[]> {
  const lines: string[] = [];
  const write = (line: string): void => void lines.push(line.replaceAll(`${folder}/`, ''));
  const place = { dataDir: join(folder, 'data') };
  const code = await storeCommand({ words: words.split(' ').filter(Boolean), replace, place, write });
  expect(code).toBe(0);
  return lines;
}

async function keepSomething(): Promise<void> {
  const opened = await openStore({ dataDir: join(folder, 'data') });
  await opened.threads.write('t', 'U1', { memory: '{}', version: 0 }, now);
  await opened.threads.write('t', 'U2', { memory: '{}', version: 0 }, now);
  await opened.channels.write('C1', '{}', now);
  await opened.close();
}

describe('greffier store', () => {
  it('makes the schema, and says which', async () => {
    expect(await store('migrate')).toEqual(['data/greffier.db: schema version 1']);
  });

  it('forgets a person, and counts what went and what is left', async () => {
    await keepSomething();
    expect(await store('forget U1')).toEqual([
      '       1  threads',
      '       0  feedback',
      '       0  kept_quotations',
      '       0  alerts',
      '       0  publications',
    ]);
    const left = await store('stats');
    expect(left.filter((line) => !line.startsWith('       0'))).toEqual(['       1  threads', '       1  channels']);
  });

  it('saves everything and brings it back', async () => {
    await keepSomething();
    const file = join(folder, 'backup.jsonl');
    expect(await store(`backup ${file}`)).toEqual(['backup.jsonl: 3 rows from data/greffier.db']);
    await store('forget U1');
    await expect(store(`restore ${file}`)).rejects.toThrow('is not empty');
    expect(await store(`restore ${file}`, true)).toEqual(['data/greffier.db: 3 rows from backup.jsonl']);
    expect(await store('stats')).toContain('       2  threads');
  });

  it.each(['', 'frobnicate', 'constructor', 'backup', 'restore', 'forget', 'stats now', 'backup a b'])(
    'refuses "%s" and opens nothing',
    async (words) => {
      await expect(store(words)).rejects.toMatchObject({
        name: 'UsageError',
        hint: expect.stringContaining('greffier store'),
      });
      expect(existsSync(join(folder, 'data'))).toBe(false);
    },
  );

  it('takes --replace with restore alone', async () => {
    await expect(store('stats', true)).rejects.toMatchObject({ name: 'UsageError' });
  });
});

describe('the compiled program', () => {
  const program = join(import.meta.dirname, '../../bin/greffier.js');
  const corpus = join(import.meta.dirname, '../../corpus');

  const run = (words: readonly string[], settings: Readonly<Record<string, string>> = {}) =>
    new Promise<{ readonly code: unknown; readonly out: string; readonly err: string }>((resolve) => {
      const { PATH = '' } = process.env;
      execFile(
        process.execPath,
        [program, ...words],
        { cwd: folder, env: { PATH, ...settings } },
        (error, out, err) => {
          resolve({ code: error === null ? 0 : error.code, out, err });
        },
      );
    });

  it('finds the libraries of the store, in DATA_DIR of the current folder', async () => {
    const { code, out, err } = await run(['store', 'stats']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^ +0 {2}claims\n/);
    expect(existsSync(join(folder, 'data/greffier.db'))).toBe(true);
  });

  it('tells a database that does not answer in one line without the password, and exits 2', async () => {
    const DATABASE_URL = 'postgresql://greffier:hidden-word@127.0.0.1:1/greffier';
    expect(await run(['store', 'stats'], { DATABASE_URL })).toEqual({
      code: 2,
      out: '',
      err: 'greffier: PostgreSQL 127.0.0.1:1/greffier refuses the connection: ECONNREFUSED (start PostgreSQL, or mend host and port in DATABASE_URL)\n',
    });
  });

  it('never opens the store to answer a question', async () => {
    const { code } = await run(['ask', '--corpus', corpus, 'quel département a créé des télécentres ?'], {
      DATABASE_URL: 'postgresql://greffier:hidden-word@127.0.0.1:1/greffier',
    });
    expect(code).toBe(0);
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });
});
