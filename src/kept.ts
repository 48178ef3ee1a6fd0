import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as z from 'zod';

/** Names the compiled build, bin/compile.js puts it in; not there where the program runs from source. */
declare const GREFFIER_BUILD: string | undefined;

/** `dist/kept/<build>`: what is kept always comes from the code that reads it. Null where the program runs from source. */
export const keptFolder =
  typeof GREFFIER_BUILD === 'undefined' ? null : join(dirname(fileURLToPath(import.meta.url)), 'kept', GREFFIER_BUILD);

/**
 * The result of pure work on texts, kept as JSON under their hash: the next start reads it instead of parsing ten
 * thousand lines of YAML. What does not fit `shape` is made anew; a folder that cannot be written costs only time.
 * `worthKeeping` (default: always) tells which results to keep.
 *
 * @throws whatever `work` throws.
 */
export function kept<T>(
  kind: string,
  texts: readonly string[],
  shape: z.ZodType<T>,
  work: () => T,
  worthKeeping: (result: T) => boolean = () => true,
): T {
  if (keptFolder === null) return work();
  const hash = createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 32);
  const file = join(keptFolder, `${kind}-${hash}.json`);
  const earlier = shape.safeParse(readJson(file));
  if (earlier.success) return earlier.data;
  const result = work();
  if (worthKeeping(result)) keep(file, JSON.stringify(result));
  return result;
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Written aside and renamed, so that another process never reads half of it. */
function keep(file: string, text: string): void {
  const aside = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(aside, text);
    renameSync(aside, file);
  } catch {
    removeIfThere(aside);
  }
}

/** What cannot be removed was never written: where `dist/kept` is a file, say. */
function removeIfThere(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Keeping is a convenience: it never costs the answer.
  }
}
