import { appendFile, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { loadCorpus } from '../../src/corpus/load.ts';
import type { LoadedCorpus } from '../../src/corpus/load.ts';
import { watchCorpus } from '../../src/corpus/watch.ts';
import type { CorpusWatch } from '../../src/corpus/watch.ts';

let parent: string;
let folder: string;
let watch: CorpusWatch | undefined;
let changes: LoadedCorpus[];
let problems: unknown[];

const put = (name: string, text: string): Promise<void> => writeFile(join(folder, name), text);
const good = (title: string): string => `---\ntitle: ${title}\n---\nTexte de ${title}.\n`;
const start = async (since?: LoadedCorpus): Promise<void> => {
  watch = await watchCorpus(
    folder,
    (loaded) => changes.push(loaded),
    (error) => problems.push(error),
    since,
  );
};
const servedTitles = (): string[] | undefined => changes.at(-1)?.corpus.proceedings.map(({ title }) => title);
const eventually = (assertion: () => void): Promise<void> => vi.waitFor(assertion, { timeout: 15_000, interval: 20 });

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'greffier-watch-'));
  folder = join(parent, 'corpus');
  changes = [];
  problems = [];
  await mkdir(folder);
  await put('a.md', good('A'));
});
afterEach(async () => {
  await watch?.close();
  watch = undefined;
  await rm(parent, { recursive: true, force: true });
});

it('takes up changed, added and removed files', async () => {
  await start();
  await put('a.md', good('Autre'));
  await eventually(() => expect(servedTitles()).toEqual(['Autre']));
  await put('b.txt', 'B\n\nTexte.');
  await eventually(() => expect(servedTitles()).toEqual(['Autre', 'B']));
  await rm(join(folder, 'a.md'));
  await eventually(() => expect(servedTitles()).toEqual(['B']));
  expect(problems).toEqual([]);
});

it('takes up a file that an editor replaces by renaming another', async () => {
  await start();
  for (const title of ['Un', 'Deux', 'Trois']) {
    await put('.a.md.swp', good(title));
    await rename(join(folder, '.a.md.swp'), join(folder, 'a.md'));
    await eventually(() => expect(servedTitles()).toEqual([title]));
  }
});

it('takes up files in new folders, and folders that go', async () => {
  await start();
  await mkdir(join(folder, '2014/novembre'), { recursive: true });
  await put('2014/novembre/b.md', good('B'));
  await eventually(() => expect(servedTitles()).toEqual(['B', 'A']));
  await put('2014/novembre/b.md', good('Bis'));
  await eventually(() => expect(servedTitles()).toEqual(['Bis', 'A']));
  await rm(join(folder, '2014'), { recursive: true });
  await eventually(() => expect(servedTitles()).toEqual(['A']));
});

it('tells of a changed lexicon', async () => {
  await start();
  await put('lexicon.yaml', 'synonyms: []');
  await eventually(() => expect(changes).toHaveLength(1));
  expect(servedTitles()).toEqual(['A']);
});

it('keeps serving the last good state of a file that is broken, with its finding, until it is whole again', async () => {
  await start();
  await put('a.md', '---\ntitle: A');
  await eventually(() =>
    expect(changes.at(-1)?.findings.map(({ message }) => message)).toEqual(['front matter has no end']),
  );
  expect(servedTitles()).toEqual(['A']);
  await appendFile(join(folder, 'a.md'), ' bis\n---\nTexte.\n');
  await eventually(() => expect(servedTitles()).toEqual(['A bis']));
  expect(changes.at(-1)?.findings).toEqual([]);
});

it('reports a folder that has vanished once, and goes on when it is back', async () => {
  await start();
  await rename(folder, `${folder}-away`);
  await eventually(() => expect(problems.map(String)).toEqual([expect.stringContaining('does not exist')]));
  expect(changes).toEqual([]);
  await rename(`${folder}-away`, folder);
  await put('a.md', good('Retour'));
  await eventually(() => expect(servedTitles()).toEqual(['Retour']));
  await put('a.md', good('Encore'));
  await eventually(() => expect(servedTitles()).toEqual(['Encore']));
  expect(problems).toHaveLength(1);
});

it('tells what has changed since an earlier reading', async () => {
  const since = await loadCorpus(folder);
  await put('a.md', good('Entre-temps'));
  await start(since);
  await eventually(() => expect(servedTitles()).toEqual(['Entre-temps']));
});

it('goes on after a listener has failed, and reports the failure', async () => {
  const failing = await watchCorpus(
    folder,
    (loaded) => {
      changes.push(loaded);
      throw new Error('listener');
    },
    (error) => problems.push(error),
  );
  await put('a.md', good('Un'));
  await eventually(() => expect(problems).toHaveLength(1));
  await put('a.md', good('Deux'));
  await eventually(() => expect(servedTitles()).toEqual(['Deux']));
  await failing.close();
});

it('is silent once closed', async () => {
  await start();
  await watch?.close();
  await put('a.md', good('Trop tard'));
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect([changes, problems]).toEqual([[], []]);
});
