import type { Answerer } from '../answer/answerer.ts';
import type { Intents } from '../intents/matcher.ts';
import type { Language } from '../proceedings/proceedings.ts';
import type { Reply, TextReply } from '../replies/reply.ts';
import type { Memory } from './memory.ts';

/** One message, without the thread that it belongs to. */
export interface Message {
  readonly text: string;
  /** The reply's language, whatever the words say. */
  readonly language?: Language;
  /** The person's language where the words do not tell. */
  readonly locale?: Language;
}

/** What a turn may draw on. */
export interface Moment {
  readonly answerer: Answerer;
  readonly intents: Intents;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** How long a clarification stays open, in milliseconds; 0 where nobody is there to choose: no name is asked back. */
  readonly patience: number;
  /** How many excerpts of an answer the channel shows until it is asked for more; default all of them. */
  readonly firstShown?: number;
}

/** What to say, and what to remember of it. */
export interface Outcome {
  readonly replies: readonly Reply[];
  readonly memory: Memory;
}

/** A reply that only says something. */
export function said(language: Language, text: string): TextReply {
  return { kind: 'text', language, text, choices: [] };
}

/** The outcome of a reply in words; choices in it stay open for a while. */
export function saying(reply: TextReply, memory: Memory, { now, patience }: Moment): Outcome {
  const offer = reply.choices.length > 0 && patience > 0 ? { reply, expires: now + patience } : null;
  return { replies: [reply], memory: { ...memory, language: reply.language, offer } };
}
