import type {
  ActionsBlock,
  Button,
  HeaderBlock,
  KnownBlock,
  PlainTextElement,
  RichTextElement,
  SectionBlock,
} from '@slack/types';
import { clip, visible } from './text.ts';

/** Slack's limits on texts, in characters. */
const sectionLimit = 3000;
const buttonLimit = 75;
const headerLimit = 150;

/** Slack refuses a message of about 13,200 characters of blocks as JSON (SLACK.md); this leaves a margin. */
const messageLimit = 12_000;
const blockLimit = 50;

/** Text in which nothing is markup, at most `limit` characters. */
export function plain(text: string, limit: number): PlainTextElement {
  return { type: 'plain_text', text: clip(visible(text).trim() || '…', limit), emoji: false };
}

/** A paragraph of the interface; over 3,000 characters it is cut. */
export function paragraph(text: string): SectionBlock {
  return { type: 'section', text: plain(text, sectionLimit) };
}

/** A heading, or a paragraph where it is too long for one. */
export function headline(text: string): HeaderBlock | SectionBlock {
  return text.length <= headerLimit ? { type: 'header', text: plain(text, headerLimit) } : paragraph(text);
}

/** Words of the interface or of a name within rich text, where nothing is markup either. */
export function words(text: string, style?: { bold?: boolean; italic?: boolean }): RichTextElement {
  return { type: 'text', text: visible(text) || '…', ...(style && { style }) };
}

/** A button, or nothing where its value is null: it did not fit. */
export function button(actionId: string, label: string, value: string | null): Button[] {
  if (value === null) return [];
  return [{ type: 'button', action_id: actionId, text: plain(label, buttonLimit), value }];
}

/** A row of buttons, or nothing where there is none. */
export function row(buttons: readonly Button[]): ActionsBlock[] {
  return buttons.length === 0 ? [] : [{ type: 'actions', elements: [...buttons] }];
}

/**
 * As many entries as Slack takes between the head and the tail, in order.
 *
 * @returns the blocks and how many entries are in
 */
export function fit(
  head: readonly KnownBlock[],
  entries: readonly (readonly KnownBlock[])[],
  tail: (shown: number) => readonly KnownBlock[],
): { readonly blocks: readonly KnownBlock[]; readonly shown: number } {
  let shown = 0;
  const blocksOf = (count: number) => [...head, ...entries.slice(0, count).flat(), ...tail(count)];
  while (shown < entries.length) {
    const blocks = blocksOf(shown + 1);
    if (blocks.length > blockLimit || JSON.stringify(blocks).length > messageLimit) break;
    shown += 1;
  }
  return { blocks: blocksOf(shown), shown };
}
