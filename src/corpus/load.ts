import { readFile as readWithCallback } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Finding } from '../proceedings/finding.ts';
import type { Corpus } from '../proceedings/proceedings.ts';
import { tooLarge, MAX_FILE_BYTES } from './decode.ts';
import { listCorpus, unreadable } from './files.ts';
import type { ListedFile } from './files.ts';
import { lintCorpus } from './lint-corpus.ts';
import { parseProceedings } from './parse.ts';
import type { ParsedFile } from './parse.ts';

/** A corpus folder as it was read. */
export interface LoadedCorpus {
  readonly corpus: Corpus;
  /** Sorted by file, then line. */
  readonly findings: readonly Finding[];
  /** What each file was read as, by its name; a reload reads only the files whose version differs. */
  readonly files: ReadonlyMap<string, LoadedFile>;
  /** YAML files of the folder (lexicon, questions), which are not read here: their names and versions. */
  readonly companions: readonly string[];
  /** Every folder that was looked into, as paths. */
  readonly folders: readonly string[];
}

/** One file as it was read; `proceedings` is null where an error keeps it out. */
export interface LoadedFile extends ParsedFile {
  /** Null where it could not be read. */
  readonly version: string | null;
}

/** What a file's name and bytes are read as, as by `parseProceedings`. */
export type Parse = (file: string, bytes: Uint8Array) => ParsedFile;

/** So many files are open at once. */
const parallelReads = 16;
// Three times as fast as node:fs/promises on thousands of small files.
const readFile = promisify(readWithCallback);

/**
 * Reads the proceedings of a folder. A broken file yields findings and is left out; the others load.
 * @throws CorpusError where the folder is missing, unreadable, not a folder, or holds no proceedings.
 */
export async function loadCorpus(folder: string): Promise<LoadedCorpus> {
  return reloadCorpus(folder, new Map());
}

/**
 * Reads what differs from an earlier reading of the folder. A file that has become broken keeps its last good proceedings,
 * beside the findings that say what is wrong with it now. `parse` reads one file (default: `parseProceedings`).
 * @throws CorpusError as `loadCorpus` does.
 */
export async function reloadCorpus(
  folder: string,
  earlier: LoadedCorpus['files'],
  parse: Parse = parseProceedings,
): Promise<LoadedCorpus> {
  const listing = await listCorpus(folder);
  const files = new Map<string, LoadedFile>();
  const queue = listing.files.values();
  const read = async (): Promise<void> => {
    for (const listed of queue) {
      const known = earlier.get(listed.file);
      files.set(
        listed.file,
        known?.version === listed.version ? known : await readListed(folder, listed, known, parse),
      );
    }
  };
  await Promise.all(Array.from({ length: parallelReads }, read));
  const loaded = listing.files.flatMap(({ file }) => files.get(file) ?? []);
  const proceedings = loaded.flatMap((file) => file.proceedings ?? []);
  const findings = [...listing.findings, ...loaded.flatMap((file) => file.findings), ...lintCorpus(proceedings)];
  return {
    corpus: { proceedings },
    findings: findings.toSorted(byPlace),
    files,
    companions: listing.companions.map(({ file, version }) => `${file} ${version}`),
    folders: listing.folders,
  };
}

async function readListed(
  folder: string,
  listed: ListedFile,
  known: LoadedFile | undefined,
  parse: Parse,
): Promise<LoadedFile> {
  const { file, size } = listed;
  const lastGood = known?.proceedings ?? null;
  if (size > MAX_FILE_BYTES) {
    const { line, message, remedy } = tooLarge(size);
    const finding: Finding = { file, line, severity: 'error', message, remedy };
    return { version: listed.version, proceedings: lastGood, findings: [finding] };
  }
  try {
    const { proceedings, findings } = parse(file, await readFile(join(folder, file)));
    return { version: listed.version, proceedings: proceedings ?? lastGood, findings };
  } catch (error) {
    // Without a version it is read again next time, though nothing about the file has changed.
    return { version: null, proceedings: lastGood, findings: [unreadable(file, error)] };
  }
}

function byPlace(a: Finding, b: Finding): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line;
}
