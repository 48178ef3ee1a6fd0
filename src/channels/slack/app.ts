import { App } from '@slack/bolt';
import { type RetryOptions, WebClient, type WebClientOptions } from '@slack/web-api';
import type { Answerer } from '../../answer/answerer.ts';
import type { Config, SlackSecrets } from '../../config.ts';
import type { ConversationEngine } from '../../conversation/engine.ts';
import type { SteadyStore } from '../../store/steady.ts';
import { listenToActions } from './actions.ts';
import { createArrived } from './arrived.ts';
import type { Bot } from './bot.ts';
import { listenToCommand } from './command.ts';
import { type Connection, createHttp, createSocket } from './connection.ts';
import { listenToEvents } from './events.ts';
import { refusal, unreachable } from './failures.ts';
import { boltLogger, clientLogger, type Log, reason } from './log.ts';
import { createOnce, type OnceOptions } from './once.ts';
import { createOptional } from './optional.ts';
import { createTasks } from './tasks.ts';
import { createVoice } from './voice.ts';

/** What it takes to serve Slack. */
export interface SlackOptions {
  readonly secrets: SlackSecrets;
  readonly config: Pick<Config, 'SLACK_API_URL' | 'HOST' | 'PORT'>;
  readonly engine: ConversationEngine;
  /** Asked anew for every button, so that a reloaded corpus serves it. */
  readonly answerer: () => Answerer;
  readonly store: SteadyStore;
  readonly log: Log;
  /** How events are claimed among processes. */
  readonly once?: OnceOptions;
  /** How long a call of the Web API may take, in ms; default 10,000. */
  readonly timeoutMs?: number;
  /** How what must arrive is sent again after a failure; default three times within about ten seconds. */
  readonly retries?: RetryOptions;
}

/** A bot that is connected to Slack. */
export interface SlackBot {
  /** Where events arrive, for the log: `Socket Mode`, or the address that Slack must call. */
  readonly where: string;
  /** Takes no further event and finishes the answers in hand, for ten seconds at most. */
  stop(): Promise<void>;
  /** Rejects with a ConfigError when Slack refuses the app for good while it runs; never resolves. */
  readonly lost: Promise<never>;
}

const defaultTimeoutMs = 10_000;
const defaultRetries: RetryOptions = { retries: 3, factor: 2, minTimeout: 1000, maxTimeout: 5000 };
/** How long `stop` waits for the answers in hand. */
const patienceMs = 10_000;

/**
 * Connects to Slack and serves it.
 *
 * @throws ConfigError that names the setting where Slack refuses a token, cannot be reached, or the port is taken.
 */
export async function startSlack(options: SlackOptions): Promise<SlackBot> {
  const { secrets, config, log, timeoutMs = defaultTimeoutMs, retries = defaultRetries } = options;
  const common: WebClientOptions = {
    slackApiUrl: config.SLACK_API_URL,
    logger: clientLogger(log),
    timeout: timeoutMs,
  };
  const client = new WebClient(secrets.botToken, { ...common, retryConfig: retries });
  const quick = new WebClient(secrets.botToken, {
    ...common,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  });
  const identity = await identify(client);
  const tasks = createTasks(log);
  const once = createOnce(options.store.claims, options.once);
  const bot: Bot = {
    engine: options.engine,
    answerer: options.answerer,
    voice: createVoice(client, quick, timeoutMs, log),
    callOptional: createOptional(quick, log),
    once,
    arrived: createArrived(quick, identity.botUserId, log),
    store: options.store,
    tasks,
    userId: identity.botUserId,
  };
  const connection: Connection =
    secrets.mode === 'socket'
      ? createSocket(secrets.appToken, { ...common, retryConfig: retries }, log)
      : createHttp(secrets.signingSecret, config.HOST, config.PORT, log);
  const app = new App({
    receiver: connection.receiver,
    authorize: async () => ({ ...identity, botToken: secrets.botToken }),
    logger: boltLogger(log),
    convoStore: false,
    clientOptions: { ...common, retryConfig: retries },
  });
  app.error(async (error) => log.error(`slack: an event failed: ${reason(error)}`));
  listenToEvents(app, bot);
  listenToCommand(app, bot);
  listenToActions(app, bot);
  const where = await connection.open();
  return {
    where,
    lost: connection.lost,
    async stop() {
      await connection.close();
      once.close();
      await tasks.finished(patienceMs);
    },
  };
}

/** Who the bot is: checks the token once, at the start. */
async function identify(client: WebClient): Promise<{ botUserId: string; botId?: string }> {
  try {
    const { user_id: botUserId = '', bot_id: botId } = await client.auth.test();
    return { botUserId, ...(botId !== undefined && { botId }) };
  } catch (error) {
    throw refusal(error, 'SLACK_BOT_TOKEN') ?? unreachable(error);
  }
}
