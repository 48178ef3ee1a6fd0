import { readFileSync } from 'node:fs';
import { chdir, cwd } from 'node:process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { parse } from 'dotenv';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hasSlackTokens, loadConfig, parseConfig, settingNames, slackSecrets } from '../src/config.ts';
import { ConfigError } from '../src/errors.ts';

const tokens = { SLACK_BOT_TOKEN: 'xoxb-test', SLACK_APP_TOKEN: 'xapp-test' };

/** The message of the ConfigError that `work` throws. */
function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('settings', () => {
  test('nothing needs to be set', () => {
    const config = parseConfig({});
    expect(config).toMatchObject({
      SLACK_MODE: 'socket',
      SLACK_API_URL: 'https://slack.com/api/',
      HOST: '127.0.0.1',
      PORT: 3000,
      LOG_LEVEL: 'info',
    });
    expect(isAbsolute(config.CORPUS_DIR) && isAbsolute(config.INTENTS_DIR)).toBe(true);
    expect(hasSlackTokens([])).toBe(false);
  });

  test('a variable that is empty or blank counts as not set', () => {
    expect(parseConfig({ SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: '  ', PORT: '' })).toEqual(parseConfig({}));
  });

  test('spaces and line ends around a value are dropped', () => {
    expect(parseConfig({ SLACK_BOT_TOKEN: ' xoxb-1-2\n' }).SLACK_BOT_TOKEN).toBe('xoxb-1-2');
  });

  test.each(['http://127.0.0.1:4000/api', 'http://127.0.0.1:4000/api/'])('takes %s as the same Web API', (url) => {
    expect(parseConfig({ SLACK_API_URL: url }).SLACK_API_URL).toBe('http://127.0.0.1:4000/api/');
  });

  test('maintainers are member ids with commas or spaces between them; nobody unless set', () => {
    expect(parseConfig({}).MAINTAINERS).toEqual([]);
    expect(parseConfig({ MAINTAINERS: 'U012AB3CD, W9XYZ,,U1' }).MAINTAINERS).toEqual(['U012AB3CD', 'W9XYZ', 'U1']);
  });

  test.each(['@anne', 'U012AB3CD;U2', 'anne@example.org', 'C012AB3CD'])('%s is no maintainer', (value) => {
    expect(refusal(() => parseConfig({ MAINTAINERS: value }))).toMatch(
      /^MAINTAINERS is ".*" \(write member ids such as/,
    );
  });

  test.each(['xoxb-test', 'xoxb-1-strict-slack-bot', 'xoxe.xoxb-1-rotated'])('takes the bot token %s', (token) => {
    expect(parseConfig({ SLACK_BOT_TOKEN: token }).SLACK_BOT_TOKEN).toBe(token);
  });
});

describe('bad settings', () => {
  test('swapped tokens are each named, with the variable that they belong in', () => {
    const message = refusal(() => parseConfig({ SLACK_BOT_TOKEN: 'xapp-1-secret', SLACK_APP_TOKEN: 'xoxb-2-secret' }));
    expect(message.split('\n')).toEqual([
      'SLACK_BOT_TOKEN holds an app-level token, which belongs in SLACK_APP_TOKEN (copy the Bot User OAuth Token, xoxb-…, from OAuth & Permissions in the settings of the Slack app)',
      'SLACK_APP_TOKEN holds a bot token, which belongs in SLACK_BOT_TOKEN (create an app-level token, xapp-…, with the scope connections:write in Basic Information of the Slack app)',
    ]);
  });

  test('a user token is named as such', () => {
    expect(refusal(() => parseConfig({ SLACK_BOT_TOKEN: 'xoxp-1-secret' }))).toContain('holds a user token');
  });

  test('a token in place of the signing secret is noticed', () => {
    expect(refusal(() => parseConfig({ SLACK_SIGNING_SECRET: 'xoxb-1-secret' }))).toMatch(
      /^SLACK_SIGNING_SECRET holds a bot token/,
    );
  });

  test('every problem is told at once, by name, and no secret is repeated', () => {
    const message = refusal(() =>
      parseConfig({
        SLACK_BOT_TOKEN: 'my-secret',
        SLACK_APP_TOKEN: 'another secret',
        SLACK_SIGNING_SECRET: 'with space secret',
        SLACK_MODE: 'carrier pigeon',
        SLACK_API_URL: 'ftp://slack',
        PORT: '70000',
        LOG_LEVEL: 'loud',
      }),
    );
    expect(message.split('\n').map((line) => line.split(' ')[0])).toEqual([
      'SLACK_BOT_TOKEN',
      'SLACK_APP_TOKEN',
      'SLACK_SIGNING_SECRET',
      'SLACK_MODE',
      'SLACK_API_URL',
      'PORT',
      'LOG_LEVEL',
    ]);
    expect(message).not.toMatch(/my-secret|another secret|with space/);
    expect(message.split('\n').every((line) => /\(.+\)$/.test(line))).toBe(true);
  });

  test.each(
    ['SLACK_MODE', 'SLACK_API_URL', 'PORT', 'LOG_LEVEL'].flatMap((name) =>
      [
        'xoxb-1-hidden',
        'xapp-1-hidden',
        'Bearer xoxp-1-hidden',
        'xoxe.xoxb-1-hidden',
        '0123456789abcdef'.repeat(2),
      ].map((value) => [name, value] as const),
    ),
  )('%s never repeats a secret such as %s', (name, value) => {
    const message = refusal(() => parseConfig({ [name]: value }));
    expect(message).toMatch(new RegExp(`^${name} (?:holds|is not)`));
    expect(message).not.toMatch(/hidden|0123456789/);
  });

  test.each(['-1', '65536', '3000.5', 'http', '99999999'])('port %s is refused', (port) => {
    expect(refusal(() => parseConfig({ PORT: port }))).toContain(`PORT is "${port}"`);
  });
});

describe('where the store is', () => {
  test('a SQLite file in the folder data, unless a PostgreSQL database is named', () => {
    expect(parseConfig({})).toMatchObject({ DATA_DIR: join(cwd(), 'data'), RETENTION_DAYS: 90, MEMORY_DAYS: 30 });
    const url = 'postgresql://greffier:p%40ss@db.example:5432/greffier';
    expect(parseConfig({ DATABASE_URL: url }).DATABASE_URL).toBe(url);
    expect(parseConfig({ DATABASE_URL: 'postgres:///greffier?host=/var/run/postgresql' }).DATABASE_URL).toBeDefined();
  });

  test.each(['mysql://u:hidden@db/x', 'postgresql://u:hid@den@:x/', 'u:hidden@db', 'xoxb-1-hidden'])(
    'DATABASE_URL %s is refused and not repeated',
    (url) => {
      const message = refusal(() => parseConfig({ DATABASE_URL: url }));
      expect(message).toMatch(/^DATABASE_URL is not the address of a PostgreSQL database \(write postgresql:/);
      expect(message).not.toMatch(/hid|den@|xoxb/);
    },
  );

  test.each([
    ['RETENTION_DAYS', '0'],
    ['RETENTION_DAYS', '3651'],
    ['RETENTION_DAYS', '1.5'],
    ['MEMORY_DAYS', '366'],
    ['MEMORY_DAYS', 'ever'],
  ])('%s %s is refused', (name, value) => {
    expect(refusal(() => parseConfig({ [name]: value }))).toMatch(
      new RegExp(`^${name} is "${value}" \\(write a whole number of days from 1 to \\d+\\)$`),
    );
  });
});

describe('the secrets of Slack', () => {
  test('Socket Mode needs the bot token and the app-level token', () => {
    expect(slackSecrets(parseConfig(tokens))).toEqual({ mode: 'socket', botToken: 'xoxb-test', appToken: 'xapp-test' });
    expect(refusal(() => slackSecrets(parseConfig({})))).toMatch(
      /^SLACK_BOT_TOKEN is missing.*\nSLACK_APP_TOKEN is missing/,
    );
  });

  test('HTTP mode needs the bot token and the signing secret', () => {
    const config = parseConfig({ ...tokens, SLACK_MODE: 'http', SLACK_SIGNING_SECRET: 'abc' });
    expect(slackSecrets(config)).toEqual({ mode: 'http', botToken: 'xoxb-test', signingSecret: 'abc' });
    expect(refusal(() => slackSecrets(parseConfig({ ...tokens, SLACK_MODE: 'http' })))).toMatch(
      /^SLACK_SIGNING_SECRET is missing/,
    );
  });

  test('one secret alone starts the bot, which then says what is missing', () => {
    expect(hasSlackTokens(['HOME', 'SLACK_APP_TOKEN'])).toBe(true);
    expect(hasSlackTokens(['HOME', 'SLACK_MODE'])).toBe(false);
  });
});

describe('.env', () => {
  const before = cwd();
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'greffier-'));
    chdir(folder);
  });

  afterEach(() => {
    chdir(before);
    delete process.env['PORT'];
    rmSync(folder, { recursive: true });
  });

  test('is read from the current folder, and process.env stays as it is', () => {
    writeFileSync('.env', 'HOST=0.0.0.0\n');
    expect(loadConfig().HOST).toBe('0.0.0.0');
    expect(process.env['HOST']).not.toBe('0.0.0.0');
  });

  test('gives way to a variable of the environment, even an empty one', () => {
    writeFileSync('.env', 'PORT=4000\n');
    process.env['PORT'] = '5000';
    expect(loadConfig().PORT).toBe(5000);
    process.env['PORT'] = '';
    expect(loadConfig().PORT).toBe(3000);
  });

  test('may be absent, and is named where it cannot be read', () => {
    expect(loadConfig().PORT).toBe(3000);
    mkdirSync('.env');
    expect(refusal(loadConfig)).toBe('.env cannot be read: EISDIR');
  });
});

describe('.env.example', () => {
  const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');

  test('names the same variables as the settings', () => {
    expect(Object.keys(parse(example)).toSorted()).toEqual([...settingNames].toSorted());
  });

  test('can be used as it is, and shows the defaults', () => {
    expect(parseConfig(parse(example))).toEqual(parseConfig({}));
  });

  test('explains each variable in the lines above it', () => {
    for (const block of example.split('\n\n').filter((part) => /^[A-Z_]+=/m.test(part)))
      expect(block).toMatch(/^# .+\n(#.+\n)*[A-Z_]+=/);
  });
});
