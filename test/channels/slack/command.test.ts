import { describe, expect, test } from 'vitest';
import { quotationId } from '../../../src/channels/slack/pointer.ts';
import type { Excerpt } from '../../../src/proceedings/answer.ts';
import type { Publication } from '../../../src/store/store.ts';
import { storeForTest } from '../../support/steady-store.ts';
import { actionIds, type Bench, type BenchOptions, libraries, openBench, question, readable } from './bench.ts';

const start = (options: BenchOptions = {}): Promise<Bench> =>
  openBench({ ...options, slack: { allowMentions: ['<@U1>'], ...options.slack } });
const command = (text: string) => ({ command: '/greffier', text, user: 'U1', channel: 'C1' });

/** What this person alone sees in C1, once there is any. */
const whispers = ({ slack }: Bench, count = 1) =>
  slack.waitFor(() => {
    const messages = slack.messages('C1').filter(({ ephemeralTo }) => ephemeralTo === 'U1');
    return messages.length >= count && messages;
  });

describe('/greffier question', () => {
  test.each(['socket', 'http'] as const)(
    'is acknowledged at once and answered for the asker alone (%s)',
    async (mode) => {
      const running = await start({ mode });
      const sent = await running.slack.slashCommand(command(question));
      expect(sent.acked).toBe(true);
      const [answer] = await whispers(running);
      expect(readable(answer!)).toContain('deux millions d’euros');
      expect(actionIds(answer!)).toEqual(
        'length:sentence length:short length:whole context:0 keep:0 more share delete feedback'.split(' '),
      );
      expect(running.slack.history('C1')).toEqual([]);
    },
  );

  test.each(['', '  ', 'aide'])('%j explains what the bot does', async (text) => {
    const running = await start();
    await running.slack.slashCommand(command(text));
    expect((await whispers(running))[0]!.text).toMatch(/^Je suis Greffier/);
  });

  test.each(['réglages', 'settings'])('that begins with %j is answered, and opens no settings', async (word) => {
    const running = await start();
    await running.slack.slashCommand(command(`${word} : combien a coûté le médiabus ?`));
    expect(readable((await whispers(running))[0]!)).toContain('deux millions');
    expect(running.slack.views()).toEqual([]);
  });

  test.each(['réglages', 'panier'])('that begins with %j is read without Slack’s markup', async (word) => {
    const running = await start();
    await running.slack.slashCommand(command(`${word} &amp; hydravions de &lt;la&gt; région ?`));
    await whispers(running);
    expect(running.turns.map(({ text }) => text)).toEqual([`${word} & hydravions de <la> région ?`]);
  });

  test('has its own memory: it neither follows up a mention nor is followed up by one', async () => {
    const running = await start();
    const sent = await running.slack.mention({ channel: 'C1', user: 'U1', text: question });
    await running.slack.waitFor(() => running.slack.messages('C1', sent.thread).length > 0);
    await running.slack.slashCommand(command(question));
    await whispers(running);
    expect(new Set(running.turns.map(({ conversation }) => conversation)).size).toBe(2);
  });

  test('is answered where the bot is no member of the channel', async () => {
    const running = await start({ slack: { channels: [{ id: 'C1', botIsMember: false }] } });
    await running.slack.slashCommand(command(question));
    expect((await whispers(running))[0]!.via).toBe('response_url');
  });

  test('is answered in a direct message where no other way is open', async () => {
    const refuse = { 'chat.postEphemeral': 'unknown_method' };
    const running = await start({ slack: { refuse } });
    running.slack.failNext('response_url', { kind: 'http', status: 500 });
    await running.slack.slashCommand(command(question));
    const answer = await running.slack.waitFor(() => running.slack.messages(running.slack.im('U1')).at(0));
    expect(readable(answer)).toContain('deux millions');
    expect(running.slack.history('C1')).toEqual([]);
  });
});

