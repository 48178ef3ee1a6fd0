/** Limits of what is kept in memory. */
export interface Bounds {
  /** Entries at most; the least recently written goes first. */
  readonly most: number;
  /** Milliseconds after its last writing that an entry is kept. */
  readonly ttl: number;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
}

/** A map that forgets: entries expire, and their number is bounded. */
export interface BoundedMap<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
  delete(key: string): void;
  readonly size: number;
}

/** Creates an empty map. What has expired is never given; it is dropped when something is written or counted. */
export function createBoundedMap<T>({ most, ttl, clock }: Bounds): BoundedMap<T> {
  // A Map iterates in the order of insertion, so the first entry is the one written longest ago.
  const entries = new Map<string, { readonly value: T; readonly until: number }>();
  const dropOld = (): void => {
    for (const [key, { until }] of entries) {
      if (until > clock() && entries.size <= most) return;
      entries.delete(key);
    }
  };
  return {
    get: (key) => {
      const entry = entries.get(key);
      return entry !== undefined && entry.until > clock() ? entry.value : undefined;
    },
    set: (key, value) => {
      entries.delete(key);
      entries.set(key, { value, until: clock() + ttl });
      dropOld();
    },
    delete: (key) => void entries.delete(key),
    get size() {
      dropOld();
      return entries.size;
    },
  };
}
