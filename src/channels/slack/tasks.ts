import { type Log, reason } from '../../operations/log.ts';
import type { Metrics, QuestionOutcome } from '../../operations/metrics.ts';

/** The work on events: each piece is logged as one line, and none of them can end the process. */
export interface Tasks {
  /**
   * Runs a piece of work. Never rejects.
   *
   * @param kind the kind of event, and `id` Slack's name for it: both go to the log
   * @param work returns its outcome in a word or two, for the log
   */
  run(kind: string, id: string, work: () => Promise<string>): Promise<void>;
}

/** The kinds of events that ask a question. */
const questions = new Set(['message', 'mention', 'follow-up', 'command']);

/** Logs and counts the work from now on; `now` returns milliseconds. */
export function createTasks(log: Log, metrics: Pick<Metrics, 'question'>, now: () => number = Date.now): Tasks {
  return {
    async run(kind, id, work) {
      const start = now();
      let outcome = 'failed';
      try {
        outcome = await work();
        log.info('slack: event', { event: id, kind, outcome, ms: now() - start });
      } catch (error) {
        log.error('slack: event', { event: id, kind, outcome, ms: now() - start, reason: reason(error) });
      }
      const counted = questions.has(kind) ? questionOutcome(outcome) : null;
      if (counted !== null) metrics.question(counted, now() - start);
    },
  };
}

/** What the kinds of the replies come to; null where nothing was answered. */
function questionOutcome(outcome: string): QuestionOutcome | null {
  const kinds = new Set(outcome.split(','));
  for (const kind of ['failed', 'answered', 'candidates', 'not_found'] as const) if (kinds.has(kind)) return kind;
  return kinds.has('text') || kinds.has('context') ? 'conversation' : null;
}
