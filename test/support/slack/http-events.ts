import { createHmac } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { parseJson } from './call-args.ts';
import type { Attempt, PayloadKind } from './transport.ts';
import type { HttpOptions } from './types.ts';
import { ids, type World } from './world.ts';

/** Payloads that Slack sends to the interactivity URL. */
const interactions = new Set<unknown>([
  'block_actions',
  'view_submission',
  'view_closed',
  'shortcut',
  'message_action',
]);

interface HttpAnswer {
  readonly status: number;
  readonly body: string;
  readonly noRetry: boolean;
}

/** The `x-slack-signature` of a raw body. https://docs.slack.dev/authentication/verifying-requests-from-slack */
export function signature(secret: string, timestamp: number, rawBody: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${rawBody}`).digest('hex')}`;
}

/** Sends one payload to the app's URL as Slack's servers do, without trying again. */
export async function sendHttp(
  world: World,
  url: string,
  body: Readonly<Record<string, unknown>>,
  options: HttpOptions & { readonly reason?: string } = {},
): Promise<HttpAnswer> {
  const encoded = encode(body);
  const timestamp = options.timestamp ?? Math.floor(Date.now() / 1000);
  const secret = options.signed === false ? 'not the signing secret' : ids.signingSecret;
  const retry =
    options.retryNum === undefined
      ? {}
      : { 'x-slack-retry-num': String(options.retryNum), 'x-slack-retry-reason': options.reason ?? 'http_timeout' };
  return new Promise((resolve, reject) => {
    const request = httpRequest(eventsUrl(url), {
      method: 'POST',
      // One connection a request, so that a receiver that is told to stop has none to wait for.
      agent: false,
      headers: {
        'content-type': encoded.type,
        'content-length': Buffer.byteLength(encoded.raw),
        'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
        'x-slack-request-timestamp': String(timestamp),
        'x-slack-signature': signature(secret, timestamp, encoded.raw),
        ...retry,
      },
      signal: AbortSignal.timeout(world.options.ackTimeoutMs ?? 3000),
    });
    request.on('error', reject);
    request.on('response', (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          body: Buffer.concat(parts).toString('utf8'),
          noRetry: response.headers['x-slack-no-retry'] === '1',
        }),
      );
    });
    request.end(encoded.raw);
  });
}

/** One delivery in HTTP mode, failures told as Slack's retry reasons. */
export async function attemptHttp(
  world: World,
  url: string,
  kind: PayloadKind,
  payload: Readonly<Record<string, unknown>>,
  retry: { readonly number: number; readonly reason: string },
): Promise<Attempt> {
  const options = kind === 'events_api' && retry.number > 0 ? { retryNum: retry.number, reason: retry.reason } : {};
  try {
    const { status, body, noRetry } = await sendHttp(world, url, payload, options);
    const acked = status >= 200 && status < 300;
    const response = body === '' ? null : (parseJson(body) ?? body);
    return { acked, response, status, failure: 'http_error', noRetry };
  } catch (error) {
    const timedOut = error instanceof Error && ['TimeoutError', 'AbortError'].includes(error.name);
    const failure = timedOut ? 'http_timeout' : 'connection_failed';
    return { acked: false, response: null, status: 0, failure, noRetry: false };
  }
}

/** Slash commands are forms, interactions a form with one JSON field, events JSON. */
function encode(body: Readonly<Record<string, unknown>>): { type: string; raw: string } {
  const type = 'application/x-www-form-urlencoded';
  if (typeof body['command'] === 'string') {
    const fields = Object.entries(body).map(([name, value]): [string, string] => [name, String(value)]);
    return { type, raw: new URLSearchParams(fields).toString() };
  }
  if (interactions.has(body['type'])) {
    return { type, raw: new URLSearchParams({ payload: JSON.stringify(body) }).toString() };
  }
  return { type: 'application/json', raw: JSON.stringify(body) };
}

function eventsUrl(base: string): string {
  const url = new URL(base);
  if (url.pathname === '/') url.pathname = '/slack/events';
  return url.href;
}
