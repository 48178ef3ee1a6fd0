import { randomUUID } from 'node:crypto';
import { describe, expect, onTestFinished, test } from 'vitest';
import { renderAlert, renderAlerts } from '../../../src/channels/slack/alert-blocks.ts';
import { startSlack } from '../../../src/channels/slack/app.ts';
import { createLog } from '../../../src/operations/log.ts';
import { createMetrics } from '../../../src/operations/metrics.ts';
import { StoreError } from '../../../src/errors.ts';
import type { Alert } from '../../../src/store/store.ts';
import { createSteadyStore, type SteadyStore } from '../../../src/store/steady.ts';
import { checkMessage } from '../../support/slack/check-blocks.ts';
import type { RecordedMessage } from '../../support/slack/types.ts';
import { storeForTest } from '../../support/steady-store.ts';
import {
  actionIds,
  answererOf,
  type Bench,
  engineOver,
  libraries,
  logged,
  mention,
  openBench,
  question as answered,
  readable,
} from './bench.ts';

const unanswered = 'Combien a coûté la fusée ?';
const withRocket = `${libraries}\n# Fusées\n\nLa fusée a coûté neuf millions d’euros. Elle est rouge.\n`;

const whispers = ({ slack }: Bench, user = 'U1') => slack.messages('C1').filter((each) => each.ephemeralTo === user);
/** What the bot told a person in their own conversation. */
const told = ({ slack }: Bench, user = 'U1') =>
  slack.messages(slack.im(user)).filter((each) => each.user === slack.botUserId);
const said = (message: { readonly blocks: unknown }) => readable(message).replaceAll(/[\u00a0\u202f]/g, ' ');

/** An alert that waits in the store. */
function alert(changes: Partial<Alert> = {}): Alert {
  return { id: 'a1', person: 'U1', question: unanswered, language: 'fr', at: Date.UTC(2026, 10, 23), ...changes };
}

/** Lets the bot ask all alerts once more: a marker, the newest of them, is answered after all others. */
async function askAgain({ store, bot }: Bench): Promise<void> {
  await store.alerts.add(alert({ id: randomUUID(), person: 'UMARK', question: answered, at: Date.now() + 1e9 }));
  bot.reloaded();
  await expect.poll(() => store.alerts.list('UMARK')).toEqual([]);
}

/** A bot whose store holds these alerts, and which has asked them once, of `libraries`. */
async function openWaiting(alerts: readonly Alert[]): Promise<Bench> {
  const store = await storeForTest();
  for (const each of alerts) await store.alerts.add(each);
  const running = await openBench({ store, slack: { users } });
  await askAgain(running);
  return running;
}

const refused = { kind: 'error', error: 'restricted_action' } as const;
const users = ['U1', 'U2', 'UMARK'].map((id) => ({ id }));

/** A store that cannot be opened. */
const away = async (): Promise<SteadyStore> => {
  const store = await createSteadyStore({
    open: () => Promise.reject(new StoreError('the database is away')),
    onFailure: () => undefined,
  });
  onTestFinished(() => store.close());
  return store;
};

/** The person clicks Prévenez-moi under a silence. */
async function askToBeTold(running: Bench, user = 'U1', question = unanswered): Promise<RecordedMessage> {
  const silence = await mention(running, question);
  const before = whispers(running, user).length;
  await running.slack.click({ message: silence, action_id: 'alert', user });
  return running.slack.waitFor(() => whispers(running, user)[before]);
}

describe('Prévenez-moi', () => {
  test('remembers the question of whoever clicks, and says so to them alone', async () => {
    const running = await openBench();
    const kept = await askToBeTold(running, 'U2');
    expect(kept.text).toBe(
      'C’est noté. Je vous préviendrai en message privé dès qu’un compte rendu répondra à cette question.',
    );
    expect(actionIds(kept)).toEqual(['unalert']);
    expect(await running.store.alerts.list()).toMatchObject([{ person: 'U2', question: unanswered, language: 'fr' }]);
  });

  test('remembers it once, and says the second time that it does already', async () => {
    const running = await openBench();
    await askToBeTold(running);
    expect((await askToBeTold(running)).text).toMatch(/^Cette question est déjà retenue/);
    expect(await running.store.alerts.list()).toHaveLength(1);
  });

  test('answers at once where a file that came meanwhile answers', async () => {
    const running = await openBench();
    const silence = await mention(running, unanswered);
    running.reload(withRocket);
    await running.slack.click({ message: silence, action_id: 'alert', user: 'U1' });
    expect(said(await running.slack.waitFor(() => whispers(running)[0]))).toContain('neuf millions');
    expect(await running.store.alerts.list()).toEqual([]);
  });

  test('speaks English to who asked in English', async () => {
    const running = await openBench();
    const kept = await askToBeTold(running, 'U1', 'How much did the submarine cost?');
    expect(kept.text).toMatch(/^Noted\. I will tell you/);
    expect(await running.store.alerts.list()).toMatchObject([{ language: 'en' }]);
  });
});

