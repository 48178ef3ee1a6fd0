import { WebClient, WebClientEvent, type WebClientOptions } from '@slack/web-api';
import { expect, test } from 'vitest';
import { startStrictSlack } from './strict-slack.ts';
import { silent, slackForTest } from './test-app.ts';
import type { StrictSlack } from './types.ts';

const channels = [{ id: 'C1' }, { id: 'C2', botIsMember: false }];
const users = [{ id: 'U1', locale: 'en-GB' }];

function clientOf(slack: StrictSlack, options: WebClientOptions = {}, token = slack.botToken): WebClient {
  const retryConfig = { retries: 2, minTimeout: 1, maxTimeout: 1 };
  return new WebClient(token, { slackApiUrl: slack.apiUrl, logger: silent, retryConfig, ...options });
}

async function errorOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => 'no error',
    (error: unknown) => (error instanceof Error ? error.message : error),
  );
}

const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });
const refusedWith = (error: string): string => `An API error occurred: ${error}`;

test('tells the bot who it is', async () => {
  const slack = await slackForTest();
  const me = await clientOf(slack).auth.test();
  expect(me).toMatchObject({ ok: true, user_id: slack.botUserId, bot_id: slack.botId, team_id: slack.teamId });
});

test('refuses a wrong token, a missing one and one of the wrong kind', async () => {
  const slack = await slackForTest();
  expect(await errorOf(clientOf(slack, {}, 'xoxb-wrong').auth.test())).toBe(refusedWith('invalid_auth'));
  expect(await errorOf(new WebClient('', { slackApiUrl: slack.apiUrl, logger: silent }).auth.test())).toBe(
    refusedWith('not_authed'),
  );
  expect(await errorOf(clientOf(slack).apps.connections.open({}))).toBe(refusedWith('not_allowed_token_type'));
});

test('takes a token and arguments in a JSON body as well as in a form', async () => {
  const slack = await slackForTest({ channels });
  const answer = await fetch(`${slack.apiUrl}chat.postMessage`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
    body: JSON.stringify({ token: slack.botToken, channel: 'C1', text: 'Bonjour' }),
  });
  expect(await answer.json()).toMatchObject({ ok: true, channel: 'C1' });
  expect(slack.calls('chat.postMessage')[0]?.args).toEqual({ channel: 'C1', text: 'Bonjour' });
});

test('keeps what is posted, changed and deleted', async () => {
  const slack = await slackForTest({ channels, users });
  const { chat } = clientOf(slack);
  const root = await chat.postMessage({ channel: 'C1', text: 'un' });
  const reply = await chat.postMessage({ channel: 'C1', text: 'deux', thread_ts: root.ts! });
  await chat.postEphemeral({ channel: 'C1', user: 'U1', text: 'pour vous' });
  await chat.update({ channel: 'C1', ts: reply.ts!, text: 'trois' });
  expect(slack.messages('C1').map(({ text }) => text)).toEqual(['un', 'trois', 'pour vous']);
  expect(slack.messages('C1', root.ts).map(({ text, edits }) => [text, edits])).toEqual([
    ['un', 0],
    ['trois', 1],
  ]);
  expect(slack.history('C1').map(({ text }) => text)).toEqual(['un', 'trois']);
  await chat.delete({ channel: 'C1', ts: reply.ts! });
  expect(slack.messages('C1', root.ts)).toHaveLength(1);
  expect(await errorOf(chat.update({ channel: 'C1', ts: reply.ts!, text: 'x' }))).toBe(
    refusedWith('message_not_found'),
  );
});

test('writes to a person in the direct messages with them', async () => {
  const slack = await slackForTest({ users });
  const { channel } = await clientOf(slack).chat.postMessage({ channel: 'U1', text: 'Bonjour' });
  expect(channel).toBe(slack.im('U1'));
  expect(slack.messages(slack.im('U1'))).toHaveLength(1);
});

