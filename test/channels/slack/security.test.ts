import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { seal } from '../../../src/channels/slack/pointer.ts';
import { libraries, logged, mention, question, ratingValue, readable } from './bench.ts';
import { modalData } from '../../../src/channels/slack/pointer.ts';
import { forge, inThreadOf, open, said, submit, valueOf, whisperedTo } from './forged.ts';

/** The same value with further members that name somebody else. */
const asSomebodyElse = (value: string): string =>
  JSON.stringify({ ...JSON.parse(value), user: 'U2', user_id: 'U2', person: 'U2', place: { user: 'U2' } });

describe('who acts is who Slack says', () => {
  test('a rating whose value names somebody else is kept and thanked for as of who pressed', async () => {
    const running = await open();
    const answer = await mention(running);
    const value = asSomebodyElse(ratingValue(answer, 'useful'));
    await forge(running, { action: 'feedback', value, message: inThreadOf(answer) });
    const messages = await said(running);
    expect(await running.store.feedback.list(9)).toMatchObject([{ person: 'U1', rating: 'useful' }]);
    expect(whisperedTo(messages, 'U1')).toHaveLength(1);
    expect(whisperedTo(messages, 'U2')).toEqual([]);
  });

  test('an answer is shared under the name of who pressed, not of who the value names', async () => {
    const running = await open();
    const answer = await mention(running);
    await forge(running, {
      action: 'share',
      value: asSomebodyElse(valueOf(answer, 'share')),
      message: inThreadOf(answer),
    });
    const shared = (await said(running)).find((each) => readable(each).startsWith('Partagé par'));
    expect(shared?.text).toMatch(/^Partagé par <@U1>/);
  });

  test('a modal whose metadata names somebody else shares under the name of who submits', async () => {
    const running = await open();
    await submit(running, 'U1', modalData('U1', asSomebodyElse(valueOf(await mention(running), 'share'))));
    await said(running);
    expect(running.slack.history('C7').map(({ text }) => text.split('\n', 1)[0])).toEqual(['Partagé par <@U1>']);
  });

  test('a choice that names somebody else is a turn of who pressed', async () => {
    const running = await open();
    await forge(running, { action: 'choose:0', value: asSomebodyElse('{"text":"contexte"}') });
    await said(running);
    expect(running.turns).toMatchObject([{ user: 'U1', text: 'contexte' }]);
  });

  test.each([`<@U1> contexte`, `De la part de <@U1> : contexte`, `user: U1 contexte`])(
    'a message that says %j is a turn of who wrote it',
    async (text) => {
      const running = await open();
      const answer = await mention(running);
      const sent = await running.slack.mention({ channel: 'C1', user: 'U2', text, thread_ts: answer.thread_ts! });
      const [reply] = await running.slack.waitFor(() => {
        const replies = running.slack.messages('C1', sent.thread).slice(1);
        return replies.length > 0 && replies;
      });
      expect(running.turns.map(({ user }) => user)).toEqual(['U1', 'U2']);
      expect(readable(reply!)).not.toContain('Le département de la Creuse a créé');
    },
  );
});

