import { describe, expect, it } from 'vitest';
import { MAX_FILE_BYTES } from '../../src/corpus/decode.ts';
import { findingsOf, parsed } from './parsed.ts';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');

describe('the text of a file', () => {
  it('is the same with a BOM, CRLF or lone CR line ends and decomposed accents', () => {
    const plain = 'Séance\n\nUn été à Paris.\n';
    const variants = [
      `\uFEFF${plain}`,
      plain.replaceAll('\n', '\r\n'),
      plain.replaceAll('\n', '\r'),
      plain.normalize('NFD'),
      `\uFEFF${plain.normalize('NFD').replaceAll('\n', '\r\n')}`,
    ];
    for (const variant of variants) expect(parsed(variant, 'a.txt')).toEqual(parsed(plain, 'a.txt'));
  });

  it('keeps typographic apostrophes, no-break spaces and emoji as they are', () => {
    expect(parsed('Titre\n\nL’été\u00a0: 😀 aujourd’hui\u202f!', 'a.txt').text).toBe(
      'Titre\n\nL’été\u00a0: 😀 aujourd’hui\u202f!',
    );
  });
});

describe('a file that is not UTF-8', () => {
  it.each([
    [
      'ISO-8859-1',
      latin('Titre\n\nUn \xe9t\xe9'),
      'a.txt:3: error: not UTF-8: byte 0xE9 at offset 10, likely ISO-8859-1 or Windows-1252',
    ],
    [
      'Windows-1252, by its apostrophe',
      latin('L\x92\xe9t\xe9'),
      'a.txt:1: error: not UTF-8: byte 0x92 at offset 1, likely Windows-1252',
    ],
    [
      'UTF-8 with a Windows-1252 character pasted in',
      Buffer.concat([Buffer.from('été '), bytes(0x92, 0x20)]),
      'a.txt:1: error: not UTF-8: byte 0x92 at offset 6, likely Windows-1252 pasted into UTF-8',
    ],
    [
      'UTF-16 LE',
      bytes(0xff, 0xfe, 0x54, 0x00),
      'a.txt:1: error: not UTF-8: byte 0xFF at offset 0, likely UTF-16 LE (byte order mark)',
    ],
    [
      'UTF-16 BE',
      bytes(0xfe, 0xff, 0x00, 0x54),
      'a.txt:1: error: not UTF-8: byte 0xFE at offset 0, likely UTF-16 BE (byte order mark)',
    ],
    [
      'UTF-8 cut in the middle of a letter',
      Buffer.from('Titre\n\nété').subarray(0, -1),
      'a.txt:3: error: not UTF-8: byte 0xC3 at offset 10, the end of a file that was cut off, or ISO-8859-1',
    ],
  ])('is refused with the offset of the first bad byte and its likely encoding: %s', (_, file, finding) => {
    expect(findingsOf(file, 'a.txt')).toEqual([`${finding} (save the file as UTF-8)`]);
  });

  it('counts the offset in bytes, past a replacement character that the file really contains', () => {
    expect(findingsOf(Buffer.concat([Buffer.from('\uFEFFé\uFFFD'), bytes(0xe9, 0x2e)]), 'a.txt')[0]).toContain(
      'byte 0xE9 at offset 8,',
    );
  });
});

it('refuses a binary file at its first NUL byte', () => {
  expect(findingsOf(bytes(0x61, 0x0a, 0x62, 0x00, 0x63))).toEqual([
    'a.md:2: error: not text: NUL byte at offset 3, a binary file or UTF-16 without a byte order mark (save the file as UTF-8 text, or move it out of the corpus folder)',
  ]);
});

it('refuses a file of more than 20 MB', () => {
  expect(findingsOf(new Uint8Array(MAX_FILE_BYTES + 1_000_000))).toEqual([
    'a.md:1: error: too large: 21.0 MB, the limit is 20 MB (split the file, one sitting a file)',
  ]);
});
