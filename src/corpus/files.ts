import type { Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { CorpusError } from '../errors.ts';
import type { Finding } from '../proceedings/finding.ts';
import { leadsOut, outsideLink } from './outside.ts';
import { unreadFile } from './unread.ts';

/** A file of the corpus folder as the disk shows it, before it is read. */
export interface ListedFile {
  /** Relative to the corpus folder, with `/`. */
  readonly file: string;
  /** In bytes. */
  readonly size: number;
  /** Differs whenever the content may have changed. */
  readonly version: string;
}

/** What a corpus folder holds. */
export interface Listing {
  /** Proceedings, sorted by name. */
  readonly files: readonly ListedFile[];
  /** YAML files beside them (lexicon, questions), each folder's in the order of names. */
  readonly companions: readonly ListedFile[];
  /** The folder itself and every folder below it that was entered, as paths. */
  readonly folders: readonly string[];
  /** What cannot be read, and what looks as if it should be but is not. */
  readonly findings: readonly Finding[];
}

/** A listing while it is made. */
interface Draft {
  readonly files: ListedFile[];
  readonly companions: ListedFile[];
  readonly folders: string[];
  readonly findings: Finding[];
  /** Real paths of the folders entered. */
  readonly visited: Set<string>;
}

/**
 * Lists the `.md` and `.txt` files below a folder. The folder may be a link, and links within it are followed, but no folder
 * is entered twice; a link that leads out of it is a finding. README.md and names with a leading dot are not proceedings.
 * @throws CorpusError where the folder is missing, unreadable, not a folder, or holds no proceedings.
 */
export async function listCorpus(folder: string): Promise<Listing> {
  const listing: Draft = { files: [], companions: [], folders: [], findings: [], visited: new Set() };
  try {
    await walk(folder, '', listing);
  } catch (error) {
    throw new CorpusError(
      `corpus folder "${folder}" ${reason(error)}: name a folder of .md or .txt files with --corpus`,
      { cause: error },
    );
  }
  if (listing.files.length === 0 && listing.findings.every(({ severity }) => severity !== 'error')) {
    throw new CorpusError(`corpus folder "${folder}" has no proceedings: add a .md or .txt file`);
  }
  const { files, companions, folders, findings } = listing;
  return { files: files.toSorted(byName), companions, folders, findings };
}

/** The finding for a file or folder that the system refuses to read. */
export function unreadable(file: string, error: unknown): Finding {
  const remedy = 'restore the file or its permissions, or remove the link';
  return { file, line: 1, severity: 'error', message: `cannot be read: ${reason(error)}`, remedy };
}

function byName(a: ListedFile, b: ListedFile): number {
  return a.file < b.file ? -1 : 1;
}

function versionOf(stats: Stats): string {
  return `${stats.ino} ${stats.size} ${stats.mtimeMs} ${stats.ctimeMs}`;
}

async function walk(root: string, folder: string, listing: Draft, home?: string): Promise<void> {
  const path = join(root, folder);
  const real = await realpath(path);
  const inside = home ?? real;
  if (listing.visited.has(real)) return;
  listing.visited.add(real);
  listing.folders.push(path);
  const names = (await readdir(path)).filter((name) => !name.startsWith('.')).toSorted();
  const entries = await Promise.all(
    names.map(async (name) => ({ name, found: await statWithin(inside, join(path, name)) })),
  );
  for (const { name, found } of entries) {
    const file = folder === '' ? name : `${folder}/${name}`;
    if (found === 'outside') {
      listing.findings.push(outsideLink(file));
    } else if (found instanceof Error) {
      if (isProceedings(name)) listing.findings.push(unreadable(file, found));
    } else if (found.isDirectory()) {
      await walk(root, file, listing, inside).catch((error: unknown) => listing.findings.push(unreadable(file, error)));
    } else if (isProceedings(name) && found.isFile()) {
      listing.files.push({ file, size: found.size, version: versionOf(found) });
    } else if (/\.ya?ml$/i.test(name)) {
      listing.companions.push({ file, size: found.size, version: versionOf(found) });
    } else if (isProceedings(name)) {
      const remedy = 'replace it by a text file';
      listing.findings.push({ file, line: 1, severity: 'error', message: 'is not a regular file', remedy });
    }
    const unread = found === 'outside' || found instanceof Error || !found.isFile() ? null : unreadFile(file);
    if (unread) listing.findings.push(unread);
  }
}

function isProceedings(name: string): boolean {
  return /\.(?:md|txt)$/i.test(name) && !/^readme\.md$/i.test(name);
}

/** Of what a path leads to; "outside" where that is not within the folder `home`. */
async function statWithin(home: string, path: string): Promise<Stats | Error | 'outside'> {
  try {
    return (await leadsOut(path, home)) ? 'outside' : await stat(path);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

const systemError = z.object({ code: z.string() });

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  ENOTDIR: 'is not a folder',
  EACCES: 'may not be read',
  EPERM: 'may not be read',
  ELOOP: 'is a link that leads back to itself',
};

function reason(error: unknown): string {
  const code = systemError.safeParse(error).data?.code ?? 'unknown error';
  return reasons[code] ?? `fails with ${code}`;
}
