import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fold } from '../../src/language/fold.ts';
import { isStopword } from '../../src/language/stopwords.ts';
import { missingPeer, peerVersion, requirePeer } from '../peers.ts';
import { depth, excerptCount, type Opened, type Passage } from '../system.ts';

interface Database {
  exec(sql: string): void;
  prepare(sql: string): {
    run(...values: readonly unknown[]): unknown;
    all(...values: readonly unknown[]): readonly { readonly id: string; readonly excerpt: string }[];
  };
  close(): void;
}

/** Tokens of one excerpt, about 300 characters; snippet() takes at most 64. */
const snippetTokens = 50;

/**
 * SQLite FTS5 in a file, by its own bm25: the question's words OR-ed, all of them, since FTS5 knows no stop words, or
 * (`contentOnly`) those that Greffier's French list leaves. The search alone is the bare query; the whole adds
 * a second one that makes three snippets.
 */
export function openSqlite(passages: readonly Passage[], bench: string, contentOnly: boolean): Opened {
  const missing = missingPeer(bench, 'libsql');
  if (missing !== null) return { leftOut: missing };
  const folder = mkdtempSync(join(tmpdir(), 'greffier-fts5-'));
  const file = join(folder, 'index.db');
  const Opener = requirePeer(bench, 'libsql') as new (file: string) => Database;
  const database = new Opener(file);
  database.exec(
    `CREATE VIRTUAL TABLE passages USING fts5(id UNINDEXED, title, text, tokenize = 'unicode61 remove_diacritics 2')`,
  );
  const bare = database.prepare(query('id', depth));
  const snippets = database.prepare(
    query(`snippet(passages, 2, '', '', '…', ${snippetTokens}) AS excerpt`, excerptCount),
  );
  return {
    settings: `libsql ${peerVersion(bench, 'libsql')}, unicode61 remove_diacritics 2, ${contentOnly ? 'content words' : 'all words'} OR-ed`,
    index() {
      const insert = database.prepare('INSERT INTO passages VALUES (?, ?, ?)');
      database.exec('BEGIN');
      for (const { id, title, text } of passages) insert.run(id, title, text);
      database.exec('COMMIT');
      return Promise.resolve();
    },
    stored: () => Promise.resolve({ bytes: statSync(file).size, what: 'database file, text included' }),
    ask(question) {
      const start = performance.now();
      const match = orOf(question, contentOnly);
      const ids = match === '' ? [] : bare.all(match).map(({ id }) => id);
      const found = performance.now();
      const excerpts = match === '' ? [] : snippets.all(match).map(({ excerpt }) => excerpt);
      const end = performance.now();
      return Promise.resolve({ ids, excerpts, search: found - start, whole: end - start });
    },
    close() {
      database.close();
      rmSync(folder, { recursive: true, force: true });
      return Promise.resolve();
    },
  };
}

function query(columns: string, limit: number): string {
  return `SELECT ${columns} FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT ${limit}`;
}

function orOf(question: string, contentOnly: boolean): string {
  const all = new Set(question.toLowerCase().match(/[\p{L}\p{N}]+/gu));
  const words = contentOnly ? [...all].filter((word) => !isStopword(fold(word), 'fr')) : all;
  return [...words].map((word) => `"${word}"`).join(' OR ');
}
