import { SocketModeClient } from '@slack/socket-mode';
import { WebSocket } from 'ws';
import { WebClient } from '@slack/web-api';
import { expect, onTestFinished, test } from 'vitest';
import { silent, slackForTest, socketApp } from './test-app.ts';
import type { StrictSlack } from './types.ts';

/** The socket client alone, which leaves every acknowledgement to the test. */
async function rawClient(slack: StrictSlack): Promise<SocketModeClient> {
  const client = new SocketModeClient({
    appToken: slack.appToken,
    logger: silent,
    clientPingTimeout: 200,
    clientOptions: { slackApiUrl: slack.apiUrl },
  });
  onTestFinished(() => client.disconnect());
  await client.start();
  return client;
}

test('connects an app as Bolt itself makes its receiver', async () => {
  const slack = await slackForTest();
  const { App } = await import('@slack/bolt');
  const app = new App({
    token: slack.botToken,
    appToken: slack.appToken,
    socketMode: true,
    logger: silent,
    clientOptions: { slackApiUrl: slack.apiUrl },
  });
  onTestFinished(() => app.stop().then(() => {}));
  await app.start();
  await slack.connected();
  expect(
    slack
      .calls()
      .map(({ method }) => method)
      .toSorted(),
  ).toEqual(['apps.connections.open', 'auth.test']);
});

test('brings a mention, whose answer appears in its thread', async () => {
  const slack = await slackForTest();
  await socketApp(slack, (app) => {
    app.event('app_mention', async ({ event, say }) => {
      await say({ text: 'Cantal', thread_ts: event.thread_ts ?? event.ts });
    });
  });
  const asked = await slack.mention({ channel: 'C1', user: 'U1', text: 'quel département ?' });
  expect(asked).toMatchObject({ acked: true, attempts: 1 });
  const answer = await slack.waitFor(() => slack.messages('C1', asked.thread)[0]);
  expect(answer).toMatchObject({ text: 'Cantal', thread_ts: asked.ts, user: slack.botUserId });
});

test('sends an event again until it is acknowledged, and says so', async () => {
  const slack = await slackForTest({ ackTimeoutMs: 50 });
  const client = await rawClient(slack);
  const retries: unknown[] = [];
  client.on('slack_event', async ({ ack, retry_num, retry_reason }) => {
    retries.push([retry_num, retry_reason]);
    if (retries.length === 3) await ack();
  });
  const { acked, attempts } = await slack.mention({ channel: 'C1', user: 'U1', text: 'a' });
  expect({ acked, attempts }).toEqual({ acked: true, attempts: 3 });
  expect(retries).toEqual([
    [0, ''],
    [1, 'timeout'],
    [2, 'timeout'],
  ]);
});

test('gives an event up after three retries', async () => {
  const slack = await slackForTest({ ackTimeoutMs: 20 });
  await rawClient(slack);
  expect(await slack.mention({ channel: 'C1', user: 'U1', text: 'a' })).toMatchObject({ acked: false, attempts: 4 });
});

test('sends duplicates of an acknowledged event where a test asks for them', async () => {
  const slack = await slackForTest();
  const seen: string[] = [];
  await socketApp(slack, (app) => {
    app.message(async ({ body, context }) => {
      seen.push(`${body.event_id} ${context.retryNum}`);
    });
  });
  const first = await slack.message({ channel: 'C1', user: 'U1', text: 'a', retries: 2 });
  await slack.waitFor(() => seen.length === 3);
  expect(seen).toEqual([0, 1, 2].map((retry) => `${first.eventId} ${retry}`));
  await slack.message({ channel: 'C1', user: 'U1', text: 'a', ts: first.ts, eventId: first.eventId });
  await slack.waitFor(() => seen.length === 4);
  expect(slack.history('C1')).toHaveLength(1);
});

