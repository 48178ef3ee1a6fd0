import type { App } from '@slack/bolt';
import { expect, test } from 'vitest';
import { httpApp, slackForTest } from './test-app.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });

test('brings a mention to an app in HTTP mode', async () => {
  const slack = await slackForTest();
  const url = await httpApp(slack, (app) => {
    app.event('app_mention', async ({ event, say }) => {
      await say({ text: 'Cantal', thread_ts: event.ts });
    });
  });
  slack.useHttp(url);
  const asked = await slack.mention({ channel: 'C1', user: 'U1', text: 'qui ?' });
  expect(asked).toMatchObject({ acked: true, attempts: 1, status: 200 });
  await slack.waitFor(() => slack.messages('C1', asked.thread).length === 1);
});

test('is refused with 401 for a wrong signature and for a stale timestamp', async () => {
  const slack = await slackForTest();
  const url = await httpApp(slack, () => {});
  const body = { type: 'url_verification', challenge: 'abc', token: 't' };
  expect(await slack.deliverHttp(url, body)).toEqual({ status: 200, body: '{"challenge":"abc"}' });
  expect(await slack.deliverHttp(url, body, { signed: false })).toMatchObject({ status: 401 });
  const stale = Math.floor(Date.now() / 1000) - 301;
  expect(await slack.deliverHttp(url, body, { timestamp: stale })).toMatchObject({ status: 401 });
});

test('sends an event again that the app fails to take, with the headers of a retry', async () => {
  const slack = await slackForTest();
  const seen: unknown[] = [];
  const url = await httpApp(slack, (app) => {
    app.message(async ({ context }) => {
      seen.push([context.retryNum, context.retryReason]);
    });
  });
  slack.useHttp(`${url}/nowhere`);
  expect(await slack.message({ channel: 'C1', user: 'U1', text: 'a' })).toMatchObject({
    acked: false,
    attempts: 4,
    status: 404,
  });
  slack.useHttp(url);
  await slack.message({ channel: 'C1', user: 'U1', text: 'b', retries: 1 });
  await slack.waitFor(() => seen.length === 2);
  expect(seen).toEqual([
    [undefined, undefined],
    [1, 'http_timeout'],
  ]);
});

test('carries commands, clicks and submissions as forms', async () => {
  const slack = await slackForTest();
  slack.useHttp(await httpApp(slack, listen));
  await slack.slashCommand({ command: '/greffier', text: 'é & <b>', user: 'U1', channel: 'C1' });
  const [message] = slack.messages('C1');
  expect(message).toMatchObject({ text: 'é &amp; &lt;b&gt;', ephemeralTo: 'U1', via: 'ack' });
  await slack.click({ message: message!, action_id: 'ask', user: 'U1' });
  const view = await slack.waitFor(() => slack.lastView());
  const values = { name: { name: { type: 'plain_text_input', value: '' } } };
  const refused = await slack.submitView({ view, user: 'U1', values });
  expect(refused.response).toEqual({ response_action: 'errors', errors: { name: 'Vide' } });
  expect(slack.views()).toHaveLength(1);
  await slack.submitView({ view, user: 'U1', values: { name: { name: { type: 'plain_text_input', value: 'Jo' } } } });
  expect(slack.views()).toEqual([]);
});

function listen(app: App): void {
  const ask = { type: 'button', action_id: 'ask', text: plain('Demander') } as const;
  app.command('/greffier', async ({ ack, command }) => {
    const text = command.text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    await ack({ text, blocks: [{ type: 'actions', elements: [ask] }] });
  });
  app.action({ type: 'block_actions', action_id: 'ask' }, async ({ ack, body, client }) => {
    await ack();
    const element = { type: 'plain_text_input', action_id: 'name' } as const;
    await client.views.open({
      trigger_id: body.trigger_id,
      view: {
        type: 'modal',
        callback_id: 'name',
        title: plain('Nom'),
        submit: plain('Envoyer'),
        blocks: [{ type: 'input', block_id: 'name', label: plain('Nom'), element }],
      },
    });
  });
  app.view('name', async ({ ack, view }) => {
    const name = view.state.values['name']?.['name']?.value;
    await (name ? ack() : ack({ response_action: 'errors', errors: { name: 'Vide' } }));
  });
}
