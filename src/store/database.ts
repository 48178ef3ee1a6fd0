import { sql, type Kysely } from 'kysely';
import type { StoreError } from '../errors.ts';
import type { Tables } from './schema.ts';

/** A database that is open, and in what SQLite and PostgreSQL differ. */
export interface Database {
  readonly db: Kysely<Tables>;
  /** How errors name it: a file's path, or host, port and name; never a password. */
  readonly place: string;
  /** Statements that begin a transaction: one that writes, and one that reads everything as it is at one moment. */
  readonly begin: Readonly<Record<'write' | 'snapshot', string>>;
  /** Keeps others from changing the schema until the transaction ends. */
  readonly lockSchema: string;
  /** Makes deleted words unreadable in the files too, as far as this can be done from here. */
  readonly overwriteDeleted: () => Promise<void>;
  /** What to throw for what the database threw. */
  readonly failure: (error: unknown) => StoreError;
}

/**
 * Does `work` on one connection in one transaction. Unlike Kysely's own, it begins as each database needs it, and a failure
 * is told as it happened even where the database has rolled back by itself.
 *
 * @throws whatever `work` throws; nothing is then written.
 */
export async function inTransaction<T>(
  database: Pick<Database, 'db' | 'begin'>,
  kind: 'write' | 'snapshot',
  work: (db: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  return database.db.connection().execute(async (connection) => {
    await sql.raw(database.begin[kind]).execute(connection);
    try {
      const result = await work(connection);
      await sql`commit`.execute(connection);
      return result;
    } catch (error) {
      await sql`rollback`.execute(connection).catch(() => {});
      throw error;
    }
  });
}

/** How many rows a statement changed. */
export function changed(result: { readonly numAffectedRows?: bigint }): number {
  return Number(result.numAffectedRows ?? 0n);
}
