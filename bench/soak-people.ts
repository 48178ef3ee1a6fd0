import type { RecordedMessage, StrictSlack } from '../test/support/slack/types.ts';
import type { Asked } from './soak-figures.ts';

/** People who ask, each one question at a time, half of them in a channel. */
export interface People {
  /** Somebody who waits for no answer asks; nothing happens where everybody waits. `copies`: how the event is delivered. */
  ask(question: string, copies: 'once' | 'retried' | 'at once'): void;
  /** Takes note of what the bot posted. */
  hear(message: RecordedMessage): void;
  readonly asked: readonly Asked[];
  /** Questions that nobody was free to ask. */
  readonly skipped: number;
  /** How many wait for an answer. */
  waiting(): number;
}

/** So many that nobody asks more in one channel than Slack lets the bot answer there, one message a second. */
const channels = 100;

/** So many people on a Slack. `now` returns milliseconds since the soak began. */
export function createPeople(count: number, slack: () => StrictSlack, now: () => number): People {
  const free = Array.from({ length: count }, (_, index) => index);
  const open = new Map<string, { readonly entry: Asked; readonly person: number }>();
  const asked: Asked[] = [];
  let sequence = 900_000_000;
  let skipped = 0;
  let waiting = 0;

  return {
    asked,
    get skipped() {
      return skipped;
    },
    waiting: () => waiting,
    ask(text, copies) {
      const person = free.shift();
      if (person === undefined) return void (skipped += 1);
      const user = `U${String(person).padStart(6, '0')}`;
      const direct = person % 2 === 0;
      const channel = direct ? slack().im(user) : `C${person % channels}`;
      sequence += 1;
      const ts = `${Math.floor(Date.now() / 1000)}.${sequence}`;
      const entry: Asked = { at: now(), answers: [] };
      asked.push(entry);
      waiting += 1;
      open.set(direct ? channel : `${channel} ${ts}`, { entry, person });
      const args = { user, text, ts, eventId: `Ev${sequence}`, ...(copies === 'retried' && { retries: 1 }) };
      const send = () => (direct ? slack().directMessage(args) : slack().mention({ ...args, channel }));
      for (const _ of copies === 'at once' ? [1, 2] : [1]) void send();
    },
    hear(message) {
      const found = open.get(message.channel) ?? open.get(`${message.channel} ${message.thread_ts ?? ''}`);
      if (found === undefined || message.via === 'user') return;
      const { entry, person } = found;
      if (entry.answers.push(now() - entry.at) > 1) return;
      waiting -= 1;
      free.push(person);
    },
  };
}