test('answers bad calls with the errors of Slack', async () => {
  const slack = await slackForTest({ channels, users });
  const { chat, views, reactions } = clientOf(slack);
  const modal = { type: 'modal' as const, title: { type: 'plain_text' as const, text: 'a' }, blocks: [] };
  expect(await errorOf(chat.postMessage({ channel: 'C9', text: 'a' }))).toBe(refusedWith('channel_not_found'));
  expect(await errorOf(chat.postMessage({ channel: 'C2', text: 'a' }))).toBe(refusedWith('not_in_channel'));
  expect(await errorOf(chat.postMessage({ channel: 'C1', text: '' }))).toBe(refusedWith('no_text'));
  expect(await errorOf(chat.postMessage({ channel: '', text: 'a' }))).toBe(refusedWith('invalid_arguments'));
  expect(await errorOf(views.open({ trigger_id: 'x', view: modal }))).toBe(refusedWith('invalid_trigger_id'));
  expect(await errorOf(views.update({ view_id: 'V9', view: modal }))).toBe(refusedWith('not_found'));
  expect(await errorOf(reactions.add({ channel: 'C1', timestamp: '1.2', name: 'eyes' }))).toBe(
    refusedWith('message_not_found'),
  );
  expect(await errorOf(clientOf(slack).apiCall('chat.shout'))).toBe(refusedWith('unknown_method'));
});

test('answers blocks that break a rule as Slack does, and fails the test that made them', async () => {
  const slack = await startStrictSlack({ channels });
  const { chat } = clientOf(slack);
  const long = Array.from({ length: 5 }, () => section('x'.repeat(2900)));
  expect(await errorOf(chat.postMessage({ channel: 'C1', text: 'a', blocks: [section('')] }))).toBe(
    refusedWith('invalid_blocks'),
  );
  expect(await errorOf(chat.postMessage({ channel: 'C1', text: 'a', blocks: long }))).toBe(
    refusedWith('msg_blocks_too_long'),
  );
  expect(slack.messages('C1')).toEqual([]);
  await chat.postMessage({ channel: 'C1', text: 'oh <!channel>' });
  expect(slack.messages('C1')).toHaveLength(1);
  await expect(slack.close()).rejects.toThrow('chat.postMessage: text: live mention "<!channel>"');
});

test('takes a breach that the test expects and takes away', async () => {
  const slack = await slackForTest({ channels });
  await clientOf(slack).chat.postMessage({ channel: 'C1', text: 'R&D' });
  expect(slack.takeBreaches()).toEqual(['chat.postMessage: text: unescaped "&"']);
});

test('notes a thread_ts that is a reply, and refuses one that is nothing', async () => {
  const slack = await slackForTest({ channels });
  const { chat } = clientOf(slack);
  const root = await chat.postMessage({ channel: 'C1', text: 'a' });
  const reply = await chat.postMessage({ channel: 'C1', text: 'b', thread_ts: root.ts! });
  await chat.postMessage({ channel: 'C1', text: 'c', thread_ts: reply.ts! });
  expect(await errorOf(chat.postMessage({ channel: 'C1', text: 'd', thread_ts: '1.000001' }))).toBe(
    refusedWith('thread_not_found'),
  );
  expect(slack.takeBreaches()).toEqual([
    `chat.postMessage: thread_ts: ${reply.ts} is a reply, its root is ${root.ts}`,
    'chat.postMessage: thread_ts: no message "1.000001" in C1',
  ]);
});

test('refuses every optional method where only the basic ones exist', async () => {
  const slack = await slackForTest({ basicOnly: true, channels, users });
  const client = clientOf(slack);
  const { ts } = await client.chat.postMessage({ channel: 'C1', text: 'a' });
  const optional = [
    client.reactions.add({ channel: 'C1', timestamp: ts!, name: 'eyes' }),
    client.users.info({ user: 'U1' }),
    client.assistant.threads.setStatus({ channel_id: 'C1', thread_ts: ts!, status: 'cherche' }),
    client.views.publish({ user_id: 'U1', view: { type: 'home', blocks: [] } }),
    client.chat.startStream({ channel: 'C1', thread_ts: ts! }),
  ];
  expect(await Promise.all(optional.map(errorOf))).toEqual(optional.map(() => refusedWith('unknown_method')));
});

test('refuses a method with the error that the test names', async () => {
  const slack = await slackForTest({ refuse: { 'users.info': 'missing_scope' }, users });
  expect(await errorOf(clientOf(slack).users.info({ user: 'U1' }))).toBe(refusedWith('missing_scope'));
});

test('tells a locale only where it is asked for', async () => {
  const slack = await slackForTest({ users });
  const { users: people } = clientOf(slack);
  expect((await people.info({ user: 'U1', include_locale: true })).user?.locale).toBe('en-GB');
  expect((await people.info({ user: 'U1' })).user?.locale).toBeUndefined();
});

