import { quantile } from '../src/evaluation/quantile.ts';

/** One question and what came of it. */
export interface Asked {
  /** Milliseconds since the soak began. */
  readonly at: number;
  /** Milliseconds from the event to each answer, in order; more than one is a duplicate, none a loss. */
  readonly answers: number[];
}

/** Heap used by the bots at one moment. */
export interface Heap {
  /** Milliseconds since the soak began. */
  readonly at: number;
  readonly bytes: number;
}

/** What a soak came to. */
export interface SoakFigures {
  readonly asked: number;
  readonly answered: number;
  readonly lost: number;
  readonly duplicates: number;
  /** Milliseconds from the event to the answer; null without answers. */
  readonly p50: number | null;
  readonly p95: number | null;
  readonly p99: number | null;
  /**
   * Least bytes of heap in the second minute (the second sixth of a shorter soak) and in the last: what is left after a
   * collection, since what is garbage depends on when the last one was. Null without samples.
   */
  readonly heapEarly: number | null;
  readonly heapLate: number | null;
}

const minute = 60_000;

/** Counts and quantiles of a soak of `length` milliseconds. */
export function figuresOf(asked: readonly Asked[], heap: readonly Heap[], length: number): SoakFigures {
  const times = asked.flatMap(({ answers }) => answers.slice(0, 1));
  const span = Math.min(minute, length / 6);
  const heapFrom = (from: number): number | null => {
    const bytes = heap.filter(({ at }) => at >= from && at < from + span).map((sample) => sample.bytes);
    return bytes.length === 0 ? null : Math.min(...bytes);
  };
  return {
    asked: asked.length,
    answered: times.length,
    lost: asked.length - times.length,
    duplicates: asked.reduce((sum, { answers }) => sum + Math.max(0, answers.length - 1), 0),
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    p99: quantile(times, 0.99),
    heapEarly: heapFrom(span),
    heapLate: heapFrom(length - span),
  };
}
