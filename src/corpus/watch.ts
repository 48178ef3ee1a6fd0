import { loadCorpus, reloadCorpus } from './load.ts';
import type { LoadedCorpus } from './load.ts';

/** A running watch. */
export interface CorpusWatch {
  /** Stops watching; nothing is reported after it resolves. */
  close(): Promise<void>;
}

/** Events this close together, in ms, are one change: editors write a file in several steps. */
const quiet = 150;
/** Changes that keep coming are taken up after so long, in ms, all the same. */
const longestWait = 800;
/** How often a folder that has vanished is looked for, in ms. */
const retryEvery = 500;

/**
 * Watches a corpus folder, its lexicon and questions included. `onChange` gets the whole corpus within two seconds of a
 * change, addition or removal; only files that differ are read again. A file that has become broken keeps its last good
 * proceedings, and its findings come with `onChange`. `onProblem` hears when the folder cannot be read: nothing is lost then,
 * and the watch goes on once it is back. With `since`, an earlier reading, what changed after it is reported too.
 * @throws CorpusError where the folder cannot be loaded at the start.
 */
export async function watchCorpus(
  folder: string,
  onChange: (loaded: LoadedCorpus) => void,
  onProblem: (error: unknown) => void,
  since?: LoadedCorpus,
): Promise<CorpusWatch> {
  // Loaded here, because `ask` must not pay for it.
  const { watch } = await import('chokidar');
  let state = since ?? (await loadCorpus(folder));
  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  let deadline = 0;
  let running: Promise<void> = Promise.resolve();
  let lastProblem = '';

  const report = (error: unknown): void => {
    const problem = String(error);
    if (!closed && problem !== lastProblem) onProblem(error);
    lastProblem = problem;
  };

  const schedule = (wait: number): void => {
    if (closed) return;
    const now = Date.now();
    if (timer === undefined) deadline = now + longestWait;
    clearTimeout(timer);
    timer = setTimeout(
      () => {
        timer = undefined;
        running = running.then(reload);
      },
      Math.max(0, Math.min(wait, deadline - now)),
    );
  };
  const noticed = (): void => schedule(quiet);

  // Each folder by itself, as the loader entered it: a link that leads back to a folder above cannot be followed for ever.
  const watchFolders = (folders: readonly string[]) =>
    watch([...folders], { depth: 0 })
      .on('all', noticed)
      .on('ready', noticed)
      .on('error', report);
  let watcher = watchFolders(state.folders);

  const reload = async (): Promise<void> => {
    if (closed) return;
    try {
      const next = await reloadCorpus(folder, state.files);
      if (closed) return;
      const back = lastProblem !== '';
      lastProblem = '';
      const before = state;
      state = next;
      if (back || next.folders.join('\n') !== before.folders.join('\n')) {
        await watcher.close();
        if (closed) return;
        watcher = watchFolders(next.folders);
      }
      if (differs(before, next)) onChange(next);
    } catch (error) {
      report(error);
      schedule(retryEvery);
    }
  };

  return {
    close: async () => {
      closed = true;
      clearTimeout(timer);
      await running;
      await watcher.close();
    },
  };
}

function differs(before: LoadedCorpus, next: LoadedCorpus): boolean {
  return fingerprint(before) !== fingerprint(next);
}

function fingerprint({ files, companions, findings }: LoadedCorpus): string {
  const versions = [...files].map(([file, { version }]) => `${file} ${version}`).toSorted();
  return JSON.stringify([versions, companions, findings]);
}
