import { describe, expect, test, vi } from 'vitest';
import { brokenStoreForTest } from '../../support/steady-store.ts';
import type { Fault, StrictSlack } from '../../support/slack/types.ts';
import { openBench, readable } from './bench.ts';

/** What a person reads who opens the app's home for the `time`th time. */
async function home(slack: StrictSlack, time = 1, user = 'U1'): Promise<string> {
  await slack.appHomeOpened({ user, tab: 'home' });
  await slack.waitFor('views.publish', time);
  const { view, user: shownTo } = slack.lastView()!;
  expect(view.type).toBe('home');
  expect(shownTo).toBe(user);
  return readable(view);
}

describe('the app’s home', () => {
  test('says what the record holds, and nothing of a store that works', async () => {
    const { slack } = await openBench();
    const text = await home(slack);
    expect(text).toContain('14 mars 2023');
    expect(text).not.toMatch(/enregistrer|keep anything/);
  });

  test('says that nothing can be kept, until it can', async () => {
    const { store, mend } = await brokenStoreForTest();
    const { slack } = await openBench({ store });
    const text = await home(slack);
    expect(text).toContain('Pour le moment, je ne peux rien enregistrer');
    mend();
    await vi.waitFor(() => expect(store.healthy()).toBe(true));
    expect(await home(slack, 2)).not.toMatch(/enregistrer|keep anything/);
  });

  const faults: [string, Fault][] = [
    ['internal_error', { kind: 'error', error: 'internal_error' }],
    ['invalid_arguments', { kind: 'error', error: 'invalid_arguments' }],
    ['HTTP 500', { kind: 'http', status: 500 }],
  ];
  test.each(faults)('is published the next time where Slack once failed with %s', async (_, fault) => {
    const { slack, log } = await openBench();
    slack.failNext('views.publish', fault);
    await slack.appHomeOpened({ user: 'U1', tab: 'home' });
    await vi.waitFor(() => expect(log.join()).toContain('views.publish failed'));
    expect(await home(slack, 2)).toContain('14 mars 2023');
  });

  test('is in the language that Slack tells, though it once did not', async () => {
    const { slack } = await openBench({ slack: { users: [{ id: 'U1', locale: 'en-GB' }] } });
    slack.failNext('users.info', { kind: 'http', status: 500 });
    await home(slack);
    expect(await home(slack, 2)).toContain('14 March 2023');
  });

  test('is not published to who opens the messages', async () => {
    const { slack } = await openBench();
    await slack.appHomeOpened({ user: 'U1', tab: 'messages' });
    await slack.waitFor('assistant.threads.setSuggestedPrompts');
    expect(slack.views()).toEqual([]);
  });
});
