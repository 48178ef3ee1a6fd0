import { sql } from 'kysely';
import { changed, inTransaction, type Database } from './database.ts';
import { dayOf } from './questions.ts';
import { tableNames, type TableName } from './schema.ts';

const day = 24 * 60 * 60 * 1000;

/** How long things are kept. */
export interface Keeping {
  /** Days for what is about a person, and for unanswered questions; default 90. */
  readonly retentionDays?: number;
  /** Days after which a thread's memory is forgotten; default 30. */
  readonly memoryDays?: number;
  /** How many threads are remembered at most; default 50,000. */
  readonly maxThreads?: number;
}

/** A thread's memory in milliseconds. */
export function memoryOf({ memoryDays = 30 }: Keeping): number {
  return memoryDays * day;
}

/** Deletes what has been kept long enough. Returns how many rows went, or lost the name of who published. */
export async function expire({ db }: Database, keeping: Keeping, now: number): Promise<number> {
  const { retentionDays = 90, maxThreads = 50_000 } = keeping;
  const retained = now - retentionDays * day;
  const statements = [
    sql`delete from claims where claimed_at <= ${now - day}`,
    sql`delete from threads where written_at <= ${now - Math.min(memoryOf(keeping), retentionDays * day)}`,
    // The limit is there for SQLite, which knows no offset without one.
    sql`delete from threads where (conversation, person) in (select conversation, person from threads
          order by written_at desc, conversation, person limit 1000000 offset ${maxThreads})`,
    sql`delete from feedback where at <= ${retained}`,
    sql`delete from kept_quotations where at <= ${retained}`,
    sql`delete from alerts where at <= ${retained}`,
    sql`delete from unanswered_questions where day < ${dayOf(retained)}`,
    sql`update publications set person = null where at <= ${retained} and person is not null`,
  ];
  let gone = 0;
  for (const statement of statements) gone += changed(await statement.execute(db));
  return gone;
}

/** Erases what is kept about a person, all of it or nothing. Returns rows by table. */
export async function forget(database: Database, person: string): Promise<Readonly<Record<string, number>>> {
  const personal: readonly TableName[] = ['threads', 'feedback', 'kept_quotations', 'alerts'];
  const erased = await inTransaction(database, 'write', async (db) => {
    const counts: Partial<Record<TableName, number>> = {};
    for (const table of personal)
      counts[table] = changed(await sql`delete from ${sql.table(table)} where person = ${person}`.execute(db));
    const unnamed = await sql`update publications set person = null where person = ${person}`.execute(db);
    return { ...counts, publications: changed(unnamed) };
  });
  await database.overwriteDeleted();
  return erased;
}

/** Rows by table. */
export async function stats({ db }: Pick<Database, 'db'>): Promise<Readonly<Record<TableName, number>>> {
  const counts: Partial<Record<TableName, number>> = {};
  for (const table of tableNames) {
    const { rows } = await sql<{ total: number }>`select count(*) as total from ${sql.table(table)}`.execute(db);
    counts[table] = rows[0]?.total ?? 0;
  }
  return counts as Record<TableName, number>;
}