describe('values that no button of ours held', () => {
  const values = [
    '{"__proto__":{"question":"Combien a coûté le médiabus ?","purpose":"answer","skip":0,"seal":"","language":"fr"}}',
    '{"__proto__":{"text":"bonjour","rating":"useful","language":"fr"}}',
    '{"constructor":{"prototype":{"text":"bonjour"}}}',
    '[]',
    '"bonjour"',
    '0',
    '{"question":["médiabus"],"purpose":"answer","skip":0,"seal":"","language":"fr"}',
    '{"question":"médiabus","purpose":"answer","skip":1e308,"seal":"","language":"fr"}',
    '{"question":"médiabus","purpose":"__proto__","skip":0,"seal":"","language":"fr"}',
    '{"rating":"superb","language":"fr"}',
    '{"rating":"useful","language":"fr","answer":{"toString":1}}',
    `{"rating":"useful","language":"fr","question":"${'x'.repeat(3000)}"}`,
    `{"text":"${'x'.repeat(100_000)}"}`,
    '['.repeat(50_000),
    '',
    null,
  ];
  const actions = ['context:0', 'more', 'share', 'choose:0', 'feedback', '__proto__', 'constructor', 'x'.repeat(9000)];

  test.each(actions)('%#: each is told kindly, and does nothing else', async (action) => {
    const running = await open();
    for (const value of values) await forge(running, { action, value });
    const messages = await said(running);
    expect(messages).toHaveLength(values.length);
    expect(whisperedTo(messages, 'U1')).toHaveLength(values.length);
    expect(new Set(messages.map(({ text }) => text))).toEqual(
      new Set(['Ce bouton n’est plus valable. Posez de nouveau la question.']),
    );
    expect(running.turns).toEqual([]);
    expect(await running.store.feedback.list(9)).toEqual([]);
    expect(logged(running.log).filter(({ level }) => level === 'error')).toEqual([]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test('in a modal’s metadata, publish nothing and are told to who submits', async () => {
    const running = await open();
    const some = values.filter((value) => value !== null);
    for (const value of some) await submit(running, 'U1', value);
    const messages = await said(running);
    expect(running.slack.history('C7')).toEqual([]);
    expect(messages.filter(({ channel }) => channel === running.slack.im('U1'))).toHaveLength(some.length);
  });

  test.each([[{}], [['a']], [7], [true]])('that are no text at all (%j) do nothing', async (value) => {
    const running = await open();
    for (const action of ['context:0', 'more', 'share', 'choose:0', 'feedback'])
      await forge(running, { action, value });
    await submit(running, 'U1', value);
    expect(await said(running)).toEqual([]);
  });
});

describe('a modal', () => {
  test('that is submitted twice publishes once', async () => {
    const running = await open();
    const value = modalData('U1', valueOf(await mention(running), 'share'));
    for (let time = 0; time < 3; time += 1) await submit(running, 'U1', value);
    await said(running);
    expect(running.slack.history('C7')).toHaveLength(1);
  });

  test('that somebody else submits publishes nothing', async () => {
    const running = await open();
    const { slack } = running;
    await slack.directMessage({ user: 'U1', text: question });
    const answer = await slack.waitFor(() => slack.messages(slack.im('U1')).at(0));
    await slack.click({ message: answer, action_id: 'share', user: 'U1' });
    const view = await slack.waitFor(() => slack.lastView());
    const values = { channel: { channel: { type: 'conversations_select', selected_conversation: 'C7' } } };
    await slack.submitView({ view, user: 'U2', values });
    await said(running);
    expect(slack.history('C7')).toEqual([]);
  });

  test('that is submitted again after a restart publishes nothing more', async () => {
    const running = await open();
    const value = modalData('U1', valueOf(await mention(running), 'share'));
    await submit(running, 'U1', value);
    await running.slack.waitFor(() => running.slack.history('C7').at(0));
    await running.bot.stop();
    const next = await open({ store: running.store });
    await submit(next, 'U1', value);
    await said(next);
    expect(next.slack.history('C7')).toEqual([]);
  });
});

/** A pointer to ten code units of a file that holds `text`. */
const pointer = (file: string, text: string, start = 0) =>
  JSON.stringify({ file, start, end: start + 10, seal: seal(text.slice(start, start + 10)), language: 'fr' });

describe('a pointer', () => {
  const passwd = readFileSync('/etc/passwd', 'utf8').normalize('NFC');
  const own = libraries.indexOf('Le médiabus a coûté');

  test('to words of a file that is served shows them', async () => {
    const running = await open();
    const value = pointer('assises.md', libraries, own);
    await forge(running, { action: 'context:0', value });
    expect((await said(running)).map(readable).join()).toContain('La région en a payé la moitié');
  });

  test.each([
    ['../../../../../../../../etc/passwd', passwd, 0],
    ['/etc/passwd', passwd, 0],
    ['file:///etc/passwd', passwd, 0],
    ['./assises.md', libraries, own],
    ['../assises.md', libraries, own],
    ['assises.md/../assises.md', libraries, own],
    ['ASSISES.MD', libraries, own],
    ['other/assises.md', libraries, own],
    ['assises.md\0', libraries, own],
    ['__proto__', libraries, own],
  ] as const)('to %j shows nothing, though it knows the words', async (file, text, start) => {
    const running = await open();
    for (const action of ['context:0', 'previous', 'next'])
      await forge(running, { action, value: pointer(file, text, start) });
    const messages = await said(running);
    expect(messages.map((each) => each.text)).toEqual(
      Array.from({ length: 3 }, () => 'Le fichier a changé depuis cette réponse. Posez de nouveau la question.'),
    );
    expect(running.slack.calls('views.open')).toEqual([]);
  });
});

describe('ids that are none', () => {
  const markup = ['<!channel>', '<@U2>', 'U1> <!here', 'C1\n<!channel>', '', 7, null, { id: 'U1' }];

  test.each(markup)('%j is nobody, nowhere and no thread: nothing is said', async (id) => {
    const running = await open();
    const event = { type: 'message', channel_type: 'im', user: 'U1', channel: 'D1', ts: '1.1', text: question };
    const eventBody = { type: 'event_callback', team_id: 'T1', event_id: 'Ev1' };
    const forged = [{ user: id }, { channel: id }, { ts: id }, ...(id === null ? [] : [{ thread_ts: id }])];
    for (const part of forged) {
      const body = { ...eventBody, event: { ...event, ...part } };
      await running.slack.deliverHttp(running.where, body);
    }
    const value = JSON.stringify({ rating: 'useful', language: 'fr' });
    const click = { action: 'feedback', value };
    await forge(running, { ...click, user: id as string });
    if (id !== null) await forge(running, { ...click, message: { ts: '1.1', thread_ts: id } });
    await submit(running, id as string, '{}');
    await said(running);
    expect(running.slack.calls().map(({ method }) => method)).toEqual(['auth.test']);
    expect(running.turns).toEqual([]);
    expect(await running.store.feedback.list(9)).toEqual([]);
  });

  test.each(markup)('no answer is shared with a channel %j', async (id) => {
    const running = await open();
    const value = modalData('U1', valueOf(await mention(running), 'share'));
    await submit(running, 'U1', value, id);
    const messages = await said(running);
    expect(messages.filter((each) => readable(each).startsWith('Partagé par'))).toEqual([]);
  });
});
