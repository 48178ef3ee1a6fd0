import { App, HTTPReceiver, LogLevel, SocketModeReceiver, type AppOptions } from '@slack/bolt';
import type { Logger } from '@slack/bolt';
import { onTestFinished } from 'vitest';
import { startStrictSlack } from './strict-slack.ts';
import type { StrictSlack, StrictSlackOptions } from './types.ts';

/** A logger that keeps quiet: these tests provoke errors on purpose. */
export const silent: Logger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  getLevel: () => LogLevel.ERROR,
  setName: () => {},
};

/** A strict Slack that closes with the test, which fails where there were breaches. */
export async function slackForTest(options?: StrictSlackOptions): Promise<StrictSlack> {
  const slack = await startStrictSlack(options);
  onTestFinished(() => slack.close());
  return slack;
}

/**
 * A Bolt app in Socket Mode that reconnects soon.
 * @param configure adds the listeners, before the app starts.
 */
export async function socketApp(slack: StrictSlack, configure: (app: App) => void): Promise<App> {
  const clientOptions = { slackApiUrl: slack.apiUrl, retryConfig: { retries: 3, minTimeout: 1, maxTimeout: 1 } };
  const receiver = new SocketModeReceiver({
    appToken: slack.appToken,
    logger: silent,
    // Bolt waits this long before it reconnects; its default is 5 s.
    clientPingTimeout: 200,
    installerOptions: { clientOptions },
  });
  return started({ receiver, token: slack.botToken, clientOptions }, configure);
}

/** A Bolt app in HTTP mode, and the URL that Slack would be given. */
export async function httpApp(slack: StrictSlack, configure: (app: App) => void): Promise<string> {
  const receiver = new HTTPReceiver({ signingSecret: slack.signingSecret, logger: silent });
  onTestFinished(() => receiver.stop().then(() => {}));
  const app = new App({ ...common, receiver, token: slack.botToken, clientOptions: { slackApiUrl: slack.apiUrl } });
  configure(app);
  const server = await receiver.start({ port: 0, host: '127.0.0.1' });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

const common = { logger: silent } satisfies AppOptions;

async function started(options: AppOptions, configure: (app: App) => void): Promise<App> {
  const app = new App({ ...common, ...options });
  configure(app);
  onTestFinished(() => app.stop().then(() => {}));
  await app.start();
  return app;
}
