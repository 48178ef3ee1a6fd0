import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';

/** A PostgreSQL server for tests. */
export interface TestPostgres {
  /** Address of a database, with a password that no error may repeat. */
  readonly url: string;
  /** Address of a new, empty schema in that database. */
  freshSchema(): Promise<string>;
  /**
   * Stops the server as a crash of the machine would, and starts it again at the same address, after `meanwhile`. Null where
   * it is not ours.
   */
  readonly restart: ((meanwhile?: () => Promise<void>) => Promise<void>) | null;
  stop(): Promise<void>;
}

/** The password of the private server, with what an address has to encode. */
export const testPassword = 'p@ss/w0rd-secret';

/** Folder of `initdb` and `postgres`; null where there is none. */
const binaries = findBinaries();

/** Why tests cannot use PostgreSQL; null where they can. With CI=true they are to run, and fail, in any case. */
export const postgresMissing =
  process.env['TEST_DATABASE_URL'] !== undefined || binaries !== null || process.env['CI'] === 'true'
    ? null
    : 'no PostgreSQL here: apt-get install postgresql, or set TEST_DATABASE_URL';

/** The server of TEST_DATABASE_URL, or a private one on a free port of 127.0.0.1, which `stop` takes away with its files. */
export async function startPostgres(): Promise<TestPostgres> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given !== undefined) return { ...schemasOf(given), restart: null };
  if (binaries === null) throw new Error('no PostgreSQL for the tests: apt-get install postgresql');
  const folder = mkdtempSync(join(tmpdir(), 'greffier-pg-'));
  const as = unprivileged();
  const data = join(folder, 'data');
  writeFileSync(join(folder, 'password'), testPassword);
  for (const path of [folder, join(folder, 'password')]) if (as !== null) chownSync(path, as.uid, as.gid);
  chmodSync(folder, 0o700);
  const settings = { ...as, cwd: folder, env: { PATH: process.env['PATH'], LC_ALL: 'C' }, stdio: 'ignore' } as const;
  execFileSync(
    join(binaries, 'initdb'),
    ['-D', data, '-U', 'postgres', '-E', 'UTF8', '-A', 'scram-sha-256', '--pwfile', join(folder, 'password'), '-N'],
    settings,
  );
  const port = await freePort();
  const url = `postgresql://postgres:${encodeURIComponent(testPassword)}@127.0.0.1:${port}/postgres`;
  const start = async (attempts = 20): Promise<ChildProcess> => {
    const options = [`listen_addresses=127.0.0.1`, `unix_socket_directories=${folder}`, 'fsync=on'];
    const words = ['-D', data, '-p', String(port), ...options.flatMap((option) => ['-c', option])];
    const server = spawn(join(binaries, 'postgres'), words, settings);
    // After a crash the memory of the server before may still be in use for a moment: it then ends at once.
    if (await ready(url, server)) return server;
    if (attempts === 1) throw new Error(`postgres does not start in ${data}`);
    await wait(200);
    return start(attempts - 1);
  };
  let server = await start();
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const ended = once(server, 'exit');
    server.kill(signal);
    await ended;
  };
  const orphaned = (): void => void server.kill('SIGQUIT');
  process.once('exit', orphaned);
  return {
    ...schemasOf(url),
    restart: async (meanwhile) => {
      await end('SIGQUIT');
      try {
        await meanwhile?.();
      } finally {
        server = await start();
      }
    },
    stop: async () => {
      await end('SIGINT');
      process.off('exit', orphaned);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function schemasOf(url: string): Omit<TestPostgres, 'restart'> {
  const made: string[] = [];
  return {
    url,
    freshSchema: async () => {
      const name = `greffier_test_${process.pid}_${made.length}_${Math.random().toString(36).slice(2)}`;
      await ask(url, `create schema ${name}`);
      made.push(name);
      const address = new URL(url);
      address.searchParams.set('options', `-c search_path=${name}`);
      // In a URL's query, URLSearchParams writes a space as +, which PostgreSQL's addresses do not know.
      return address.href.replaceAll('+', '%20');
    },
    stop: async () => {
      for (const name of made) await ask(url, `drop schema ${name} cascade`);
    },
  };
}

/** Asks a database directly, past the store. Returns the rows. */
export async function ask(url: string, statement: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

/** Waits until the server answers. False where it has ended instead. */
async function ready(url: string, server: ChildProcess): Promise<boolean> {
  while (server.exitCode === null && server.signalCode === null) {
    try {
      await ask(url, 'select 1');
      return true;
    } catch {
      await wait(50);
    }
  }
  return false;
}

/** PostgreSQL refuses to run as root. */
function unprivileged(): { readonly uid: number; readonly gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  return { uid: idOf('-u'), gid: idOf('-g') };
}

/** The id of the user `postgres` (`-u`), or of its group (`-g`). */
function idOf(option: string): number {
  return Number(execFileSync('id', [option, 'postgres'], { encoding: 'utf8' }));
}

function findBinaries(): string | null {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).toSorted((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(delimiter),
  ];
  return folders.find((folder) => ['initdb', 'postgres'].every((name) => existsSync(join(folder, name)))) ?? null;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
