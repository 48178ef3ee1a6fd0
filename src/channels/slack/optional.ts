import type { WebClient } from '@slack/web-api';
import { slackError } from './failures.ts';
import { type Log, reason } from '../../operations/log.ts';

/** Calls a Web API method that the bot can do without. Never rejects, never delays an answer. */
export type CallOptional = (method: string, args: Readonly<Record<string, unknown>>) => void;

/**
 * Optional methods may be refused by a workspace or missing in a Slack-compatible server: the refusal is logged once a
 * method, and that method is not called again. `client` should not retry.
 */
export function createOptional(client: WebClient, log: Log): CallOptional {
  const refused = new Set<string>();
  return (method, args) => {
    if (refused.has(method)) return;
    client.apiCall(method, args).catch((error: unknown) => {
      if (slackError(error) === null || refused.has(method)) return;
      refused.add(method);
      log.warn(`slack: goes on without ${method}`, { reason: reason(error) });
    });
  };
}
