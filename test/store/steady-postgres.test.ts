import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { StoreError } from '../../src/errors.ts';
import type { StorePlace } from '../../src/store/open-store.ts';
import { ask, postgresMissing, startPostgres, type TestPostgres } from '../support/postgres.ts';
import { answer, steadyOver } from '../support/steady-store.ts';

const now = Date.now();
const lease = { now, until: now + 60_000 };
const memory = JSON.stringify({ last: 'Cantal' });
const feedback = { person: 'U1', answer: 'a', rating: 'useful', reason: null, comment: null, question: null } as const;

/** A way to a database whose connections of the moment can fall silent without ending. */
async function proxyTo(databaseUrl: string) {
  const { hostname, port } = new URL(databaseUrl);
  const sockets: Socket[] = [];
  const proxy = createServer((near) => {
    const far = connect(Number(port), hostname);
    near.on('error', () => far.destroy()).pipe(far);
    far.on('error', () => near.destroy()).pipe(near);
    sockets.push(near, far);
  });
  await once(proxy.listen(0, '127.0.0.1'), 'listening');
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String((proxy.address() as AddressInfo).port);
  return {
    url: url.href,
    silence: () => sockets.forEach((socket) => socket.unpipe().pause()),
    stop: () => {
      sockets.forEach((socket) => socket.destroy());
      proxy.close();
    },
  };
}

