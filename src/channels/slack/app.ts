import { App } from '@slack/bolt';
import { type RetryOptions, WebClient, type WebClientOptions } from '@slack/web-api';
import type { RequestListener } from 'node:http';
import type { Answerer } from '../../answer/answerer.ts';
import type { Config, SlackSecrets } from '../../config.ts';
import type { ConversationEngine } from '../../conversation/engine.ts';
import { type Log, reason } from '../../operations/log.ts';
import type { Metrics } from '../../operations/metrics.ts';
import type { SteadyStore } from '../../store/steady.ts';
import { createAlertRounds } from './alert-rounds.ts';
import { createArrived } from './arrived.ts';
import type { Prompts } from './agent.ts';
import { createAskerMark } from './asker.ts';
import type { Bot, Upkeep } from './bot.ts';
import { createSettingsBook } from './channel-settings.ts';
import { type Connection, createHttp, createSocket } from './connection.ts';
import { createCountedFetch } from './counted-fetch.ts';
import { listenToEvents } from './events.ts';
import { createIntake } from './intake.ts';
import { listenToFeatures } from './listen.ts';
import { createLocales } from './locales.ts';
import { boltLogger, clientLogger } from './log.ts';
import { createOnce, type OnceOptions } from './once.ts';
import { createOptional } from './optional.ts';
import { createPace, type PaceOptions } from './pace.ts';
import { untilReached } from './reach.ts';
import { createRoles } from './roles.ts';
import { createScopedAnswerer } from './scope.ts';
import { createTasks } from './tasks.ts';
import { createVoice } from './voice.ts';

/** What it takes to serve Slack. */
export interface SlackOptions {
  readonly secrets: SlackSecrets;
  readonly config: Pick<Config, 'SLACK_API_URL'>;
  readonly engine: ConversationEngine;
  /** Asked anew for every button, so that a reloaded corpus serves it. */
  readonly answerer: () => Answerer;
  readonly store: SteadyStore;
  /** Questions to suggest; default: none, and those of the manifest stand in. */
  readonly prompts?: Prompts;
  /** User ids of who looks after the record; default: nobody in particular. */
  readonly maintainers?: readonly string[];
  /** What they are told of besides the store and Slack; default: that all is well since now. */
  readonly upkeep?: Omit<Upkeep, 'connected'>;
  readonly log: Log;
  /** How events are claimed among processes. */
  readonly once?: OnceOptions;
  readonly metrics: Metrics;
  /** Ends the attempts to reach Slack. */
  readonly signal?: AbortSignal;
  /** How long a call of the Web API may take, in ms; default 10,000. */
  readonly timeoutMs?: number;
  /** How what must arrive is sent again after a failure; default three times within about ten seconds. */
  readonly retries?: RetryOptions;
  /** How fast messages follow each other in one channel. */
  readonly pace?: PaceOptions;
  /** How long alerts that could not be told wait to be asked again at first, in ms; default a minute. */
  readonly alertPauseMs?: number;
  /** When an event is acknowledged at the latest, in ms; default 2,500. */
  readonly acknowledgeMs?: number;
}

/** A bot that is connected to Slack. */
export interface SlackBot {
  /** Who takes Slack's HTTP calls; null in Socket Mode. */
  readonly listener: RequestListener | null;
  /** Whether events can arrive at this moment. */
  connected(): boolean;
  /** Another corpus answers from now on: questions that wait for an answer are asked again. */
  reloaded(): void;
  /** Takes no further event, finishes the answers in hand, for ten seconds at most, and closes the connection. */
  stop(): Promise<void>;
  /** Rejects with a ConfigError when Slack refuses the app for good while it runs; never resolves. */
  readonly lost: Promise<never>;
}

const defaultTimeoutMs = 10_000;
/** How what must arrive is sent again, unless told otherwise: three times within about ten seconds. */
export const defaultRetries: RetryOptions = { retries: 3, factor: 2, minTimeout: 1000, maxTimeout: 5000 };
/** How long `stop` waits for the answers in hand: everything is to be closed within ten seconds. */
const patienceMs = 9_000;

/**
 * Connects to Slack, however long that takes, and serves it.
 *
 * @throws ConfigError that names the setting where Slack refuses a token; the reason of `signal` where that ends it.
 */
