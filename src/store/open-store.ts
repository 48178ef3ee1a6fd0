import { sql } from 'kysely';
import { alertsIn } from './alerts.ts';
import { basketsIn } from './baskets.ts';
import { channelsIn } from './channels.ts';
import { claimsIn } from './claims.ts';
import type { Database } from './database.ts';
import { guarded } from './failures.ts';
import { feedbackIn } from './feedback.ts';
import { expire, forget, memoryOf, stats, type Keeping } from './keeping.ts';
import { migrate } from './migrations.ts';
import { openPostgres } from './postgres.ts';
import { publicationsIn } from './publications.ts';
import { questionsIn } from './questions.ts';
import { openSqlite } from './sqlite.ts';
import type { Store } from './store.ts';
import { threadsIn } from './threads.ts';

/** Where the store is. */
export interface StorePlace {
  /** Address of a PostgreSQL database, 14 or newer; where there is none, SQLite serves. */
  readonly databaseUrl?: string | undefined;
  /** Folder of the SQLite file, made where it is missing. */
  readonly dataDir: string;
  /** Bounds the SQLite file, in pages of 4 kB: for tests of what a full disk does. Default: no bound. */
  readonly maxPages?: number | undefined;
}

/**
 * Opens the database and brings its schema up to date.
 *
 * @throws StoreError where the database cannot be reached or written, or is newer than this code.
 */
export async function openDatabase({ databaseUrl, dataDir, maxPages }: StorePlace): Promise<Database> {
  const database = databaseUrl === undefined ? await openSqlite(dataDir, maxPages) : await openPostgres(databaseUrl);
  try {
    await migrate(database);
    return database;
  } catch (error) {
    await database.db.destroy();
    throw database.failure(error);
  }
}

/**
 * Opens the store. This module loads Kysely and the database's driver: import it only where a store is wanted.
 *
 * @throws StoreError as openDatabase does.
 */
export async function openStore(options: StorePlace & Keeping): Promise<Store> {
  return storeOver(await openDatabase(options), options);
}

/** The store over a database that is open. Every method rejects with a StoreError where the database does. */
export function storeOver(database: Database, keeping: Keeping = {}): Store {
  const { db, failure } = database;
  const parts = {
    claims: claimsIn(db),
    threads: threadsIn(db, memoryOf(keeping)),
    feedback: feedbackIn(db),
    questions: questionsIn(db),
    baskets: basketsIn(database),
    alerts: alertsIn(db),
    publications: publicationsIn(db),
    channels: channelsIn(db),
  };
  const whole = {
    ping: async () => void (await sql`select version from schema_version`.execute(db)),
    expire: (now: number) => expire(database, keeping, now),
    forget: (person: string) => forget(database, person),
    stats: () => stats(database),
    close: () => db.destroy(),
  };
  return {
    claims: guarded(parts.claims, failure),
    threads: guarded(parts.threads, failure),
    feedback: guarded(parts.feedback, failure),
    questions: guarded(parts.questions, failure),
    baskets: guarded(parts.baskets, failure),
    alerts: guarded(parts.alerts, failure),
    publications: guarded(parts.publications, failure),
    channels: guarded(parts.channels, failure),
    ...guarded(whole, failure),
  };
}
