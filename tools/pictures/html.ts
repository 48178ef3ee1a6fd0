/** Names of people and channels by Slack's ids, for the mentions and menus that hold ids only. */
export type NameOf = (id: string) => string;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for a place between tags or within a quoted attribute: nothing in it can become markup. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** Text as lines, escaped. */
export function lines(text: string): string {
  return escapeHtml(text).replaceAll('\n', '<br>');
}

/** An element of this class around content that is markup already. */
export function box(className: string, content: string, tag: 'div' | 'span' = 'div'): string {
  return `<${tag} class="${escapeHtml(className)}">${content}</${tag}>`;
}
