import { expect, test } from 'vitest';
import { printable } from '../../src/channels/terminal/printable.ts';
import { visible } from '../../src/channels/slack/text.ts';
import { tidy } from '../../src/conversation/guard.ts';
import { withoutSteering } from '../../src/language/steering.ts';

const ranges: readonly (readonly [number, number])[] = [
  [0x00, 0x08],
  [0x0e, 0x1f],
  [0x7f, 0x84],
  [0x86, 0x9f],
  [0x61c, 0x61c],
  [0x200b, 0x200b],
  [0x200e, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x2069],
  [0xfeff, 0xfeff],
];
const steering = ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, step) => from + step));

test.each([
  ['a message', tidy],
  ['the terminal', printable],
  ['Slack', visible],
  ['any other text', withoutSteering],
])('no character that steers is left in %s', (_, clean) => {
  for (const code of steering) expect(clean(`a${String.fromCodePoint(code)}b`)).toBe('ab');
});

test('letters, joined emoji, line feeds and tabs are left as they are', () => {
  const text = 'L’État\u00a0: 14\u202f200 œuvres\n\t👩\u200d🚀 e\u0301 « où ? »';
  expect(withoutSteering(text)).toBe(text);
});
