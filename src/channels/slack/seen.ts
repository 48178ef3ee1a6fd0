import { createBoundedMap } from '../../conversation/bounded-map.ts';

/** Remembers what was already taken, so that Slack's retries and twin events are answered once. */
export interface Seen {
  /** True the first time that none of the keys is known; all of them are known from then on. */
  first(...keys: readonly string[]): boolean;
  /** Lets a key be taken again, after its work failed. */
  forget(key: string): void;
}

/** Slack retries for about an hour; a day covers workspaces that replay delayed events. */
const dayMs = 24 * 60 * 60 * 1000;
const mostKeys = 10_000;

/**
 * Creates a memory of the events taken, bounded in time (`ttlMs`, default 24 h) and number (`limit`, default 10,000 keys:
 * the oldest give way). `now` returns milliseconds.
 */
export function createSeen(options: { ttlMs?: number; limit?: number; now?: () => number } = {}): Seen {
  const { ttlMs = dayMs, limit = mostKeys, now = Date.now } = options;
  const taken = createBoundedMap<true>({ most: limit, ttl: ttlMs, clock: now });
  return {
    first(...keys) {
      const unknown = keys.filter((key) => taken.get(key) === undefined);
      for (const key of unknown) taken.set(key, true);
      return unknown.length === keys.length;
    },
    forget: (key) => taken.delete(key),
  };
}
