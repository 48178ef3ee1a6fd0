import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../../operations/log.ts';
import { refusal, unreachable } from './failures.ts';

/** Pauses between attempts: none, then doubling from one second to half a minute. */
const firstPauseMs = 1000;
const longestPauseMs = 30_000;

/**
 * Tries until Slack is reached, waiting longer each time. An attempt should not retry by itself.
 *
 * @throws ConfigError that names `token` where Slack refuses it; the reason of `signal` once that is aborted
 */
export async function untilReached<T>(
  attempt: () => Promise<T>,
  options: {
    readonly token: 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN';
    readonly log: Log;
    readonly signal: AbortSignal;
  },
): Promise<T> {
  const { token, log, signal } = options;
  for (let wait = 0; ; wait = Math.min(Math.max(wait * 2, firstPauseMs), longestPauseMs)) {
    await pause(wait, undefined, { signal });
    try {
      return await attempt();
    } catch (error) {
      const refused = refusal(error, token);
      if (refused !== null) throw refused;
      signal.throwIfAborted();
      const hint = 'check SLACK_API_URL and the network';
      log.warn('slack: not reached yet, trying again', { reason: unreachable(error), hint });
    }
  }
}
