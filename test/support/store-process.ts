import { type ChildProcess, spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { build, type BuildOptions } from 'esbuild';
import type { StorePlace } from '../../src/store/open-store.ts';

/** Processes of their own that use the store, compiled as the program is. */
export interface StoreProcesses {
  /** Runs `work` of store-work.ts; its lines are what it has been told is done. */
  run(work: 'write' | 'claim', place: StorePlace, name: string): StoreProcess;
  /** Ends what still runs, and takes the compiled files away. */
  remove(): void;
}

/** One such process. */
export interface StoreProcess {
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  /** All lines it printed, and what it complained of, once it has ended. */
  readonly ended: Promise<{ readonly lines: readonly string[]; readonly complaint: string }>;
}

/** Compiles store-work.ts into a temporary folder. */
export async function compileStoreProcesses(): Promise<StoreProcesses> {
  const folder = mkdtempSync(join(tmpdir(), 'greffier-store-work-'));
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'), 'junction');
  const compile = new URL('../../bin/compile.js', import.meta.url).href;
  const { buildOptions } = (await import(compile)) as { readonly buildOptions: BuildOptions };
  await build({
    ...buildOptions,
    entryPoints: [join(import.meta.dirname, 'store-work.ts')],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
  });
  const children = new Set<ChildProcess>();
  return {
    run(work, place, name) {
      const words = [join(folder, 'store-work.mjs'), work, JSON.stringify(place), name];
      const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'] });
      children.add(child);
      child.once('close', () => children.delete(child));
      let out = '';
      let complaint = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
      child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
      // What was cut short is no line.
      const ended = once(child, 'close').then(() => ({ lines: out.split('\n').slice(0, -1), complaint }));
      return { child, ended };
    },
    remove() {
      for (const child of children) child.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
