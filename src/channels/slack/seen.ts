/** Remembers what was already taken, so that Slack's retries and twin events are answered once. */
export interface Seen {
  /** True the first time that none of the keys is known; all of them are known from then on. */
  first(...keys: readonly string[]): boolean;
  /** Lets a key be taken again, after its work failed. */
  forget(key: string): void;
}

/** Slack retries for about an hour; a day covers workspaces that replay delayed events. */
const dayMs = 24 * 60 * 60 * 1000;

/**
 * Bounded in time (`ttlMs`, default 24 h) and number (`limit`, default 10,000 keys: the oldest give way).
 * `now` returns milliseconds.
 */
export function createSeen(options: { ttlMs?: number; limit?: number; now?: () => number } = {}): Seen {
  const { ttlMs = dayMs, limit = 10_000, now = Date.now } = options;
  const taken = new Map<string, number>();

  function dropOld(time: number): void {
    for (const [key, since] of taken) {
      if (taken.size <= limit && time - since < ttlMs) return;
      taken.delete(key);
    }
  }

  return {
    first(...keys) {
      const time = now();
      dropOld(time);
      const known = keys.some((key) => taken.has(key));
      for (const key of keys) if (!taken.has(key)) taken.set(key, time);
      dropOld(time);
      return !known;
    },
    forget: (key) => void taken.delete(key),
  };
}
