import { expect, test } from 'vitest';
import { slackForTest, socketApp } from './test-app.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const button = { type: 'button' as const, action_id: 'context', text: plain('Voir le contexte'), value: 'p1' };
const blocks = [{ type: 'actions' as const, elements: [button] }];
const form = (title: string) => ({ type: 'modal' as const, callback_id: title, title: plain(title), blocks: [] });
const modal = (title: string) => ({
  type: 'modal' as const,
  title: plain(title),
  blocks: [{ type: 'actions' as const, elements: [{ ...button, action_id: 'next' }] }],
});

test('takes a click through to a modal, and a second modal from it', async () => {
  const slack = await slackForTest();
  await socketApp(slack, (app) => {
    app.event('app_mention', async ({ say }) => {
      await say({ text: 'Cantal', blocks });
    });
    app.action({ type: 'block_actions', action_id: 'context' }, async ({ ack, body, client, payload }) => {
      await ack();
      await client.views.open({
        trigger_id: body.trigger_id,
        view: modal(`passage ${'value' in payload ? payload.value : ''}`),
      });
    });
    app.action({ type: 'block_actions', action_id: 'next' }, async ({ ack, body, client }) => {
      await ack();
      await client.views.update({ view_id: body.view!.id, hash: body.view!.hash, view: modal('suivant') });
    });
  });
  await slack.mention({ channel: 'C1', user: 'U1', text: 'a' });
  const message = await slack.waitFor(() => slack.messages('C1')[0]);
  const clicked = await slack.click({ message, action_id: 'context', user: 'U1' });
  expect(clicked.body).toMatchObject({
    type: 'block_actions',
    container: { type: 'message', message_ts: message.ts, channel_id: 'C1', is_ephemeral: false },
    message: { ts: message.ts, bot_id: slack.botId },
    actions: [{ action_id: 'context', block_id: 'auto-0', value: 'p1' }],
  });
  const view = await slack.waitFor(() => slack.lastView());
  expect(view.view).toMatchObject({ title: { text: 'passage p1' } });
  await slack.click({ view, action_id: 'next', user: 'U1' });
  const updated = await slack.waitFor(() => slack.lastView()?.via === 'views.update' && slack.lastView());
  expect(updated).toMatchObject({ id: view.id, view: { title: { text: 'suivant' } } });
  expect(updated.hash).not.toBe(view.hash);
});

test('lets a trigger open one modal, and none once it expired', async () => {
  const slack = await slackForTest();
  const errors: unknown[] = [];
  await socketApp(slack, (app) => {
    app.command('/greffier', async ({ ack, client, body }) => {
      await ack();
      const view = { type: 'modal' as const, title: plain('a'), blocks: [] };
      const open = () => client.views.open({ trigger_id: body.trigger_id, view });
      if (body.text === 'late') slack.expireTriggers();
      else await open();
      await open().catch((error: unknown) => errors.push(error instanceof Error && error.message));
    });
  });
  await slack.slashCommand({ command: '/greffier', text: '', user: 'U1', channel: 'C1' });
  await slack.waitFor('views.open', 2);
  await slack.slashCommand({ command: '/greffier', text: 'late', user: 'U1', channel: 'C1' });
  await slack.waitFor('views.open', 3);
  await slack.waitFor(() => slack.views().length === 1);
  const outcomes = slack.calls('views.open').map(({ outcome }) => outcome);
  expect(outcomes).toEqual(['ok', 'exchanged_trigger_id', 'expired_trigger_id']);
});

test('shows a command’s answers to its asker, five at most through the response_url', async () => {
  const slack = await slackForTest();
  const statuses: unknown[] = [];
  await socketApp(slack, (app) => {
    app.command('/greffier', async ({ ack, respond }) => {
      await ack({ text: 'je cherche' });
      await respond({ text: 'trouvé', replace_original: true });
      await respond({ text: 'pour tous', response_type: 'in_channel' });
      for (const text of ['trois', 'quatre', 'cinq']) await respond(text);
      await respond('six').catch((error: unknown) => statuses.push(error instanceof Error && error.message));
    });
  });
  await slack.slashCommand({ command: '/greffier', text: 'qui ?', user: 'U1', channel: 'C1' });
  await slack.waitFor('response_url', 6);
  const shown = slack.messages('C1').map(({ text, ephemeralTo, via, edits }) => [text, ephemeralTo, via, edits]);
  expect(shown.slice(0, 2)).toEqual([
    ['trouvé', 'U1', 'response_url', 1],
    ['pour tous', undefined, 'response_url', 0],
  ]);
  expect(shown).toHaveLength(5);
  expect(slack.calls('response_url').at(-1)?.outcome).toBe('used_url');
  expect(slack.takeBreaches()).toEqual(['response_url: used more than 5 times']);
});

