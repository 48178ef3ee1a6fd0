import { App, LogLevel, SocketModeReceiver } from '@slack/bolt';
import { afterEach, expect, test } from 'vitest';
import { startStrictSlack } from './strict-slack.ts';
import type { StrictSlack, StrictSlackOptions } from './types.ts';

test('smoke', async () => {
  const slack = await startStrictSlack();
  const app = new App({ token: slack.botToken, appToken: slack.appToken, socketMode: true, logLevel: LogLevel.ERROR, clientOptions: { slackApiUrl: slack.apiUrl } });
  app.event('app_mention', async ({ event, say }) => { await say({ text: 'Cantal', thread_ts: event.thread_ts ?? event.ts, blocks: [{type:'section', text:{type:'mrkdwn', text:'*Cantal*'}},{type:'actions', elements:[{type:'button', action_id:'more', text:{type:'plain_text', text:'Autres'}}]}] }); });
  app.action('more', async ({ ack, respond, body, client }) => { await ack(); await client.views.open({ trigger_id: (body as {trigger_id: string}).trigger_id, view: {type:'modal', title:{type:'plain_text', text:'Contexte'}, blocks:[]} }); await respond({ text: 'encore', replace_original: false }); });
  app.command('/greffier', async ({ ack, command }) => { await ack({ text: `vous: ${command.text}` }); });
  await app.start();
  await slack.connected();
  const asked = await slack.mention({ channel: 'C1', user: 'U1', text: 'qui ?' });
  console.log(asked);
  const [m] = await slack.waitFor(() => { const l = slack.messages('C1', asked.ts); return l.length > 0 && l; });
  console.log(m);
  await slack.click({ message: m!, action_id: 'more', user: 'U1' });
  await slack.waitFor('response_url');
  console.log(slack.lastView(), slack.messages('C1'));
  await slack.slashCommand({ command: '/greffier', text: 'x', user: 'U1', channel: 'C1' });
  console.log(slack.messages('C1').at(-1));
  await app.stop();
  await slack.close();
});
