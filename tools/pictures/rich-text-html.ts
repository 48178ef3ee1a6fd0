import type { RichTextBlock, RichTextBlockElement, RichTextElement } from '@slack/types';
import { box, escapeHtml, lines, type NameOf } from './html.ts';

/** A `rich_text` block. @throws RangeError for a part that is not known here. */
export function richTextHtml(block: RichTextBlock, nameOf: NameOf): string {
  return box('rich', block.elements.map((part) => partHtml(part, nameOf)).join(''));
}

function partHtml(part: RichTextBlockElement, nameOf: NameOf): string {
  const inline = (elements: readonly RichTextElement[]) => elements.map((each) => inlineHtml(each, nameOf)).join('');
  switch (part.type) {
    case 'rich_text_section':
      return box('para', inline(part.elements));
    case 'rich_text_quote':
      return `<blockquote>${inline(part.elements)}</blockquote>`;
    case 'rich_text_preformatted':
      return `<pre>${inline(part.elements)}</pre>`;
    case 'rich_text_list': {
      const tag = part.style === 'ordered' ? 'ol' : 'ul';
      const items = part.elements.map((item) => `<li>${partHtml(item, nameOf)}</li>`);
      return `<${tag} class="indent-${part.indent ?? 0}">${items.join('')}</${tag}>`;
    }
    default:
      throw new RangeError(`pictures: no such part of rich_text is drawn: ${(part as { type: string }).type}`);
  }
}

function inlineHtml(element: RichTextElement, nameOf: NameOf): string {
  const { style = {} } = element as { style?: Readonly<Record<string, boolean>> };
  const styles = Object.keys(style).filter((name) => style[name] === true);
  const shown = contentHtml(element, nameOf);
  return styles.length === 0 ? shown : box(styles.join(' '), shown, 'span');
}

function contentHtml(element: RichTextElement, nameOf: NameOf): string {
  switch (element.type) {
    case 'text':
      return lines(element.text);
    case 'link':
      return `<a>${escapeHtml(element.text ?? element.url)}</a>`;
    case 'user':
      return mentionHtml(`@${nameOf(element.user_id)}`);
    case 'channel':
      return mentionHtml(`#${nameOf(element.channel_id)}`);
    default:
      throw new RangeError(`pictures: no such element of rich_text is drawn: ${element.type}`);
  }
}

/** A person or a channel that is named, as Slack sets it off. */
export function mentionHtml(name: string): string {
  return box('mention', escapeHtml(name), 'span');
}
