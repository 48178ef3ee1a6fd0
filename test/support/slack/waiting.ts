import type { Call, StrictSlack } from './types.ts';
import type { World } from './world.ts';

interface WaitOptions {
  readonly timeoutMs?: number;
  readonly what?: string;
}

/** `waitFor` over a world: asks again on every change, never by the clock. */
export function createWaitFor(world: World): StrictSlack['waitFor'] {
  const patience = world.options.waitMs ?? 10_000;
  function waitFor<T>(find: () => T, options?: WaitOptions): Promise<Exclude<T, null | undefined | false>>;
  function waitFor(method: string, count?: number): Promise<readonly Call[]>;
  function waitFor(wanted: string | (() => unknown), more?: number | WaitOptions): Promise<unknown> {
    if (typeof wanted === 'string') {
      const count = typeof more === 'number' ? more : 1;
      return until(world, () => atLeast(world, wanted, count), `${count} × ${wanted}`, patience);
    }
    const options = typeof more === 'object' ? more : {};
    return until(world, wanted, options.what ?? String(wanted), options.timeoutMs ?? patience);
  }
  return waitFor;
}

/** What an error lists so that a reader sees what happened instead. */
export function describeWorld(world: World): string {
  const calls = world.calls.map(
    ({ method, args, outcome }) => `  ${method} ${outcome} ${JSON.stringify(args).slice(0, 160)}`,
  );
  const breaches = world.breaches.map((breach) => `  ${breach}`);
  return [`calls (${calls.length}):`, ...calls.slice(-30), `breaches (${breaches.length}):`, ...breaches].join('\n');
}

function atLeast(world: World, method: string, count: number): readonly Call[] | null {
  const calls = world.calls.filter((call) => call.method === method && call.outcome !== 'pending');
  return calls.length >= count ? calls : null;
}

function until(world: World, find: () => unknown, what: string, timeoutMs: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      world.listeners.delete(look);
    };
    const look = () => {
      try {
        const found = find();
        if (found === null || found === undefined || found === false) return;
        stop();
        resolve(found);
      } catch (error) {
        stop();
        reject(error);
      }
    };
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`after ${timeoutMs} ms still waiting for ${what}\n${describeWorld(world)}`));
    }, timeoutMs);
    world.listeners.add(look);
    look();
  });
}
