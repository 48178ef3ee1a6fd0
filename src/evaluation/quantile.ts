/**
 * The smallest value that at least the share `q` of the values do not exceed (nearest rank: always one of the values, no
 * interpolation; Hyndman and Fan, "Sample Quantiles", 1996, definition 1). q: 0 to 1. Null without values.
 */
export function quantile(values: readonly number[], q: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)] ?? null;
}
