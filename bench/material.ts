import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCorpus } from '../src/corpus/load.ts';
import { parsePool } from '../src/evaluation/dataset.ts';
import {
  type Corpus,
  displayName,
  type Passage as RecordPassage,
  type Proceedings,
} from '../src/proceedings/proceedings.ts';
import type { Passage } from './system.ts';

/** Where passages come from; every process loads them by itself. */
export type Source =
  /** Folder of `passages.jsonl`. */
  | { readonly kind: 'pool'; readonly folder: string }
  /** Folder of proceedings, and how many of their passages to take, the oldest records first. */
  | { readonly kind: 'record'; readonly folder: string; readonly passages: number };

/** Reads a source with Greffier's own loader. Stage directions are left out: Greffier does not index them. */
export async function loadSource(source: Source): Promise<Corpus> {
  if (source.kind === 'pool') {
    const file = join(source.folder, 'passages.jsonl');
    return parsePool(file, readFileSync(file, 'utf8'));
  }
  const { corpus } = await loadCorpus(source.folder);
  let left = source.passages;
  const proceedings = corpus.proceedings.flatMap((one) => {
    const passages = one.passages.filter(({ kind }) => kind !== 'stage').slice(0, left);
    left -= passages.length;
    return passages.length === 0 ? [] : [{ ...one, passages }];
  });
  return { proceedings };
}

/** The passages of a corpus with the words that Greffier indexes of each: its titles, who speaks, and the text. */
export function passagesOf(corpus: Corpus): Passage[] {
  return corpus.proceedings.flatMap((one) =>
    one.passages.map((passage, number) => ({
      // One passage a file, as in a pool, keeps the file's name; ids have no white space.
      id: one.passages.length === 1 ? one.file : `${one.file}#${number}`,
      title: titleOf(one, passage),
      text: one.text.slice(passage.span.start, passage.span.end),
    })),
  );
}

function titleOf({ title }: Proceedings, { section, speech }: RecordPassage): string {
  const speaker = speech ? [displayName(speech.speaker), speech.speaker.role ?? ''].join(' ').trim() : '';
  return [title, ...(section?.path ?? []), speaker].filter((part) => part !== '').join(' / ');
}

/** Bytes of the passages' text in UTF-8, without titles. */
export function textBytes(passages: readonly Passage[]): number {
  return passages.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
}

/** Unpacks an archive of proceedings into a new temporary folder; the caller removes it. Null where that fails. */
export function unpack(archive: string): string | null {
  if (!existsSync(archive)) return null;
  const folder = mkdtempSync(join(tmpdir(), 'greffier-record-'));
  if (spawnSync('tar', ['-xzf', archive, '-C', folder]).status === 0) return folder;
  rmSync(folder, { recursive: true, force: true });
  return null;
}
