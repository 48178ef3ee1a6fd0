import type { Latency, Run } from './results.ts';

/** How many times a system takes of another's time, both measured in the same run. */
export interface Ratio {
  /** "Greffier / SQLite FTS5, bare search". */
  readonly name: string;
  readonly passages: number;
  readonly p50: number;
  readonly p95: number;
}

/** Greffier's whole answer beside what it is held against: a bare search by SQLite, search and excerpts by Lucene. */
export function ratiosOf({ passages, systems }: Run): Ratio[] {
  const find = (name: string) => systems.find((system) => system.name === name);
  const own = find('Greffier')?.whole ?? null;
  const ratio = (name: string, other: Latency | null | undefined): Ratio[] =>
    own === null || !other ? [] : [{ name, passages, p50: own.p50 / other.p50, p95: own.p95 / other.p95 }];
  return [
    ...ratio('Greffier / SQLite FTS5, bare search', find('SQLite FTS5')?.search),
    ...ratio('Greffier / SQLite FTS5 (content words), bare search', find('SQLite FTS5 (content words)')?.search),
    ...ratio('Greffier / Lucene, search and highlighter', find('Lucene')?.whole),
    ...ratio('Greffier / MiniSearch, search', find('MiniSearch')?.search),
  ];
}

/** Bytes that an index takes for 100 bytes of the passages' text. */
export function bytesPerHundred(bytes: number, { textBytes }: Pick<Run, 'textBytes'>): number {
  return (100 * bytes) / textBytes;
}
