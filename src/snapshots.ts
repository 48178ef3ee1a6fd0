import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { keptFolder } from './kept.ts';

/** Which snapshot: what it holds, and of what. There is one of each; a newer one takes its place. */
export interface SnapshotName {
  /** A word, "corpus". */
  readonly kind: string;
  /** A path, say. */
  readonly of: string;
}

/** Snapshots that other code wrote, another release of Node included, are not read. */
const version = `${keptFolder ?? ''} ${process.version}`;

const checksumBytes = 32;

/**
 * What was written under a name, by this code; undefined where nothing was, or where a byte of it differs from what was
 * written. Whether it is up to date is for the caller to tell.
 */
export function readSnapshot(name: SnapshotName): unknown {
  if (keptFolder === null) return undefined;
  try {
    const bytes = readFileSync(join(keptFolder, fileOf(name)));
    const content = bytes.subarray(checksumBytes);
    if (!checksumOf(content).equals(bytes.subarray(0, checksumBytes))) return undefined;
    const read = deserialize(content) as { readonly version: unknown; readonly value: unknown };
    return read.version === version ? read.value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Keeps plain data, maps and typed arrays for `readSnapshot`, in the place of an earlier one. It is written aside and
 * renamed, so that nobody reads half of it. A folder that cannot be written costs only time.
 */
export function writeSnapshot(name: SnapshotName, value: unknown): void {
  if (keptFolder === null) return;
  const file = fileOf(name);
  const aside = join(keptFolder, `${file}.${process.pid}`);
  try {
    const content = serialize({ version, value });
    mkdirSync(keptFolder, { recursive: true });
    writeFileSync(aside, Buffer.concat([checksumOf(content), content]));
    renameSync(aside, join(keptFolder, file));
    removeOfOtherBuilds(file, keptFolder);
    removeOld(keptFolder);
  } catch {
    removeIfThere(aside);
  }
}

/** A snapshot may take tens of megabytes: none outlives its build for long. */
function removeOfOtherBuilds(file: string, folder: string): void {
  const builds = dirname(folder);
  for (const build of readdirSync(builds)) {
    if (join(builds, build) !== folder) removeIfThere(join(builds, build, file));
  }
}

const week = 7 * 24 * 60 * 60 * 1_000;

/** Snapshots of folders that nobody asks any more, and what a killed process was writing; one still in use is made again. */
function removeOld(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (name.includes('.snapshot') && Date.now() - statSync(path).mtimeMs > week) removeIfThere(path);
  }
}

function removeIfThere(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // What cannot be removed was never written, or serves another build.
  }
}

function fileOf({ kind, of }: SnapshotName): string {
  return `${kind}-${createHash('sha256').update(of).digest('hex').slice(0, 32)}.snapshot`;
}

function checksumOf(content: Uint8Array): Buffer {
  return createHash('sha256').update(content).digest();
}
