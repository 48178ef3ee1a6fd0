import { describe, expect, test } from 'vitest';
import { reasonsView, renderReasons } from '../../../src/channels/slack/rating-view.ts';
import { checkMessage, checkView } from '../../support/slack/check-blocks.ts';
import type { RecordedMessage } from '../../support/slack/types.ts';
import { actionIds, type Bench, mention, openBench, question, ratingValue, readable } from './bench.ts';

const thanks = 'Merci, votre avis est noté.';

const told = ({ slack }: Bench) => slack.messages('C1').filter(({ ephemeralTo }) => ephemeralTo === 'U1');
const thanked = (running: Bench) => told(running).filter(({ text }) => text === thanks);

async function rate({ slack }: Bench, message: RecordedMessage, rating: 'useful' | 'useless') {
  await slack.click({ message, action_id: 'feedback', value: ratingValue(message, rating), user: 'U1' });
}

/** What a person chose and typed in the modal. */
const chosen = (reason: string | null, comment: string | null) => ({
  reason: { reason: { type: 'radio_buttons', selected_option: reason === null ? null : { value: reason } } },
  comment: { comment: { type: 'plain_text_input', value: comment } },
});

describe('an answer that is not helpful', () => {
  test.each(['socket', 'http'] as const)(
    'is asked about in a modal; reason and words are kept and thanked for (%s)',
    async (mode) => {
      const running = await openBench({ mode });
      const { slack, store } = running;
      const answer = await mention(running);
      await rate(running, answer, 'useless');
      const view = await slack.waitFor(() => slack.lastView());
      expect(readable(view.view)).toMatch(/passage\n[^\n]*personne\n[^\n]*incomplète\nAutre chose/);
      expect(await store.feedback.list(9)).toMatchObject([
        { rating: 'useless', reason: null, comment: null, question },
      ]);
      expect(thanked(running)).toEqual([]);

      await slack.submitView({ view, user: 'U1', values: chosen('person', ' C’est Mme Roche. ') });
      await slack.waitFor(() => thanked(running).length === 1);
      expect(thanked(running)[0]!.thread_ts).toBe(answer.thread_ts);
      const kept = { person: 'U1', rating: 'useless', reason: 'person', comment: 'C’est Mme Roche.', question };
      expect(await store.feedback.list(9)).toMatchObject([kept]);
    },
  );

  test('may be explained in words alone, which count as another reason', async () => {
    const running = await openBench();
    const { slack, store } = running;
    await rate(running, await mention(running), 'useless');
    const view = await slack.waitFor(() => slack.lastView());
    await slack.submitView({ view, user: 'U1', values: chosen(null, 'x'.repeat(3_000)) });
    await slack.waitFor(() => thanked(running).length === 1);
    expect(await store.feedback.list(9)).toMatchObject([{ reason: 'other', comment: 'x'.repeat(1_000) }]);
  });

  test('is asked about in a private message where no modal can be opened', async () => {
    const running = await openBench({ slack: { refuse: { 'views.open': 'unknown_method' } } });
    const { slack, store } = running;
    await rate(running, await mention(running), 'useless');
    const [asked] = await slack.waitFor(() => told(running).length > 0 && told(running));
    expect(actionIds(asked!)).toEqual(['reason:passage', 'reason:person', 'reason:incomplete', 'reason:other']);
    await slack.click({ message: asked!, action_id: 'reason:incomplete', user: 'U1' });
    await slack.waitFor(() => thanked(running).length === 1);
    expect(await store.feedback.list(9)).toMatchObject([{ rating: 'useless', reason: 'incomplete' }]);
  });
});

test('a second click changes the rating, without a second thanks', async () => {
  const running = await openBench();
  const { slack, store } = running;
  const answer = await mention(running);
  await rate(running, answer, 'useful');
  await slack.waitFor(() => thanked(running).length === 1);
  await rate(running, answer, 'useless');
  const view = await slack.waitFor(() => slack.lastView());
  await slack.submitView({ view, user: 'U1', values: chosen('passage', null) });
  await rate(running, answer, 'useful');
  await running.bot.stop();
  expect(thanked(running)).toHaveLength(1);
  expect(await store.feedback.list(9)).toMatchObject([{ rating: 'useful', reason: null }]);
});

test('a second click of the same rating leaves the reason and the words that were given', async () => {
  const running = await openBench();
  const { slack, store } = running;
  const answer = await mention(running);
  await rate(running, answer, 'useless');
  const view = await slack.waitFor(() => slack.lastView());
  await slack.submitView({ view, user: 'U1', values: chosen('passage', 'trop loin') });
  await slack.waitFor(() => thanked(running).length === 1);
  await rate(running, answer, 'useless');
  await slack.waitFor('views.open', 2);
  const given = { rating: 'useless', reason: 'passage', comment: 'trop loin' };
  expect(await store.feedback.list(9)).toMatchObject([given]);
  await slack.submitView({ view: slack.lastView()!, user: 'U1', values: chosen(null, null) });
  await running.bot.stop();
  expect(await store.feedback.list(9)).toMatchObject([given]);
});

test('the rating is the same answer’s at every length', async () => {
  const running = await openBench();
  const { slack, store } = running;
  const answer = await mention(running);
  await rate(running, answer, 'useful');
  await slack.click({ message: answer, action_id: 'length:whole', user: 'U1' });
  const longer = await slack.waitFor(() => slack.messages('C1', answer.thread_ts).find(({ edits }) => edits === 1));
  await rate(running, longer, 'useless');
  await slack.waitFor(() => slack.lastView());
  expect(await store.feedback.list(9)).toMatchObject([{ rating: 'useless' }]);
});

test('a forged modal keeps nothing', async () => {
  const running = await openBench({ mode: 'http' });
  const metadata = [
    '',
    'null',
    '{}',
    '{"answer":"a","question":null,"language":"fr","channel":"<!here>","thread":null}',
  ];
  for (const private_metadata of metadata)
    await running.slack.deliverHttp(running.where, {
      type: 'view_submission',
      user: { id: 'U1' },
      view: { id: 'V1', callback_id: 'reasons', private_metadata, state: { values: chosen('passage', 'x') } },
    });
  await running.bot.stop();
  expect(await running.store.feedback.list(9)).toEqual([]);
  expect(running.slack.messages('C1')).toEqual([]);
});

test.each(['fr', 'en'] as const)('the question why keeps every rule of Slack (%s)', (language) => {
  const judged = {
    answer: 'x'.repeat(12),
    question: '<!here> `?` '.repeat(25),
    language,
    channel: 'C1',
    thread: '1.2',
  };
  expect(checkView(reasonsView(judged))).toEqual([]);
  expect(checkMessage(renderReasons(judged))).toEqual([]);
});
