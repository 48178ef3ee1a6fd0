import { type Log, reason } from './log.ts';

/** The work in hand: each piece is logged as one line, and none of them can end the process. */
export interface Tasks {
  /**
   * Runs a piece of work. Never rejects.
   *
   * @param what the kind of event, and `id` Slack's name for it: both go to the log
   * @param work returns its outcome in a word or two, for the log
   */
  run(what: string, id: string, work: () => Promise<string>): Promise<void>;
  /** Resolves when nothing is in hand, after `patienceMs` at the latest. */
  finished(patienceMs: number): Promise<void>;
}

/** Keeps track of the work in hand from now on; `now` returns milliseconds. */
export function createTasks(log: Log, now: () => number = Date.now): Tasks {
  const inHand = new Set<Promise<void>>();

  async function work(what: string, id: string, task: () => Promise<string>): Promise<void> {
    const start = now();
    try {
      const outcome = await task();
      log.info(`slack: ${what} ${id} ${outcome} ${now() - start} ms`);
    } catch (error) {
      log.error(`slack: ${what} ${id} failed ${now() - start} ms: ${reason(error)}`);
    }
  }

  return {
    async run(what, id, task) {
      const promise = work(what, id, task);
      inHand.add(promise);
      await promise;
      inHand.delete(promise);
    },
    async finished(patienceMs) {
      await Promise.race([Promise.all(inHand), new Promise((done) => setTimeout(done, patienceMs).unref())]);
    },
  };
}
