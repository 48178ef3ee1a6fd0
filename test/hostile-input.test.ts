import { build } from 'esbuild';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hostileTexts, readers } from './support/hostile.ts';
import { inWorker } from './support/timed.ts';

/** Texts of so many characters are compared with texts ten times as long. */
const short = 10_000;
/** Linear time grows tenfold, quadratic a hundredfold. */
const mostGrowth = 40;
/** Whatever takes fewer ms than this on the longer text says nothing. */
const floor = 1_000;
/** After so many ms a reader is ended, whatever it is at. */
const limit = 120_000;

let folder = '';

beforeAll(async () => {
  // Beside node_modules, from which the program loads some of what it needs.
  folder = mkdtempSync('dist-hostile-');
  const entryPoints = ['test/support/hostile.ts'];
  const banner = {
    js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
  };
  const outfile = join(folder, 'hostile.mjs');
  await build({ bundle: true, platform: 'node', format: 'esm', banner, entryPoints, outfile, logLevel: 'error' });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Timed {
  readonly few: number;
  readonly many: number;
}

/** Runs in a worker, on a function of `read` and pairs of texts. */
const measuring = `async ({ bundle, name, short, at }) => {
  const { hostileTexts, readers } = await import(bundle);
  const read = readers[name]();
  const longer = hostileTexts(10 * short);
  const timed = (text) => {
    const start = performance.now();
    read(text);
    return performance.now() - start;
  };
  return Object.entries(hostileTexts(short)).map(([kind, text], index) => {
    Atomics.store(new Int32Array(at), 0, index);
    const few = Math.min(timed(text), timed(text));
    const once = timed(longer[kind]);
    // Another program may have had the processor.
    return { few, many: once > ${floor} ? Math.min(once, timed(longer[kind])) : once };
  });
}`;

it.each(Object.keys(readers))(
  '%s: takes linear time on 100,000 hostile characters',
  async (name) => {
    const at = new SharedArrayBuffer(4);
    const kinds = Object.keys(hostileTexts(short));
    const bundle = pathToFileURL(join(process.cwd(), folder, 'hostile.mjs')).href;
    const times = await inWorker<readonly Timed[]>(measuring, { bundle, name, short, at }, limit);
    const stuck = kinds[new Int32Array(at)[0] ?? 0];
    if (times === null) throw new Error(`${name} takes more than ${limit / 1000} s; it was at: ${stuck}`);
    const slow = times.flatMap(({ few, many }, index) =>
      many > floor && many > mostGrowth * few
        ? [`${kinds[index]}: ${few.toFixed(1)} ms, then ${many.toFixed(1)} ms`]
        : [],
    );
    expect(slow).toEqual([]);
  },
  limit + 30_000,
);