test('answers 429 with Retry-After, which the client obeys', async () => {
  const slack = await slackForTest({ channels });
  slack.failNext('chat.postMessage', { kind: 'rate_limited', seconds: 1 });
  const client = clientOf(slack);
  const waits: unknown[] = [];
  client.on(WebClientEvent.RATE_LIMITED, (seconds) => waits.push(seconds));
  await client.chat.postMessage({ channel: 'C1', text: 'a' });
  expect(waits).toEqual([1]);
  expect(slack.calls('chat.postMessage').map(({ outcome }) => outcome)).toEqual(['fault:rate_limited', 'ok']);
  expect(slack.messages('C1')).toHaveLength(1);
});

test('fails with 500, a cut connection and a Slack error as the hook says', async () => {
  const slack = await slackForTest({
    channels,
    faults: (method, call) =>
      method !== 'chat.postMessage'
        ? null
        : (([{ kind: 'http', status: 500 }, { kind: 'cut' }, null, { kind: 'error', error: 'fatal_error' }] as const)[
            call - 1
          ] ?? null),
  });
  const { chat } = clientOf(slack);
  await chat.postMessage({ channel: 'C1', text: 'a' });
  expect(await errorOf(chat.postMessage({ channel: 'C1', text: 'b' }))).toBe(refusedWith('fatal_error'));
  expect(slack.calls('chat.postMessage').map(({ outcome }) => outcome)).toEqual([
    'fault:http',
    'fault:cut',
    'ok',
    'fault:error',
  ]);
});

test('never answers a call that hangs, and still closes', async () => {
  const slack = await slackForTest({ channels });
  slack.failNext('chat.postMessage', { kind: 'hang' });
  const client = clientOf(slack, { timeout: 50, retryConfig: { retries: 0 } });
  expect(await errorOf(client.chat.postMessage({ channel: 'C1', text: 'a' }))).toContain('timeout');
  expect(slack.messages('C1')).toEqual([]);
});

test('lets an effect happen though its answer comes too late', async () => {
  const slack = await slackForTest({ channels });
  slack.failNext('chat.postMessage', { kind: 'late', ms: 5000 });
  const client = clientOf(slack, { timeout: 50, retryConfig: { retries: 0 } });
  expect(await errorOf(client.chat.postMessage({ channel: 'C1', text: 'a' }))).toContain('timeout');
  expect(slack.messages('C1')).toHaveLength(1);
});

test('streams a message until it is stopped', async () => {
  const slack = await slackForTest({ channels, users });
  const client = clientOf(slack);
  const { ts } = await client.chat.postMessage({ channel: 'C1', text: 'a' });
  const stream = client.chatStream({
    channel: 'C1',
    thread_ts: ts!,
    recipient_user_id: 'U1',
    recipient_team_id: slack.teamId,
    buffer_size: 1,
  });
  await stream.append({ markdown_text: 'Le **Can' });
  expect(slack.messages('C1', ts)[1]).toMatchObject({ text: 'Le **Can', streaming: true });
  await stream.append({ markdown_text: 'tal**' });
  const stopped = await stream.stop();
  expect(slack.messages('C1', ts)[1]).toMatchObject({ text: 'Le **Cantal**', streaming: false });
  expect(await errorOf(client.chat.appendStream({ channel: 'C1', ts: stopped.ts!, markdown_text: 'x' }))).toBe(
    refusedWith('message_not_in_streaming_state'),
  );
});

test('notes suggested prompts with a thread_ts, which agent views lose', async () => {
  const slack = await slackForTest({ users });
  const { assistant } = clientOf(slack);
  const prompts = [{ title: 'a', message: 'b' }] as const;
  const channel_id = slack.im('U1');
  await assistant.threads.setSuggestedPrompts({ channel_id, prompts: [...prompts] });
  expect(slack.breaches).toEqual([]);
  await assistant.threads.setSuggestedPrompts({ channel_id, prompts: [...prompts], thread_ts: '1.2' });
  expect(slack.takeBreaches()).toHaveLength(1);
  const five = Array.from({ length: 5 }, () => prompts[0]);
  expect(await errorOf(assistant.threads.setSuggestedPrompts({ channel_id, prompts: five }))).toBe(
    refusedWith('invalid_arguments'),
  );
});

test('says what was called when it waits in vain', async () => {
  const slack = await slackForTest({ waitMs: 20 });
  await clientOf(slack).auth.test();
  await expect(slack.waitFor('chat.postMessage', 2)).rejects.toThrow(
    /waiting for 2 × chat\.postMessage\n.*\n {2}auth\.test ok/u,
  );
});
