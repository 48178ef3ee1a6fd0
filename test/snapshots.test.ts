import { build } from 'esbuild';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { createAnswerer } from '../src/answer/create-answerer.ts';
import type { loadKeptCorpus } from '../src/corpus/kept-corpus.ts';
import type { keptWords } from '../src/search/kept-words.ts';
import { lexiconOf } from './support/corpora.ts';

interface Program {
  readonly loadKeptCorpus: typeof loadKeptCorpus;
  readonly keptWords: typeof keptWords;
  readonly createAnswerer: typeof createAnswerer;
}

let root: string;
let corpus: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'greffier-snapshots-'));
  corpus = join(root, 'corpus');
  mkdirSync(corpus);
  writeRecord('Les télécentres du Cantal accueillent 250 personnes.');
});

afterEach(() => rmSync(root, { recursive: true }));

/** A record that is large enough for a snapshot; the sentence stands at its end. */
function writeRecord(sentence: string): void {
  const paragraphs = Array.from({ length: 6_000 }, (_, number) =>
    `La commission ${number} examine le calendrier. `.repeat(4),
  );
  const text = [
    '---',
    'title: Séance',
    'date: 2020-01-01',
    '---',
    '',
    ...paragraphs.flatMap((one) => [one, '']),
    sentence,
    '',
  ];
  writeFileSync(join(corpus, 'a.md'), text.join('\n'));
}

// Snapshots are kept beside the compiled program only, so it is compiled here.
async function compiled(version: string): Promise<Program> {
  const outfile = join(root, 'dist', `program-${version}.mjs`);
  const contents = [
    "export { loadKeptCorpus } from './src/corpus/kept-corpus.ts';",
    "export { keptWords } from './src/search/kept-words.ts';",
    "export { createAnswerer } from './src/answer/create-answerer.ts';",
  ].join('\n');
  const banner = { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" };
  const define = { GREFFIER_BUILD: JSON.stringify(version) };
  const stdin = { contents, resolveDir: process.cwd(), loader: 'ts' as const };
  await build({ stdin, outfile, bundle: true, platform: 'node', format: 'esm', define, banner });
  return (await import(pathToFileURL(outfile).href)) as Program;
}

/** How many files of the corpus are parsed is not to be seen; what is answered is. */
async function answerOf(program: Program): Promise<string> {
  const loaded = await program.loadKeptCorpus(corpus);
  expect(loaded.content).not.toBeNull();
  const cut = program.keptWords(corpus, loaded.content ?? '', loaded.corpus);
  const answer = program.createAnswerer(loaded.corpus, lexiconOf(), { cut }).answer('Qui accueille 250 personnes ?');
  return JSON.stringify({ answer, findings: loaded.findings });
}

function snapshots(version: string): string[] {
  const folder = join(root, 'dist', 'kept', version);
  return readdirSync(folder)
    .toSorted()
    .map((name) => join(folder, name));
}

const spoil = {
  truncated: (bytes: Buffer) => bytes.subarray(0, bytes.length - 1_000),
  empty: () => Buffer.alloc(0),
  'with one bit changed': (bytes: Buffer) => {
    const changed = Buffer.from(bytes);
    const at = changed.length >> 1;
    changed[at] = (changed[at] ?? 0) ^ 1;
    return changed;
  },
};

test('a second start answers from snapshots as the first did, and leaves nothing in the corpus folder', async () => {
  const program = await compiled('1');
  const first = await answerOf(program);
  expect(first).toContain('télécentres');
  const kept = snapshots('1').map((file) => readFileSync(file));
  expect(kept).toHaveLength(2);
  expect(await answerOf(program)).toBe(first);
  expect(snapshots('1').map((file) => readFileSync(file))).toEqual(kept);
  expect(readdirSync(corpus)).toEqual(['a.md']);
});

test.each(Object.entries(spoil))('a snapshot that is %s is made anew', async (_, damage) => {
  const program = await compiled('1');
  const first = await answerOf(program);
  const sound = snapshots('1').map((file) => readFileSync(file));
  for (const file of snapshots('1')) writeFileSync(file, damage(readFileSync(file)));
  expect(await answerOf(program)).toBe(first);
  expect(snapshots('1').map((file) => readFileSync(file))).toEqual(sound);
});

test('a file that has changed is read anew, though its size and date are the same', async () => {
  const program = await compiled('1');
  await answerOf(program);
  const file = join(corpus, 'a.md');
  const { size, mtime } = statSync(file);
  writeRecord('Les télécentres du Morvan accueillent 250 personnes.');
  utimesSync(file, mtime, mtime);
  expect(statSync(file)).toMatchObject({ size, mtime });
  const changed = await answerOf(program);
  expect(changed).toContain('Morvan');
  expect(changed).toBe(await answerOf(program));
});

test('another version of the program trusts no snapshot of this one, and takes its place', async () => {
  const first = await answerOf(await compiled('1'));
  const old = snapshots('1').map((file) => readFileSync(file));
  const later = await compiled('2');
  mkdirSync(join(root, 'dist', 'kept', '2'));
  for (const file of snapshots('1'))
    copyFileSync(file, join(root, 'dist', 'kept', '2', file.slice(dirname(file).length)));
  expect(await answerOf(later)).toBe(first);
  const fresh = snapshots('2').map((file) => readFileSync(file));
  expect(fresh).toHaveLength(2);
  expect(fresh).not.toEqual(old);
  expect(snapshots('1')).toEqual([]);
});

test('snapshots that nobody has made for a week, and halves that a killed process left, are gone with the next one', async () => {
  const program = await compiled('1');
  await answerOf(program);
  const left = ['corpus-0.snapshot', 'words-0.snapshot.123'].map((name) => join(root, 'dist', 'kept', '1', name));
  const month = new Date(Date.now() - 30 * 24 * 60 * 60 * 1_000);
  for (const file of left) {
    writeFileSync(file, 'left behind');
    utimesSync(file, month, month);
  }
  writeRecord('Les télécentres du Lot accueillent 250 personnes.');
  await answerOf(program);
  expect(snapshots('1')).toHaveLength(2);
});

test('where nothing can be kept, the answer is the same', async () => {
  const program = await compiled('1');
  writeFileSync(join(root, 'dist', 'kept'), 'a file in the place of the folder');
  expect(await answerOf(program)).toContain('télécentres');
});
