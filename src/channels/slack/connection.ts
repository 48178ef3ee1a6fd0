import { HTTPReceiver, type Receiver, SocketModeReceiver } from '@slack/bolt';
import { setTimeout as pause } from 'node:timers/promises';
import type { WebClientOptions } from '@slack/web-api';
import type { RequestListener } from 'node:http';
import type { ConfigError } from '../../errors.ts';
import { type Log, reason } from '../../operations/log.ts';
import { boltLogger } from './log.ts';
import { untilReached } from './reach.ts';

/** A way for Slack's events to reach a Bolt receiver. */
export interface Connection {
  readonly receiver: Receiver;
  /** Who takes Slack's HTTP calls; null in Socket Mode. */
  readonly listener: RequestListener | null;
  /**
   * Resolves once events can arrive, however long Slack cannot be reached.
   *
   * @throws ConfigError where Slack refuses the app.
   */
  open(): Promise<void>;
  /** Whether events can arrive at this moment. */
  connected(): boolean;
  close(): Promise<void>;
  /** Rejects with a ConfigError when Slack refuses the app for good while it runs; never resolves. */
  readonly lost: Promise<never>;
}

/** The largest body that is read, in bytes; Slack's payloads are far smaller. */
const largestBody = 1024 * 1024;

/** How long a server may take to greet on a socket that it has accepted, in milliseconds. */
const greetingMs = 15_000;

/**
 * Socket Mode. The client's own reconnection drops the promises of its attempts, so that a refusal during one would end
 * the process with a stack, and it tries some refused tokens for ever: reconnecting is done here.
 */
export function createSocket(appToken: string, clientOptions: WebClientOptions, log: Log): Connection {
  const receiver = new SocketModeReceiver({
    appToken,
    autoReconnectEnabled: false,
    logger: boltLogger(log),
    installerOptions: { clientOptions: { ...clientOptions, retryConfig: { retries: 0 } } },
  });
  contain(receiver.client, log);
  const closing = new AbortController();
  const { promise: lost, reject: giveUp } = promiseOfLoss();
  let state: 'closed' | 'connecting' | 'connected' = 'closed';

  async function attempt(): Promise<void> {
    const greeted = new AbortController();
    const silence = pause(greetingMs, undefined, { signal: greeted.signal, ref: false }).then(async () => {
      await receiver.client.disconnect();
      throw new Error('the server accepts a socket and says nothing on it');
    });
    await Promise.race([receiver.client.start(), silence]).finally(() => greeted.abort());
    if (closing.signal.aborted) await receiver.stop();
  }

  async function connect(): Promise<void> {
    state = 'connecting';
    await untilReached(attempt, { token: 'SLACK_APP_TOKEN', log, signal: closing.signal });
    state = 'connected';
  }

  async function reconnect(): Promise<void> {
    if (state === 'connecting' || closing.signal.aborted) return;
    log.warn('slack: connection lost');
    await connect();
    log.info('slack: connected again');
  }

  return {
    receiver,
    listener: null,
    lost,
    connected: () => state === 'connected',
    async open() {
      await connect();
      receiver.client.on('disconnected', () => {
        reconnect().catch((error: unknown) => {
          if (!closing.signal.aborted) giveUp(error as ConfigError);
        });
      });
    },
    async close() {
      closing.abort();
      state = 'closed';
      await receiver.stop();
    },
  };
}

/**
 * The client and the receiver drop the promises of what they do with an envelope: one that is not formed as they expect
 * would end the process.
 */
function contain(client: SocketModeReceiver['client'], log: Log): void {
  for (const event of ['ws_message', 'slack_event']) {
    const listeners = client.listeners(event);
    client.removeAllListeners(event);
    for (const listener of listeners) {
      const take = async (...envelope: unknown[]): Promise<void> => listener.apply(client, envelope);
      client.on(event, (...envelope: unknown[]) => {
        take(...envelope).catch((error: unknown) =>
          log.warn('slack: an envelope was left unread', { reason: reason(error) }),
        );
      });
    }
  }
}

/**
 * HTTP mode: `listener` takes POST /slack/events, reads at most a megabyte, verifies signature and time stamp over the
 * bytes as they came, and only then parses them.
 */
export function createHttp(signingSecret: string, log: Log): Connection {
  const receiver = new HTTPReceiver({ signingSecret, bodyLimit: largestBody, logger: boltLogger(log) });
  let open = false;
  return {
    receiver,
    listener: (request, response) => receiver.requestListener(request, response),
    lost: promiseOfLoss().promise,
    connected: () => open,
    async open() {
      open = true;
    },
    async close() {
      open = false;
    },
  };
}

function promiseOfLoss(): { readonly promise: Promise<never>; readonly reject: (error: ConfigError) => void } {
  const losing = new AbortController();
  const promise = new Promise<never>((_, reject) => {
    losing.signal.addEventListener('abort', () => reject(losing.signal.reason));
  });
  promise.catch(() => undefined); // whoever does not wait for the loss must not be ended by it
  return { promise, reject: (error) => losing.abort(error) };
}
