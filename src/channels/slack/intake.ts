import type { App, Receiver, ReceiverEvent } from '@slack/bolt';
import { type Log, reason } from '../../operations/log.ts';

/** What stands between a receiver of Bolt's and its App. */
export interface Intake {
  /** What the App is given instead of the receiver. */
  readonly receiver: Receiver;
  /** Takes nothing more from now on; resolves when nothing is in hand, after `patienceMs` at the latest. */
  end(patienceMs: number): Promise<void>;
}

/** Slack sends an event again that is not acknowledged within three seconds. */
const defaultCapMs = 2500;

/**
 * Bolt acknowledges an event before the work on it: were the process to die then, nobody would answer. Here an event is
 * acknowledged once its listeners have finished, after `capMs` (default 2,500) at the latest, so that Slack sends it again
 * where they have not. Commands and interactions acknowledge themselves. What comes after the end is left unacknowledged:
 * Slack sends it again, to another process or to the next.
 */
export function createIntake(receiver: Receiver, log: Log, capMs: number = defaultCapMs): Intake {
  const inHand = new Set<Promise<void>>();
  let ended = false;

  async function take(app: App, event: ReceiverEvent): Promise<void> {
    if (ended) return;
    const work = isEvent(event) ? acknowledgedAfter(app, event) : app.processEvent(event);
    inHand.add(work);
    await work.finally(() => inHand.delete(work));
  }

  async function acknowledgedAfter(app: App, event: ReceiverEvent): Promise<void> {
    let acknowledged = false;
    const acknowledge = async (): Promise<void> => {
      if (acknowledged) return;
      acknowledged = true;
      try {
        await event.ack();
      } catch (error) {
        log.warn('slack: an event could not be acknowledged; Slack sends it again', { reason: reason(error) });
      }
    };
    const cap = setTimeout(() => void acknowledge(), capMs);
    try {
      await app.processEvent({ ...event, ack: async () => undefined });
    } finally {
      clearTimeout(cap);
    }
    await acknowledge();
  }

  return {
    receiver: {
      init(app) {
        const late: App = Object.create(app, { processEvent: { value: (event: ReceiverEvent) => take(app, event) } });
        receiver.init(late);
      },
      start: (...options) => receiver.start(...options),
      stop: (...options) => receiver.stop(...options),
    },
    async end(patienceMs) {
      ended = true;
      const patience = new Promise((done) => setTimeout(done, patienceMs).unref());
      await Promise.race([Promise.allSettled(inHand), patience]);
    },
  };
}

/** As Bolt tells an event from commands and interactions; servers may send anything. */
function isEvent({ body }: { readonly body?: Readonly<Record<string, unknown>> }): boolean {
  return body?.['event'] !== undefined;
}
