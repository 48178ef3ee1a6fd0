import type { KnownBlock, ModalView } from '@slack/types';
import { basketEntries, inPieces } from '../../replies/basket-text.ts';
import type { BasketItem } from './basket-items.ts';
import { type BasketPointer, basketValue } from './basket-pointer.ts';
import { button, fit, plain, row } from './elements.ts';
import { labels } from './labels.ts';
import { message, type Message } from './message.ts';
import { seal } from './pointer.ts';

const titleLimit = 24;
/** Slack's limit on what stands in a text input, in characters. */
const inputLimit = 3000;
/** Pieces shown at once: all of them take less than half of what a modal may weigh. */
const modalPage = 10;
const messagePage = 4;
/** UTF-16 code units of a piece in a message: one always fits, however many of them JSON writes in six characters. */
const messageLimit = 1500;

/** The callback id of the modal with the text to copy; submitting it leads back to the basket. */
export const exportCallback = 'basket-export';

/** The modal with a basket as text to copy, in inputs that hold 3,000 characters each. */
export function exportView(items: readonly BasketItem[], pointer: BasketPointer): ModalView {
  const { close, basket } = labels[pointer.language];
  const { pieces, page, from } = pageOf(items, pointer, inputLimit, modalPage);
  return {
    type: 'modal',
    callback_id: exportCallback,
    private_metadata: basketValue({ ...pointer, from: 0 }),
    title: plain(basket.exportTitle, titleLimit),
    submit: plain(basket.back, titleLimit),
    close: plain(close, titleLimit),
    blocks: [
      ...page.map((piece, index): KnownBlock => {
        const at = from + index;
        return {
          type: 'input',
          // Slack keeps what stands in an input of the same name: other words need another one.
          block_id: `piece:${at}:${seal(piece)}`,
          label: plain(basket.piece(at + 1, pieces.length), 75),
          optional: true,
          element: { type: 'plain_text_input', action_id: `piece:${at}`, multiline: true, initial_value: piece },
        };
      }),
      ...turning(pieces.length, page.length, modalPage, { ...pointer, from }),
    ],
  };
}

/** The same as a message. */
export function exportMessage(items: readonly BasketItem[], given: BasketPointer): Message {
  const pointer = { ...given, responseUrl: null };
  const { back } = labels[pointer.language].basket;
  const { pieces, page, from } = pageOf(items, pointer, messageLimit, messagePage);
  const entries = page.map((piece): readonly KnownBlock[] => [
    { type: 'rich_text', elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text: piece }] }] },
  ]);
  const { blocks, shown } = fit([], entries, (count) => [
    ...turning(pieces.length, count, messagePage, { ...pointer, from }),
    ...row(button('basket-page:back', back, basketValue({ ...pointer, from: 0, format: null }))),
  ]);
  return message(() => page.slice(0, shown).join(''), blocks);
}

function pageOf(items: readonly BasketItem[], pointer: BasketPointer, limit: number, size: number) {
  const { format, language } = pointer;
  const pieces = inPieces(basketEntries(items, format ?? 'text', language), limit);
  const from = pointer.from < pieces.length ? pointer.from : 0;
  return { pieces, page: pieces.slice(from, from + size), from };
}

function turning(total: number, shown: number, back: number, pointer: BasketPointer): readonly KnownBlock[] {
  const { before, after } = labels[pointer.language].basket;
  const { from } = pointer;
  const value = (start: number) => basketValue({ ...pointer, from: start });
  return row([
    ...(from > 0 ? button('basket-export:before', before, value(Math.max(0, from - back))) : []),
    ...(from + shown < total ? button('basket-export:after', after, value(from + shown)) : []),
  ]);
}
