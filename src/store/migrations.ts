import { sql, type Kysely } from 'kysely';
import { NewerStoreError } from '../errors.ts';
import { inTransaction, type Database } from './database.ts';
import type { Tables } from './schema.ts';

/** What makes each version of the schema of the one before, in SQL that SQLite and PostgreSQL both speak. Never edited, only added to. */
const migrations: readonly (readonly string[])[] = [
  [
    `create table claims (event text not null primary key, owner text not null, state text not null,
       claimed_at bigint not null, lease_until bigint not null)`,
    'create index claims_by_time on claims (claimed_at)',
    `create table threads (conversation text not null, person text not null, memory text not null,
       version bigint not null, written_at bigint not null, primary key (conversation, person))`,
    'create index threads_by_time on threads (written_at)',
    'create index threads_by_person on threads (person)',
    `create table feedback (person text not null, answer text not null, rating text not null, reason text, comment text,
       question text, at bigint not null, primary key (person, answer))`,
    'create index feedback_by_time on feedback (at)',
    `create table unanswered_questions (day text not null, language text not null, digest text not null,
       question text not null, times bigint not null, primary key (day, language, digest))`,
    `create table kept_quotations (person text not null, id text not null, quotation text not null, at bigint not null,
       position bigint not null, primary key (person, id))`,
    `create table alerts (id text not null primary key, person text not null, digest text not null,
       question text not null, language text not null, at bigint not null, unique (person, digest))`,
    `create table publications (quotation text not null, channel text not null, link text, person text,
       at bigint not null, primary key (quotation, channel, at))`,
    'create index publications_by_person on publications (person)',
    'create table channels (channel text not null primary key, settings text not null, at bigint not null)',
  ],
];

/** The version of the schema that this code reads and writes. */
export const schemaVersion = migrations.length;

/**
 * Brings the schema up to `schemaVersion`; of several processes that start at once, one does.
 *
 * @throws NewerStoreError where the database was written by a newer Greffier.
 */
export async function migrate(database: Database): Promise<void> {
  // A user who may not create tables can still open a database that somebody else has migrated.
  if (pendingFrom(database.place, await versionOf(database.db)) === schemaVersion) return;
  await inTransaction(database, 'write', async (db) => {
    await sql.raw(database.lockSchema).execute(db);
    await sql`create table if not exists schema_version (version bigint not null)`.execute(db);
    const current = pendingFrom(database.place, await versionOf(db));
    for (const statement of migrations.slice(current).flat()) await sql.raw(statement).execute(db);
    await sql`delete from schema_version`.execute(db);
    await sql`insert into schema_version (version) values (${schemaVersion})`.execute(db);
  });
}

function pendingFrom(place: string, version: number): number {
  if (version <= schemaVersion) return version;
  throw new NewerStoreError(
    `${place} has schema version ${version}, and this Greffier knows versions up to ${schemaVersion}`,
    {
      hint: 'start the newer Greffier that wrote it, or restore a backup of this version into an empty database',
    },
  );
}

/** 0 where nothing has been made yet. */
async function versionOf(db: Kysely<Tables>): Promise<number> {
  try {
    const { rows } = await sql<{ version: number }>`select version from schema_version`.execute(db);
    return rows[0]?.version ?? 0;
  } catch (error) {
    const { code, message } = Object(error) as { readonly code?: unknown; readonly message?: string };
    // PostgreSQL says it in the language of the server, SQLite without a code of its own.
    if (code === '42P01' || message?.includes('no such table') === true) return 0;
    throw error;
  }
}
