import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { StoreError } from '../../src/errors.ts';
import { openStore, type StorePlace } from '../../src/store/open-store.ts';
import { createSteadyStore } from '../../src/store/steady.ts';
import { answer, dataFolder, type Steady, steadyOver } from '../support/steady-store.ts';

const now = Date.now();
const lease = { now, until: now + 60_000 };
const memory = JSON.stringify({ last: 'Cantal' });
const feedback = { person: 'U1', answer: 'a', rating: 'useful', reason: null, comment: null, question: null } as const;

/** A place where no database can be: a file stands where the folder should be. `clear` makes it usable. */
function blockedPlace(): { readonly place: StorePlace; readonly clear: () => void } {
  const dataDir = join(dataFolder(), 'data');
  writeFileSync(dataDir, '');
  return { place: { dataDir }, clear: () => rmSync(dataDir) };
}

describe('a store that opens', () => {
  it('keeps what it is told, for the next start too', async () => {
    const place = { dataDir: dataFolder() };
    const { store, failures } = await steadyOver(place);
    expect(store.healthy()).toBe(true);
    expect(await answer({ store }, 'e')).toEqual({ state: 'taken', mayPost: true });
    await store.threads.write('t', 'U1', { memory, version: 0 }, now);
    await store.feedback.rate({ ...feedback, at: now });
    await store.close();
    const next = await steadyOver(place);
    expect(await next.store.claims.take('e', 'B', lease)).toBe('done');
    expect(await next.store.threads.read('t', 'U1', now)).toEqual({ memory, version: 1 });
    expect(await next.store.feedback.list(9)).toHaveLength(1);
    expect([...failures, ...next.failures]).toEqual([]);
  });

  it('refuses to start on a database that a newer Greffier wrote, which is not gone on without', async () => {
    const dataDir = dataFolder();
    await (await openStore({ dataDir })).close();
    const { default: Libsql } = await import('libsql');
    const raw = new Libsql(join(dataDir, 'greffier.db'));
    raw.exec('update schema_version set version = 99');
    raw.close();
    const told: string[] = [];
    const opening = createSteadyStore({ open: () => openStore({ dataDir }), onFailure: (what) => told.push(what) });
    await expect(opening).rejects.toMatchObject({ name: 'NewerStoreError' });
    expect(told).toEqual([]);
  });
});

describe('where the database cannot be had', () => {
  it('answers go on: each event once, and threads are remembered', async () => {
    const steady = await steadyOver(blockedPlace().place);
    const { store } = steady;
    expect(store.healthy()).toBe(false);
    expect(await answer(steady, 'e')).toEqual({ state: 'taken', mayPost: true });
    expect(await answer(steady, 'e')).toEqual({ state: 'done', mayPost: false });
    expect(await store.threads.write('t', 'U1', { memory, version: 0 }, now)).toBe(true);
    const { version } = (await store.threads.read('t', 'U1', now)) ?? {};
    expect(await store.threads.read('t', 'U2', now)).toBeNull();
    expect(await store.threads.write('t', 'U1', { memory: '2', version: 7 }, now)).toBe(false);
    expect(await store.threads.write('t', 'U1', { memory: '2', version: version! }, now)).toBe(true);
    expect(await store.threads.read('t', 'U1', now)).toMatchObject({ memory: '2' });
    expect(steady.failures).toEqual(['open']);
  });

  it('nobody is told that anything else was kept', async () => {
    const { store } = await steadyOver(blockedPlace().place);
    const attempts = [
      store.feedback.rate({ ...feedback, at: now }),
      store.questions.note('le loup ?', 'fr', now),
      store.baskets.keep('U1', { id: 'k', quotation: '{}', at: now }),
      store.alerts.add({ id: 'a', person: 'U1', question: 'le loup ?', language: 'fr', at: now }),
      store.channels.read('C1'),
      store.ping(),
      store.expire(now),
      store.forget('U1'),
      store.stats(),
    ];
    for (const outcome of await Promise.allSettled(attempts))
      expect(outcome).toMatchObject({ status: 'rejected', reason: expect.any(StoreError) });
  });

  it('it is opened as soon as it can be, and that is told', async () => {
    const { place, clear } = blockedPlace();
    const { store, failures, recovered } = await steadyOver(place, { retryMs: 5 });
    await vi.waitFor(() => expect(failures.length).toBeGreaterThan(2));
    expect(new Set(failures)).toEqual(new Set(['open']));
    clear();
    await vi.waitFor(() => expect(store.healthy()).toBe(true));
    expect(recovered()).toBe(1);
    await store.feedback.rate({ ...feedback, at: now });
    expect(await store.feedback.list(9)).toHaveLength(1);
  });

  it('an event that was dealt with meanwhile is not dealt with again once it is there', async () => {
    const { place, clear } = blockedPlace();
    const steady = await steadyOver(place, { retryMs: 5 });
    expect(await answer(steady, 'done')).toEqual({ state: 'taken', mayPost: true });
    expect(await steady.store.claims.take('under way', 'A', lease)).toBe('taken');
    clear();
    await vi.waitFor(() => expect(steady.store.healthy()).toBe(true));
    expect(await answer(steady, 'done')).toMatchObject({ state: 'done' });
    expect(await steady.store.claims.posting('under way', 'A')).toBe(true);
  });

  it('no attempt is made any more once it is closed', async () => {
    const { place, clear } = blockedPlace();
    const { store, failures } = await steadyOver(place, { retryMs: 5 });
    await store.close();
    const before = failures.length;
    clear();
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(failures).toHaveLength(before);
    expect(store.healthy()).toBe(false);
  });
});