describe('a question that waits', () => {
  test('is answered in a direct message once a file answers it, with what was asked and when, and only once', async () => {
    const running = await openWaiting([alert()]);
    expect(told(running)).toEqual([]);

    running.reload(withRocket);
    await askAgain(running);
    const [message] = told(running);
    expect(said(message!)).toMatch(
      /^Le 23 novembre 2026, vous m’avez demandé de vous prévenir pour cette question : « Combien a coûté la fusée \? »\. Les comptes rendus y répondent à présent\.\n[^]*La fusée a coûté neuf millions d’euros\./,
    );
    expect(message!.text).toMatch(/^Le 23 novembre 2026[^]*neuf millions/);
    expect(actionIds(message!)).toEqual(['context:0', 'keep:0', 'more', 'share', 'feedback', 'alerts']);
    await askAgain(running);
    expect(told(running)).toHaveLength(1);
    expect(await running.store.alerts.list('U1')).toEqual([]);
  });

  test('is answered at the start of the bot where the corpus changed meanwhile', async () => {
    const store = await storeForTest();
    await store.alerts.add(alert({ language: 'en' }));
    const running = await openBench({ store, corpus: withRocket, slack: { users } });
    const message = await running.slack.waitFor(() => told(running)[0]);
    expect(said(message)).toMatch(/^On 23 November 2026 you asked me[^]*neuf millions/);
  });

  test('goes on waiting where the new file does not answer it', async () => {
    const running = await openWaiting([alert()]);
    const { store } = running;
    running.reload(`${libraries}\n# Bateaux\n\nLe bateau a coûté neuf millions d’euros.\n`);
    await askAgain(running);
    expect(told(running)).toEqual([]);
    expect(await store.alerts.list('U1')).toHaveLength(1);
  });

  test('goes on waiting where Slack does not take the answer, until the next reload', async () => {
    const running = await openWaiting([alert()]);
    const { store } = running;
    running.slack.failNext('chat.postMessage', { kind: 'error', error: 'restricted_action' });
    running.reload(withRocket);
    await askAgain(running);
    expect(told(running)).toEqual([]);
    expect(await store.alerts.list('U1')).toHaveLength(1);
    await askAgain(running);
    expect(told(running)).toHaveLength(1);
    expect(await store.alerts.list('U1')).toEqual([]);
  });

  test('is asked again after a while where Slack did not take the answer, or the store could not be read', async () => {
    const store = await storeForTest();
    await store.alerts.add(alert());
    let reads = 0;
    const { alerts } = store;
    const list = (person?: string) =>
      (reads += 1) === 1 ? Promise.reject(new StoreError('the database is away')) : alerts.list(person);
    const running = await openBench({
      store: { ...store, alerts: { add: (each) => alerts.add(each), remove: (id) => alerts.remove(id), list } },
      corpus: withRocket,
      slack: { users, faults: (method, call) => (method === 'chat.postMessage' && call === 1 ? refused : null) },
      options: { alertPauseMs: 5 },
    });
    await running.slack.waitFor(() => told(running)[0]);
    await expect.poll(() => store.alerts.list('U1')).toEqual([]);
    await running.bot.stop();
    expect(told(running)).toHaveLength(1);
  });

  test('is answered once where two bots share a store', async () => {
    const store = await storeForTest();
    const ids = Array.from({ length: 20 }, (_, number) => `a${number}`);
    for (const id of ids) await store.alerts.add(alert({ id, person: `U${id}` }));
    const people = ids.map((id) => ({ id: `U${id}` }));
    const running = await openBench({ store, slack: { users: people } });
    const { slack } = running;
    let answerer = answererOf(libraries);
    const engine = await engineOver(() => answerer);
    const other = await startSlack({
      secrets: { mode: 'socket', botToken: slack.botToken, appToken: slack.appToken },
      config: { SLACK_API_URL: slack.apiUrl },
      engine,
      answerer: () => answerer,
      store,
      log: createLog({ level: 'error', secrets: [], write: () => undefined }),
      metrics: createMetrics(),
    });
    onTestFinished(async () => {
      await other.stop();
      await engine.close();
    });
    running.reload(withRocket);
    answerer = answererOf(withRocket);
    running.bot.reloaded();
    other.reloaded();
    await slack.waitFor(() => ids.every((id) => told(running, `U${id}`).length > 0));
    await Promise.all([running.bot.stop(), other.stop()]);
    for (const id of ids) expect(told(running, `U${id}`)).toHaveLength(1);
    expect(await store.alerts.list()).toEqual([]);
  });

  test('is answered by the next process where one died when it was about to', async () => {
    const running = await openWaiting([alert()]);
    const { claims } = running.store;
    await claims.take('alert:a1', 'dead', { now: Date.now() - 2, until: Date.now() - 1 });
    await claims.posting('alert:a1', 'dead');
    running.reload(withRocket);
    await askAgain(running);
    expect(told(running)).toHaveLength(1);
    await askAgain(running);
    expect(told(running)).toHaveLength(1);
  });

  test('does not hold up who asks meanwhile, though a hundred others wait with it', async () => {
    const store = await storeForTest();
    for (let number = 0; number < 100; number += 1)
      await store.alerts.add(alert({ id: `a${number}`, question: `Qui a vu la comète ${number} en Ardèche ?` }));
    const seen: string[] = [];
    const asking = answererOf(libraries);
    const answerer = () => ({
      ...asking,
      answer(text: string, options = {}) {
        if (seen.length === 0) setImmediate(() => seen.push('another had its turn'));
        seen.push(text);
        return asking.answer(text, options);
      },
    });
    await openBench({ store, options: { answerer } });
    await expect.poll(() => seen.length).toBe(101);
    expect(seen.indexOf('another had its turn')).toBeLessThan(4);
  });
});

