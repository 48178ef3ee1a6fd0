import { createBoundedMap } from './bounded-map.ts';
import { createDialogStorage } from './dialog-storage.ts';
import type { ConversationEngine, Desk } from './engine.ts';
import { blankMemory, type Memory, remembersAnything } from './memory.ts';
import { respond } from './respond.ts';
import { createTurnQueue } from './turn-queue.ts';

/** How long and how much a conversation engine remembers. */
export interface EngineOptions {
  /** Milliseconds that a thread is remembered after its last turn; default 24 hours. */
  readonly memoryTtl?: number;
  /** Threads remembered at most, the least recent forgotten first; default 5,000. */
  readonly mostThreads?: number;
  /** Milliseconds that a clarification stays open; default 10 minutes. */
  readonly patience?: number;
  /** How many excerpts of an answer the channel shows until it is asked for more; default all of them (three). */
  readonly firstShown?: number;
  /** Milliseconds since the epoch; default the machine's clock. */
  readonly clock?: () => number;
}

const minute = 60_000;

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
  const threads = createBoundedMap<Memory>({ ...bounds, ttl: memoryTtl });
  const queue = createTurnQueue();
  const { createBotkitDialogs } = await import('./botkit-dialogs.ts');
  const dialogs = createBotkitDialogs(createDialogStorage({ ...bounds, ttl: patience }));

  return {
    turn: (turn) => {
      const key = keyOf(turn.conversation, turn.user);
      return queue.run(key, () =>
        dialogs.take(key, turn.text, () => {
          const moment = { answerer: desk.answerer(), intents: desk.intents, now: clock(), patience, firstShown };
          const { replies, memory } = respond(turn, threads.get(key) ?? blankMemory, moment);
          if (remembersAnything(memory)) threads.set(key, memory);
          return { replies, offer: memory.offer?.reply ?? null };
        }),
      );
    },
    remembers: (conversation, user) => threads.get(keyOf(conversation, user)) !== undefined,
    close: async () => {
      await queue.idle();
      await dialogs.close();
    },
  };
}

/** Unambiguous whatever the two hold. */
function keyOf(conversation: string, user: string): string {
  return JSON.stringify([conversation, user]);
}
