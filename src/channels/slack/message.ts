import type { KnownBlock } from '@slack/types';
import type { Length } from '../../answer/lengths.ts';
import type { Corpus } from '../../proceedings/proceedings.ts';
import { clip, escapeMarkup, visible } from './text.ts';

/** What the bot says: `text` stands for the blocks in notifications, for screen readers, and where blocks are refused. */
export interface Message {
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
}

/** How a reply is offered. */
export interface Offer {
  /** Whether a button posts the answer to a channel. */
  readonly share: boolean;
  /** Where single quotations are read at other lengths; default: only as they are. */
  readonly corpus?: Corpus;
  /** The length at which a single quotation is shown; default: as the answer gives it. */
  readonly length?: Length;
  /** The mark of who asked (asker.ts), for the button that deletes; default: none is offered. */
  readonly asker?: string;
}

/** Slack recommends at most 4,000 characters of `text`. */
const textLimit = 3900;

/** A message from its blocks and the same in plain text, which is escaped and cut here. */
export function message(plainText: string, blocks: readonly KnownBlock[]): Message {
  let text = clip(visible(plainText), textLimit);
  while (escapeMarkup(text).length > textLimit) text = clip(text, Math.floor(text.length * 0.8));
  return { text: text.trim() === '' ? '…' : escapeMarkup(text), blocks };
}
