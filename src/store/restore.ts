import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { sql, type Kysely } from 'kysely';
import * as z from 'zod';
import { StoreError } from '../errors.ts';
import { backupFormat } from './backup.ts';
import { inTransaction, type Database } from './database.ts';
import { stats } from './keeping.ts';
import { schemaVersion } from './migrations.ts';
import { rows, tableNames, type TableName, type Tables } from './schema.ts';

const header = z.strictObject({ format: z.literal(backupFormat), schema: z.int(), at: z.iso.datetime() });
const entry = z.strictObject({ table: z.enum(tableNames), row: z.unknown() });
const footer = z.strictObject({ rows: z.int(), sha256: z.string() });

const damaged = 'take another backup, or copy this one again; nothing was changed';

interface Line {
  readonly table: TableName;
  readonly row: Tables[TableName];
}

/**
 * Reads a backup into a store that is empty, or with `replace` in the place of what it holds; all of it or nothing. Returns how
 * many rows.
 *
 * @throws StoreError where the store is not empty, the file is damaged (with its line) or of another schema version.
 */
export async function restoreBackup(database: Database, file: string, replace: boolean): Promise<number> {
  try {
    return await inTransaction(database, 'write', async (db) => {
      if (replace) for (const table of tableNames) await sql`delete from ${sql.table(table)}`.execute(db);
      else if (Object.values(await stats({ db })).some((count) => count > 0))
        throw new StoreError(`${database.place} is not empty`, {
          hint: 'add --replace to put the backup in the place of all that it holds',
        });
      return await restoreRows(db, file);
    });
  } catch (error) {
    throw database.failure(error);
  }
}

async function restoreRows(db: Kysely<Tables>, file: string): Promise<number> {
  let count = 0;
  let number = 1;
  for await (const { table, row } of readBackup(file)) {
    number += 1;
    try {
      await db.insertInto(table).values(row).execute();
    } catch (cause) {
      // SQLite's and PostgreSQL's codes for a key that is there already.
      if (/^(?:23505|SQLITE_CONSTRAINT)/.test(String(Object(cause).code)))
        throw new StoreError(`${file}:${number}: the same row stands on an earlier line`, { cause, hint: damaged });
      throw cause;
    }
    count += 1;
  }
  return count;
}

/** The rows of a backup; the last one is handed out before the file is known to be whole. */
async function* readBackup(file: string): AsyncGenerator<Line> {
  const hash = createHash('sha256');
  let number = 0;
  let end: z.infer<typeof footer> | null = null;
  for await (const text of linesOf(file)) {
    number += 1;
    const where = `${file}:${number}`;
    const line = jsonOf(where, text);
    if (end !== null) throw new StoreError(`${where}: goes on after its end`, { hint: damaged });
    if (number === 1) readHeader(where, line);
    else {
      const last = footer.safeParse(line);
      if (last.success) end = last.data;
      else yield readLine(where, line);
    }
    if (end === null) hash.update(`${text}\n`);
  }
  if (end === null) throw new StoreError(`${file}:${number + 1}: the end is missing`, { hint: damaged });
  if (end.rows !== number - 2 || end.sha256 !== hash.digest('hex'))
    throw new StoreError(`${file}:${number}: the lines above are not those that were written`, { hint: damaged });
}

/** By line ends alone: readline also ends a line at U+2028, which JSON leaves as it is, from Node 24 on. */
async function* linesOf(file: string): AsyncGenerator<string> {
  try {
    let rest = '';
    for await (const chunk of createReadStream(file, 'utf8')) {
      const lines = (rest + String(chunk)).split(/\r?\n/);
      rest = lines.pop() ?? '';
      yield* lines;
    }
    if (rest !== '') yield rest;
  } catch (cause) {
    const { code = String(cause) } = Object(cause) as { readonly code?: string };
    throw new StoreError(`${file}: cannot be read: ${code}`, {
      cause,
      hint: 'name a file that greffier store backup wrote',
    });
  }
}

function jsonOf(where: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new StoreError(`${where}: is not JSON`, { cause, hint: damaged });
  }
}

function readHeader(where: string, line: unknown): void {
  const first = header.safeParse(line);
  if (!first.success)
    throw new StoreError(`${where}: is not the first line of a backup`, {
      hint: 'name a file that greffier store backup wrote',
    });
  if (first.data.schema !== schemaVersion)
    throw new StoreError(`${where}: has schema version ${first.data.schema}, this Greffier restores ${schemaVersion}`, {
      hint: 'restore it with the Greffier that wrote it, then start this one over the same database',
    });
}

function readLine(where: string, line: unknown): Line {
  const named = entry.safeParse(line);
  if (!named.success) throw new StoreError(`${where}: is not a row of a table`, { hint: damaged });
  const { table } = named.data;
  const row = rows[table].safeParse(named.data.row);
  if (row.success) return { table, row: row.data };
  // The words of a row are somebody's: only the columns are named.
  const columns = [...new Set(row.error.issues.map((issue) => issue.path.join('.')))].filter((path) => path !== '');
  throw new StoreError(`${where}: is not a row of ${table}${columns.length > 0 ? `, see ${columns.join(', ')}` : ''}`, {
    hint: damaged,
  });
}
