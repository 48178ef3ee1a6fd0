import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** The result of `work`, its time in seconds, and what it keeps in memory, in megabytes, typed arrays included. */
export function costOf<T>(work: () => T): { result: T; indexSeconds: number; heapMegabytes: number } {
  const before = heldBytes();
  const start = performance.now();
  const result = work();
  const indexSeconds = (performance.now() - start) / 1_000;
  return { result, indexSeconds, heapMegabytes: (heldBytes() - before) / 1e6 };
}

/** The result of `work` on each item in turn, and how long each took, in milliseconds. */
export function timed<T, R>(
  items: readonly T[],
  work: (item: T) => R,
): { results: { item: T; result: R }[]; latencies: number[] } {
  const latencies: number[] = [];
  const results = items.map((item) => {
    const start = performance.now();
    const result = work(item);
    latencies.push(performance.now() - start);
    return { item, result };
  });
  return { results, latencies };
}

/** Bytes in use once garbage is collected, typed arrays included: what is still held. */
export function heldBytes(): number {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
