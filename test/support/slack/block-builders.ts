/** A JSON object. */
export type Json = Record<string, unknown>;

/** A `plain_text` object. */
export const plain = (text: string): Json => ({ type: 'plain_text', text });
/** A `mrkdwn` object. */
export const mrkdwn = (text: string): Json => ({ type: 'mrkdwn', text });
/** A section of mrkdwn. */
export const section = (text: string, more: Json = {}): Json => ({ type: 'section', text: mrkdwn(text), ...more });
/** A button that is right. */
export const button = (more: Json = {}): Json => ({
  type: 'button',
  action_id: 'more',
  text: plain('Autres'),
  ...more,
});
/** An actions block. */
export const actions = (...elements: Json[]): Json => ({ type: 'actions', elements });
/** A rich_text quote. */
export const quote = (...elements: Json[]): Json => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_quote', elements }],
});
/** Feedback buttons in their block. */
export const feedback = (more: Json = {}): Json => ({
  type: 'context_actions',
  elements: [
    {
      type: 'feedback_buttons',
      action_id: 'feedback',
      positive_button: { text: plain('Utile'), value: 'up' },
      negative_button: { text: plain('Inutile'), value: 'down' },
      ...more,
    },
  ],
});
/** A menu option. */
export const option = (value: string, text = 'x'): Json => ({ text: plain(text), value });
/** A static menu. */
export const select = (options: Json[]): Json => ({ type: 'static_select', action_id: 'pick', options });
/** A table of that many rows and cells. */
export const table = (rows: number, cells = 1): Json => ({
  type: 'table',
  rows: Array.from({ length: rows }, () => Array.from({ length: cells }, () => ({ type: 'raw_text', text: 'x' }))),
});
/** A modal that is right. */
export const modal = (more: Json = {}): Json => ({ type: 'modal', title: plain('Contexte'), blocks: [], ...more });
/** A message of these blocks. */
export const say = (...blocks: unknown[]): Json => ({ channel: 'C1', text: 'Réponse', blocks });
/** That many characters. */
export const x = (length: number): string => 'x'.repeat(length);
/** A list made item by item. */
export const times = <T>(length: number, make: (index: number) => T): T[] =>
  Array.from({ length }, (_, index) => make(index));
