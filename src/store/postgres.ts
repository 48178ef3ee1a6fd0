import { Kysely, PostgresDialect } from 'kysely';
import type { Client } from 'pg';
import type { Database } from './database.ts';
import { StoreError } from '../errors.ts';
import { failureAt } from './failures.ts';
import type { Tables } from './schema.ts';

/** PostgreSQL's type int8, which pg gives as text: ours are counts and milliseconds, which a number holds exactly. */
const int8 = 20;

/** Names the lock of Greffier's migrations among a database's advisory locks: "greffier" in ASCII, halved. */
const schemaLock = 0x67_72_65_66;

/** @throws StoreError where pg cannot read the address, or a certificate that it names. The address holds a password: it is not repeated. */
function readAddress<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    const { code = 'not an address' } = Object(cause) as { readonly code?: string };
    throw new StoreError(`DATABASE_URL cannot be used: ${code}`, {
      cause,
      hint: 'write postgresql://user:password@host:5432/database; certificates that it names must be readable files',
    });
  }
}

/**
 * Opens a PostgreSQL database by its address, `postgresql://user:password@host:port/database`. Nothing is connected yet. A
 * connection that breaks fails the calls on it, and the next call makes another. An answer that takes 15 s is given up, and the
 * connection with it: a network that went away without a word would hold up whoever got that connection next.
 */
export async function openPostgres(databaseUrl: string): Promise<Database> {
  const { Client, Pool, types } = await import('pg');
  // Never connected: it tells what pg makes of the address, with the defaults of its environment.
  const { host, port, database, password } = readAddress(() => new Client({ connectionString: databaseUrl }));
  const place = `PostgreSQL ${host}:${port}/${database ?? ''}`;
  const pool = new Pool({
    connectionString: databaseUrl,
    application_name: 'greffier',
    connectionTimeoutMillis: 5000,
    statement_timeout: 10_000,
    query_timeout: 15_000,
    keepAlive: true,
    types: {
      getTypeParser: ((type: number, format?: 'text') =>
        type === int8 ? Number : types.getTypeParser(type, format)) as typeof types.getTypeParser,
    },
  });
  // Unheard, the loss of a connection ends the process; the call that uses it is told anyway.
  pool.on('error', () => {});
  pool.on('connect', (client) => {
    client.on('error', () => {});
    leavesWhenSilent(client);
  });
  return {
    db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }),
    place,
    begin: { write: 'begin', snapshot: 'begin isolation level repeatable read read only' },
    lockSchema: `select pg_advisory_xact_lock(${schemaLock})`,
    // Autovacuum does it in its own time.
    overwriteDeleted: async () => {},
    failure: failureAt(place, password ?? null),
  };
}

/** What pg says when `query_timeout` is over; it keeps the connection, behind whose silence every later query would wait. */
const silence = 'Query read timeout';

function leavesWhenSilent(client: Client): void {
  const query = client.query.bind(client) as (...words: readonly unknown[]) => unknown;
  const watched = (...words: readonly unknown[]): unknown => {
    const answer = query(...words);
    if (answer instanceof Promise)
      answer.catch((error: unknown) => {
        if (error instanceof Error && error.message === silence) void client.end();
      });
    return answer;
  };
  Object.assign(client, { query: watched });
}
