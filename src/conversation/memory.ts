import type { Excerpt } from '../proceedings/answer.ts';
import type { Language } from '../proceedings/proceedings.ts';
import type { TextReply } from '../replies/reply.ts';

/** What one person's thread remembers. Plain data: it can be stored as JSON. */
export interface Memory {
  readonly language: Language | null;
  /** The last question as it was put to the record, and what it was for; null before the first. */
  readonly asked: { readonly question: string; readonly purpose: 'answer' | 'quotes' } | null;
  /** Excerpts of the last question shown so far. */
  readonly shown: number;
  /** The excerpts of the last reply, best first. */
  readonly excerpts: readonly Excerpt[];
  /** File of the proceedings last cited or listed. */
  readonly record: string | null;
  /** A choice that was offered and not yet taken. */
  readonly offer: Offer | null;
}

/** A clarification that waits for an answer. */
export interface Offer {
  readonly reply: TextReply;
  /** Milliseconds since the epoch; from then on a message is read as if nothing had been offered. */
  readonly expires: number;
}

/** A thread that has just begun. */
export const blankMemory: Memory = { language: null, asked: null, shown: 0, excerpts: [], record: null, offer: null };

/** Whether there is anything to follow up. */
export function remembersAnything(memory: Memory): boolean {
  return memory.asked !== null || memory.record !== null || memory.offer !== null;
}
