import type { HeaderBlock, RichTextBlock, RichTextSection } from '@slack/types';
import { plain, words } from './elements.ts';
import { clip, visible } from './text.ts';

/** Slack's limit on a header. */
const headerLimit = 150;
/** How much of one item of a list is shown. */
const itemLimit = 300;

/** A title on the app's home. */
export function heading(text: string): HeaderBlock {
  return { type: 'header', text: plain(text, headerLimit) };
}

/** A list of lines in which nothing is markup, each at most 300 characters; one line in place of an empty list. */
export function list(items: readonly string[], empty: string): RichTextBlock {
  if (items.length === 0) return { type: 'rich_text', elements: [line(empty)] };
  return { type: 'rich_text', elements: [{ type: 'rich_text_list', style: 'bullet', elements: items.map(line) }] };
}

const line = (text: string): RichTextSection => ({
  type: 'rich_text_section',
  elements: [words(clip(visible(text).replaceAll(/\s+/g, ' ').trim(), itemLimit))],
});
