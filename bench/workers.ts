import { type ChildProcess, fork } from 'node:child_process';
import packageFile from '../package.json' with { type: 'json' };
import type { Source } from './material.ts';
import type { Asked } from './system.ts';
import type { Indexed, Order, Reply } from './worker.ts';

/** A system in its own process, indexed and ready. */
export interface Worker {
  readonly name: string;
  readonly indexed: Indexed;
  /** In the order asked. @throws where the system fails. */
  ask(questions: readonly string[], judged: boolean): Promise<readonly Asked[]>;
  /** Milliseconds of a reload, null where the system cannot; ends the process. */
  finish(): Promise<number | null>;
  /** Ends the process at once. */
  kill(): void;
}

/** Where things are that a worker needs. */
export interface Place {
  /** The compiled worker.ts. */
  readonly script: string;
  /** The folder bench/, which holds the peers. */
  readonly bench: string;
}

/** Lunr's index of the largest size does not fit the default; what `npm start` gives Greffier, every system gets. */
const heap = [
  '--max-old-space-size=8192',
  ...packageFile.scripts.start.split(' ').filter((word) => word.startsWith('--')),
];

/** Starts a process, loads the source there and indexes it; or says why the system is left out. */
export async function startWorker(
  name: string,
  source: Source,
  { script, bench }: Place,
): Promise<Worker | { readonly leftOut: string }> {
  const child = fork(script, {
    execArgv: [...process.execArgv, ...heap],
    serialization: 'advanced',
  });
  try {
    const { settings, index, stored } = await send(child, { kind: 'open', name, source, bench }, 'opened');
    return {
      name,
      indexed: { settings, index, stored },
      ask: async (questions, judged) => (await send(child, { kind: 'ask', questions, judged }, 'asked')).asked,
      async finish() {
        const { reload } = await send(child, { kind: 'finish' }, 'finished');
        child.disconnect();
        return reload;
      },
      kill: () => child.kill(),
    };
  } catch (error) {
    child.kill();
    return { leftOut: error instanceof Error ? error.message : String(error) };
  }
}

function send<Kind extends Reply['kind']>(
  child: ChildProcess,
  order: Order,
  kind: Kind,
): Promise<Extract<Reply, { kind: Kind }>> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null): void => reject(new Error(`its process ended (${code ?? 'killed'})`));
    child.once('exit', onExit);
    child.once('message', (reply: Reply) => {
      child.off('exit', onExit);
      if (reply.kind === kind) resolve(reply as Extract<Reply, { kind: Kind }>);
      else reject(new Error(reply.kind === 'failed' ? reply.reason : `unexpected ${reply.kind}`));
    });
    child.send(order);
  });
}
