import { type Bounds, createBoundedMap } from './bounded-map.ts';
import type { Claims, ClaimState, Threads, ThreadState } from './store.ts';

/** Claims of one process, gone with it. Bounded in number and age, counted from when they were last touched. */
export function createLocalClaims(bounds: Bounds): Claims {
  interface Claim {
    readonly owner: string;
    readonly state: Exclude<ClaimState, 'taken'>;
    readonly until: number;
  }
  const claims = createBoundedMap<Claim>(bounds);
  const change = (event: string, owner: string, to: (claim: Claim) => Claim | null): boolean => {
    const claim = claims.get(event);
    const changed = claim?.owner === owner ? to(claim) : null;
    if (changed !== null) claims.set(event, changed);
    return changed !== null;
  };
  const renew = (event: string, owner: string, until: number): boolean =>
    change(event, owner, (claim) => (claim.state === 'done' ? null : { ...claim, until }));
  return {
    async take(event, owner, { now, until }) {
      const claim = claims.get(event);
      if (claim !== undefined && (claim.state === 'done' || claim.until > now))
        return claim.state === 'done' ? 'done' : 'held';
      const state = claim?.state === 'posting' ? 'posting' : 'held';
      claims.set(event, { owner, state, until });
      return state === 'held' ? 'taken' : 'posting';
    },
    renew: async (event, owner, { until }) => renew(event, owner, until),
    async renewAll(events, owner, { until }) {
      for (const event of events) renew(event, owner, until);
    },
    posting: async (event, owner) =>
      change(event, owner, (claim) => (claim.state === 'held' ? { ...claim, state: 'posting' } : null)),
    finish: async (event, owner) => void change(event, owner, (claim) => ({ ...claim, state: 'done' })),
    async release(event, owner) {
      const claim = claims.get(event);
      if (claim?.owner === owner && claim.state !== 'done') claims.delete(event);
    },
  };
}

/** The threads of one process, gone with it. Bounded in number and age. */
export function createLocalThreads(bounds: Bounds): Threads {
  const threads = createBoundedMap<ThreadState>(bounds);
  return {
    read: async (conversation, person) => threads.get(keyOf(conversation, person)) ?? null,
    async write(conversation, person, { memory, version }) {
      const key = keyOf(conversation, person);
      if ((threads.get(key)?.version ?? 0) !== version) return false;
      threads.set(key, { memory, version: version + 1 });
      return true;
    },
  };
}

/** Unambiguous whatever the two hold. */
function keyOf(conversation: string, person: string): string {
  return JSON.stringify([conversation, person]);
}
