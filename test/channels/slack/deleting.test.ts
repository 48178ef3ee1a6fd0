import { expect, test } from 'vitest';
import { logged, mention, openBench, question, readable } from './bench.ts';

const notYours = 'Seule la personne qui a posé la question peut supprimer cette réponse.';

test.each(['socket', 'http'] as const)(
  'the person who asked deletes the answer, and nobody else can (%s)',
  async (mode) => {
    const running = await openBench({ mode });
    const { slack } = running;
    const answer = await mention(running);
    await slack.click({ message: answer, action_id: 'delete', user: 'U2' });
    const told = await slack.waitFor(() => slack.messages('C1').find(({ ephemeralTo }) => ephemeralTo === 'U2'));
    expect(told.text).toBe(notYours);
    expect(slack.messages('C1', answer.thread_ts)).toContainEqual(expect.objectContaining({ ts: answer.ts }));

    await slack.click({ message: answer, action_id: 'delete', user: 'U1' });
    await slack.waitFor(() => slack.history('C1', answer.thread_ts).every(({ ts }) => ts !== answer.ts));
  },
);

test('a button that names the asker opens nothing for another: the mark is made anew from who clicks, and where', async () => {
  const running = await openBench({ mode: 'http' });
  const { slack } = running;
  const one = await mention(running);
  const other = await slack.mention({ channel: 'C1', user: 'U2', text: question });
  const theirs = await slack.waitFor(() => slack.messages('C1', other.thread).at(0));
  const value = /"action_id":"delete".*?"value":("(?:[^"\\]|\\.)*")/.exec(JSON.stringify(theirs.blocks))![1]!;
  const forged = [JSON.parse(value), JSON.stringify({ asker: 'U2', language: 'fr' }), '{"asker":"","language":"fr"}'];
  for (const given of forged)
    await slack.deliverHttp(running.where, {
      type: 'block_actions',
      user: { id: 'U2' },
      channel: { id: 'C1', name: 'general' },
      message: { ts: one.ts, thread_ts: one.thread_ts },
      actions: [{ type: 'button', action_id: 'delete', block_id: 'b', value: given }],
    });
  await slack.waitFor(() => slack.messages('C1').filter(({ text }) => text === notYours).length === forged.length);
  expect(slack.calls('chat.delete')).toEqual([]);
});

test('an answer can be deleted after a restart, and by another process', async () => {
  const running = await openBench();
  const { slack } = running;
  const answer = await mention(running);
  await running.bot.stop();
  const second = await openBench({ mode: 'http', options: { config: { SLACK_API_URL: slack.apiUrl } } });
  const value = /"action_id":"delete".*?"value":("(?:[^"\\]|\\.)*")/.exec(JSON.stringify(answer.blocks))![1]!;
  await second.slack.deliverHttp(second.where, {
    type: 'block_actions',
    user: { id: 'U1' },
    channel: { id: 'C1', name: 'general' },
    message: { ts: answer.ts, thread_ts: answer.thread_ts },
    actions: [{ type: 'button', action_id: 'delete', block_id: 'b', value: JSON.parse(value) }],
  });
  await slack.waitFor('chat.delete');
  expect(slack.history('C1')).not.toContainEqual(expect.objectContaining({ ts: answer.ts }));
});

test('answers in a direct message and those of a command are deleted too', async () => {
  const running = await openBench();
  const { slack } = running;
  await slack.directMessage({ user: 'U1', text: question });
  const direct = await slack.waitFor(() => slack.messages(slack.im('U1')).at(0));
  await slack.click({ message: direct, action_id: 'delete', user: 'U1' });
  await slack.waitFor(() => slack.messages(slack.im('U1')).length === 0);

  await slack.slashCommand({ command: '/greffier', text: question, user: 'U1', channel: 'C1' });
  const alone = await slack.waitFor(() => slack.messages('C1').at(0));
  await slack.click({ message: alone, action_id: 'delete', user: 'U1' });
  await slack.waitFor(() => slack.messages('C1').length === 0);
});

test('a server that deletes nothing has a word take the place of the answer, or is told of', async () => {
  const running = await openBench({ slack: { refuse: { 'chat.delete': 'unknown_method' } } });
  const { slack } = running;
  const answer = await mention(running);
  await slack.click({ message: answer, action_id: 'delete', user: 'U1' });
  const left = await slack.waitFor(() => slack.messages('C1', answer.thread_ts).find(({ edits }) => edits === 1));
  expect(readable(left)).toMatch(/^Réponse supprimée/);

  const again = await mention(running);
  slack.failNext('chat.update', { kind: 'error', error: 'unknown_method' });
  slack.failNext('response_url', { kind: 'http', status: 404 });
  await slack.click({ message: again, action_id: 'delete', user: 'U1' });
  await slack.waitFor(() =>
    slack.messages('C1').some(({ text }) => text === 'Je n’ai pas pu supprimer cette réponse.'),
  );
  await running.bot.stop();
  expect(logged(running.log).filter(({ level }) => level === 'error')).toEqual([]);
});
