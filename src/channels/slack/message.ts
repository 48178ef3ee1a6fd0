import type { KnownBlock } from '@slack/types';
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
}

/** Slack recommends at most 4,000 characters of `text`. */
const textLimit = 3900;

/** A message from its blocks and the same in plain text, which is escaped and cut here. */
export function message(plainText: string, blocks: readonly KnownBlock[]): Message {
  let text = clip(visible(plainText), textLimit);
  while (escapeMarkup(text).length > textLimit) text = clip(text, Math.floor(text.length * 0.8));
  return { text: text.trim() === '' ? '…' : escapeMarkup(text), blocks };
}
