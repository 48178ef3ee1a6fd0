import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StorePlace } from '../../src/store/open-store.ts';
import { postgresMissing, startPostgres, type TestPostgres } from './postgres.ts';

/** A kind of database to run the same tests on. */
export interface StoreDriver {
  /** With the reason where it is missing. */
  readonly name: string;
  readonly missing: boolean;
  readonly start: () => Promise<void>;
  /** A place that holds nothing yet. */
  readonly fresh: () => Promise<StorePlace>;
  /** Takes away all that was made. */
  readonly stop: () => Promise<void>;
}

/** SQLite in folders of their own. */
export function sqliteDriver(): StoreDriver {
  const folders: string[] = [];
  return {
    name: 'SQLite',
    missing: false,
    start: async () => {},
    fresh: async () => {
      const folder = mkdtempSync(join(tmpdir(), 'greffier-store-'));
      folders.push(folder);
      return { dataDir: join(folder, 'data') };
    },
    stop: async () => {
      for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL in schemas of their own. */
export function postgresDriver(): StoreDriver {
  let server: TestPostgres | null = null;
  return {
    name: postgresMissing === null ? 'PostgreSQL' : `PostgreSQL (skipped: ${postgresMissing})`,
    missing: postgresMissing !== null,
    start: async () => {
      server = await startPostgres();
    },
    fresh: async () => {
      if (server === null) throw new Error('not started');
      return { databaseUrl: await server.freshSchema(), dataDir: 'unused' };
    },
    stop: async () => {
      await server?.stop();
    },
  };
}

/** Both. */
export const storeDrivers = (): readonly StoreDriver[] => [sqliteDriver(), postgresDriver()];
