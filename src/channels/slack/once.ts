import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Claims } from '../../store/store.ts';

/** What falls to this process, and what it must ask before it sends anything. */
export interface Claim {
  /** Whether a process died when it was about to send: its message may have arrived. */
  readonly doubtful: boolean;
  /** False where another process has taken over meanwhile: nothing may be sent. */
  readonly mayPost: () => Promise<boolean>;
}

/** The claim of what reaches one process only, once: a command, a click. */
export const undisputed: Claim = { doubtful: false, mayPost: async () => true };

/** Sees to it that each thing is done once, however often and to whichever process Slack delivers it. */
export interface Once {
  /**
   * Does the work where it falls to this process. Where another process holds it, waits until that one is done, or takes over
   * once it has stopped renewing its claim. Where the work fails, `again` lets it be asked for anew; default: it is not.
   *
   * @returns what the work returned; null where it was done elsewhere or before
   * @throws what the work threw
   */
  run<T>(thing: string, work: (claim: Claim) => Promise<T>, again?: boolean): Promise<T | null>;
  /** Stops waiting for other processes. */
  close(): void;
}

/** How a claim is held. */
export interface OnceOptions {
  /** Milliseconds after which a claim that is not renewed may be taken over; default 3,000. It is renewed three times as often. */
  readonly leaseMs?: number;
  /** Milliseconds since the epoch; default the machine's clock, which the processes share or keep in step within a second. */
  readonly clock?: () => number;
}

/** What a thing is called among the claims: nobody can read there who did what, and its length is the same for all. */
export function claimName(thing: string): string {
  return createHash('sha256').update(thing).digest('base64url');
}

/** How often a process looks whether another is done, as a part of the lease. */
const looksPerLease = 12;
const renewalsPerLease = 3;

/** Claims things for one process, under a name of its own. `claims` must not reject: see createSteadyStore. */
export function createOnce(claims: Claims, { leaseMs = 3_000, clock = Date.now }: OnceOptions = {}): Once {
  const owner = randomUUID();
  const inHand = new Map<string, Promise<unknown>>();
  const held = new Set<string>();
  let renewal: NodeJS.Timeout | null = null;
  const closing = new AbortController();
  const lease = () => ({ now: clock(), until: clock() + leaseMs });

  /** All claims are renewed at once: a write for each would hold up everything where many are held. */
  function hold(thing: string): void {
    held.add(thing);
    renewal ??= setInterval(() => void claims.renewAll([...held], owner, lease()), leaseMs / renewalsPerLease);
  }

  function letGo(thing: string): void {
    held.delete(thing);
    if (held.size > 0 || renewal === null) return;
    clearInterval(renewal);
    renewal = null;
  }

  /** `done` too where this process stops while it waits. */
  async function turnOf(event: string): Promise<'taken' | 'posting' | 'done'> {
    for (;;) {
      const state = await claims.take(event, owner, lease());
      if (state !== 'held') return state;
      if (closing.signal.aborted) return 'done';
      await pause(leaseMs / looksPerLease, undefined, { signal: closing.signal }).catch(() => undefined);
    }
  }

  async function attempt<T>(thing: string, work: (claim: Claim) => Promise<T>, again: boolean): Promise<T | null> {
    const event = claimName(thing);
    const state = await turnOf(event);
    if (state === 'done') return null;
    const doubtful = state === 'posting';
    // A dead process left it at `posting`: the claim stays there, and is renewed instead.
    const mayPost = () => (doubtful ? claims.renew(event, owner, lease()) : claims.posting(event, owner));
    hold(event);
    try {
      const result = await work({ doubtful, mayPost });
      await claims.finish(event, owner);
      return result;
    } catch (error) {
      await (again ? claims.release(event, owner) : claims.finish(event, owner));
      throw error;
    } finally {
      letGo(event);
    }
  }

  return {
    async run(thing, work, again = false) {
      const before = inHand.get(thing);
      if (before !== undefined) {
        await before.catch(() => undefined);
        return null;
      }
      const doing = attempt(thing, work, again);
      inHand.set(thing, doing);
      try {
        return await doing;
      } finally {
        inHand.delete(thing);
      }
    },
    close: () => closing.abort(),
  };
}
