import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault, StrictSlack } from '../test/support/slack/types.ts';

/** The faults that a soak can be run under. */
export const faultNames = ['calls', 'retries', 'sockets', 'corpus', 'files', 'store'] as const;

/** The name of a fault. */
export type FaultName = (typeof faultNames)[number];

/** What each fault does, for the help. */
export const faultDescriptions: Readonly<Record<FaultName, string>> = {
  calls: 'of the calls of the Web API, 2 % answer 429, 2 % answer 500, 5 % are 200 ms late',
  retries: '5 % of the events are delivered twice, another 2 % to two sockets at the same time',
  sockets: 'every 20 s all sockets break',
  corpus: 'every 3 s a file of the corpus changes',
  files: 'every 5 s a file that cannot be read comes into the corpus, or goes',
  store: 'every 30 s the database restarts (needs --postgres)',
};

/** A fault of a call of the Web API, by a number between 0 and 1 drawn for it. */
export function callFault(draw: number): Fault | null {
  if (draw < 0.02) return { kind: 'rate_limited', seconds: 1 };
  if (draw < 0.04) return { kind: 'http', status: 500 };
  return draw < 0.09 ? { kind: 'late', ms: 200 } : null;
}

/** What the recurring faults work on. */
export interface Target {
  readonly slack: StrictSlack;
  /** A copy of the corpus that the bots watch. */
  readonly corpus: string;
  readonly restartStore: () => Promise<void>;
}

/** Starts the recurring faults among `names`. Returns how to end them. */
export function startFaults(names: ReadonlySet<FaultName>, target: Target): () => Promise<void> {
  const { slack, corpus, restartStore } = target;
  let round = 0;
  let restarting = Promise.resolve();
  const acts: Partial<Record<FaultName, readonly [seconds: number, act: () => void]>> = {
    sockets: [20, () => void slack.dropSockets()],
    corpus: [3, () => writeFileSync(join(corpus, 'soak.md'), record((round += 1)))],
    files: [5, () => toggle(join(corpus, 'soak-broken.md'), (round += 1) % 2 === 0)],
    store: [30, () => void (restarting = restarting.then(restartStore))],
  };
  const timers = faultNames.flatMap((name) => {
    const [seconds = 0, act = () => undefined] = names.has(name) ? (acts[name] ?? []) : [];
    return seconds === 0 ? [] : [setInterval(act, seconds * 1000)];
  });
  return async () => {
    timers.forEach(clearInterval);
    await restarting;
  };
}

function record(round: number): string {
  return `---\ntitle: Registre d'essai ${round}\ndate: 2024-01-01\n---\n# Relevé\n\nLe relevé numéro ${round} a été versé au registre d'essai.\n`;
}

function toggle(path: string, there: boolean): void {
  if (there) writeFileSync(path, Buffer.from('---\ntitle: [\n---\n\xff\xfe', 'latin1'));
  else rmSync(path, { force: true });
}
