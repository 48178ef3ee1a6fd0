import { createLocalClaims, createLocalThreads } from './local.ts';
import type { Store } from './store.ts';
import { StoreError } from '../errors.ts';

/** A store that may be out of reach for a while: answers go on without it. */
export interface SteadyStore extends Store {
  /** Whether the database is open and did what it was last asked. */
  healthy(): boolean;
}

/** How a store is kept within reach. */
export interface SteadyOptions {
  /** Opens the database; asked again every `retryMs` until it succeeds. */
  readonly open: () => Promise<Store>;
  /** Told every failure: what was asked, `open` or such as `feedback.rate`, and why it failed. */
  readonly onFailure: (operation: string, error: unknown) => void;
  /** Milliseconds between attempts to open; default 10,000. */
  readonly retryMs?: number;
  /** Milliseconds since the epoch; default the machine's clock. */
  readonly clock?: () => number;
}

const day = 24 * 60 * 60 * 1000;
type Part = Exclude<keyof Store, 'ping' | 'expire' | 'forget' | 'stats' | 'close'>;

/**
 * Opens the store, and goes on without it where that fails. While the database is out of reach, claims and threads are kept in
 * this process, so that questions are answered once and followed up; everything else rejects, so that nobody is told that
 * something was kept. Claims and threads never reject.
 */
export async function createSteadyStore(options: SteadyOptions): Promise<SteadyStore> {
  const { open, onFailure, retryMs = 10_000, clock = Date.now } = options;
  const bounds = { most: 10_000, ttl: day, clock };
  const spare: Partial<Pick<Store, Part>> = { claims: createLocalClaims(bounds), threads: createLocalThreads(bounds) };
  let store: Store | null = null;
  let healthy = false;
  let timer: NodeJS.Timeout | null = null;
  let closed = false;

  async function attempt(): Promise<void> {
    try {
      const opened = await open();
      if (closed) await opened.close();
      else [store, healthy] = [opened, true];
    } catch (error) {
      onFailure('open', error);
      if (!closed) timer = setTimeout(() => void attempt(), retryMs).unref();
    }
  }

  /** Does what is asked on the database; notes whether that works. */
  async function ask<T>(operation: string, what: (database: Store) => Promise<T>): Promise<T> {
    if (store === null)
      throw new StoreError('the store is not open', { hint: 'the log says why it could not be opened' });
    try {
      const result = await what(store);
      healthy = true;
      return result;
    } catch (error) {
      healthy = false;
      onFailure(operation, error);
      throw error;
    }
  }

  /** One part of the store, method by method. */
  function steady<P extends Part>(name: P): Store[P] {
    type Methods = Record<string, (...args: unknown[]) => Promise<unknown>>;
    const methods = new Proxy<Methods>(
      {},
      {
        get:
          (_, method: string) =>
          async (...args: unknown[]) => {
            const call = (part: unknown) => (part as Methods)[method]?.(...args);
            const asked = ask(`${name}.${method}`, async (database) => call(database[name]));
            return spare[name] === undefined ? asked : asked.catch(() => call(spare[name]));
          },
      },
    );
    return methods as unknown as Store[P];
  }

  await attempt();
  return {
    claims: steady('claims'),
    threads: steady('threads'),
    feedback: steady('feedback'),
    questions: steady('questions'),
    baskets: steady('baskets'),
    alerts: steady('alerts'),
    publications: steady('publications'),
    channels: steady('channels'),
    ping: () => ask('ping', (database) => database.ping()),
    expire: (now) => ask('expire', (database) => database.expire(now)),
    forget: (person) => ask('forget', (database) => database.forget(person)),
    stats: () => ask('stats', (database) => database.stats()),
    healthy: () => healthy,
    async close() {
      closed = true;
      if (timer !== null) clearTimeout(timer);
      await store?.close();
    },
  };
}