const missing = postgresMissing === null ? '' : ` (skipped: ${postgresMissing})`;
describe.skipIf(postgresMissing !== null)(`where PostgreSQL goes away in the middle${missing}`, () => {
  let server: TestPostgres;
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server.stop());

  const fresh = async (): Promise<StorePlace> => ({ databaseUrl: await server.freshSchema(), dataDir: 'unused' });

  it('nothing rejects, what was begun is finished, and later it is written there again', async ({ skip }) => {
    if (server.restart === null) return skip('the server of TEST_DATABASE_URL is not ours to restart');
    const place = await fresh();
    const [steady, other] = [await steadyOver(place), await steadyOver(place)];
    const { store, failures } = steady;
    expect(await store.claims.take('before', 'A', lease)).toBe('taken');
    await store.threads.write('t', 'U1', { memory, version: 0 }, now);
    await server.restart(async () => {
      expect(await store.claims.posting('before', 'A')).toBe(true);
      expect(await store.claims.posting('before', 'A')).toBe(false);
      await store.claims.finish('before', 'A');
      expect(await answer(steady, 'meanwhile')).toEqual({ state: 'taken', mayPost: true });
      expect(await store.threads.read('t', 'U1', now)).toEqual({ memory, version: 1 });
      expect(await store.threads.write('t', 'U1', { memory: '2', version: 1 }, now)).toBe(true);
      expect(await store.threads.read('t', 'U1', now)).toMatchObject({ memory: '2' });
      await expect(store.feedback.rate({ ...feedback, at: now })).rejects.toThrow(StoreError);
      expect(store.healthy()).toBe(false);
    });
    expect(failures).toContain('claims.posting');
    await vi.waitFor(() => store.ping(), 10_000);
    expect(store.healthy()).toBe(true);
    expect(steady.recovered()).toBe(1);
    for (const event of ['before', 'meanwhile']) expect(await answer(steady, event)).toMatchObject({ state: 'done' });
    expect(await answer(steady, 'after')).toEqual({ state: 'taken', mayPost: true });
    await store.feedback.rate({ ...feedback, at: now });
    const { version } = (await store.threads.read('t', 'U1', now))!;
    expect(await store.threads.write('t', 'U1', { memory: '3', version }, now)).toBe(true);
    expect(await other.store.threads.read('t', 'U1', now)).toEqual({ memory: '3', version: 2 });
  });

  it('what could not be written of a thread gives way to what another process wrote', async ({ skip }) => {
    if (server.restart === null) return skip('the server of TEST_DATABASE_URL is not ours to restart');
    const place = await fresh();
    const [one, other] = [await steadyOver(place), await steadyOver(place)];
    await one.store.threads.write('t', 'U1', { memory, version: 0 }, now);
    await server.restart(async () => {
      await one.store.threads.write('t', 'U1', { memory: 'unwritten', version: 1 }, now);
    });
    await vi.waitFor(() => Promise.all([one.store.ping(), other.store.ping()]), 10_000);
    expect(await other.store.threads.write('t', 'U1', { memory: 'other', version: 1 }, now)).toBe(true);
    expect(await one.store.threads.write('t', 'U1', { memory: 'more', version: 1 }, now)).toBe(false);
    expect(await one.store.threads.read('t', 'U1', now)).toEqual({ memory: 'other', version: 2 });
  });

  it('a thread that another process went on with is known when the database goes away', async ({ skip }) => {
    if (server.restart === null) return skip('the server of TEST_DATABASE_URL is not ours to restart');
    const place = await fresh();
    const [one, other] = [await steadyOver(place), await steadyOver(place)];
    await other.store.threads.write('t', 'U1', { memory, version: 0 }, now);
    await other.store.threads.write('t', 'U1', { memory: '2', version: 1 }, now);
    expect(await one.store.threads.read('t', 'U1', now)).toEqual({ memory: '2', version: 2 });
    await server.restart(async () => {
      expect(await one.store.threads.read('t', 'U1', now)).toEqual({ memory: '2', version: 2 });
    });
  });

  it('what another process has answered is not answered here', async ({ skip }) => {
    if (server.restart === null) return skip('the server of TEST_DATABASE_URL is not ours to restart');
    const place = await fresh();
    const [one, other] = [await steadyOver(place), await steadyOver(place)];
    await answer(one, 'e', 'A');
    expect(await other.store.claims.take('e', 'B', lease)).toBe('done');
    await server.restart(async () => {
      const much = { now: lease.until, until: lease.until + 1 };
      expect(await other.store.claims.take('e', 'B', much)).toBe('done');
    });
  });

  it('that answers nothing any more is not waited for, and asked again once it does', async () => {
    const place = await fresh();
    const steady = await steadyOver(place, { patienceMs: 50 });
    const { store, failures } = steady;
    const { Client } = await import('pg');
    const holder = new Client({ connectionString: place.databaseUrl });
    await holder.connect();
    try {
      await holder.query('begin; lock table claims, threads in access exclusive mode');
      expect(await answer(steady, 'e')).toEqual({ state: 'taken', mayPost: true });
      await store.threads.write('t', 'U1', { memory, version: 0 }, now);
      expect(await store.threads.read('t', 'U1', now)).toMatchObject({ memory });
      expect(failures).toEqual(['claims.take']);
      expect(store.healthy()).toBe(false);
    } finally {
      await holder.end();
    }
    await vi.waitFor(async () => {
      await store.ping();
      expect(store.healthy()).toBe(true);
    }, 10_000);
    expect(await answer(steady, 'e')).toMatchObject({ state: 'done' });
  });

  it('through a network that fell silent is asked again on another connection', async () => {
    const place = await fresh();
    const network = await proxyTo(place.databaseUrl!);
    try {
      const { store } = await steadyOver({ ...place, databaseUrl: `${network.url}&query_timeout=500` });
      await store.ping();
      network.silence();
      await expect(store.ping()).rejects.toThrow('does not answer in time');
      await store.ping();
    } finally {
      network.stop();
    }
  });

  it('ping tells whether it writes, not only whether it answers', async () => {
    const place = await fresh();
    const { store } = await steadyOver(place);
    const { databaseUrl = '' } = place;
    await ask(databaseUrl, 'alter table claims rename to hidden');
    expect(await store.claims.take('e', 'A', lease)).toBe('taken');
    await expect(store.ping()).rejects.toThrow(StoreError);
    expect(store.healthy()).toBe(false);
    await ask(databaseUrl, 'alter table hidden rename to claims');
    await store.ping();
    expect(store.healthy()).toBe(true);
    expect(await store.stats()).toMatchObject({ claims: 0 });
  });

  it('what is forgotten is forgotten here too', async ({ skip }) => {
    if (server.restart === null) return skip('the server of TEST_DATABASE_URL is not ours to restart');
    const { store } = await steadyOver(await fresh());
    await store.threads.write('t', 'U1', { memory, version: 0 }, now);
    await store.forget('U1');
    await server.restart(async () => expect(await store.threads.read('t', 'U1', now)).toBeNull());
  });
});
