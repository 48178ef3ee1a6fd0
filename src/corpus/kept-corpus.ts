import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { readSnapshot, writeSnapshot } from '../snapshots.ts';
import { decodeText } from './decode.ts';
import { type LoadedCorpus, type Parse, reloadCorpus } from './load.ts';
import { type ParsedFile, parseProceedings } from './parse.ts';

/** A corpus as it was loaded, and what its files hold. */
export interface KeptCorpus extends LoadedCorpus {
  /** Hash of the names and bytes of all files; null where the corpus is too small to keep anything made of it. */
  readonly content: string | null;
}

/** What one file was parsed as, without its text; `hash` is that of its bytes. */
interface KeptFile extends ParsedFile {
  readonly hash: string;
}

/** Corpora below this many bytes are parsed and indexed faster than a snapshot is read. */
const leastKept = 1_000_000;

/**
 * As `loadCorpus`; files whose bytes an earlier start has parsed are not parsed again. Nothing is written into the folder.
 * @throws CorpusError as `loadCorpus` does.
 */
export async function loadKeptCorpus(folder: string): Promise<KeptCorpus> {
  const name = { kind: 'corpus', of: resolve(folder) };
  const earlier = readSnapshot(name) as ReadonlyMap<string, KeptFile> | undefined;
  const files = new Map<string, KeptFile>();
  let bytesRead = 0;
  const parse: Parse = (file, bytes) => {
    bytesRead += bytes.length;
    const hash = createHash('sha256').update(bytes).digest('hex');
    const known = earlier?.get(file);
    const parsed = known?.hash === hash ? withText(known, bytes) : parseProceedings(file, bytes);
    files.set(file, { hash, findings: parsed.findings, proceedings: parsed.proceedings });
    return parsed;
  };
  const loaded = await reloadCorpus(folder, new Map(), parse);
  if (bytesRead < leastKept) return { ...loaded, content: null };
  const same = files.size === earlier?.size && [...files].every(([file, { hash }]) => earlier.get(file)?.hash === hash);
  if (!same) writeSnapshot(name, new Map([...files].map(([file, kept]) => [file, withoutText(kept)])));
  const hashes = [...files].map(([file, { hash }]) => `${hash} ${file}`).toSorted();
  return { ...loaded, content: createHash('sha256').update(JSON.stringify(hashes)).digest('hex') };
}

function withText({ findings, proceedings }: KeptFile, bytes: Uint8Array): ParsedFile {
  const decoded = decodeText(bytes);
  const text = 'text' in decoded ? decoded.text : '';
  return { findings, proceedings: proceedings && { ...proceedings, text } };
}

function withoutText({ hash, findings, proceedings }: KeptFile): KeptFile {
  return { hash, findings, proceedings: proceedings && { ...proceedings, text: '' } };
}
