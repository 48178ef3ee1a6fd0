import { Kysely, SqliteDialect, sql, type SqliteDatabase, type SqliteStatement } from 'kysely';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from './database.ts';
import { failureAt } from './failures.ts';
import type { Tables } from './schema.ts';

/** How long a statement waits for another process that writes, in milliseconds; libsql blocks this process meanwhile. */
const busyTimeout = 5000;

/** How long it then waits until it asks again, in milliseconds. */
const busyPause = 20;

/** How many prepared statements are kept; ours are some dozens, but for lists of each length. */
const maxPrepared = 200;

/**
 * Opens `greffier.db` in a folder, and makes both where they are missing, readable by this user alone.
 *
 * `maxPages` bounds the file, in pages of 4 kB: for tests of what a full disk does.
 *
 * @throws StoreError where the folder or the file cannot be written, or the file is no database.
 */
export async function openSqlite(folder: string, maxPages?: number): Promise<Database> {
  const place = join(folder, 'greffier.db');
  const failure = failureAt(place);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    closeSync(openSync(place, 'a', 0o600));
    const { default: Libsql } = await import('libsql');
    const connection = new Libsql(place, { timeout: busyTimeout });
    // FULL: what was acknowledged survives a loss of power. secure_delete: what is erased leaves no words in the file.
    const settings = ['journal_mode = wal', 'synchronous = full', 'secure_delete = on'];
    if (maxPages !== undefined) settings.push(`max_page_count = ${maxPages}`);
    for (const setting of settings) await patiently(() => connection.prepare(`pragma ${setting}`).all([]));
    const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: preparingOnce(connection) }) });
    return {
      db,
      place,
      // A transaction that read first could not begin to write once another process has written.
      begin: { write: 'begin immediate', snapshot: 'begin' },
      lockSchema: 'select 1',
      overwriteDeleted: async () => void (await sql`pragma wal_checkpoint(truncate)`.execute(db)),
      failure,
    };
  } catch (error) {
    throw failure(error);
  }
}

/** SQLite does not wait by itself where two processes turn a new file to WAL at the same moment: one is told that it is busy. */
async function patiently(work: () => unknown): Promise<void> {
  for (const end = Date.now() + busyTimeout; ;) {
    try {
      work();
      return;
    } catch (error) {
      const { code } = Object(error) as { readonly code?: unknown };
      if (!String(code).startsWith('SQLITE_BUSY') || Date.now() > end) throw error;
      await pause(busyPause);
    }
  }
}

/**
 * Prepares each statement once. Kysely would do so at every call, and the memory of libsql's statements, which the garbage
 * collector does not see, would grow by kilobytes a call between its rounds.
 */
function preparingOnce(connection: SqliteDatabase): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>();
  return {
    close: () => connection.close(),
    prepare(statement) {
      const found = prepared.get(statement);
      if (found !== undefined) return found;
      if (prepared.size >= maxPrepared) prepared.clear();
      const made = connection.prepare(statement);
      prepared.set(statement, made);
      return made;
    },
  };
}
