import { deflateSync, inflateSync } from 'node:zlib';

const signature = Buffer.from('89504e470d0a1a0a', 'hex');
const mostColours = 256;

/**
 * The same picture with at most 256 colours, a third of the size: pages of text lose nothing that is seen. Reads what
 * Chromium writes: 8 bits a channel, RGB or RGBA, not interlaced; transparency is dropped.
 *
 * @throws RangeError for any other PNG. Format: https://www.w3.org/TR/png-3/
 */
export function smallerPng(png: Buffer): Buffer {
  const chunks = [...chunksOf(png)];
  const header = chunks.find(({ type }) => type === 'IHDR')?.data;
  const channels = header === undefined ? undefined : { 2: 3, 6: 4 }[header.readUInt8(9)];
  if (header === undefined || channels === undefined || header.readUInt8(8) !== 8 || header.readUInt8(12) !== 0)
    throw new RangeError('not a PNG as Chromium writes it');
  const width = header.readUInt32BE(0);
  const height = header.readUInt32BE(4);
  const data = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map((each) => each.data));
  const pixels = unfiltered(inflateSync(data), width * channels, height, channels);
  const { palette, indices } = quantised(pixels, channels);
  const rows = Buffer.alloc((width + 1) * height);
  for (let row = 0; row < height; row += 1)
    rows.set(indices.subarray(row * width, (row + 1) * width), row * (width + 1) + 1);
  const paletteHeader = Buffer.from(header);
  paletteHeader.writeUInt8(3, 9);
  return Buffer.concat([
    signature,
    chunk('IHDR', paletteHeader),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function* chunksOf(png: Buffer): Generator<{ readonly type: string; readonly data: Buffer }> {
  for (let at = signature.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    yield { type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) };
    at += length + 12;
  }
}

/** Undoes the filter that each row names in its first byte. */
function unfiltered(filtered: Buffer, stride: number, height: number, channels: number): Buffer {
  const pixels = Buffer.alloc(stride * height);
  for (let row = 0; row < height; row += 1) {
    const filter = filtered[row * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x += 1) {
      const at = row * stride + x;
      const left = x < channels ? 0 : (pixels[at - channels] ?? 0);
      const up = row === 0 ? 0 : (pixels[at - stride] ?? 0);
      const corner = x < channels || row === 0 ? 0 : (pixels[at - stride - channels] ?? 0);
      const predicted = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
      pixels[at] = ((filtered[row * (stride + 1) + 1 + x] ?? 0) + predicted) & 255;
    }
  }
  return pixels;
}

function paeth(left: number, up: number, corner: number): number {
  const estimate = left + up - corner;
  const [a, b, c] = [left, up, corner].map((value) => Math.abs(estimate - value)) as [number, number, number];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

/** Colours rounded to fewer bits a channel until they are few enough; each keeps the first true colour that it stood for. */
function quantised(pixels: Buffer, channels: number): { readonly palette: Buffer; readonly indices: Buffer } {
  const indices = Buffer.alloc(pixels.length / channels);
  for (let bits = 8; bits > 0; bits -= 1) {
    const found = new Map<number, number>();
    const palette: number[] = [];
    for (let pixel = 0; pixel < indices.length && found.size <= mostColours; pixel += 1) {
      const at = pixel * channels;
      const colour = [pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0] as const;
      const key = colour.reduce((sum, value) => sum * 256 + (value >> (8 - bits)), 0);
      if (!found.has(key)) found.set(key, palette.push(...colour) / 3 - 1);
      indices[pixel] = found.get(key) ?? 0;
    }
    if (found.size <= mostColours) return { palette: Buffer.from(palette), indices };
  }
  throw new RangeError('unreachable: one bit a channel makes eight colours');
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(named, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}

/** node:zlib has one from Node 22 on. */
function crc32(data: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
