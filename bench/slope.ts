/** A size with what was measured there; both more than 0. */
export interface Point {
  readonly size: number;
  readonly value: number;
}

/**
 * Slope of the least-squares line through (ln size, ln value): the b of value ≈ a·size^b. 0 is constant time, 1 is
 * linear. Null with fewer than two sizes.
 */
export function logLogSlope(points: readonly Point[]): number | null {
  const logs = points.map(({ size, value }) => ({ x: Math.log(size), y: Math.log(value) }));
  const mean = (of: (log: { x: number; y: number }) => number): number =>
    logs.reduce((sum, log) => sum + of(log), 0) / logs.length;
  const [middleX, middleY] = [mean(({ x }) => x), mean(({ y }) => y)];
  const spread = logs.reduce((sum, { x }) => sum + (x - middleX) ** 2, 0);
  if (logs.length < 2 || spread === 0) return null;
  return logs.reduce((sum, { x, y }) => sum + (x - middleX) * (y - middleY), 0) / spread;
}
