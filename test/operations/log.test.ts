import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import { createLog, reason } from '../../src/operations/log.ts';
import { configuredSecrets } from '../../src/operations/secrets.ts';

type Level = 'debug' | 'info' | 'warn' | 'error';

function record(level: Level, secrets: readonly string[] = ['xoxb-1-2']) {
  const lines: string[] = [];
  return { lines, log: createLog({ level, secrets, write: (line) => lines.push(line) }) };
}

const read = (lines: readonly string[]) => lines.map((line) => JSON.parse(line) as Record<string, unknown>);

test('keeps the chosen level and what is graver', () => {
  const { lines, log } = record('warn');
  for (const level of ['debug', 'info', 'warn', 'error'] as const) log[level](level);
  expect(read(lines).map(({ level, message }) => [level, message])).toEqual([
    ['warn', 'warn'],
    ['error', 'error'],
  ]);
});

test('writes a line of JSON at once, with the time and the fields', () => {
  const { lines, log } = record('info');
  log.info('slack: event', { event: 'Ev1', outcome: 'answered', ms: 12, thread: null });
  expect(lines).toEqual([expect.stringMatching(/^\{[^\n]+\}\n$/)]);
  expect(read(lines)).toEqual([
    {
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      message: 'slack: event',
      event: 'Ev1',
      outcome: 'answered',
      ms: 12,
      thread: null,
    },
  ]);
});

test('tells an error by name, message, place and cause, without what a library hangs on it', () => {
  const { lines, log } = record('info');
  const error = new TypeError('broken', { cause: new Error('deeper') });
  Object.assign(error, { body: 'a whole private page' });
  log.error('failed', { error });
  expect(read(lines)).toMatchObject([
    {
      error: {
        name: 'TypeError',
        message: 'broken',
        stack: expect.stringMatching(/^\s+at /),
        cause: { message: 'deeper' },
      },
    },
  ]);
  expect(lines.join('')).not.toContain('private');
});

test('leaves no part of a secret where a long text is cut, and the line stays JSON', () => {
  for (let before = 350; before < 450; before += 1) {
    const { lines, log } = record('info');
    const error = new Error(`${'-'.repeat(before)}xoxb-1-2${'"\\-'.repeat(5_000)}`);
    log.error(reason(error), { reason: reason(error) });
    expect(lines.join('')).not.toContain('xo');
    expect(String(read(lines)[0]?.['message']).length).toBeLessThanOrEqual(400);
    expect(lines.every((line) => line.length < 2_000)).toBe(true);
  }
});

test('a secret that is a part of the line itself leaves a line of JSON too', () => {
  const { lines, log } = record('info', ['12', 'level', '":"']);
  log.warn('slack', { ms: 3125 });
  expect(read(lines)).toHaveLength(1);
  expect(lines.join('')).not.toMatch(/12|":"slack/);
});

describe('every configured secret is blotted out', () => {
  const config = {
    ...parseConfig({
      SLACK_BOT_TOKEN: 'xoxb-1-"quoted"\\back/slash+plus',
      SLACK_APP_TOKEN: 'xapp-1-A0-%41&b=c',
      SLACK_SIGNING_SECRET: '8f742231b10e8888abcd99yyyzzz85a5',
    }),
    DATABASE_URL: 'postgres://greffier:p%40ss%2Fw%22ord%C3%A9@db.example:5432/greffier',
  };
  const secrets = configuredSecrets(config);
  const password = 'p@ss/w"ordé';

  test('those of Slack, the address of the database, and its password as written and as meant', () => {
    expect(secrets).toEqual([
      config.SLACK_BOT_TOKEN,
      config.SLACK_APP_TOKEN,
      config.SLACK_SIGNING_SECRET,
      config.DATABASE_URL,
      'p%40ss%2Fw%22ord%C3%A9',
      password,
    ]);
  });

  test('a password that is a parameter of the address', () => {
    const database = 'postgres://greffier@db.example/greffier?password=p%40ss-as-parameter';
    expect(configuredSecrets({ ...config, DATABASE_URL: database })).toContain('p@ss-as-parameter');
  });

  const ways: [string, (secret: string) => string][] = [
    ['as it is', (secret) => secret],
    ['in JSON', (secret) => JSON.stringify({ token: secret })],
    ['in JSON in JSON', (secret) => JSON.stringify(JSON.stringify({ token: secret }))],
    ['in a URL', (secret) => `https://slack.com/?token=${encodeURIComponent(secret)}`],
    [
      'in a URL with small letters',
      (secret) => encodeURIComponent(secret).replaceAll(/%../g, (hex) => hex.toLowerCase()),
    ],
    ['in a form', (secret) => new URLSearchParams({ token: secret }).toString()],
    ['in a form in JSON', (secret) => JSON.stringify({ body: new URLSearchParams({ token: secret }).toString() })],
  ];

  test.each(ways.flatMap(([way, write]) => secrets.map((secret) => ({ way, write, secret }))))(
    '$way: $secret',
    ({ write, secret }) => {
      const { lines, log } = record('debug', secrets);
      const text = write(secret);
      const error = new Error(`message ${text}`, { cause: new Error(`cause ${text}`) });
      log.info(`message ${text} end`);
      log.warn('in a field', { field: `field ${text} end` });
      log.error('in an error', { error, reason: reason(error) });
      const told = lines.join('');
      expect(told.match(/\[secret\]/g)).toHaveLength(5);
      for (const other of secrets) {
        for (const [, form] of ways) expect(told.toLowerCase()).not.toContain(form(other).toLowerCase());
        expect(told).not.toContain(JSON.stringify(other).slice(1, -1));
      }
      expect(read(lines)).toHaveLength(3);
    },
  );
});
