import type { WebClient } from '@slack/web-api';
import { isWithheld, slackError } from './failures.ts';
import { type Log, reason } from '../../operations/log.ts';

/** Calls a Web API method that the bot can do without. Never rejects, never delays an answer. */
export type CallOptional = (method: string, args: Readonly<Record<string, unknown>>) => void;

/**
 * Optional methods may be refused by a workspace or missing in a Slack-compatible server: that is logged once, and the method is
 * not called again. What only one call held, and what passes (a server's failure, a rate limit), is logged and the next call is
 * made. `client` should not retry.
 */
export function createOptional(client: WebClient, log: Log): CallOptional {
  const refused = new Set<string>();
  return (method, args) => {
    if (refused.has(method)) return;
    client.apiCall(method, args).catch((error: unknown) => {
      if (slackError(error) === null || refused.has(method)) return;
      if (!isWithheld(error)) return log.info(`slack: ${method} failed`, { reason: reason(error) });
      refused.add(method);
      log.warn(`slack: goes on without ${method}`, { reason: reason(error) });
    });
  };
}
