import { request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { signature } from '../../support/slack/http-events.ts';
import { type Bench, logged, openBench, question } from './bench.ts';

/** A mention, signed a moment ago. */
function signed(slack: Bench['slack'], body: string, seconds = Math.floor(Date.now() / 1000)) {
  return {
    'content-type': 'application/json',
    'x-slack-request-timestamp': String(seconds),
    'x-slack-signature': signature(slack.signingSecret, seconds, body),
  };
}

const mentionBody = (slack: Bench['slack'], text = question) =>
  JSON.stringify({
    type: 'event_callback',
    event_id: 'Ev1',
    event: { type: 'app_mention', channel: 'C1', user: 'U1', text: `<@${slack.botUserId}> ${text}`, ts: '1.1' },
  });

const post = (url: string, body: string, headers: Record<string, string>) =>
  fetch(url, { method: 'POST', body, headers });

describe('before anything is parsed, a request is refused', () => {
  const cases: [string, (slack: Bench['slack'], body: string) => { headers: Record<string, string>; body?: string }][] =
    [
      [
        'with a wrong signature',
        (slack, body) => ({ headers: { ...signed(slack, body), 'x-slack-signature': `v0=${'0'.repeat(64)}` } }),
      ],
      ['without a signature', (slack, body) => ({ headers: omit(signed(slack, body), 'x-slack-signature') })],
      ['without a time stamp', (slack, body) => ({ headers: omit(signed(slack, body), 'x-slack-request-timestamp') })],
      [
        'with a time stamp that is no number',
        (slack, body) => ({ headers: { ...signed(slack, body), 'x-slack-request-timestamp': 'now' } }),
      ],
      [
        'signed six minutes ago',
        (slack, body) => ({ headers: signed(slack, body, Math.floor(Date.now() / 1000) - 360) }),
      ],
      [
        'with the time stamp of now and a signature of six minutes ago',
        (slack, body) => ({
          headers: {
            ...signed(slack, body),
            'x-slack-signature': signed(slack, body, Math.floor(Date.now() / 1000) - 360)['x-slack-signature'],
          },
        }),
      ],
      [
        'replayed with one byte changed',
        (slack, body) => ({ headers: signed(slack, body), body: body.replace('Combien', 'combien') }),
      ],
      [
        'with a signature of another version',
        (slack, body) => ({
          headers: {
            ...signed(slack, body),
            'x-slack-signature': signed(slack, body)['x-slack-signature'].replace('v0', 'v1'),
          },
        }),
      ],
      [
        'that is not JSON, with a wrong signature',
        (slack, body) => ({ headers: signed(slack, body), body: '{"type":' }),
      ],
      [
        'that is a form, with a wrong signature',
        (slack, body) => ({
          headers: { ...signed(slack, body), 'content-type': 'application/x-www-form-urlencoded' },
          body: 'payload=%7B',
        }),
      ],
    ];

  test.each(cases)('%s: 401, and nobody is answered', async (_, make) => {
    const running = await openBench({ mode: 'http' });
    const original = mentionBody(running.slack);
    const { headers, body = original } = make(running.slack, original);
    const response = await post(running.where, body, headers);
    expect([response.status, await response.text()]).toEqual([401, '']);
    expect(running.log.join('')).not.toMatch(/malformed|médiabus|payload/i);
    expect(running.turns).toEqual([]);
    // The same request, unchanged, is taken: it was refused for nothing else.
    const taken = await post(running.where, original, signed(running.slack, original));
    expect(taken.status).toBe(200);
    expect(running.turns).toHaveLength(1);
  });

  test('that asks for the check of a certificate without a signature: nothing in it is taken', async () => {
    const running = await openBench({ mode: 'http' });
    const body = `ssl_check=1&payload=${encodeURIComponent(mentionBody(running.slack))}`;
    const response = await post(running.where, body, { 'content-type': 'application/x-www-form-urlencoded' });
    expect(await response.text()).toBe('');
    expect(running.turns).toEqual([]);
  });
});

describe('a body', () => {
  test('that is not JSON though it is signed is refused without its words in the log', async () => {
    const running = await openBench({ mode: 'http' });
    const body = '{"text":"médiabus secret"';
    const response = await post(running.where, body, signed(running.slack, body));
    expect([response.status, await response.text()]).toEqual([400, '']);
    expect(running.turns).toEqual([]);
  });

  test.each([true, false])('of more than a megabyte is refused, its length announced: %s', async (announced) => {
    const running = await openBench({ mode: 'http' });
    const body = mentionBody(running.slack, 'é'.repeat(600_000));
    const headers = { ...signed(running.slack, body), ...(announced && { 'content-length': Buffer.byteLength(body) }) };
    const status = await new Promise((resolve, reject) => {
      const sending = request(running.where, { method: 'POST', headers, agent: false }, (response) => {
        resolve(response.resume().statusCode);
      });
      sending.on('error', reject);
      for (let start = 0; start < body.length; start += 100_000) sending.write(body.slice(start, start + 100_000));
      sending.end();
    });
    expect(status).toBe(413);
    expect(running.turns).toEqual([]);
    expect(logged(running.log).filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('of nearly a megabyte is taken', async () => {
    const running = await openBench({ mode: 'http' });
    const body = mentionBody(running.slack, 'x'.repeat(900_000));
    expect((await post(running.where, body, signed(running.slack, body))).status).toBe(200);
    expect(running.turns).toHaveLength(1);
  });
});

function omit(headers: Record<string, string>, name: string): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name));
}
