import { expect, test } from 'vitest';
import { boltLogger, clientLogger, createLog, reason } from '../../../src/channels/slack/log.ts';

function record(level: 'debug' | 'info' | 'warn' | 'error') {
  const lines: string[] = [];
  return { lines, log: createLog({ level, secrets: ['xoxb-1-2'], write: (line) => lines.push(line) }) };
}

test('keeps the chosen level and what is graver', () => {
  const { lines, log } = record('warn');
  log.debug('a');
  log.info('b');
  log.warn('c');
  log.error('d');
  expect(lines).toEqual(['warn: c\n', 'error: d\n']);
});

test('puts an event on one line and blots out secrets', () => {
  const { lines, log } = record('info');
  log.info('refused xoxb-1-2\nwith headers xoxb-1-2');
  expect(lines).toEqual(['info: refused [secret] with headers [secret]\n']);
});

test('leaves no part of a secret where a long line is cut', () => {
  for (let before = 250; before < 450; before += 1) {
    const { lines, log } = record('info');
    const error = new Error(`${'-'.repeat(before)}xoxb-1-2${'-'.repeat(5_000)}`);
    log.error(reason(error));
    boltLogger(log).warn('http request failed', error);
    expect(lines.join('')).not.toContain('xo');
    expect(lines.every((line) => line.length < 500)).toBe(true);
  }
});

test("drops Bolt's debug lines, which hold whole messages, at every level", () => {
  const { lines, log } = record('debug');
  const bolt = boltLogger(log);
  bolt.debug('{"text":"private"}');
  bolt.warn('http request failed', new Error('cut'));
  expect(lines).toEqual(['warn: bolt: http request failed Error: cut\n']);
  expect(bolt.getLevel()).not.toBe('debug');
  clientLogger(log).warn('http request failed', new Error('cut'));
  expect(lines.at(-1)).toBe('debug: bolt: http request failed Error: cut\n');
});
