import type { Answer, Excerpt } from '../proceedings/answer.ts';
import type { Language } from '../proceedings/proceedings.ts';

/** One option of a clarification; choosing it is the same as typing `text`. */
export interface Choice {
  readonly label: string;
  readonly text: string;
}

interface Said {
  readonly language: Language;
}

/** An answer to a question; the channel renders it. */
export interface AnswerReply extends Said {
  readonly kind: 'answer';
  readonly answer: Answer;
  /** What was asked for, so that a channel can ask again; default `answer`. */
  readonly purpose?: 'answer' | 'quotes';
  /** How many of the best excerpts were left out; default 0. */
  readonly skip?: number;
}

/** Words of the interface: small talk, help, lists, clarifications. Plain text, no markup of any channel. */
export interface TextReply extends Said {
  readonly kind: 'text';
  readonly text: string;
  /** Empty unless the bot asks which one is meant. */
  readonly choices: readonly Choice[];
}

/** An excerpt within its section: verbatim slices before, the passage, and after. */
export interface ContextReply extends Said {
  readonly kind: 'context';
  readonly excerpt: Excerpt;
  /** The whole passage that holds the excerpt. */
  readonly passage: Excerpt;
  /** The passages before and after in the same section; null at its edges. */
  readonly previous: Excerpt | null;
  readonly next: Excerpt | null;
  /** Which passage of the section it is, from 1 on, and of how many. */
  readonly place?: { readonly number: number; readonly count: number };
}

/** What the bot says, free of any channel's markup. */
export type Reply = AnswerReply | TextReply | ContextReply;
