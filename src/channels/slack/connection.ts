import { HTTPReceiver, type Receiver, SocketModeReceiver } from '@slack/bolt';
import type { WebClientOptions } from '@slack/web-api';
import { setTimeout as pause } from 'node:timers/promises';
import { ConfigError } from '../../errors.ts';
import { refusal, unreachable } from './failures.ts';
import { boltLogger, type Log, reason } from './log.ts';

/** A way for Slack's events to reach a Bolt receiver. */
export interface Connection {
  readonly receiver: Receiver;
  /**
   * Resolves once events can arrive, with where they do, for the log.
   *
   * @throws ConfigError where Slack refuses the app, or the address cannot be had.
   */
  open(): Promise<string>;
  /** Takes no further event. */
  close(): Promise<void>;
  /** Rejects with a ConfigError when Slack refuses the app for good while it runs; never resolves. */
  readonly lost: Promise<never>;
}

/** Pauses between attempts to reconnect: none, then doubling from one second to half a minute. */
const firstPauseMs = 1000;
const longestPauseMs = 30_000;

/** How long open HTTP connections may hold up the end. */
const closePatienceMs = 1000;

/**
 * Socket Mode. The client's own reconnection drops the promises of its attempts, so that a refusal during one would end
 * the process with a stack, and it tries some refused tokens for ever: reconnecting is done here.
 */
export function createSocket(appToken: string, clientOptions: WebClientOptions, log: Log): Connection {
  const receiver = new SocketModeReceiver({
    appToken,
    autoReconnectEnabled: false,
    logger: boltLogger(log),
    installerOptions: { clientOptions },
  });
  contain(receiver.client, log);
  const closing = new AbortController();
  const { promise: lost, reject: giveUp } = promiseOfLoss();
  let connecting = false;

  async function connect(wait: number): Promise<void> {
    await pause(wait, undefined, { signal: closing.signal });
    await receiver.client.start();
    if (closing.signal.aborted) await receiver.stop();
  }

  async function reconnect(): Promise<void> {
    if (connecting || closing.signal.aborted) return;
    connecting = true;
    log.warn('slack: connection lost');
    for (let wait = 0; connecting; wait = Math.min(Math.max(wait * 2, firstPauseMs), longestPauseMs)) {
      try {
        await connect(wait);
        log.info('slack: connected again');
        connecting = false;
      } catch (error) {
        const refused = refusal(error, 'SLACK_APP_TOKEN');
        if (refused !== null) giveUp(refused);
        connecting = refused === null && !closing.signal.aborted;
        if (connecting) log.warn(`slack: not connected yet: ${reason(error ?? 'the socket closed at once')}`);
      }
    }
  }

  return {
    receiver,
    lost,
    async open() {
      try {
        await connect(0);
      } catch (error) {
        throw refusal(error, 'SLACK_APP_TOKEN') ?? unreachable(error ?? 'the socket closed at once');
      }
      receiver.client.on('disconnected', () => void reconnect());
      return 'Socket Mode';
    },
    async close() {
      closing.abort();
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
        take(...envelope).catch((error: unknown) => log.warn(`slack: an envelope was left unread: ${reason(error)}`));
      });
    }
  }
}

/** HTTP mode: Slack calls POST /slack/events at `host:port`. Port 0 takes any free port. */
export function createHttp(signingSecret: string, host: string, port: number, log: Log): Connection {
  const receiver = new HTTPReceiver({ signingSecret, logger: boltLogger(log) });
  let cutConnections: (() => void) | null = null;
  return {
    receiver,
    lost: promiseOfLoss().promise,
    async open() {
      try {
        const server = await receiver.start({ host, port });
        cutConnections = () => server.closeAllConnections();
        const bound = server.address();
        const boundPort = typeof bound === 'object' && bound !== null ? bound.port : port;
        return `http://${host.includes(':') ? `[${host}]` : host}:${boundPort}/slack/events`;
      } catch (error) {
        const hint = 'choose other values for HOST and PORT';
        throw new ConfigError(`cannot listen on ${host}:${port}: ${reason(error)}`, { cause: error, hint });
      }
    },
    async close() {
      if (cutConnections === null) return;
      setTimeout(cutConnections, closePatienceMs).unref();
      cutConnections = null;
      await receiver.stop();
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
