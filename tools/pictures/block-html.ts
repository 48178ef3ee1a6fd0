import type { AnyBlock, KnownBlock } from '@slack/types';
import { controlHtml, textHtml } from './element-html.ts';
import { box, escapeHtml, type NameOf } from './html.ts';
import { richTextHtml } from './rich-text-html.ts';

/**
 * Blocks of a message or a view, drawn much as Slack draws them. Serves the pictures of the guides and nothing else.
 *
 * @throws RangeError for anything that is not known here, so that a picture leaves nothing out
 */
export function blocksHtml(blocks: readonly AnyBlock[], nameOf: NameOf): string {
  return blocks.map((block) => box('block', blockHtml(block as KnownBlock, nameOf))).join('');
}

function blockHtml(block: KnownBlock, nameOf: NameOf): string {
  switch (block.type) {
    case 'header':
      return box('header', textHtml(block.text));
    case 'section': {
      const text = block.text === undefined ? '' : box('para', textHtml(block.text));
      const fields = (block.fields ?? []).map((each) => box('half', textHtml(each))).join('');
      const beside = block.accessory === undefined ? '' : box('beside', controlHtml(block.accessory, nameOf));
      return box('section', `<div>${text}${fields === '' ? '' : box('halves', fields)}</div>${beside}`);
    }
    case 'rich_text':
      return richTextHtml(block, nameOf);
    case 'divider':
      return '<hr>';
    case 'actions':
    case 'context_actions':
      return box('row', block.elements.map((each) => controlHtml(each, nameOf)).join(''));
    case 'context': {
      const parts = block.elements.map((each) => {
        if (each.type === 'image') throw new RangeError('pictures: no image in a context is drawn');
        return textHtml(each);
      });
      return box('context', parts.join(' '));
    }
    case 'input': {
      const optional = block.optional === true ? box('note', ' (facultatif)', 'span') : '';
      const hint = block.hint === undefined ? '' : box('note', textHtml(block.hint));
      return `${box('label', textHtml(block.label) + optional)}${controlHtml(block.element, nameOf)}${hint}`;
    }
    case 'table':
      return tableHtml(block, nameOf);
    default:
      throw new RangeError(`pictures: no such block is drawn: ${escapeHtml(block.type)}`);
  }
}

function tableHtml({ rows }: Extract<KnownBlock, { type: 'table' }>, nameOf: NameOf): string {
  const cell = (each: (typeof rows)[number][number]) =>
    `<td>${each.type === 'rich_text' ? richTextHtml(each, nameOf) : escapeHtml(each.text)}</td>`;
  return `<table>${rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')}</table>`;
}
