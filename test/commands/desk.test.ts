import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openLiveDesk } from '../../src/commands/desk.ts';
import { IntentError } from '../../src/errors.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'greffier-desk-'));
  await mkdir(join(folder, 'intents'));
  await writeFile(join(folder, 'a.md'), '---\ntitle: A\n---\nTexte.\n');
});
afterEach(() => rm(folder, { recursive: true }));

const watches = () => process.getActiveResourcesInfo().filter((kind) => kind === 'FSEventWrap').length;

const open = (intents: string) =>
  openLiveDesk({ corpus: folder, intents }, { onFindings: () => undefined, onProblem: () => undefined });

it('watches the corpus while it is open, and leaves no watch behind, broken intents or not', async () => {
  const before = watches();
  await expect(open(join(folder, 'intents'))).rejects.toThrow(IntentError);
  const desk = await open('intents');
  await expect.poll(watches).toBeGreaterThan(before);
  await desk.close();
  await expect.poll(watches).toBe(before);
});

it('tells who listens when another corpus answers', async () => {
  const desk = await open('intents');
  const files: number[] = [];
  desk.onReload(() => files.push(desk.answerer().corpus.proceedings.length));
  await writeFile(join(folder, 'b.md'), '---\ntitle: B\n---\nTexte.\n');
  await expect.poll(() => files, { timeout: 10_000 }).toEqual([2]);
  await desk.close();
});

it('tells what is wrong with the files that it answers from, after each change', async () => {
  const desk = await open('intents');
  try {
    expect(desk.findings()).toEqual([]);
    const before = desk.loadedAt();
    await writeFile(join(folder, 'b.md'), '---\ntitre: B\n---\nTexte.\n');
    await expect.poll(() => desk.findings().map(({ file }) => file), { timeout: 10_000 }).toContain('b.md');
    expect(desk.loadedAt()).toBeGreaterThanOrEqual(before);
  } finally {
    await desk.close();
  }
});
