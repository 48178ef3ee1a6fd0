import { setTimeout as pause } from 'node:timers/promises';
import { createLocalThreads } from '../store/local.ts';
import type { Threads, ThreadState } from '../store/store.ts';
import { createDialogStorage } from './dialog-storage.ts';
import type { ConversationEngine, Desk, Turn } from './engine.ts';
import { blankMemory, remembersAnything, storedMemory } from './memory.ts';
import type { Outcome } from './moment.ts';
import { respond } from './respond.ts';
import { createTurnQueue } from './turn-queue.ts';

/** What a conversation engine remembers with, how long and how much. */
export interface EngineOptions {
  /** Where threads are remembered; default: in this process, for `memoryTtl`, `mostThreads` of them. */
  readonly threads?: Threads;
  /** Milliseconds that a thread is remembered in this process after its last turn; default 24 hours. */
  readonly memoryTtl?: number;
  /** Threads remembered in this process at most, the least recent forgotten first; default 5,000. */
  readonly mostThreads?: number;
  /** Milliseconds that a clarification stays open; default 10 minutes. */
  readonly patience?: number;
  /** How many excerpts of an answer the channel shows until it is asked for more; default all of them (three). */
  readonly firstShown?: number;
  /** Milliseconds since the epoch; default the machine's clock. */
  readonly clock?: () => number;
}

const minute = 60_000;

/** How often a memory is written again where another process wrote in between; after that it keeps what the other wrote. */
const mostWrites = 5;

/** How long the end waits for turns that are under way, in milliseconds. */
const closePatience = 500;

const unheard: ThreadState = { memory: JSON.stringify(blankMemory), version: 0 };

/** Starts the conversation: our logic, with Botkit taking the turns. Botkit is loaded here and only here. */
export async function createConversationEngine(desk: Desk, options: EngineOptions = {}): Promise<ConversationEngine> {
  const {
    memoryTtl = 24 * 60 * minute,
    mostThreads = 5_000,
    patience = 10 * minute,
    clock = Date.now,
    firstShown = Infinity,
  } = options;
  const bounds = { most: mostThreads, clock };
  const { threads = createLocalThreads({ ...bounds, ttl: memoryTtl }) } = options;
  const queue = createTurnQueue();
  const { createBotkitDialogs } = await import('./botkit-dialogs.ts');
  const dialogs = createBotkitDialogs(createDialogStorage({ ...bounds, ttl: patience }));

  const read = async (conversation: string, user: string): Promise<ThreadState> =>
    (await threads.read(conversation, user, clock())) ?? unheard;

  function outcomeOf(turn: Turn, state: ThreadState): Outcome {
    const whole = desk.answerer();
    const answerer = turn.scope === undefined ? whole : whole.within(turn.scope);
    const moment = { answerer, intents: desk.intents, now: clock(), patience, firstShown };
    return respond(turn, storedMemory(state.memory), moment);
  }

  /** Where another process has taken a turn of this thread meanwhile, this one is taken to have followed it. */
  async function remember(turn: Turn, before: ThreadState, { memory }: Outcome): Promise<void> {
    const { conversation, user } = turn;
    let [next, { version }] = [memory, before];
    for (let writes = 0; writes < mostWrites && remembersAnything(next); writes += 1) {
      if (await threads.write(conversation, user, { memory: JSON.stringify(next), version }, clock())) return;
      const other = await read(conversation, user);
      next = outcomeOf(turn, other).memory;
      ({ version } = other);
    }
  }

  return {
    turn(turn, deliver = async () => undefined) {
      const key = keyOf(turn.conversation, turn.user);
      return queue.run(key, async () => {
        const before = await read(turn.conversation, turn.user);
        const outcome = outcomeOf(turn, before);
        const offer = outcome.memory.offer?.reply ?? null;
        const replies = await dialogs.take(key, turn.text, () => ({ replies: outcome.replies, offer }));
        await deliver(replies);
        await remember(turn, before, outcome);
        return replies;
      });
    },
    // Behind the turn under way: what that one will remember counts.
    remembers: (conversation, user) =>
      queue.run(keyOf(conversation, user), async () => (await threads.read(conversation, user, clock())) !== null),
    close: async () => {
      // A channel that gave up waiting for its answers must not be held up here.
      await Promise.race([queue.idle(), pause(closePatience, undefined, { ref: false })]);
      await dialogs.close();
    },
  };
}

/** Unambiguous whatever the two hold. */
function keyOf(conversation: string, user: string): string {
  return JSON.stringify([conversation, user]);
}
