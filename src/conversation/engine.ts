import type { Answerer } from '../answer/answerer.ts';
import type { Intents } from '../intents/matcher.ts';
import type { Language } from '../proceedings/proceedings.ts';
import type { Reply } from '../replies/reply.ts';

/** What a turn may use; asked anew at every turn, so that a reloaded corpus serves the next question. */
export interface Desk {
  readonly answerer: () => Answerer;
  readonly intents: Intents;
}

/** One message of one person. */
export interface Turn {
  /** Names the thread: turns of the same conversation and user share memory and are taken one at a time. */
  readonly conversation: string;
  readonly user: string;
  /** What the person typed, mentions of the bot removed. */
  readonly text: string;
  /** The person's language where the channel knows it and the words do not tell. */
  readonly locale?: Language;
  /** The only files that this turn may draw on; default: all. What was said within other files belongs to another conversation. */
  readonly scope?: readonly string[];
}

/** The port to the dialog library (Botkit): the same engine serves the terminal and Slack. */
export interface ConversationEngine {
  /**
   * Takes one turn and returns what to say, in order. `deliver` says it before the next turn of the thread is taken; what was
   * not delivered is not remembered. Never rejects because of what was typed; rejects where the engine itself fails (the
   * channel then says so and logs it) and with what `deliver` throws.
   */
  turn(turn: Turn, deliver?: (replies: readonly Reply[]) => Promise<void>): Promise<readonly Reply[]>;
  /** Whether this person's conversation has anything to follow up: a question answered, a record listed, or a choice offered. */
  remembers(conversation: string, user: string): Promise<boolean>;
  close(): Promise<void>;
}
