import { AssertionError } from 'node:assert';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { sendHttp } from './http-events.ts';
import { answerResponseUrl } from './response-url.ts';
import { createSenders } from './senders.ts';
import { createSocketMode } from './socket-mode.ts';
import type { RecordedMessage, StrictSlack, StrictSlackOptions } from './types.ts';
import { createWaitFor } from './waiting.ts';
import { answerCall, sendJson } from './web-api.ts';
import { addBreach, changed, createWorld, ids, imWith } from './world.ts';

/**
 * Starts a Slack of our own on 127.0.0.1, on a port that the system picks: Web API, Socket Mode, HTTP events and
 * response_urls, for the real Bolt client. Everything that the app sends is held against Slack's rules.
 */
export async function startStrictSlack(options: StrictSlackOptions = {}): Promise<StrictSlack> {
  const world = createWorld(options);
  const waitFor = createWaitFor(world);
  const connected = async (count = 1): Promise<void> => {
    await waitFor(() => sockets.count() >= count, { what: `${count} open socket(s)` });
  };
  const sockets = createSocketMode(world, async () => {
    await waitFor(() => sockets.count() > 0 || world.closing, { what: 'an open socket' });
  });
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const answered = pathname.startsWith('/api/')
      ? answerCall(world, request, response)
      : pathname.startsWith('/response/')
        ? answerResponseUrl(world, request, response)
        : sendJson(response, 404, { ok: false, error: 'not_found' });
    Promise.resolve(answered).catch((error: unknown) => {
      // The client went away while it was writing; anything else is a fault of this server that a test must show.
      if (!request.destroyed) addBreach(world, 'strict Slack itself', String(error));
      response.destroy();
    });
  });
  server.on('upgrade', (request, socket, head) => sockets.upgrade(request, socket, head));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  world.origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;

  const assertNoBreaches = (): void => {
    if (world.breaches.length === 0) return;
    throw new AssertionError({ message: `rules of Slack were broken:\n  ${world.breaches.join('\n  ')}` });
  };
  return {
    ...createSenders(world, sockets.send),
    apiUrl: `${world.origin}/api/`,
    botToken: ids.botToken,
    appToken: ids.appToken,
    signingSecret: ids.signingSecret,
    botUserId: ids.botUser,
    botId: ids.bot,
    appId: ids.app,
    teamId: ids.team,
    users: world.users,
    channels: world.channels,
    allowedMentions: world.allowedMentions,
    breaches: world.breaches,
    takeBreaches: () => world.breaches.splice(0),
    assertNoBreaches,
    calls: (method) => world.calls.filter((call) => method === undefined || call.method === method),
    messages: (channel, thread) =>
      world.messages
        .filter(inThread(channel, thread))
        .filter(({ user, via }) => user === ids.botUser && via !== 'user'),
    history: (channel, thread) =>
      world.messages.filter(inThread(channel, thread)).filter(({ ephemeralTo }) => ephemeralTo === undefined),
    im: (user) => imWith(world, user).id,
    lastView: () => world.views.at(-1),
    views: () => [...world.views],
    waitFor,
    failNext(method, fault) {
      world.queuedFaults.set(method, [...(world.queuedFaults.get(method) ?? []), fault]);
    },
    connected,
    dropSockets: () => sockets.drop(),
    sendRaw: (text) => sockets.sendRaw(text),
    disconnect: (reason = 'refresh_requested') => sockets.disconnect(reason),
    expireTriggers() {
      for (const trigger of world.triggers.values()) trigger.state = 'expired';
    },
    expireResponseUrls() {
      for (const url of world.responseUrls.values()) url.expired = true;
    },
    useHttp(url) {
      world.httpUrl = url;
    },
    async deliverHttp(url, body, httpOptions) {
      const { status, body: answer } = await sendHttp(world, url, body, httpOptions);
      return { status, body: answer };
    },
    async close() {
      world.closing = true;
      changed(world);
      await sockets.close();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      assertNoBreaches();
    },
  };
}

function inThread(channel: string, thread: string | undefined): (message: RecordedMessage) => boolean {
  return (message) =>
    message.channel === channel && (thread === undefined || [message.ts, message.thread_ts].includes(thread));
}
