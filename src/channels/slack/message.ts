import type { KnownBlock } from '@slack/types';
import type { Length } from '../../answer/lengths.ts';
import type { Corpus } from '../../proceedings/proceedings.ts';
import { clip, cutMark, escapeMarkup, visible } from './text.ts';

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

/** What quotations may take, tried in this order until the text fits, in UTF-16 code units. */
const longests = [Infinity, 2400, 1200, 600, 300, 120] as const;

/** Plain text in which each quotation has at most so many UTF-16 code units, its cut marked outside the guillemets. */
export type Wording = (longest: number) => string;

/**
 * A message from its blocks and the same in plain text, which is escaped and cut here: text that quotes is given as a wording, so
 * that what stands between guillemets stays verbatim and keeps its citation.
 */
export function message(plainText: string | Wording, blocks: readonly KnownBlock[]): Message {
  const text = typeof plainText === 'string' ? cut(plainText) : worded(plainText);
  return { text: text.trim() === '' ? '…' : escapeMarkup(text), blocks };
}

const fits = (text: string): boolean => escapeMarkup(text).length <= textLimit;

function cut(plainText: string): string {
  let text = clip(visible(plainText), textLimit);
  while (!fits(text)) text = clip(text, Math.floor(text.length * 0.8));
  return text;
}

/** With quotations as long as they may be; where they are too many, the first ones whole. */
function worded(wording: Wording): string {
  let text = '';
  for (const longest of longests) {
    text = visible(wording(longest));
    if (fits(text)) return text;
  }
  const paragraphs = text.split('\n\n');
  const first = paragraphs.map((_, count) => paragraphs.slice(0, count).join('\n\n')).slice(1);
  const fitting = first.toReversed().filter(fits);
  // An empty line may stand within a quotation.
  const whole = fitting.find((part) => part.split('«\u00a0').length === part.split('\u00a0»').length) ?? fitting[0];
  return whole === undefined ? cut(text) : `${whole}\n\n${cutMark}`;
}
