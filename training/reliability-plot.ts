import type { Bin } from './calibration.ts';

const side = 320;
const margin = 48;

/** A reliability curve as SVG: said below, true at the left; what lies on the diagonal is calibrated. Areas of dots are counts. */
export function reliabilityPlot(curve: readonly Bin[]): string {
  const x = (share: number): string => (margin + share * side).toFixed(1);
  const y = (share: number): string => (margin + (1 - share) * side).toFixed(1);
  const most = Math.max(1, ...curve.map(({ count }) => count));
  const filled = curve.flatMap(({ said, true: real, count }) =>
    said === null || real === null ? [] : [{ x: x(said), y: y(real), radius: 2 + 8 * Math.sqrt(count / most) }],
  );
  const ticks = [0, 0.25, 0.5, 0.75, 1].flatMap((share) => [
    `<text x="${x(share)}" y="${margin + side + 18}" text-anchor="middle">${share}</text>`,
    `<text x="${margin - 8}" y="${y(share)}" text-anchor="end" dominant-baseline="middle">${share}</text>`,
  ]);
  const size = side + 2 * margin;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" font-family="sans-serif" font-size="12">`,
    '<title>Reliability of the confidence on PIAF dev</title>',
    `<rect width="${size}" height="${size}" fill="white"/>`,
    `<rect x="${margin}" y="${margin}" width="${side}" height="${side}" fill="none" stroke="#999"/>`,
    `<line x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}" stroke="#999" stroke-dasharray="4"/>`,
    `<polyline points="${filled.map((dot) => `${dot.x},${dot.y}`).join(' ')}" fill="none" stroke="#1f5f8b"/>`,
    ...filled.map((dot) => `<circle cx="${dot.x}" cy="${dot.y}" r="${dot.radius.toFixed(1)}" fill="#1f5f8b"/>`),
    ...ticks,
    `<text x="${margin + side / 2}" y="${size - 8}" text-anchor="middle">said</text>`,
    `<text x="14" y="${margin + side / 2}" text-anchor="middle" transform="rotate(-90 14 ${margin + side / 2})">true</text>`,
    '</svg>',
    '',
  ].join('\n');
}
