import { build } from 'esbuild';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as z from 'zod';
import type { kept } from '../src/kept.ts';

let root: string;
let keep: typeof kept;

// Results are kept beside the compiled program only, so it is compiled here.
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'greffier-kept-'));
  const outfile = join(root, 'dist', 'program.mjs');
  const define = { GREFFIER_BUILD: '"1"' };
  await build({ entryPoints: ['src/kept.ts'], outfile, bundle: true, platform: 'node', format: 'esm', define });
  ({ kept: keep } = (await import(pathToFileURL(outfile).href)) as { kept: typeof kept });
});

afterEach(() => rmSync(root, { recursive: true }));

test('work on the same texts is done once, on others again', () => {
  let times = 0;
  const lengthOf = (text: string) =>
    keep('length', [text], z.number(), () => {
      times += 1;
      return text.length;
    });
  expect([lengthOf('un'), lengthOf('un'), lengthOf('trois')]).toEqual([2, 2, 5]);
  expect(times).toBe(2);
});

test('where nothing can be kept, the work is done all the same', () => {
  writeFileSync(join(root, 'dist', 'kept'), 'a file in the place of the folder');
  expect(keep('length', ['un'], z.number(), () => 2)).toBe(2);
});
