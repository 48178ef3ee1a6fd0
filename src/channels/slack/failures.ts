import { WebAPIHTTPError, WebAPIPlatformError } from '@slack/web-api';
import { ConfigError } from '../../errors.ts';
import { reason } from '../../operations/log.ts';

/**
 * Slack's word for a refused call ("channel_not_found", "http_404"); null where Slack gave no answer at all: the client
 * takes the whole page of another server for such a word.
 */
export function slackError(error: unknown): string | null {
  if (error instanceof WebAPIPlatformError) return /^\w+$/.test(error.data.error) ? error.data.error : null;
  if (error instanceof WebAPIHTTPError) return `http_${error.statusCode}`;
  return null;
}

/** What a workspace or a server says of a method that it will not serve to this app at all. */
const withheld = new Set([
  'unknown_method',
  'missing_scope',
  'not_allowed_token_type',
  'method_deprecated',
  'deprecated_endpoint',
  'team_access_not_granted',
  'no_permission',
  'not_enabled',
  'feature_not_enabled',
  'http_401',
  'http_403',
  'http_404',
  'http_405',
  'http_410',
  'http_501',
]);

/** Whether an error means that a method is refused for good, and not what one call held or a moment that passes. */
export function isWithheld(error: unknown): boolean {
  return withheld.has(slackError(error) ?? '');
}

/** Refusals that pass by themselves. */
const passing = new Set(['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout', 'ratelimited']);

/** The error that ends the bot where Slack refuses a token; null where trying again may help. */
export function refusal(error: unknown, token: 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN'): ConfigError | null {
  const word = slackError(error);
  if (!(error instanceof WebAPIPlatformError) || word === null || passing.has(word)) return null;
  const hint =
    token === 'SLACK_BOT_TOKEN'
      ? 'copy the Bot User OAuth Token of the installed app again, from OAuth & Permissions'
      : 'create an app-level token with the scope connections:write and turn Socket Mode on';
  return new ConfigError(`${token} is refused by Slack: ${word}`, { cause: error, hint });
}

/** What keeps the bot from Slack, for the log: it goes on trying. */
export function unreachable(error: unknown): string {
  const page = error instanceof WebAPIPlatformError && slackError(error) === null;
  return page ? 'the server there is not the Web API' : reason(error ?? 'the socket closed at once');
}
