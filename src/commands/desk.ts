import { fileURLToPath } from 'node:url';
import type { Answerer } from '../answer/answerer.ts';
import { createAnswerer } from '../answer/create-answerer.ts';
import type { Desk } from '../conversation/engine.ts';
import { loadLexicon } from '../corpus/lexicon-file.ts';
import { type KeptCorpus, loadKeptCorpus } from '../corpus/kept-corpus.ts';
import type { LoadedCorpus } from '../corpus/load.ts';
import { loadIntents } from '../intents/load-intents.ts';
import type { Finding } from '../proceedings/finding.ts';
import { keptWords } from '../search/kept-words.ts';

/** The corpus that comes with Greffier: its lexicon serves every other corpus too. */
export const bundledCorpus = fileURLToPath(new URL('../corpus', import.meta.url));

/** Where the desk reads from. */
export interface DeskFolders {
  readonly corpus: string;
  readonly intents: string;
}

/** A desk over live folders. */
export interface LiveDesk extends Desk {
  /** When the answerer of the moment was made, in ms since the epoch. */
  readonly loadedAt: () => number;
  /** From now on tells `listener` (one) whenever another answerer has taken the place of the last. */
  onReload(listener: () => void): void;
  /** What is wrong with the files that the answerer of the moment was made of. */
  readonly findings: () => readonly Finding[];
  /** Stops taking up changes; nothing is told after it resolves. */
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
 * Loads intents, corpus and lexicon for one process. `onFindings` (default: nobody) is told what is wrong with the files.
 * @throws CorpusError, IntentError as the loaders do.
 */
export async function openDesk(
  folders: DeskFolders,
  onFindings: DeskNews['onFindings'] = () => undefined,
): Promise<Desk> {
  const intents = loadIntents(folders.intents);
  const answerer = await readAnswerer(folders, await loadKeptCorpus(folders.corpus), onFindings);
  return { answerer: () => answerer, intents };
}

/**
 * Loads as `openDesk` and takes up changes of the corpus folder while it is open.
 * @throws CorpusError, IntentError at the start; later faults go to `news`.
 */
export async function openLiveDesk(folders: DeskFolders, { onFindings, onProblem }: DeskNews): Promise<LiveDesk> {
  let findings: readonly Finding[] = [];
  const tellFindings = (found: readonly Finding[]): void => {
    findings = found;
    onFindings(found);
  };
  const { watchCorpus } = await import('../corpus/watch.ts');
  const intents = loadIntents(folders.intents);
  const loaded = await loadKeptCorpus(folders.corpus);
  let current = await readAnswerer(folders, loaded, tellFindings);
  let loadedAt = Date.now();
  let listening: (() => void) | null = null;
  const takeUp = async (state: LoadedCorpus): Promise<void> => {
    current = await readAnswerer(folders, state, tellFindings);
    loadedAt = Date.now();
    listening?.();
  };
  let turn = Promise.resolve();
  const watch = await watchCorpus(
    folders.corpus,
    (state) => {
      turn = turn.then(() => takeUp(state)).catch(onProblem);
    },
    onProblem,
    loaded,
  );
  return {
    answerer: () => current,
    loadedAt: () => loadedAt,
    onReload: (listener) => {
      listening = listener;
    },
    findings: () => findings,
    intents,
    close: async () => {
      await watch.close();
      await turn;
    },
  };
}

async function readAnswerer(
  folders: DeskFolders,
  { corpus, findings, content = null }: LoadedCorpus & Partial<KeptCorpus>,
  onFindings: DeskNews['onFindings'],
): Promise<Answerer> {
  const { lexicon, findings: ofLexicon } = await loadLexicon([bundledCorpus, folders.corpus]);
  const cut = content === null ? undefined : keptWords(folders.corpus, content, corpus);
  const answerer = createAnswerer(corpus, lexicon, { cut });
  onFindings([...findings, ...ofLexicon]);
  return answerer;
}
