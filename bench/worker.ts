// A process that holds one system: memory, garbage and compiled code are its own. It times itself; messages to and fro
// are not in the figures.
import { heldBytes } from '../src/commands/eval-cost.ts';
import { loadSource, type Source } from './material.ts';
import { firstLine } from './peers.ts';
import type { Asked, Stored, System } from './system.ts';
import { systems } from './systems/open.ts';

/** What a worker is told, one message at a time. */
export type Order =
  | { readonly kind: 'open'; readonly name: string; readonly source: Source; readonly bench: string }
  | { readonly kind: 'ask'; readonly questions: readonly string[]; readonly judged: boolean }
  | { readonly kind: 'finish' };

/** What it replies to each. */
export type Reply =
  | ({ readonly kind: 'opened' } & Indexed)
  | { readonly kind: 'asked'; readonly asked: readonly Asked[] }
  | { readonly kind: 'finished'; readonly reload: number | null }
  | { readonly kind: 'failed'; readonly reason: string };

/** What it took to index. */
export interface Indexed {
  readonly settings: string;
  /** Milliseconds. */
  readonly index: number;
  /** The index: memory of the process, or what the system stores. */
  readonly stored: Stored;
}

let system: System | null = null;

process.on('message', (order: Order) => {
  carryOut(order)
    .catch((error: unknown): Reply => ({ kind: 'failed', reason: firstLine(error) }))
    .then((reply) => process.send?.(reply))
    .catch(() => {
      process.exitCode = 1;
    });
});

async function carryOut(order: Order): Promise<Reply> {
  switch (order.kind) {
    case 'open':
      return open(order);
    case 'ask': {
      const asked: Asked[] = [];
      for (const question of order.questions) asked.push(await opened().ask(question, order.judged));
      return { kind: 'asked', asked };
    }
    case 'finish': {
      const reload = (await opened().reload?.()) ?? null;
      await opened().close();
      return { kind: 'finished', reload };
    }
  }
}

async function open({ name, source, bench }: Extract<Order, { kind: 'open' }>): Promise<Reply> {
  const corpus = await loadSource(source);
  const result = await systems.get(name)?.(corpus, bench, source);
  if (result === undefined) return { kind: 'failed', reason: 'no such system' };
  if ('leftOut' in result) return { kind: 'failed', reason: result.leftOut };
  system = result;
  const before = heldBytes();
  const start = performance.now();
  const own = await system.index();
  const index = own ?? performance.now() - start;
  const stored = (await system.stored()) ?? { bytes: heldBytes() - before, what: 'memory of the process' };
  return { kind: 'opened', settings: system.settings, index, stored };
}

function opened(): System {
  if (system === null) throw new Error('nothing is open');
  return system;
}
