import { randomUUID } from 'node:crypto';
import { createHash } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { sql, type Kysely } from 'kysely';
import { StoreError } from '../errors.ts';
import { inTransaction, type Database } from './database.ts';
import { schemaVersion } from './migrations.ts';
import { keys, tableNames, type TableName, type Tables } from './schema.ts';

/** What the first line of a backup calls it. */
export const backupFormat = 'greffier-backup';

const pageSize = 500;

/**
 * Writes everything that the store holds at one moment into a file that either database can be restored from: JSON Lines,
 * first `{"format","schema","at"}`, then a `{"table","row"}` for each row, last `{"rows","sha256"}` over all lines before.
 * Readable by this user alone; an earlier file of that name is replaced once the new one is whole. Returns how many rows.
 *
 * @throws StoreError where the database cannot be read or the file cannot be written.
 */
export async function writeBackup(database: Database, file: string, at: number): Promise<number> {
  const aside = `${file}.${randomUUID()}.tmp`;
  try {
    const handle = await open(aside, 'wx', 0o600);
    try {
      const hash = createHash('sha256');
      const append = async (text: string): Promise<void> => {
        await handle.writeFile(text).catch((error: unknown) => {
          throw unwritten(file, error);
        });
      };
      const write = async (lines: readonly unknown[]): Promise<void> => {
        const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
        hash.update(text);
        await append(text);
      };
      await write([{ format: backupFormat, schema: schemaVersion, at: new Date(at).toISOString() }]);
      const rows = await inTransaction(database, 'snapshot', (db) => writeRows(db, write)).catch((error: unknown) => {
        throw database.failure(error);
      });
      await append(`${JSON.stringify({ rows, sha256: hash.digest('hex') })}\n`);
      await handle.sync();
      await rename(aside, file);
      await syncFolder(file);
      return rows;
    } finally {
      await handle.close();
      await rm(aside, { force: true });
    }
  } catch (error) {
    throw unwritten(file, error);
  }
}

async function writeRows(db: Kysely<Tables>, write: (lines: readonly unknown[]) => Promise<void>): Promise<number> {
  let count = 0;
  for (const table of tableNames) {
    let page: readonly Tables[TableName][] = [];
    do {
      page = await pageAfter(db, table, page.at(-1));
      await write(page.map((row) => ({ table, row })));
      count += page.length;
    } while (page.length === pageSize);
  }
  return count;
}

async function pageAfter(db: Kysely<Tables>, table: TableName, last: Tables[TableName] | undefined) {
  const columns = sql.join(keys[table].map((key) => sql.ref(key)));
  const values = Object(last) as Readonly<Record<string, unknown>>;
  const after =
    last === undefined ? sql`` : sql`where (${columns}) > (${sql.join(keys[table].map((key) => values[key]))})`;
  const found = await sql<Tables[TableName]>`
    select * from ${sql.table(table)} ${after} order by ${columns} limit ${pageSize}`.execute(db);
  return found.rows;
}

/** A rename survives a loss of power once its folder is written. */
async function syncFolder(file: string): Promise<void> {
  const folder = await open(dirname(file), 'r');
  await folder.sync().finally(() => folder.close());
}

function unwritten(file: string, cause: unknown): StoreError {
  if (cause instanceof StoreError) return cause;
  const { code = String(cause) } = Object(cause) as { readonly code?: string };
  return new StoreError(`${file}: cannot be written: ${code}`, {
    cause,
    hint: 'name a file in a folder that you may write, with enough room',
  });
}
