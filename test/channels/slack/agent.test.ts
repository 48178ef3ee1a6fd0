import { describe, expect, test } from 'vitest';
import manifest from '../../../manifest.json' with { type: 'json' };
import { logged, mention, openBench, openHeldBench, question, readable } from './bench.ts';

const prompts = (language: 'fr' | 'en') => async () =>
  Array.from({ length: 6 }, (_, number) => ({ title: `${language} ${number}`, message: `Question ${number} ?` }));
const ofBoth = (language: 'fr' | 'en') => prompts(language)();

describe('suggested prompts', () => {
  test.each(['fr-FR', 'en-GB'])('are questions of the corpus in the language of the person (%s)', async (locale) => {
    const running = await openBench({ options: { prompts: ofBoth }, slack: { users: [{ id: 'U1', locale }] } });
    const { slack } = running;
    await slack.appHomeOpened({ user: 'U1', tab: 'messages' });
    const [call] = await slack.waitFor('assistant.threads.setSuggestedPrompts');
    const offered = call!.args['prompts'] as { title: string; message: string }[];
    expect(offered.map(({ title }) => title)).toEqual([0, 1, 2, 3].map((number) => `${locale.slice(0, 2)} ${number}`));
    expect(call!.args['title']).toMatch(locale === 'fr-FR' ? /^Bonjour/ : /^Hello/);
    expect(call!.args).not.toHaveProperty('thread_ts');
  });

  test('are those of the manifest where the corpus has none', async () => {
    const running = await openBench();
    await running.slack.appHomeOpened({ user: 'U1', tab: 'messages' });
    const [call] = await running.slack.waitFor('assistant.threads.setSuggestedPrompts');
    expect(call!.args['prompts']).toEqual(manifest.features.agent_view.suggested_prompts);
  });
});

describe('the status while the bot is working', () => {
  test('is shown where an answer takes long, in the person’s language, and taken away with the answer', async () => {
    const { slack, underWay, release } = await openHeldBench();
    await slack.directMessage({ user: 'U1', text: question });
    await underWay;
    const [shown] = await slack.waitFor('assistant.threads.setStatus');
    expect(shown!.args['status']).toBe('cherche dans les comptes rendus…');
    release();
    await slack.waitFor(() => slack.messages(slack.im('U1')).at(0));
    const [, gone] = await slack.waitFor('assistant.threads.setStatus', 2);
    expect(gone!.args['status']).toBe('');
  });

  test('is not shown where the answer comes at once', async () => {
    const running = await openBench();
    await mention(running);
    await running.bot.stop();
    expect(running.slack.calls('assistant.threads.setStatus')).toEqual([]);
  });

  test('delays no answer where Slack refuses it, which is logged once', async () => {
    const held = await openHeldBench({ slack: { basicOnly: true } });
    for (const user of ['U1', 'U2']) await held.slack.directMessage({ user, text: question });
    await held.slack.waitFor('assistant.threads.setStatus');
    held.release();
    for (const user of ['U1', 'U2']) await held.slack.waitFor(() => held.slack.messages(held.slack.im(user)).at(0));
    await held.running.bot.stop();
    const said = logged(held.running.log).filter(({ message }) =>
      /without assistant.threads.setStatus/.test(String(message)),
    );
    expect(said).toHaveLength(1);
    expect(held.slack.calls('assistant.threads.setStatus')).toHaveLength(1);
  });
});

describe('the title of a thread', () => {
  test('is its first question, in the conversation with the bot alone', async () => {
    const running = await openBench();
    const { slack } = running;
    const sent = await slack.directMessage({ user: 'U1', text: question });
    await slack.waitFor('assistant.threads.setTitle');
    for (const text of ['Et combien de communes ?', 'Merci !'])
      await slack.directMessage({ user: 'U1', text, thread_ts: sent.ts });
    await mention(running);
    await running.bot.stop();
    const titles = slack.calls('assistant.threads.setTitle').map(({ args }) => args);
    expect(titles[0]).toEqual({ channel_id: slack.im('U1'), thread_ts: sent.ts, title: question });
    expect(new Set(titles.map(({ channel_id: channel }) => channel))).toEqual(new Set([slack.im('U1')]));
  });
});

describe('the language of a message whose words do not tell', () => {
  test.each([
    ['en-US', 'Only the person'],
    ['fr-FR', 'Seule la personne'],
  ])('is the one that the person has Slack in (%s)', async (locale, words) => {
    const running = await openBench({ slack: { users: [{ id: 'U1', locale }] } });
    const { slack } = running;
    const answer = await mention(running, 'liseuses');
    await slack.click({ message: answer, action_id: 'delete', user: 'U2' });
    await slack.waitFor(() => slack.messages('C1').some(({ text }) => text.startsWith(words)));
  });

  test('is not asked for where the words tell', async () => {
    const running = await openBench({ slack: { users: [{ id: 'U1', locale: 'en-US' }] } });
    expect(readable(await mention(running))).toContain('Voir le contexte');
    expect(running.slack.calls('users.info')).toEqual([]);
  });

  test('holds no answer up where Slack does not say', async () => {
    const running = await openBench({
      slack: { faults: (method) => (method === 'users.info' ? { kind: 'hang' } : null) },
      options: { timeoutMs: 60_000 },
    });
    expect(readable(await mention(running, 'liseuses'))).toContain('liseuses');
    expect(running.slack.calls('users.info')).toHaveLength(1);
  });
});
