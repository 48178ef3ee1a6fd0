/** A colour a system, by its place in the tables: Okabe and Ito's (2008), grey and brown. */
export const colours = [
  '#000000',
  '#0072b2',
  '#e69f00',
  '#cc79a7',
  '#999999',
  '#009e73',
  '#7a5c00',
  '#56b4e9',
  '#d55e00',
];

/** A scale from values to pixels, by the logarithm. */
export interface LogScale {
  readonly at: (value: number) => number;
  /** Powers of ten within the scale. */
  readonly ticks: readonly number[];
}

/** A logarithmic scale that holds all the values, from the pixel `from` to the pixel `to`; whole powers of ten at its ends. */
export function logScale(values: readonly number[], from: number, to: number): LogScale {
  const logs = values.map(Math.log10);
  const low = Math.floor(Math.min(...logs));
  const high = Math.max(low + 1, Math.ceil(Math.max(...logs)));
  return {
    at: (value) => from + ((Math.log10(value) - low) / (high - low)) * (to - from),
    ticks: Array.from({ length: high - low + 1 }, (_, step) => 10 ** (low + step)),
  };
}

/** Text in a drawing. Its baseline is at `y`. */
export function label(
  x: number,
  y: number,
  words: string,
  anchor: 'start' | 'middle' | 'end',
  colour = '#333',
): string {
  const safe = words.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}" fill="${colour}">${safe}</text>`;
}

/** A straight line. */
export function line(x1: number, y1: number, x2: number, y2: number, colour: string): string {
  const ends = [x1, y1, x2, y2].map((value) => value.toFixed(1));
  return `<line x1="${ends[0]}" y1="${ends[1]}" x2="${ends[2]}" y2="${ends[3]}" stroke="${colour}"/>`;
}

/** A number as a tick says it: 0.1, 10, 10,000. */
export function tick(value: number): string {
  return value < 1 ? String(Number(value.toPrecision(1))) : value.toLocaleString('en');
}

/** A whole drawing on white. */
export function drawing(width: number, height: number, title: string, parts: readonly string[]): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">`,
    `<title>${title}</title>`,
    `<rect width="${width}" height="${height}" fill="white"/>`,
    ...parts,
    '</svg>',
    '',
  ].join('\n');
}