describe('a person’s own alerts', () => {
  test.each([
    [
      'alertes',
      'fr',
      'Je vous préviendrai quand un compte rendu répondra à ces questions :',
      'depuis le 23 novembre 2026',
    ],
    ['alerts', 'en', 'I will tell you when a record answers these questions:', 'since 23 November 2026'],
  ] as const)('are listed in private by /greffier %s, those of nobody else', async (word, language, title, since) => {
    const running = await openBench();
    await running.store.alerts.add(alert({ language }));
    await running.store.alerts.add(alert({ id: 'a2', person: 'U2', question: 'Et la comète ?' }));
    await running.slack.slashCommand({ command: '/greffier', text: word, user: 'U1', channel: 'C1' });
    const list = await running.slack.waitFor(() => whispers(running)[0]);
    expect(said(list)).toContain(title);
    expect(said(list)).toContain(unanswered);
    expect(said(list)).toContain(since);
    expect(said(list)).not.toContain('comète');
    expect(list.text).toContain(unanswered);
    expect(actionIds(list)).toEqual(['unalert:0']);
  });

  test('that are none are told with how to get one', async () => {
    const running = await openBench();
    await running.slack.slashCommand({ command: '/greffier', text: 'Alertes', user: 'U1', channel: 'C1' });
    expect(said(await running.slack.waitFor(() => whispers(running)[0]))).toMatch(
      /^Vous n’avez pas d’alerte\..*Prévenez-moi/,
    );
  });

  test('are no answer to a question that begins with the word', async () => {
    const running = await openBench();
    const text = 'alertes médiabus';
    await running.slack.slashCommand({ command: '/greffier', text, user: 'U1', channel: 'C1' });
    await running.slack.waitFor(() => whispers(running)[0]);
    expect(running.turns.map((turn) => turn.text)).toEqual([text]);
  });

  test('are forgotten by their button, which then says that there is nothing left to forget', async () => {
    const running = await openBench({ slack: { users } });
    const kept = await askToBeTold(running);
    await running.slack.click({ message: kept, action_id: 'unalert', user: 'U1' });
    await running.slack.waitFor(() => whispers(running)[1]);
    expect(await running.store.alerts.list()).toEqual([]);
    await running.slack.click({ message: kept, action_id: 'unalert', user: 'U1' });
    await running.slack.waitFor(() => whispers(running)[2]);
    expect(whispers(running).map(said).slice(1)).toEqual([
      'C’est fait : je ne vous préviendrai pas pour cette question.',
      'Cette alerte n’existe plus.',
    ]);
    running.reload(withRocket);
    await askAgain(running);
    expect(told(running)).toEqual([]);
  });

  test('are not forgotten by another person, though they know the id', async () => {
    const running = await openBench({ mode: 'http', slack: { users } });
    await running.store.alerts.add(alert());
    const { ts, thread_ts } = await mention(running);
    await running.slack.deliverHttp(running.where, {
      type: 'block_actions',
      team: { id: 'T1' },
      user: { id: 'U2' },
      channel: { id: 'C1', name: 'general' },
      message: { ts, thread_ts },
      actions: [{ type: 'button', action_id: 'unalert', block_id: 'b', value: '{"id":"a1","language":"fr"}' }],
    });
    expect((await running.slack.waitFor(() => whispers(running, 'U2')[0])).text).toBe('Cette alerte n’existe plus.');
    expect(await running.store.alerts.list()).toHaveLength(1);
  });

  test('that are left are listed by the button under an alert', async () => {
    const store = await storeForTest();
    await store.alerts.add(alert());
    await store.alerts.add(alert({ id: 'a2', question: 'Combien a coûté la comète ?' }));
    const running = await openBench({ store, corpus: withRocket, slack: { users } });
    const message = await running.slack.waitFor(() => told(running)[0]);
    await running.slack.click({ message, action_id: 'alerts', user: 'U1' });
    const list = await running.slack.waitFor(() =>
      running.slack.messages(running.slack.im('U1')).find((each) => actionIds(each).includes('unalert:0')),
    );
    expect(said(list)).toContain('comète');
    expect(said(list)).not.toContain('fusée');
  });
});