test('sends an event again over the next socket when one drops before the acknowledgement', async () => {
  const slack = await slackForTest();
  const client = await rawClient(slack);
  const retries: unknown[] = [];
  client.on('slack_event', async ({ ack, retry_num }) => {
    retries.push(retry_num);
    if (retry_num === 0) slack.dropSockets();
    else await ack();
  });
  expect(await slack.mention({ channel: 'C1', user: 'U1', text: 'a' })).toMatchObject({ acked: true, attempts: 2 });
  expect(retries).toEqual([0, 1]);
});

test('is connected again after a dropped socket', async () => {
  const slack = await slackForTest();
  await socketApp(slack, (app) => {
    app.event('app_mention', async ({ say }) => {
      await say('encore là');
    });
  });
  await slack.connected();
  expect(slack.dropSockets()).toBe(1);
  await slack.waitFor('apps.connections.open', 2);
  await slack.connected();
  await slack.mention({ channel: 'C1', user: 'U1', text: 'a' });
  await slack.waitFor(() => slack.messages('C1').length === 1);
});

test('is connected again after Slack asks for it', async () => {
  const slack = await slackForTest();
  await socketApp(slack, () => {});
  await slack.connected();
  slack.disconnect('warning');
  await slack.waitFor('apps.connections.open', 2);
  await slack.connected();
});

test('spreads events over the sockets of an app, and turns the eleventh away', async () => {
  const slack = await slackForTest();
  const clients = await Promise.all(Array.from({ length: 10 }, () => rawClient(slack)));
  const heard = new Set<number>();
  for (const [index, client] of clients.entries()) {
    client.on('slack_event', async ({ ack }) => {
      heard.add(index);
      await ack();
    });
  }
  await slack.connected(10);
  await slack.mention({ channel: 'C1', user: 'U1', text: 'a' });
  await slack.mention({ channel: 'C1', user: 'U1', text: 'b' });
  expect(heard.size).toBe(2);
  const { url } = await new WebClient(slack.appToken, {
    slackApiUrl: slack.apiUrl,
    logger: silent,
  }).apps.connections.open({});
  const eleventh = new WebSocket(url!);
  onTestFinished(() => eleventh.terminate());
  const told = await new Promise((resolve) =>
    eleventh.on('message', (data: Buffer) => resolve(JSON.parse(data.toString()))),
  );
  expect(told).toEqual({ type: 'disconnect', reason: 'too_many_websockets' });
});

test('opens a socket once for each ticket', async () => {
  const slack = await slackForTest();
  const socket = new WebSocket(`${slack.apiUrl.replace('http', 'ws').replace('/api/', '/link/')}?ticket=guess`);
  const refused = await new Promise((resolve) => socket.on('error', ({ message }) => resolve(message)));
  expect(refused).toContain('403');
});

test('shapes edits, joins, other bots, the bot itself and the home tab as Slack does', async () => {
  const slack = await slackForTest();
  const client = await rawClient(slack);
  const events: Record<string, unknown>[] = [];
  client.on('slack_event', async ({ ack, body }) => {
    events.push(body.event);
    await ack();
  });
  const { ts } = await slack.directMessage({ user: 'U1', text: 'Bonjour' });
  await slack.edited({ channel: slack.im('U1'), ts, text: 'Bonsoir' });
  await slack.joined({ channel: 'C1', user: 'U1' });
  await slack.botMessage({ channel: 'C1', text: 'bip' });
  await slack.ownMessage({ channel: 'C1', text: 'moi' });
  await slack.appHomeOpened({ user: 'U1', tab: 'messages' });
  await slack.event({ type: 'reaction_added', user: 'U1' });
  expect(events).toMatchObject([
    { type: 'message', channel_type: 'im', channel: 'D1', text: 'Bonjour', user: 'U1' },
    { subtype: 'message_changed', message: { text: 'Bonsoir' }, previous_message: { text: 'Bonjour' } },
    { subtype: 'channel_join', user: 'U1' },
    { subtype: 'bot_message', bot_id: 'B0OTHERBOT' },
    { user: slack.botUserId, bot_id: slack.botId, text: 'moi' },
    { type: 'app_home_opened', tab: 'messages', channel: 'D1' },
    { type: 'reaction_added' },
  ]);
  expect(slack.messages('C1')).toEqual([]);
});
