import { once } from 'node:events';
import { startSlack } from '../channels/slack/app.ts';
import { createLog } from '../channels/slack/log.ts';
import { type Config, slackSecrets } from '../config.ts';
import type { ConversationEngine, Desk } from '../conversation/engine.ts';

/** What the Slack bot runs on, and where it tells what happens. */
export interface ServeOptions {
  readonly config: Config;
  readonly engine: ConversationEngine;
  /** The answerer of the moment: a reloaded corpus serves the next question. */
  readonly desk: Pick<Desk, 'answerer'>;
  /** Stops the bot when aborted, besides SIGINT and SIGTERM. */
  readonly signal?: AbortSignal;
  /** Where log lines go; default standard error. */
  readonly write?: (line: string) => void;
}

/**
 * The Slack bot: serves until SIGINT, SIGTERM or `signal`, then finishes the answers in hand. The caller closes the
 * engine and the desk.
 *
 * @returns exit code 0
 * @throws ConfigError where a secret is missing or refused, or Slack cannot be reached.
 */
export async function serve(options: ServeOptions): Promise<number> {
  const { config, engine, desk } = options;
  const secrets = slackSecrets(config);
  const log = createLog({
    level: config.LOG_LEVEL,
    secrets: Object.entries(secrets).flatMap(([name, value]) => (name === 'mode' ? [] : [value])),
    write: options.write ?? ((line) => void process.stderr.write(line)),
  });
  const stopping = new AbortController();
  const stopped = once(stopping.signal, 'abort').then(() => null);
  const stop = () => stopping.abort();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, stop);
  options.signal?.addEventListener('abort', stop, { once: true });
  if (options.signal?.aborted === true) stop();
  try {
    const starting = startSlack({ secrets, config, engine, answerer: desk.answerer, log });
    const bot = await Promise.race([starting, stopped]);
    if (bot === null) {
      starting.then((late) => late.stop()).catch(() => undefined); // told to stop before Slack had answered
      return 0;
    }
    log.info(`slack: connected (${bot.where})`);
    try {
      await Promise.race([stopped, bot.lost]);
    } finally {
      await bot.stop();
      log.info('slack: stopped');
    }
    return 0;
  } finally {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.off(name, stop);
  }
}