describe('where the database hangs', () => {
  it('the settings of a channel are given up after a while, and then not waited for while it does', async () => {
    const { store: database } = await steadyOver({ dataDir: dataFolder() });
    const hung = { ...database, channels: { ...database.channels, read: () => new Promise<never>(() => undefined) } };
    const { store } = await steadyOver({ dataDir: dataFolder() }, { open: async () => hung, patienceMs: 20 });
    for (const channel of ['C1', 'C2']) await expect(store.channels.read(channel)).rejects.toThrow('in time');
    expect(store.healthy()).toBe(false);
    expect(store.everOpen()).toBe(true);
  });
});

describe('where the disk is full', () => {
  const large = 'x'.repeat(20_000);

  /** A store that took no more than the first of these `threads`. */
  async function full(): Promise<Steady & { readonly threads: number }> {
    const steady = await steadyOver({ dataDir: dataFolder(), maxPages: 40 });
    let threads = 0;
    for (; steady.store.healthy(); threads += 1)
      expect(await steady.store.threads.write(`old${threads}`, 'U1', { memory: large, version: 0 }, now)).toBe(true);
    return { ...steady, threads };
  }

  it('what could not be written is remembered, and reading what is there makes it no healthier', async () => {
    const steady = await full();
    const { store, failures, recovered, threads } = steady;
    expect(failures).toEqual(['threads.write']);
    expect(await store.threads.read('old0', 'U1', now)).toMatchObject({ version: 1 });
    expect(await store.threads.read(`old${threads - 1}`, 'U1', now)).toMatchObject({ memory: large });
    await store.feedback.list(9);
    await store.stats();
    // Writes that change no row, which the disk lets through.
    expect(await store.expire(now)).toBe(0);
    await store.claims.finish('nobody’s', 'A');
    await store.claims.renew('nobody’s', 'A', lease);
    expect(store.healthy()).toBe(false);
    expect(recovered()).toBe(0);
  });

  it('an event that could not be claimed there is answered all the same', async () => {
    const steady = await full();
    const { store } = steady;
    const room = 'e'.repeat(20_000); // no claim so long finds room
    expect(await answer(steady, `${room}1`)).toEqual({ state: 'taken', mayPost: true });
    expect(await answer(steady, `${room}1`)).toMatchObject({ state: 'done' });
    expect(steady.failures).toContain('claims.take');
    expect(store.healthy()).toBe(false);
  });

  it('it is healthy again once there is room and something was written', async () => {
    const steady = await full();
    const { store, recovered } = steady;
    expect(await store.expire(now + 31 * 24 * 60 * 60 * 1000)).toBeGreaterThan(0);
    expect(await store.threads.write('new', 'U1', { memory, version: 0 }, now)).toBe(true);
    expect(store.healthy()).toBe(true);
    expect(recovered()).toBe(1);
  });
});