export async function startSlack(options: SlackOptions): Promise<SlackBot> {
  const { secrets, config, log, metrics, timeoutMs = defaultTimeoutMs, retries = defaultRetries } = options;
  const { signal = new AbortController().signal } = options;
  const common: WebClientOptions = {
    slackApiUrl: config.SLACK_API_URL,
    logger: clientLogger(log),
    timeout: timeoutMs,
    fetch: createCountedFetch(metrics),
  };
  const client = new WebClient(secrets.botToken, { ...common, retryConfig: retries, rejectRateLimitedCalls: true });
  const quick = new WebClient(secrets.botToken, {
    ...common,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  });
  const identity = await unlessAborted(signal, identify(secrets.botToken, common, log, signal));
  const once = createOnce(options.store.claims, options.once);
  const connection: Connection =
    secrets.mode === 'socket' ? createSocket(secrets.appToken, common, log) : createHttp(secrets.signingSecret, log);
  const settings = createSettingsBook(options.store.channels, () => options.store.everOpen());
  const { maintainers = [], upkeep = unknownUpkeep(Date.now()) } = options;
  const bot: Bot = {
    engine: timed(options.engine, metrics),
    answerer: options.answerer,
    voice: createVoice(client, createPace(options.pace), quick, timeoutMs, log),
    callOptional: createOptional(quick, log),
    once,
    arrived: createArrived(quick, identity.botUserId, log),
    store: options.store,
    tasks: createTasks(log, metrics),
    askerMark: createAskerMark(secrets.botToken),
    prompts: options.prompts ?? (async () => []),
    localeOf: createLocales(quick, log),
    userId: identity.botUserId,
    settings,
    answererFor: createScopedAnswerer(options.answerer, settings),
    roles: createRoles(quick, maintainers, log),
    upkeep: { ...upkeep, connected: () => connection.connected() },
  };
  const intake = createIntake(connection.receiver, log, options.acknowledgeMs);
  const app = new App({
    receiver: intake.receiver,
    authorize: async () => ({ ...identity, botToken: secrets.botToken }),
    logger: boltLogger(log),
    convoStore: false,
    clientOptions: { ...common, retryConfig: retries },
  });
  app.error(async (error) => log.error('slack: an event failed', { reason: reason(error) }));
  listenToEvents(app, bot);
  listenToFeatures(app, bot);
  try {
    await unlessAborted(signal, connection.open());
  } catch (error) {
    await connection.close();
    throw error;
  }
  const alertRounds = createAlertRounds(bot, options.alertPauseMs);
  alertRounds.begin();
  return {
    listener: connection.listener,
    connected: () => connection.connected(),
    lost: connection.lost,
    reloaded: () => alertRounds.begin(),
    async stop() {
      const rounds = alertRounds.end(patienceMs);
      await intake.end(patienceMs);
      once.close();
      await rounds;
      await connection.close();
    },
  };
}

function unknownUpkeep(startedAt: number): Omit<Upkeep, 'connected'> {
  return { findings: () => [], loadedAt: () => startedAt, version: 'greffier' };
}

/** Who the bot is: checks the token once, at the start. A client that does not retry waits all the same where Slack asks for it. */
async function identify(
  token: string,
  options: WebClientOptions,
  log: Log,
  signal: AbortSignal,
): Promise<{ botUserId: string; botId?: string }> {
  const client = new WebClient(token, { ...options, retryConfig: { retries: 0 } });
  const { user_id: botUserId = '', bot_id: botId } = await untilReached(() => client.auth.test(), {
    token: 'SLACK_BOT_TOKEN',
    log,
    signal,
  });
  return { botUserId, ...(botId !== undefined && { botId }) };
}

/** @throws the reason of `signal` as soon as that is aborted, though the work goes on. */
async function unlessAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const settled = new AbortController();
  const aborted = new Promise<never>((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { signal: settled.signal });
  });
  return Promise.race([work, aborted]).finally(() => settled.abort());
}

/** The engine, whose turns are measured up to where they are delivered. */
function timed(engine: ConversationEngine, metrics: Metrics): ConversationEngine {
  return {
    ...engine,
    async turn(turn, deliver) {
      const start = performance.now();
      return engine.turn(turn, async (replies) => {
        metrics.turn(performance.now() - start);
        await deliver?.(replies);
      });
    },
  };
}
