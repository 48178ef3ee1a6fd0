import { WebAPIRateLimitedError } from '@slack/web-api';
import { setTimeout as waitFor } from 'node:timers/promises';
import { createTurnQueue } from '../../conversation/turn-queue.ts';

/** Sees to it that Slack is sent no more than it takes, and that what it puts off is sent later. */
export interface Pace {
  /**
   * Posts in a channel: one message after another in the order of the calls, within Slack's rate; channels do not wait for
   * each other.
   *
   * @throws what the call throws, unless Slack only asks for patience
   */
  readonly post: <T>(channel: string, call: () => Promise<T>) => Promise<T>;
  /** Makes a call again for as long as Slack asks for patience. @throws as `post`. */
  readonly patiently: <T>(call: () => Promise<T>) => Promise<T>;
}

/** How fast messages follow each other in one channel. */
export interface PaceOptions {
  /** Milliseconds from one message to the next; default 1,000, as Slack's documents on rate limits say. */
  readonly intervalMs?: number;
  /** How many may come at once after a silence; default 3: Slack takes short bursts, and does not say how short. */
  readonly burst?: number;
  /** How long Slack is obeyed that goes on asking for patience, in ms; default ten minutes. */
  readonly patienceMs?: number;
  /** Milliseconds since any moment; default a steady clock. */
  readonly clock?: () => number;
  /** Waits so many milliseconds; default by that clock. */
  readonly pause?: (ms: number) => Promise<unknown>;
}

/** From how many channels on those that are silent are forgotten. */
const manyChannels = 1000;

/** The calls must come from a client that rejects what is rate limited: else one channel's limit holds up all others. */
export function createPace(options: PaceOptions = {}): Pace {
  const { intervalMs = 1000, burst = 3, patienceMs = 600_000 } = options;
  const { clock = () => performance.now(), pause = waitFor } = options;
  const queue = createTurnQueue();
  /** When the next message of a channel is due. */
  const due = new Map<string, number>();
  const earliest = () => clock() - (burst - 1) * intervalMs;

  async function patiently<T>(call: () => Promise<T>): Promise<T> {
    const end = clock() + patienceMs;
    for (;;) {
      try {
        return await call();
      } catch (error) {
        if (!(error instanceof WebAPIRateLimitedError)) throw error;
        const wait = Math.max(error.retryAfter * 1000, intervalMs);
        if (clock() + wait > end) throw error;
        await pause(wait);
      }
    }
  }

  function forgetSilent(): void {
    for (const [channel, at] of due) if (at < earliest()) due.delete(channel);
  }

  return {
    patiently,
    post: (channel, call) =>
      queue.run(channel, async () => {
        const mine = Math.max(due.get(channel) ?? -Infinity, earliest());
        if (due.size >= manyChannels) forgetSilent();
        due.set(channel, mine + intervalMs);
        const wait = mine - clock();
        if (wait > 0) await pause(wait);
        return patiently(call);
      }),
  };
}
