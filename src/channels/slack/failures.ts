import { WebAPIHTTPError, WebAPIPlatformError } from '@slack/web-api';
import { ConfigError } from '../../errors.ts';
import { reason } from './log.ts';

/** Slack's word for a refused call ("channel_not_found", "http_404"); null where Slack gave no answer at all. */
export function slackError(error: unknown): string | null {
  if (error instanceof WebAPIPlatformError) return error.data.error;
  if (error instanceof WebAPIHTTPError) return `http_${error.statusCode}`;
  return null;
}

/** Refusals that pass by themselves. */
const passing = new Set(['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout', 'ratelimited']);

/** The error that ends the bot where Slack refuses a token; null where trying again may help. */
export function refusal(error: unknown, token: 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN'): ConfigError | null {
  if (!(error instanceof WebAPIPlatformError) || passing.has(error.data.error)) return null;
  const hint =
    token === 'SLACK_BOT_TOKEN'
      ? 'copy the Bot User OAuth Token of the installed app again, from OAuth & Permissions'
      : 'create an app-level token with the scope connections:write and turn Socket Mode on';
  return new ConfigError(`${token} is refused by Slack: ${error.data.error}`, { cause: error, hint });
}

/** The error where Slack cannot be reached when the bot starts. */
export function unreachable(error: unknown): ConfigError {
  const hint = 'check SLACK_API_URL and the network';
  return new ConfigError(`Slack does not answer: ${reason(error)}`, { cause: error, hint });
}
