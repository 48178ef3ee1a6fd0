import { fileURLToPath } from 'node:url';
import type { Answerer } from '../answer/answerer.ts';
import { createAnswerer } from '../answer/create-answerer.ts';
import type { Desk } from '../conversation/engine.ts';
import { loadLexicon } from '../corpus/lexicon-file.ts';
import { loadCorpus, type LoadedCorpus } from '../corpus/load.ts';
import { loadIntents } from '../intents/load-intents.ts';
import type { Finding } from '../proceedings/finding.ts';

/** The corpus that comes with Greffier: its lexicon serves every other corpus too. */
export const bundledCorpus = fileURLToPath(new URL('../corpus', import.meta.url));

/** Where the desk reads from. */
export interface DeskFolders {
  readonly corpus: string;
  readonly intents: string;
}

/** A desk over live folders. */
export interface LiveDesk extends Desk {
  close(): Promise<void>;
}

/** What a live desk tells the people who run it. */
export interface DeskNews {
  /** Files that are wrong, at the start and after each change. */
  readonly onFindings: (findings: readonly Finding[]) => void;
  /** The corpus folder cannot be read; the last good state keeps serving. */
  readonly onProblem: (error: unknown) => void;
}

/**
 * Loads corpus, lexicon and intents for one process. `onFindings` (default: nobody) is told what is wrong with the files.
 * @throws CorpusError, IntentError as the loaders do.
 */
export async function openDesk(
  folders: DeskFolders,
  onFindings: DeskNews['onFindings'] = () => undefined,
): Promise<Desk> {
  const loaded = await loadCorpus(folders.corpus);
  const { answerer, findings } = await readAnswerer(folders, loaded);
  onFindings([...loaded.findings, ...findings]);
  return { answerer: () => answerer, intents: loadIntents(folders.intents) };
}

/**
 * Loads as `openDesk` and takes up changes of the corpus folder while it is open.
 * @throws CorpusError, IntentError at the start; later faults go to `news`.
 */
export async function openLiveDesk(folders: DeskFolders, news: DeskNews): Promise<LiveDesk> {
  const { watchCorpus } = await import('../corpus/watch.ts');
  const loaded = await loadCorpus(folders.corpus);
  let current: Answerer;
  const serve = async (state: LoadedCorpus): Promise<void> => {
    const { answerer, findings } = await readAnswerer(folders, state);
    current = answerer;
    news.onFindings([...state.findings, ...findings]);
  };
  const first = await readAnswerer(folders, loaded);
  current = first.answerer;
  news.onFindings([...loaded.findings, ...first.findings]);
  let turn = Promise.resolve();
  const watch = await watchCorpus(
    folders.corpus,
    (state) => {
      turn = turn.then(() => serve(state)).catch(news.onProblem);
    },
    news.onProblem,
    loaded,
  );
  return { answerer: () => current, intents: loadIntents(folders.intents), close: () => watch.close() };
}

async function readAnswerer(
  folders: DeskFolders,
  loaded: LoadedCorpus,
): Promise<{ answerer: Answerer; findings: readonly Finding[] }> {
  const { lexicon, findings } = await loadLexicon([bundledCorpus, folders.corpus]);
  return { answerer: createAnswerer(loaded.corpus, lexicon), findings };
}
