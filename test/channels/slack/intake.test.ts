import { describe, expect, test } from 'vitest';
import { type BenchOptions, gate, logged, mention, openBench, openHeldBench, question } from './bench.ts';

describe.each<BenchOptions['mode'] & string>(['socket', 'http'])('over %s', (mode) => {
  test('an event is acknowledged once its answer is sent', async () => {
    const running = await openBench({ mode });
    const sent = await running.slack.mention({ channel: 'C1', user: 'U1', text: question });
    expect(sent).toMatchObject({ acked: true, attempts: 1 });
    expect(running.slack.messages('C1', sent.thread)).toHaveLength(1);
  });

  test('an event whose answer takes long is acknowledged before Slack sends it again', async () => {
    const { running, release } = await openHeldBench({ mode, options: { acknowledgeMs: 50 } });
    const sent = await running.slack.mention({ channel: 'C1', user: 'U1', text: question });
    expect(sent).toMatchObject({ acked: true, attempts: 1 });
    expect(running.slack.messages('C1')).toEqual([]);
    release();
    await running.slack.waitFor(() => running.slack.messages('C1', sent.thread).at(0));
  });

  test('an event whose work never ends in time is sent again by Slack, and answered once', async () => {
    const { running, release } = await openHeldBench({
      mode,
      slack: { ackTimeoutMs: 100 },
      options: { acknowledgeMs: 60_000 },
    });
    const { attempts } = await running.slack.mention({ channel: 'C1', user: 'U1', text: question });
    expect(attempts).toBeGreaterThan(1);
    release();
    await running.slack.waitFor(() => running.slack.messages('C1').at(0));
    expect(running.turns).toHaveLength(1);
  });

  test('a command and a button are acknowledged before their work is done', async () => {
    const slow = gate();
    let hold = false;
    const running = await openBench({
      mode,
      options: { acknowledgeMs: 60_000 },
      beforeTurn: async () => void (hold && (await slow.passed)),
    });
    const { slack } = running;
    const answer = await mention(running);
    await slack.click({ message: answer, action_id: 'context:0', user: 'U1' });
    hold = true;
    const sent = await slack.slashCommand({ command: '/greffier', text: question, user: 'U1', channel: 'C1' });
    expect(sent).toMatchObject({ acked: true });
    expect(slack.messages('C1')).toHaveLength(1);
    slow.open();
    await slack.waitFor(() => slack.messages('C1').at(1));
  });
});

test('an acknowledgement that cannot be sent is told, and costs neither the answer nor the bot', async () => {
  const { running, slack, underWay, release } = await openHeldBench();
  const sending = slack.mention({ channel: 'C1', user: 'U1', text: question });
  await underWay;
  slack.failNext('apps.connections.open', { kind: 'http', status: 500 });
  slack.dropSockets();
  release();
  await slack.waitFor(() => slack.messages('C1').at(0));
  await sending;
  expect(slack.messages('C1')).toHaveLength(1);
  expect(logged(running.log)).toContainEqual(
    expect.objectContaining({ level: 'warn', message: expect.stringContaining('could not be acknowledged') }),
  );
});

test('an event is one line of the log, with its id, kind, outcome and duration, and without its words', async () => {
  const running = await openBench();
  const sent = await running.slack.mention({ channel: 'C1', user: 'U1', text: question });
  const lines = logged(running.log).filter(({ event }) => event === sent.eventId);
  expect(lines).toMatchObject([{ level: 'info', kind: 'mention', outcome: 'answered', ms: expect.any(Number) }]);
  expect(running.log.join('')).not.toMatch(/médiabus/);
});

const calls = (result: string) => `greffier_slack_calls_total{method="chat.postMessage",result="${result}"}`;

test('questions, and the calls of the Web API, are counted by how they ended', async () => {
  const running = await openBench();
  const { slack } = running;
  slack.failNext('chat.postMessage', { kind: 'rate_limited', seconds: 0 });
  slack.failNext('chat.postMessage', { kind: 'http', status: 503 });
  slack.failNext('chat.postMessage', { kind: 'error', error: 'channel_not_found' });
  await slack.mention({ channel: 'C1', user: 'U1', text: question });
  slack.failNext('chat.postMessage', { kind: 'hang' });
  slack.failNext('chat.postMessage', { kind: 'cut' });
  await slack.mention({ channel: 'C1', user: 'U1', text: question });
  await slack.directMessage({ user: 'U1', text: 'bonjour' });
  await slack.directMessage({ user: 'U1', text: 'Qui finance les aéroports martiens ?' });
  const text = await running.metrics.render();
  for (const [name, count] of [
    ['greffier_questions_total{outcome="answered"}', 1],
    ['greffier_questions_total{outcome="failed"}', 1],
    ['greffier_questions_total{outcome="conversation"}', 1],
    ['greffier_questions_total{outcome="not_found"}', 1],
    ['greffier_answer_seconds_count', 4],
    ['greffier_turn_seconds_count', 4],
    [calls('rate_limited'), 1],
    [calls('http_5xx'), 1],
    [calls('refused'), 1],
    [calls('timeout'), 1],
    [calls('failed'), 1],
    [calls('ok'), 3],
  ] as const)
    expect(text.split('\n')).toContain(`${name} ${count}`);
  expect(text).not.toMatch(/U1|C1|médiabus|xoxb/);
});
