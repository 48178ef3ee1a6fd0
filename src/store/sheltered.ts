import { type Bounds, createBoundedMap } from './bounded-map.ts';
import { createLocalClaims } from './local.ts';
import type { Claims, Store, Threads, ThreadState } from './store.ts';

/** Has the database do something. Rejects where it does not. */
export type Ask = <T>(operation: string, what: (database: Store) => Promise<T>) => Promise<T>;

/**
 * Claims in the database, and in this process while the database does not do what it is asked. None of them rejects. Takes one
 * owner a process.
 */
export function shelteredClaims(ask: Ask, bounds: Bounds): Claims {
  const here = createLocalClaims(bounds);
  /** Claimed while the database could not be asked: it does not know of them, and what it says counts for nothing. */
  const apart = createBoundedMap<true>(bounds);

  /** The database is told in any case: it may have done what it failed to acknowledge. */
  async function change<T>(method: keyof Claims, event: string, what: (claims: Claims) => Promise<T>): Promise<T> {
    const known = await what(here);
    const told = await ask(`claims.${method}`, ({ claims }) => what(claims)).catch(() => known);
    return apart.get(event) === true ? known : told;
  }

  return {
    async take(event, owner, lease) {
      const known = await here.take(event, owner, lease);
      if (known === 'held' || known === 'done') return known;
      try {
        const told = await ask('claims.take', ({ claims }) => claims.take(event, owner, lease));
        apart.delete(event);
        if (told === 'held') await here.release(event, owner);
        if (told === 'done') await here.finish(event, owner);
        return told;
      } catch {
        apart.set(event, true);
        return known;
      }
    },
    async renewAll(events, owner, lease) {
      await here.renewAll(events, owner, lease);
      await ask('claims.renewAll', ({ claims }) => claims.renewAll(events, owner, lease)).catch(() => undefined);
    },
    renew: (event, owner, lease) => change('renew', event, (claims) => claims.renew(event, owner, lease)),
    posting: (event, owner) => change('posting', event, (claims) => claims.posting(event, owner)),
    finish: (event, owner) => change('finish', event, (claims) => claims.finish(event, owner)),
    release: (event, owner) => change('release', event, (claims) => claims.release(event, owner)),
  };
}

/** Threads in the database, and in this process while the database does not do what it is asked. None of them rejects. */
export interface ShelteredThreads extends Threads {
  /** Forgets what this process keeps of all threads; the database's are as they were. */
  forget(): void;
}

/**
 * What could not be written stays here under the version that the database has, so that it is written there with the next turn,
 * unless another process has gone on with the thread.
 */
export function shelteredThreads(ask: Ask, bounds: Bounds): ShelteredThreads {
  interface Kept extends ThreadState {
    readonly unwritten: boolean;
  }
  let here = createBoundedMap<Kept>(bounds);

  return {
    async read(conversation, person, now) {
      const key = keyOf(conversation, person);
      let told: ThreadState | null;
      try {
        told = await ask('threads.read', ({ threads }) => threads.read(conversation, person, now));
      } catch {
        const kept = here.get(key);
        return kept === undefined ? null : stateOf(kept);
      }
      const kept = here.get(key);
      if (kept?.unwritten === true && kept.version === (told?.version ?? 0)) return stateOf(kept);
      if (told === null) here.delete(key);
      else here.set(key, { ...told, unwritten: false });
      return told;
    },
    async write(conversation, person, state, now) {
      const key = keyOf(conversation, person);
      const { memory, version } = state;
      try {
        const written = await ask('threads.write', ({ threads }) => threads.write(conversation, person, state, now));
        if (written) here.set(key, { memory, version: version + 1, unwritten: false });
        return written;
      } catch {
        if ((here.get(key)?.version ?? 0) !== version) return false;
        here.set(key, { memory, version, unwritten: true });
        return true;
      }
    },
    forget() {
      here = createBoundedMap<Kept>(bounds);
    },
  };
}

function stateOf({ memory, version }: ThreadState): ThreadState {
  return { memory, version };
}

/** Unambiguous whatever the two hold. */
function keyOf(conversation: string, person: string): string {
  return JSON.stringify([conversation, person]);
}
