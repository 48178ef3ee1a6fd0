import { randomUUID } from 'node:crypto';
import { type Ask, shelteredClaims, shelteredThreads } from './sheltered.ts';
import type { Store } from './store.ts';
import { NewerStoreError, StoreError } from '../errors.ts';

/** A store that may be out of reach for a while: answers go on without it. */
export interface SteadyStore extends Store {
  /**
   * Whether the database is open, and read and wrote when it was last asked to. Once it has refused to write, only a row that
   * was written counts: a full disk lets through what changes none.
   */
  healthy(): boolean;
  /** Whether the database has been open at any time since the start. */
  everOpen(): boolean;
  /** Resolves where the database answers and, when it has refused to write, writes again. */
  ping(): Promise<void>;
}

/** How a store is kept within reach. */
export interface SteadyOptions {
  /** Opens the database; asked again every `retryMs` until it succeeds. */
  readonly open: () => Promise<Store>;
  /** Told every failure: what was asked, `open` or such as `feedback.rate`, and why it failed. */
  readonly onFailure: (operation: string, error: unknown) => void;
  /** Told when the database does again what it is asked, after a failure. */
  readonly onRecovery?: () => void;
  /** Milliseconds between attempts to open; default 10,000. */
  readonly retryMs?: number;
  /** Milliseconds that claims, threads and settings of channels are waited for; default 3,000: a claim that takes longer than its lease is none. */
  readonly patienceMs?: number;
  /** Milliseconds since the epoch; default the machine's clock. */
  readonly clock?: () => number;
}

const day = 24 * 60 * 60 * 1000;

/** What is kept in this process too: claims are small, a thread has some kilobytes. */
const mostClaims = 10_000;
const mostThreads = 1_000;

type Part = 'feedback' | 'questions' | 'baskets' | 'alerts' | 'publications';
type Methods = Readonly<Record<string, (...args: unknown[]) => Promise<unknown>>>;

/** Methods that change nothing. */
const reads = new Set(['read', 'list', 'last', 'ping', 'stats']);

/**
 * Opens the store, and goes on without it where that fails. Claims and threads are kept in this process too, which takes over
 * while the database does not do what it is asked: questions are answered once and followed up, and these two never reject.
 * Everything else then rejects, so that nobody is told that something was kept.
 *
 * @throws NewerStoreError at the start: a database that a newer Greffier wrote is not to be gone on without.
 */
export async function createSteadyStore(options: SteadyOptions): Promise<SteadyStore> {
  const {
    open,
    onFailure,
    onRecovery = () => undefined,
    retryMs = 10_000,
    patienceMs = 3_000,
    clock = Date.now,
  } = options;
  const bounds = { ttl: day, clock };
  const works = { open: false, reading: true, writing: true };
  let store: Store | null = null;
  let timer: NodeJS.Timeout | null = null;
  let closed = false;
  const healthy = (): boolean => works.open && works.reading && works.writing;

  async function attempt(): Promise<void> {
    try {
      const opened = await open();
      if (closed) return await opened.close();
      store = opened;
      works.open = true;
    } catch (error) {
      if (error instanceof NewerStoreError && timer === null) throw error;
      onFailure('open', error);
      if (!closed) timer = setTimeout(() => void attemptAgain(), retryMs).unref();
    }
  }

  async function attemptAgain(): Promise<void> {
    await attempt();
    if (healthy()) onRecovery();
  }

  function fail(operation: string, error: unknown): void {
    works[reads.has(operation.split('.').at(-1) ?? '') ? 'reading' : 'writing'] = false;
    onFailure(operation, error);
  }

  /** Does what is asked on the database, and notes whether that works. */
  const ask: Ask = async (operation, what) => {
    if (store === null) throw new StoreError('the store is not open', { hint: 'the log says why' });
    try {
      const result = await what(store);
      const before = healthy();
      works.reading = true;
      if (result === 'taken' || result === true) works.writing = true;
      if (!before && healthy()) onRecovery();
      return result;
    } catch (error) {
      fail(operation, error);
      throw error;
    }
  };

  /** How many calls were given up, and have not come to an end. */
  let hanging = 0;

  /** The same for what this process can do itself: it is not waited for any longer than that, nor asked behind what hangs. */
  const askInTime: Ask = async (operation, what) => {
    const late = new StoreError('the database does not answer in time', { hint: 'check its load and the network' });
    if (hanging > 0) throw late;
    const asked = ask(operation, what);
    let patience: NodeJS.Timeout | null = null;
    const tooLate = new Promise<never>((_, reject) => {
      patience = setTimeout(() => {
        hanging += 1;
        const end = (): void => void (hanging -= 1);
        asked.then(end, end);
        fail(operation, late);
        reject(late);
      }, patienceMs);
    });
    try {
      return await Promise.race([asked, tooLate]);
    } finally {
      if (patience !== null) clearTimeout(patience);
    }
  };

  /** Claims something that nobody else does, and gives it up. */
  async function writeSomething({ claims }: Store): Promise<string> {
    const name = `ping:${randomUUID()}`;
    const state = await claims.take(name, name, { now: clock(), until: clock() });
    await claims.release(name, name);
    return state;
  }

  /** One part of the store, method by method. */
  function steady<P extends Part>(name: P): Store[P] {
    const get =
      (_: unknown, method: string) =>
      async (...args: unknown[]) =>
        ask(`${name}.${method}`, async (database) => (database[name] as unknown as Methods)[method]?.(...args));
    return new Proxy({}, { get }) as Store[P];
  }

  const claims = shelteredClaims(askInTime, { ...bounds, most: mostClaims });
  const threads = shelteredThreads(askInTime, { ...bounds, most: mostThreads });
  await attempt();
  return {
    claims,
    threads,
    feedback: steady('feedback'),
    questions: steady('questions'),
    baskets: steady('baskets'),
    alerts: steady('alerts'),
    publications: steady('publications'),
    channels: {
      // Every message in a channel waits for them.
      read: (channel) => askInTime('channels.read', (database) => database.channels.read(channel)),
      all: () => askInTime('channels.all', (database) => database.channels.all()),
      write: (...change) => ask('channels.write', (database) => database.channels.write(...change)),
    },
    async ping() {
      await ask('ping', (database) => database.ping());
      if (!works.writing) await ask('claims.take', writeSomething);
    },
    expire: (now) => ask('expire', (database) => database.expire(now)),
    async forget(person) {
      threads.forget();
      return ask('forget', (database) => database.forget(person));
    },
    stats: () => ask('stats', (database) => database.stats()),
    healthy,
    everOpen: () => works.open,
    async close() {
      closed = true;
      if (timer !== null) clearTimeout(timer);
      await store?.close();
    },
  };
}
