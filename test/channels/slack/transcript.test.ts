import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { firstShown } from '../../../src/channels/slack/answer-blocks.ts';
import { type SlackBot, startSlack } from '../../../src/channels/slack/app.ts';
import { openDesk } from '../../../src/commands/desk.ts';
import { createConversationEngine } from '../../../src/conversation/create-engine.ts';
import { createLog } from '../../../src/operations/log.ts';
import { createMetrics } from '../../../src/operations/metrics.ts';
import { startStrictSlack } from '../../support/slack/strict-slack.ts';
import type { StrictSlack } from '../../support/slack/types.ts';
import { storeForTest } from '../../support/steady-store.ts';
import { readable } from './bench.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A person and the bot over the bundled record. */
async function meet(): Promise<{ slack: StrictSlack; bot: SlackBot }> {
  const slack = await startStrictSlack();
  const desk = await openDesk({ corpus: `${root}corpus`, intents: `${root}intents` });
  const engine = await createConversationEngine(desk, { firstShown });
  const bot = await startSlack({
    secrets: { mode: 'socket', botToken: slack.botToken, appToken: slack.appToken },
    config: { SLACK_API_URL: slack.apiUrl },
    engine,
    answerer: desk.answerer,
    store: await storeForTest(),
    log: createLog({ level: 'error', secrets: [], write: () => undefined }),
    metrics: createMetrics(),
  });
  closing.push(
    () => bot.stop(),
    () => engine.close(),
    () => slack.close(),
  );
  return { slack, bot };
}

/** What the bot says to each message of a thread that a mention opens; the later ones do not name the bot. */
async function thread(lines: readonly (readonly [string, RegExp])[]): Promise<void> {
  const { slack } = await meet();
  let opened: string | undefined;
  for (const [index, [text, expected]] of lines.entries()) {
    const message = { channel: 'C1', user: 'U1', text };
    const sent =
      opened === undefined ? await slack.mention(message) : await slack.message({ ...message, thread_ts: opened });
    opened ??= sent.thread;
    const inThread = opened;
    const answer = await slack.waitFor(() => slack.messages('C1', inThread).at(index), {
      what: `an answer to: ${text}`,
    });
    expect(readable(answer), text).toMatch(expected);
    expect(answer.thread_ts).toBe(opened);
  }
}

test('a conversation in French, in a thread', async () => {
  await thread([
    [
      'Quel département a créé des télécentres ?',
      /^Cantal\nMis en place par le conseil général du Cantal, CyberCantal Télécentres[^]*6 novembre 2014[^]*Agir pour un développement local[^]*2014-11-06-laboratoires\.md:\d+\nUne phrase\nLecture 30 s\nIntervention entière\nVoir le contexte/,
    ],
    ['combien de personnes ?', /^250 personnes\n/],
    ['autres extraits', /Voir le contexte/],
    ['Qui animait « Inventer le nouveau service public » ?', /Camani[^]*Adnot/],
    ['Quel est le budget de CyberCantal ?', /^Les comptes rendus ne répondent pas[^]*Passages les plus proches/],
    ['liste des comptes rendus', /contient 1 compte rendu/],
    ['merci', /\S/],
  ]);
});

test('a conversation in English: the words around the quotation are English, the quotation stays French', async () => {
  await thread([
    [
      'Which department set up telework centres?',
      /^Cantal\nMis en place par le conseil général du Cantal, CyberCantal Télécentres[^]*6 November 2014[^]*Show the context\nKeep\nMore excerpts\nShare\nDelete\nHelpful/,
    ],
    ['Who is mayor of Aurillac?', /^The record does not answer this question\.\nI searched 1 record[^]*“mayor”/],
    ['help', /^I am Greffier/],
    ['thank you', /\S/],
  ]);
});

test('a conversation with a slash command, shared in the channel', async () => {
  const { slack } = await meet();
  slack.allowedMentions.add('<@U1>');
  await slack.slashCommand({ command: '/greffier', text: 'cite-moi Agrilocal', user: 'U1', channel: 'C1' });
  const quotes = await slack.waitFor(() => slack.messages('C1').at(0));
  expect(quotes.ephemeralTo).toBe('U1');
  expect(readable(quotes)).toMatch(/Agrilocal est ainsi une plate-forme/);
  await slack.click({ message: quotes, action_id: 'share', user: 'U1' });
  const shared = await slack.waitFor(() => slack.history('C1').at(0));
  expect(readable(shared)).toMatch(/^Partagé par \n<@U1>[^]*Agrilocal est ainsi une plate-forme/);
  await slack.click({ message: shared, action_id: 'context:0', user: 'U2' });
  const view = await slack.waitFor(() => slack.lastView());
  expect(readable(view.view)).toContain('Agir pour un développement local');
});