test('lets only its reader click an ephemeral message, and deletes it through the response_url', async () => {
  const slack = await slackForTest();
  await socketApp(slack, (app) => {
    app.command('/greffier', async ({ ack, respond }) => {
      await ack();
      await respond({ text: 'Cantal', blocks });
    });
    app.action('context', async ({ ack, respond }) => {
      await ack();
      await respond({ delete_original: true });
    });
  });
  await slack.slashCommand({ command: '/greffier', text: 'qui ?', user: 'U1', channel: 'C1' });
  const message = await slack.waitFor(() => slack.messages('C1')[0]);
  await expect(slack.click({ message, action_id: 'context', user: 'U2' })).rejects.toThrow('U2 does not see');
  await expect(slack.click({ message, action_id: 'share', user: 'U1' })).rejects.toThrow('there are: context');
  const clicked = await slack.click({ message, action_id: 'context', user: 'U1' });
  expect(clicked.body).toMatchObject({ container: { is_ephemeral: true } });
  expect(clicked.body).not.toHaveProperty('message');
  await slack.waitFor(() => slack.messages('C1').length === 0);
});

test('brings shortcuts, and lets the answer to a submission update, stack and clear modals', async () => {
  const slack = await slackForTest();
  await socketApp(slack, (app) => {
    app.shortcut({ type: 'shortcut', callback_id: 'ask' }, async ({ ack, client, shortcut }) => {
      await ack();
      await client.views.open({ trigger_id: shortcut.trigger_id, view: form('un') });
    });
    app.shortcut({ type: 'message_action', callback_id: 'cite' }, async ({ ack, respond }) => {
      await ack();
      await respond('cité');
    });
    app.view('un', async ({ ack }) => ack({ response_action: 'update', view: form('deux') }));
    app.view('deux', async ({ ack }) => ack({ response_action: 'push', view: form('trois') }));
    app.view('trois', async ({ ack }) => ack({ response_action: 'clear' }));
  });
  await slack.shortcut({ callback_id: 'ask', user: 'U1' });
  const titles = () => slack.views().map(({ view }) => view.callback_id);
  await slack.waitFor(() => titles().length === 1);
  const submit = async () => slack.submitView({ view: slack.lastView()!, user: 'U1' });
  await submit();
  expect(titles()).toEqual(['deux']);
  await submit();
  expect(titles()).toEqual(['deux', 'trois']);
  await submit();
  expect(titles()).toEqual([]);
  const { ts } = await slack.message({ channel: 'C1', user: 'U1', text: 'Cantal' });
  const [message] = slack.history('C1', ts);
  await slack.shortcut({ callback_id: 'cite', user: 'U1', message: message! });
  await slack.waitFor(() => slack.messages('C1')[0]?.text === 'cité');
});

test('takes nothing more at a response_url that expired', async () => {
  const slack = await slackForTest();
  await socketApp(slack, (app) => {
    app.command('/greffier', async ({ ack, respond }) => {
      await ack();
      slack.expireResponseUrls();
      await respond('trop tard').catch(() => {});
    });
  });
  await slack.slashCommand({ command: '/greffier', text: '', user: 'U1', channel: 'C1' });
  const [call] = await slack.waitFor('response_url');
  expect(call?.outcome).toBe('expired_url');
});

test('notes a command that is not acknowledged', async () => {
  const slack = await slackForTest({ ackTimeoutMs: 50 });
  await socketApp(slack, (app) => {
    app.command('/greffier', async () => {});
  });
  const { acked } = await slack.slashCommand({ command: '/greffier', text: '', user: 'U1', channel: 'C1' });
  expect(acked).toBe(false);
  expect(slack.takeBreaches()).toEqual(['slash_commands: not acknowledged in time or refused (timeout): /greffier']);
});
