import { isUtf8 } from 'node:buffer';

/** Files above this size are refused, in bytes: a record of 20 MB is some 6,000 pages, so such a file is a mistake. */
export const MAX_FILE_BYTES = 20_000_000;

/** Why bytes are not text; `line` is that of the offending byte, 1-based. */
export interface DecodingFault {
  readonly line: number;
  readonly message: string;
  readonly remedy: string;
}

/** The text of a file, or why it has none. */
export type Decoded = { readonly text: string } | { readonly fault: DecodingFault };

/** The text of a file as all spans count it: UTF-8 decoded, without BOM, LF line ends, NFC. */
export function decodeText(bytes: Uint8Array): Decoded {
  const fault = findFault(bytes);
  if (fault !== null) return { fault };
  const text = new TextDecoder('utf-8').decode(bytes);
  return { text: text.replace(/\r\n?/g, '\n').normalize('NFC') };
}

function findFault(bytes: Uint8Array): DecodingFault | null {
  if (bytes.length > MAX_FILE_BYTES) return tooLarge(bytes.length);
  const utf16 = utf16Mark(bytes);
  if (utf16 !== null) {
    return {
      line: 1,
      message: `not UTF-8: byte ${hex(bytes[0])} at offset 0, likely ${utf16} (byte order mark)`,
      remedy: 'save the file as UTF-8',
    };
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    return {
      line: lineOf(bytes, nul),
      message: `not text: NUL byte at offset ${nul}, a binary file or UTF-16 without a byte order mark`,
      remedy: 'save the file as UTF-8 text, or move it out of the corpus folder',
    };
  }
  if (isUtf8(bytes)) return null;
  const offset = firstBadByte(bytes);
  return {
    line: lineOf(bytes, offset),
    message: `not UTF-8: byte ${hex(bytes[offset])} at offset ${offset}, ${likelyEncoding(bytes, offset)}`,
    remedy: 'save the file as UTF-8',
  };
}

/** The fault of a file of `size` bytes, told without reading it. */
export function tooLarge(size: number): DecodingFault {
  return {
    line: 1,
    message: `too large: ${(size / 1e6).toFixed(1)} MB, the limit is ${MAX_FILE_BYTES / 1e6} MB`,
    remedy: 'split the file, one sitting a file',
  };
}

function utf16Mark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'UTF-16 LE';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16 BE';
  return null;
}

/** A decoder writes U+FFFD for the first bad sequence: what stands before it, encoded again, is as long as its offset. */
function firstBadByte(bytes: Uint8Array): number {
  const decoded = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  let offset = 0;
  let from = 0;
  for (let at = decoded.indexOf('\uFFFD'); at >= 0; at = decoded.indexOf('\uFFFD', from)) {
    offset += Buffer.byteLength(decoded.slice(from, at));
    const written = bytes[offset] === 0xef && bytes[offset + 1] === 0xbf && bytes[offset + 2] === 0xbd;
    if (!written) return offset;
    offset += 3;
    from = at + 1;
  }
  return offset;
}

function likelyEncoding(bytes: Uint8Array, offset: number): string {
  if (bytes.length - offset < 4 && (bytes[offset] ?? 0) >= 0xc2) {
    const rest = bytes.subarray(offset + 1);
    if (rest.every((byte) => byte >= 0x80 && byte < 0xc0)) return 'the end of a file that was cut off, or ISO-8859-1';
  }
  const mixed = bytes.subarray(0, offset).some((byte) => byte >= 0x80);
  const foreign = mixed ? bytes.subarray(offset, offset + 1) : bytes;
  // ISO-8859-1 has control characters from 0x80 to 0x9F, where Windows-1252 has ’ “ ” – œ €.
  const only1252 = foreign.some((byte) => byte >= 0x80 && byte <= 0x9f);
  return `likely ${only1252 ? 'Windows-1252' : 'ISO-8859-1 or Windows-1252'}${mixed ? ' pasted into UTF-8' : ''}`;
}

function lineOf(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let at = bytes.indexOf(0x0a); at >= 0 && at < offset; at = bytes.indexOf(0x0a, at + 1)) line += 1;
  return line;
}

function hex(byte: number | undefined): string {
  return `0x${(byte ?? 0).toString(16).toUpperCase().padStart(2, '0')}`;
}
