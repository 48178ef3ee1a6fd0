import { EventEmitter, once } from 'node:events';
import type { Prompts } from '../channels/slack/agent.ts';
import { type SlackBot, startSlack } from '../channels/slack/app.ts';
import { type Config, slackSecrets } from '../config.ts';
import type { ConversationEngine } from '../conversation/engine.ts';
import { ConfigError } from '../errors.ts';
import { eventsPath, type HttpServer, type HttpServerOptions, openHttpServer } from '../operations/http-server.ts';
import { createLog, type Log, reason } from '../operations/log.ts';
import { createMetrics, type IndexState, type Metrics } from '../operations/metrics.ts';
import { configuredSecrets } from '../operations/secrets.ts';
import type { SteadyStore } from '../store/steady.ts';
import { version } from '../usage.ts';
import type { LiveDesk } from './desk.ts';

/** Where a service tells what happens. */
export interface Operations {
  readonly log: Log;
  readonly metrics: Metrics;
}

/** What the Slack bot answers with. */
export interface Opened {
  readonly engine: ConversationEngine;
  readonly store: SteadyStore;
  /** The answerer of the moment: a reloaded corpus serves the next question. */
  readonly desk: Pick<LiveDesk, 'answerer' | 'findings' | 'loadedAt' | 'onReload'>;
  /** Questions that Slack suggests; default: none of the corpus. */
  readonly prompts?: Prompts;
  /** Closes everything, once no answer is in hand. */
  close(): Promise<void>;
}

/** What the Slack bot runs on. */
export interface ServeOptions {
  readonly config: Config;
  /** Whether the operator chose PORT; where not, Socket Mode does without one that is taken. */
  readonly portChosen: boolean;
  /** Loads what answers: `/healthz` says meanwhile that the process is up. */
  readonly open: (operations: Operations) => Promise<Opened>;
  /** Stops the bot when aborted, besides SIGINT and SIGTERM. */
  readonly signal?: AbortSignal;
  /** Where log lines go; default standard error. */
  readonly write?: (line: string) => void;
}

/**
 * The Slack bot: serves until SIGINT, SIGTERM or `signal`, then finishes the answers in hand and closes everything.
 *
 * @returns exit code 0; 128 and its number where a second signal would not wait for that
 * @throws ConfigError where a secret is missing or refused, or HOST and PORT cannot be had; what `open` throws.
 */
export async function serve(options: ServeOptions): Promise<number> {
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  options.signal?.addEventListener('abort', stop, { once: true });
  if (options.signal?.aborted === true) stop();
  const impatience = new EventEmitter<{ end: [code: number] }>();
  const onSignal = (_: NodeJS.Signals, number: number) =>
    stopping.signal.aborted ? impatience.emit('end', 128 + number) : stop();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, onSignal);
  try {
    const atOnce = once(impatience, 'end').then(([code]) => code);
    return await Promise.race([run(options, stopping.signal), atOnce]);
  } finally {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.off(name, onSignal);
  }
}

async function run(options: ServeOptions, stopping: AbortSignal): Promise<number> {
  const { config, write = (line) => void process.stderr.write(line) } = options;
  const secrets = slackSecrets(config);
  const log = createLog({ level: config.LOG_LEVEL, secrets: configuredSecrets(config), write });
  const metrics = createMetrics({ process: true });
  let opened: Opened | null = null;
  let bot: SlackBot | null = null;
  const isStoreReady = async (): Promise<boolean> => {
    await opened?.store.ping();
    return opened?.store.healthy() ?? false;
  };
  metrics.watchIndex(() => (opened === null ? null : indexOf(opened.desk)));
  const server = await listen(options, {
    log,
    metrics,
    parts: () => ({ index: () => opened !== null, slack: () => bot?.connected() ?? false, store: isStoreReady }),
    ...(secrets.mode === 'http' && { events: () => (stopping.aborted ? null : (bot?.listener ?? null)) }),
  });
  try {
    opened = await options.open({ log, metrics });
    const { engine, desk, store, prompts } = opened;
    const upkeep = { findings: desk.findings, loadedAt: desk.loadedAt, version: version.trim() };
    const told = { log, metrics, upkeep, maintainers: config.MAINTAINERS, ...(prompts && { prompts }) };
    const parts = { engine, answerer: desk.answerer, store, ...told };
    bot = await startSlack({ secrets, config, ...parts, signal: stopping });
    desk.onReload(() => bot?.reloaded());
    const where = bot.listener === null || server === null ? 'Socket Mode' : `${server.address}${eventsPath}`;
    log.info('slack: connected', { where });
    await Promise.race([aborted(stopping), bot.lost]);
    log.info('stopping');
  } catch (error) {
    // Told to stop before Slack was reached.
    if (error !== stopping.reason) throw error;
  } finally {
    const closing = [() => bot?.stop(), () => opened?.close(), () => server?.close()];
    for (const close of closing) {
      await close()?.catch((error: unknown) => log.error('a part could not be closed', { reason: reason(error) }));
    }
    log.info('stopped');
  }
  return 0;
}

/**
 * Null where Socket Mode does without: several bots may run on one machine with the same default.
 *
 * @throws ConfigError as openHttpServer does.
 */
async function listen(
  { config, portChosen }: ServeOptions,
  options: Omit<HttpServerOptions, 'host' | 'port'>,
): Promise<HttpServer | null> {
  const { HOST: host, PORT: port } = config;
  try {
    const server = await openHttpServer({ host, port, ...options });
    options.log.info('http: listening', { where: server.address });
    return server;
  } catch (error) {
    const taken = error instanceof ConfigError && /EADDRINUSE/.test(error.message);
    if (!taken || portChosen || config.SLACK_MODE === 'http') throw error;
    const hint = 'set PORT';
    options.log.warn(`http: goes on without /healthz, /readyz and /metrics: ${error.message}`, { hint });
    return null;
  }
}

function indexOf({ answerer, loadedAt }: Opened['desk']): IndexState {
  const { proceedings } = answerer().corpus;
  const passages = proceedings.reduce((sum, { passages: own }) => sum + own.length, 0);
  return { files: proceedings.length, passages, loadedAt: loadedAt() };
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve());
  });
}
