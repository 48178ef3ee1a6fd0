import { expect, test } from 'vitest';
import { boltLogger, clientLogger } from '../../../src/channels/slack/log.ts';
import { createLog } from '../../../src/operations/log.ts';
import { logged } from './bench.ts';

function record(level: 'debug' | 'info') {
  const lines: string[] = [];
  return { lines, log: createLog({ level, secrets: ['xoxb-1-2'], write: (line) => lines.push(line) }) };
}

test('leaves no part of a secret in what Bolt tells of an error', () => {
  const { lines, log } = record('info');
  for (let before = 350; before < 450; before += 1)
    boltLogger(log).warn('http request failed', new Error(`${'-'.repeat(before)}xoxb-1-2`));
  expect(lines).toHaveLength(100);
  expect(lines.join('')).not.toContain('xo');
});

test("drops Bolt's debug lines, which hold whole messages, at every level", () => {
  const { lines, log } = record('debug');
  const bolt = boltLogger(log);
  bolt.debug('{"text":"private"}');
  bolt.warn('http request failed', new Error('cut'));
  expect(logged(lines)).toMatchObject([{ level: 'warn', message: 'bolt: http request failed Error: cut' }]);
  expect(bolt.getLevel()).not.toBe('debug');
  clientLogger(log).warn('http request failed', new Error('cut'));
  expect(logged(lines).at(-1)).toMatchObject({ level: 'debug', message: 'bolt: http request failed Error: cut' });
});
