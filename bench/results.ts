import type { Figures } from '../src/evaluation/report.ts';
import { quantile } from '../src/evaluation/quantile.ts';
import type { Stored } from './system.ts';

/** Milliseconds of one question. */
export interface Latency {
  readonly p50: number;
  readonly p95: number;
}

/** What was measured of one system over one source. */
export interface SystemRun {
  readonly name: string;
  readonly settings: string;
  readonly indexSeconds: number;
  readonly stored: Stored;
  /** Milliseconds to get a saved index back; null where the system cannot, or is not asked to. */
  readonly reload: number | null;
  /** The ids of ten passages; null where a system does not give them alone. */
  readonly search: Latency | null;
  /** Ids and excerpts; null where a system makes none. */
  readonly whole: Latency | null;
  /** By measure; null where the right passages are not known. */
  readonly figures: Figures | null;
}

/** All systems over one source, in one run. */
export interface Run {
  /** What was indexed, and what was asked. */
  readonly source: string;
  readonly passages: number;
  /** Of the passages in UTF-8, titles apart. */
  readonly textBytes: number;
  readonly questions: number;
  readonly systems: readonly SystemRun[];
}

/** Everything that `bench:field` measured, as `--json` writes it. */
export interface FieldResults {
  /** Node, platform, processor, cores. */
  readonly machine: string;
  /** Null where its data is not there. */
  readonly pool: Run | null;
  /** By size, the smallest first. */
  readonly curve: readonly Run[];
  /** What is not in the figures, and why. */
  readonly leftOut: readonly string[];
}

/** Median and 95th percentile; null without values, or where a value is missing. */
export function latencyOf(times: readonly (number | null)[]): Latency | null {
  const known = times.filter((time) => time !== null);
  const [p50, p95] = [quantile(known, 0.5), quantile(known, 0.95)];
  return known.length < times.length || p50 === null || p95 === null ? null : { p50, p95 };
}