describe('without the store', () => {
  test('a question is not remembered, and that is told', async () => {
    const kept = await askToBeTold(await openBench({ store: await away() }));
    expect(kept.text).toBe('Je n’ai pas pu retenir cette question. Réessayez plus tard.');
  });

  test('alerts are neither listed nor forgotten, and that is told; answers go on', async () => {
    const running = await openBench({ store: await away() });
    const { slack } = running;
    await slack.slashCommand({ command: '/greffier', text: 'alertes', user: 'U1', channel: 'C1' });
    expect((await slack.waitFor(() => whispers(running)[0])).text).toMatch(/^Je n’ai pas accès à vos alertes/);
    running.bot.reloaded();
    expect(readable(await mention(running))).toContain('deux millions');
    expect(logged(running.log).filter(({ level }) => level === 'error')).toEqual([]);
  });
});

describe('whatever the question', () => {
  const hostile = [
    '*<!channel>* <@U1> `x`',
    '"\\'.repeat(1000),
    'x'.repeat(2000),
    '\u202egnirts',
    'https://a.example/?b=<c>&d',
  ];

  test('a list of sixty alerts keeps every rule of Slack and counts what it leaves out', () => {
    const many = Array.from({ length: 60 }, (_, index) =>
      alert({ id: 'i'.repeat(36), question: `${index} ${hostile[index % hostile.length]}` }),
    );
    for (const language of ['fr', 'en'] as const) {
      const list = renderAlerts(many, language);
      expect(checkMessage(list)).toEqual([]);
      const shown = actionIds(list).length;
      expect(shown).toBeGreaterThan(10);
      expect(readable(list)).toContain(String(60 - shown));
    }
  });

  test('the answer that comes later keeps every rule of Slack', () => {
    const answer = answererOf(withRocket).answer(unanswered);
    for (const question of hostile)
      for (const language of ['fr', 'en'] as const)
        expect(checkMessage(renderAlert(alert({ question, language }), answer))).toEqual([]);
  });
});
