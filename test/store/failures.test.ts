import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StoreError } from '../../src/errors.ts';
import { failureAt } from '../../src/store/failures.ts';
import { openStore, type StorePlace } from '../../src/store/open-store.ts';
import { ask, postgresMissing, startPostgres, testPassword, type TestPostgres } from '../support/postgres.ts';
import { sqliteDriver } from '../support/stores.ts';

const now = Date.now();

/** The StoreError that `work` ends in. */
async function failure(work: Promise<unknown>): Promise<StoreError> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof StoreError) return error;
  throw new Error(`no StoreError: ${inspect(error)}`);
}

const opening = (place: StorePlace): Promise<StoreError> => failure(openStore(place).then((store) => store.close()));

const asRoot = process.getuid?.() === 0;

/** Makes a folder read-only even for root, who may write in any; null where this machine does not let us. */
function readOnly(folder: string): (() => void) | null {
  chmodSync(folder, 0o500);
  if (!asRoot) return () => chmodSync(folder, 0o700);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'ro,size=1m', 'tmpfs', folder], { stdio: 'ignore' });
    return () => execFileSync('umount', [folder]);
  } catch {
    return null;
  }
}

describe('SQLite', () => {
  const driver = sqliteDriver();
  afterAll(driver.stop);

  it('names the file and the remedy where the folder is read-only', async ({ skip }) => {
    const { dataDir } = await driver.fresh();
    mkdirSync(dataDir);
    const undo = readOnly(dataDir);
    if (undo === null) return skip('root, and no right to mount a read-only folder');
    try {
      expect(await opening({ dataDir })).toMatchObject({
        message: expect.stringMatching(/data\/greffier\.db cannot be written: (?:EROFS|EACCES)$/),
        hint: 'let the user that runs Greffier write in DATA_DIR, or point it to another folder',
        cause: expect.objectContaining({ code: expect.any(String) }),
      });
    } finally {
      undo();
    }
  });

  it('says that the disk is full, goes on reading, and writes again once there is room', async () => {
    const place = await driver.fresh();
    const small = await openStore({ ...place, maxPages: 40 });
    const memory = 'x'.repeat(20_000);
    const write = (number: number) => small.threads.write(`t${number}`, 'U1', { memory, version: 0 }, now);
    let written = 0;
    const full = await failure(
      (async () => {
        for (; written < 100; written += 1) await write(written);
      })(),
    );
    expect(full).toMatchObject({
      message: `${join(place.dataDir, 'greffier.db')} has no room left, the disk is full: SQLITE_FULL`,
      hint: 'free some space; nothing needs to be restarted',
    });
    expect(written).toBeGreaterThan(0);
    const last = written - 1;
    expect(await small.threads.read(`t${last}`, 'U1', now)).toMatchObject({ version: 1 });
    expect(await small.threads.read(`t${written}`, 'U1', now)).toBeNull();
    await small.close();
    const store = await openStore(place);
    expect(await store.threads.write(`t${written}`, 'U1', { memory, version: 0 }, now)).toBe(true);
    await store.close();
  });

  it('undoes what it began where the disk fills up in the middle', async () => {
    const place = await driver.fresh();
    const store = await openStore({ ...place, maxPages: 40 });
    for (let number = 0; number < 3; number += 1)
      await store.baskets.keep('U1', { id: `k${number}`, quotation: 'x', at: now });
    await failure(
      (async () => {
        for (let number = 0; number < 100; number += 1) await store.channels.write(`C${number}`, 'x'.repeat(9000), now);
      })(),
    );
    await store.baskets.move('U1', 'k2', -2);
    await store.baskets.remove('U1', 'k1');
    expect((await store.baskets.list('U1')).map(({ id }) => id)).toEqual(['k2', 'k0']);
    await store.close();
  });

  it('asks for a folder where DATA_DIR is a file', async () => {
    const { dataDir } = await driver.fresh();
    writeFileSync(dataDir, '');
    expect(await opening({ dataDir })).toMatchObject({
      message: `${dataDir}/greffier.db is not in a folder: EEXIST`,
      hint: 'point DATA_DIR to a folder',
    });
  });

  it('says that an address cannot be used, without repeating it', async () => {
    const databaseUrl = 'postgresql://u:secret-word@127.0.0.1:1/db?sslmode=verify-full&sslrootcert=/nowhere/at/all';
    const refused = await openStore({ dataDir: 'unused', databaseUrl }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(StoreError);
    expect(refused).toMatchObject({ message: 'DATABASE_URL cannot be used: ENOENT', hint: expect.any(String) });
  });

  it('says that a file is no database', async () => {
    const { dataDir } = await driver.fresh();
    mkdirSync(dataDir);
    writeFileSync(join(dataDir, 'greffier.db'), 'no database '.repeat(1000));
    expect(await opening({ dataDir })).toMatchObject({
      message: `${dataDir}/greffier.db is damaged, or no database: SQLITE_NOTADB`,
      hint: expect.stringContaining('greffier store restore FILE'),
    });
  });

  it('refuses a database that a newer Greffier wrote, and leaves it as it is', async () => {
    const place = await driver.fresh();
    await (await openStore(place)).close();
    const { default: Libsql } = await import('libsql');
    const raw = new Libsql(join(place.dataDir, 'greffier.db'));
    raw.exec('update schema_version set version = 99');
    expect(await opening(place)).toMatchObject({
      message: `${place.dataDir}/greffier.db has schema version 99, and this Greffier knows versions up to 1`,
      hint: expect.stringContaining('start the newer Greffier'),
    });
    expect(raw.prepare('select version from schema_version').all([])).toEqual([{ version: 99 }]);
    raw.close();
  });

  it('lets nobody but its user read the files', async () => {
    const place = await driver.fresh();
    const store = await openStore(place);
    await store.channels.write('C1', '{}', now);
    const { dataDir } = place;
    const modes = [dataDir, ...readdirSync(dataDir).map((name) => join(dataDir, name))].map(
      (path) => statSync(path).mode & 0o077,
    );
    expect(modes.length).toBeGreaterThan(2);
    expect(modes.every((mode) => mode === 0)).toBe(true);
    await store.close();
  });

  it('leaves no word of a forgotten person in its files', async () => {
    const place = await driver.fresh();
    const store = await openStore(place);
    const secret = 'mots-de-la-personne';
    const inFiles = (): boolean =>
      readdirSync(place.dataDir).some((name) => readFileSync(join(place.dataDir, name)).includes(secret));
    for (const id of ['a', 'b', 'c'])
      await store.alerts.add({ id, person: 'U1', question: `${secret} ${id}`, language: 'fr', at: now });
    expect(inFiles()).toBe(true);
    await store.forget('U1');
    expect(inFiles()).toBe(false);
    await store.close();
  });
});

describe('an error of a library', () => {
  it.each(['cannot parse hidden-p@ss', 'cannot parse hidden-p%40ss'])(
    'that says “%s” is told without it',
    (message) => {
      const error = failureAt('PostgreSQL db:5432/greffier', 'hidden-p@ss')(new Error(message));
      expect(error.message).toMatch(/^PostgreSQL db:5432\/greffier failed/);
      expect(inspect(error, { depth: 10, showHidden: true })).not.toContain('hidden');
    },
  );

  it('that nobody foresaw is told as it is, with its cause', () => {
    const cause = new Error('the moon is full');
    expect(failureAt('data/greffier.db')(cause)).toMatchObject({
      message: 'data/greffier.db failed: the moon is full',
      cause,
    });
  });
});

const reason = postgresMissing === null ? '' : ` (skipped: ${postgresMissing})`;
describe.skipIf(postgresMissing !== null)(`PostgreSQL${reason}`, () => {
  let server: TestPostgres;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.stop());

  const elsewhere = async (change: (url: URL) => void): Promise<StorePlace> => {
    const url = new URL(server.url);
    change(url);
    return { databaseUrl: url.href, dataDir: 'unused' };
  };

  it.each([
    [
      'port',
      (url: URL) => (url.port = '1'),
      /^PostgreSQL [\w.]+:1\/\w+ refuses the connection: ECONNREFUSED$/,
      /start PostgreSQL/,
    ],
    [
      'password',
      (url: URL) => (url.password = 'a-wrong-secret'),
      /^PostgreSQL [\w.]+:\d+\/\w+ refuses the user or the password: 28P01$/,
      /mend user and password/,
    ],
    [
      'missing password',
      (url: URL) => (url.password = ''),
      /refuses the user or the password/,
      /mend user and password/,
    ],
    [
      'socket',
      (url: URL) => url.searchParams.set('host', '/absent'),
      /^PostgreSQL \/absent:\d+\/\w+ refuses the connection: ECONNREFUSED$/,
      /start PostgreSQL/,
    ],
    ['database', (url: URL) => (url.pathname = '/absent'), /\/absent does not exist: 3D000$/, /createdb/],
    [
      'host',
      (url: URL) => (url.hostname = 'absent.invalid'),
      /absent\.invalid:\d+\/\w+ is on a host that is not known/,
      /mend the host/,
    ],
  ])('names the place and the remedy, never the password, on a wrong %s', async (_, change, message, hint) => {
    const error = await opening(await elsewhere(change));
    expect(error.message).toMatch(message);
    expect(error.hint).toMatch(hint);
    const everything = `${inspect(error, { depth: 10, showHidden: true })}${JSON.stringify(error)}`;
    for (const secret of [testPassword, encodeURIComponent(testPassword), 'a-wrong-secret'])
      expect(everything).not.toContain(secret);
  });

  it('goes on after the server has crashed and come back', async ({ skip }) => {
    if (server.restart === null) return skip('the server of TEST_DATABASE_URL is not ours to restart');
    const store = await openStore({ databaseUrl: await server.freshSchema(), dataDir: 'unused' });
    await store.channels.write('C1', 'before', now);
    await server.restart();
    // The pool may hold connections that are dead and do not know it yet: each call may fail once, and says why.
    let error: StoreError | null = null;
    await store.channels.read('C1').catch((thrown: StoreError) => (error = thrown));
    if (error !== null) expect(error).toMatchObject({ name: 'StoreError', hint: expect.any(String) });
    await expect.poll(() => store.channels.read('C1').catch(() => null), { timeout: 10_000 }).toBe('before');
    await store.close();
  });

  it('tells the calls that were under way when the server crashed, and lives on', async ({ skip }) => {
    if (server.restart === null) return skip('the server of TEST_DATABASE_URL is not ours to restart');
    const store = await openStore({ databaseUrl: await server.freshSchema(), dataDir: 'unused' });
    const acknowledged: string[] = [];
    let crashed = false;
    const failures: unknown[] = [];
    const writers = ['a', 'b', 'c', 'd'].map(async (writer) => {
      for (let number = 0; !crashed; number += 1) {
        const channel = `${writer}${number}`;
        await store.channels.write(channel, channel, now).then(
          () => acknowledged.push(channel),
          (error: unknown) => failures.push(error),
        );
      }
    });
    await server.restart().finally(() => (crashed = true));
    await Promise.all(writers);
    expect(failures.length).toBeGreaterThan(0);
    expect(failures.every((error) => error instanceof StoreError)).toBe(true);
    for (const channel of acknowledged) expect(await store.channels.read(channel)).toBe(channel);
    await store.close();
  });

  it('fails a transaction whose connection dies between two statements, without ending the process', async () => {
    const databaseUrl = await server.freshSchema();
    const { openDatabase } = await import('../../src/store/open-store.ts');
    const { inTransaction } = await import('../../src/store/database.ts');
    const database = await openDatabase({ databaseUrl, dataDir: 'unused' });
    const dies = inTransaction(database, 'write', async (db) => {
      await db.insertInto('channels').values({ channel: 'C1', settings: '{}', at: now }).execute();
      await ask(
        databaseUrl,
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'greffier' and pid <> pg_backend_pid()`,
      );
      await new Promise((resolve) => setTimeout(resolve, 100));
      await db.insertInto('channels').values({ channel: 'C2', settings: '{}', at: now }).execute();
    });
    await expect(dies).rejects.toThrow();
    expect(await database.db.selectFrom('channels').selectAll().execute()).toEqual([]);
    await database.db.destroy();
  });

  it('refuses a database that a newer Greffier wrote', async () => {
    const databaseUrl = await server.freshSchema();
    await (await openStore({ databaseUrl, dataDir: 'unused' })).close();
    await ask(databaseUrl, 'update schema_version set version = 99');
    expect(await opening({ databaseUrl, dataDir: 'unused' })).toMatchObject({
      message: expect.stringMatching(/^PostgreSQL .* has schema version 99, and this Greffier knows versions up to 1$/),
      hint: expect.stringContaining('start the newer Greffier'),
    });
  });

  it('says that the user may not make tables, and opens what somebody else has made', async () => {
    const databaseUrl = await server.freshSchema();
    const schema = /search_path%3D(\w+)|search_path=(\w+)/.exec(databaseUrl)?.slice(1).join('') ?? '';
    const guest = `guest_${schema}`;
    await ask(databaseUrl, `create role ${guest} login password 'guest'; grant usage on schema ${schema} to ${guest}`);
    const url = new URL(databaseUrl);
    url.username = guest;
    url.password = 'guest';
    const place = { databaseUrl: url.href, dataDir: 'unused' };
    try {
      expect(await opening(place)).toMatchObject({
        message: expect.stringContaining('does not let this user do that: 42501'),
        hint: expect.stringContaining('rights on the schema'),
      });
      await (await openStore({ databaseUrl, dataDir: 'unused' })).close();
      await ask(databaseUrl, `grant select, insert, update, delete on all tables in schema ${schema} to ${guest}`);
      const store = await openStore(place);
      await store.channels.write('C1', '{}', now);
      await store.close();
    } finally {
      await ask(databaseUrl, `drop owned by ${guest}; drop role ${guest}`);
    }
  });
});
