import { describe, expect, test } from 'vitest';
import {
  actionIds,
  type Bench,
  type BenchOptions,
  logged,
  mention,
  openBench,
  question,
  ratingValue,
  readable,
} from './bench.ts';

const start = (options: BenchOptions = {}): Promise<Bench> =>
  openBench({ ...options, slack: { basicOnly: true, allowMentions: ['<@U1>'], ...options.slack } });

/** Servers that stand in for Slack and know little of it; each refuses what it does not know in its own way. */
const servers: [string, BenchOptions][] = [
  ['answers unknown_method to optional methods', {}],
  [
    'answers unknown_method to all but the four methods that the bot cannot do without',
    { slack: { refuse: { 'chat.postEphemeral': 'unknown_method', 'views.update': 'unknown_method' } } },
  ],
  [
    'answers HTTP 404 to all but those four methods',
    {
      slack: {
        faults: (method) =>
          ['auth.test', 'apps.connections.open', 'chat.postMessage', 'views.open', 'response_url'].includes(method)
            ? null
            : { kind: 'http', status: 404 },
      },
    },
  ],
];

describe.each(servers)('a server that %s', (_, options) => {
  test('gets the answer to a mention in its thread', async () => {
    const running = await start(options);
    const answer = await mention(running);
    expect(readable(answer)).toContain('Le médiabus a coûté deux millions d’euros.');
    expect(actionIds(answer)).toEqual(
      'length:sentence length:short length:whole context:0 keep:0 more share delete feedback'.split(' '),
    );
  });

  test('opens the context in a modal, and its buttons move on in some way', async () => {
    const running = await start(options);
    const { slack } = running;
    const answer = await mention(running);
    await slack.click({ message: answer, action_id: 'context:0', user: 'U1' });
    const view = await slack.waitFor(() => slack.lastView());
    await slack.click({ view, action_id: 'next', user: 'U1' });
    await slack.waitFor(() => readable(slack.lastView()!.view).includes('Le passage\u00a0:\nLes bénévoles'));
  });

  test('gets more excerpts in the thread', async () => {
    const running = await start(options);
    const answer = await mention(running, 'médiabus');
    await running.slack.click({ message: answer, action_id: 'more', user: 'U1' });
    await running.slack.waitFor(() => running.slack.messages('C1', answer.thread_ts).at(1));
  });

  test('is told in private that the feedback is noted', async () => {
    const running = await start(options);
    const { slack } = running;
    const answer = await mention(running);
    const value = ratingValue(answer, 'useful');
    await slack.click({ message: answer, action_id: 'feedback', value, user: 'U1' });
    await slack.waitFor(() => [...slack.messages('C1'), ...slack.messages(slack.im('U1'))].some(isThanks));
    expect(slack.history('C1').some(isThanks)).toBe(false);
  });

  test('gets the answer to a slash command, and shares it', async () => {
    const running = await start(options);
    const { slack } = running;
    await slack.slashCommand({ command: '/greffier', text: question, user: 'U1', channel: 'C1' });
    const answer = await slack.waitFor(() => slack.messages('C1').find(({ ephemeralTo }) => ephemeralTo === 'U1'));
    await slack.click({ message: answer, action_id: 'share', user: 'U1' });
    await slack.waitFor(() => slack.history('C1').at(0));
  });

  test('suffers no harm from the suggested prompts', async () => {
    const running = await start(options);
    await running.slack.appHomeOpened({ user: 'U1', tab: 'messages' });
    await mention(running);
    expect(logged(running.log).filter(({ level }) => level === 'error')).toEqual([]);
  });
});

const isThanks = ({ text }: { readonly text: string }) => text === 'Merci, votre avis est noté.';

describe('a server that leaves things out', () => {
  test('may send a click with neither container nor message nor trigger: the context comes in a message', async () => {
    const running = await start({ mode: 'http' });
    const { slack } = running;
    const answer = await mention(running);
    const value = /"action_id":"context:0".*?"value":("(?:[^"\\]|\\.)*")/.exec(JSON.stringify(answer.blocks))![1]!;
    await slack.deliverHttp(running.where, {
      type: 'block_actions',
      team: null,
      user: { id: 'U1', team_id: 'T1' },
      channel: { id: 'C1' },
      actions: [{ action_id: 'context:0', value: JSON.parse(value) }],
    });
    await slack.waitFor(() =>
      slack.messages('C1').some((each) => each.ephemeralTo === 'U1' && readable(each).includes('Le passage')),
    );
  });

  test('may name neither the event nor the team', async () => {
    const running = await start({ mode: 'http' });
    const { slack } = running;
    const { ts } = await slack.message({ channel: 'C1', user: 'U1', text: 'no mention yet' });
    const event = { type: 'app_mention', channel: 'C1', user: 'U1', text: `<@${slack.botUserId}> ${question}`, ts };
    for (let time = 0; time < 2; time += 1) await slack.deliverHttp(running.where, { type: 'event_callback', event });
    await slack.waitFor(() => slack.messages('C1').at(0));
    await running.bot.stop();
    expect(slack.messages('C1')).toHaveLength(1);
  });

  test('may give the bot one id and mention it by another', async () => {
    const running = await start();
    const { slack } = running;
    const { ts } = await slack.message({ channel: 'C1', user: 'U1', text: 'no mention yet' });
    await slack.event({ type: 'app_mention', channel: 'C1', user: 'U1', text: `<@UOTHER> ${question}`, ts });
    await slack.waitFor(() => slack.messages('C1').at(0));
    expect(running.turns[0]!.text).toBe(question);
  });

  test('may take no blocks at all: the answer goes out as text', async () => {
    const running = await start();
    const { slack } = running;
    for (let time = 0; time < 2; time += 1)
      slack.failNext('chat.postMessage', { kind: 'error', error: 'invalid_blocks' });
    const answer = await mention(running);
    expect(answer.blocks).toEqual([]);
    expect(answer.text).toContain('Le médiabus a coûté deux millions d’euros.');
  });
});