describe('sharing an answer', () => {
  test('posts it to the channel under the name of who shares it, and says so', async () => {
    const running = await start();
    const { slack } = running;
    await slack.slashCommand(command(question));
    const [answer] = await whispers(running);
    await slack.click({ message: answer!, action_id: 'share', user: 'U1' });
    const shared = await slack.waitFor(() => slack.history('C1').at(0));
    expect(readable(shared)).toMatch(
      /^Partagé par \n<@U1>\n · Combien a coûté le médiabus \?\ndeux millions d’euros\n/,
    );
    expect(shared.text).toMatch(/^Partagé par <@U1>\n/);
    expect(actionIds(shared)).toEqual(['context:0', 'keep:0', 'more', 'feedback']);
    expect((await whispers(running, 2))[1]!.text).toBe('C’est partagé.');
  });

  test('posts it once, however often the button is pressed', async () => {
    const running = await start();
    const { slack } = running;
    await slack.slashCommand(command(question));
    const [answer] = await whispers(running);
    for (let press = 0; press < 3; press += 1) await slack.click({ message: answer!, action_id: 'share', user: 'U1' });
    await running.bot.stop();
    expect(slack.history('C1')).toHaveLength(1);
  });

  test('reaches a channel that the bot is no member of', async () => {
    const running = await start({ slack: { channels: [{ id: 'C1', botIsMember: false }] } });
    const { slack } = running;
    await slack.slashCommand(command(question));
    const [answer] = await whispers(running);
    await slack.click({ message: answer!, action_id: 'share', user: 'U1' });
    const shared = await slack.waitFor(() => slack.history('C1').at(0));
    expect(shared.via).toBe('response_url');
  });

  test('says what to do where Slack refuses it in every way, and may then be tried again', async () => {
    const running = await start({ slack: { channels: [{ id: 'C1', botIsMember: false }] } });
    const { slack } = running;
    await slack.slashCommand(command(question));
    const [answer] = await whispers(running);
    slack.failNext('response_url', { kind: 'http', status: 500 });
    await slack.click({ message: answer!, action_id: 'share', user: 'U1' });
    expect((await whispers(running, 2))[1]!.text).toContain('Invitez-moi');
    await slack.click({ message: answer!, action_id: 'share', user: 'U1' });
    await slack.waitFor(() => slack.history('C1').at(0));
  });

  test('posts nothing that the person did not see: says that the file has changed', async () => {
    const running = await start();
    const { slack } = running;
    await slack.slashCommand(command(question));
    const [answer] = await whispers(running);
    running.reload(libraries.replace('deux millions d’euros', 'trois millions d’euros'));
    await slack.click({ message: answer!, action_id: 'share', user: 'U1' });
    expect((await whispers(running, 2))[1]!.text).toContain('a changé');
    expect(slack.history('C1')).toEqual([]);
  });

  test('asks for the channel in a conversation with the bot', async () => {
    const running = await start({ slack: { channels: [{ id: 'C7' }] } });
    const { slack } = running;
    await slack.directMessage({ user: 'U1', text: question });
    const answer = await slack.waitFor(() => slack.messages(slack.im('U1')).at(0));
    expect(actionIds(answer)).toContain('share');
    await slack.click({ message: answer, action_id: 'share', user: 'U1' });
    const view = await slack.waitFor(() => slack.lastView());
    const values = { channel: { channel: { type: 'conversations_select', selected_conversation: 'C7' } } };
    await slack.submitView({ view, user: 'U1', values });
    const shared = await slack.waitFor(() => slack.history('C7').at(0));
    expect(readable(shared)).toMatch(/^Partagé par \n<@U1>/);
  });

  test('asks for the channel in a message where no modal opens, and posts there once it is chosen', async () => {
    const running = await start({ slack: { channels: [{ id: 'C7' }], refuse: { 'views.open': 'unknown_method' } } });
    const { slack } = running;
    const own = () => slack.messages(slack.im('U1'));
    await slack.directMessage({ user: 'U1', text: question });
    const answer = await slack.waitFor(() => own().find((each) => actionIds(each).includes('share')));
    await slack.click({ message: answer, action_id: 'share', user: 'U1' });
    const asked = await slack.waitFor(() => own().find((each) => actionIds(each).includes('share-channel')));
    expect(asked.text).toMatch(/^La fenêtre n’a pas pu s’ouvrir\. Choisissez ici le canal/);
    expect(own().some(({ text }) => text.includes('Invitez-moi'))).toBe(false);
    await slack.click({ message: asked, action_id: 'share-channel', value: 'C7', user: 'U1' });
    const shared = await slack.waitFor(() => slack.history('C7').at(0));
    expect(readable(shared)).toMatch(/^Partagé par \n<@U1>[^]*deux millions/);
  });

  test('notes the quotation as published there, as citing it does; that this fails is told to nobody', async () => {
    const store = await storeForTest();
    const noted: Publication[] = [];
    const note = async (publication: Publication) => {
      noted.push(publication);
      throw new Error('disk full');
    };
    const publications = { note, last: async () => null };
    const running = await start({ store: { ...store, publications } });
    const { slack } = running;
    const sent = await slack.mention({ channel: 'C1', user: 'U1', text: question });
    const answer = await slack.waitFor(() => slack.messages('C1', sent.thread).at(0));
    for (let press = 0; press < 2; press += 1) await slack.click({ message: answer, action_id: 'share', user: 'U1' });
    const notices = await whispers(running, 2);
    expect(notices.map(({ text }) => text)).toEqual(['C’est partagé.', 'C’est partagé.']);
    const text = 'Le médiabus a coûté deux millions d’euros.';
    const quotation = quotationId({ text, citation: { file: 'assises.md' } } as Excerpt);
    const link = expect.stringContaining('/archives/C1/p');
    expect(noted).toEqual([{ quotation, channel: 'C1', link, person: 'U1', at: expect.any(Number) }]);
  });

  test('takes an answer out of its thread into the channel, named as shared by that person', async () => {
    const running = await start();
    const sent = await running.slack.mention({ channel: 'C1', user: 'U1', text: question });
    const answer = await running.slack.waitFor(() => running.slack.messages('C1', sent.thread).at(0));
    expect(actionIds(answer)).toContain('share');
    await running.slack.click({ message: answer, action_id: 'share', user: 'U1' });
    const shared = await running.slack.waitFor(() =>
      running.slack.history('C1').find((message) => readable(message).startsWith('Partagé par')),
    );
    expect(readable(shared)).toMatch(/^Partagé par \n<@U1>/);
  });

  test('a question full of markup becomes nobody’s mention', async () => {
    const running = await start();
    const { slack } = running;
    await slack.slashCommand(command('&lt;!channel&gt; <@U2|eve> *Combien* a coûté `le` médiabus ?'));
    const [answer] = await whispers(running);
    await slack.click({ message: answer!, action_id: 'share', user: 'U1' });
    const shared = await slack.waitFor(() => slack.history('C1').at(0));
    expect(readable(shared)).toContain('<!channel> @eve *Combien* a coûté `le` médiabus ?');
    expect(JSON.stringify(shared.blocks)).not.toContain('mrkdwn');
  });
});
