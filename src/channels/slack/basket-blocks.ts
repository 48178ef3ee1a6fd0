import type { Button, KnownBlock, ModalView, RichTextBlock } from '@slack/types';
import type { Language } from '../../proceedings/proceedings.ts';
import { catalogueOf } from '../../replies/catalogue.ts';
import { keptAsText } from '../../replies/basket-text.ts';
import type { BasketItem } from './basket-items.ts';
import { type BasketPointer, basketValue } from './basket-pointer.ts';
import { publishedElements, publishedOn } from './citing-blocks.ts';
import { button, fit, paragraph, plain, row, words } from './elements.ts';
import { labels } from './labels.ts';
import { message, type Message } from './message.ts';
import { citationElements } from './quotation.ts';
import { beginning, cutMark, inMarks } from './text.ts';

const titleLimit = 24;
/** How much of a quotation is shown, in UTF-16 code units; exports and publications have the rest. */
const shownLimit = 600;
/** Quotations shown at once in a modal, and at most in a message, which holds less. */
const modalPage = 10;
const messagePage = 5;

/** What a basket is shown with. */
export interface Shown {
  readonly pointer: BasketPointer;
  /** What has just been done, told above the quotations; null for nothing. */
  readonly notice: string | null;
}

/** The modal that shows a basket, ten quotations at a time. */
export function basketView(items: readonly BasketItem[], { pointer, notice }: Shown): ModalView {
  const { close, basket } = labels[pointer.language];
  const first = firstOf(items, pointer, modalPage);
  const page = items.slice(first, first + modalPage);
  return {
    type: 'modal',
    title: plain(basket.title, titleLimit),
    close: plain(close, titleLimit),
    blocks: [
      ...head(items, pointer, notice),
      ...page.flatMap((item, index) => entry(item, first + index, items.length, pointer)),
      ...tail(items.length, first, page.length, modalPage, pointer),
    ],
  };
}

/** The same as a message, where no modal can be opened; as many quotations as it holds. */
export function basketMessage(items: readonly BasketItem[], { pointer: given, notice }: Shown): Message {
  const pointer = { ...given, responseUrl: null }; // it would not fit, and clicks on messages bring their own
  const first = firstOf(items, pointer, messagePage);
  const page = items.slice(first, first + messagePage);
  const entries = page.map((item, index) => entry(item, first + index, items.length, pointer));
  const { blocks, shown } = fit(head(items, pointer, notice), entries, (count) =>
    tail(items.length, first, count, messagePage, pointer),
  );
  const texts = (longest: number) =>
    page.slice(0, shown).map((item, index) => `${first + index + 1}. ${itemAsText(item, pointer.language, longest)}`);
  return message((longest) => [...headTexts(items, pointer, notice), ...texts(longest)].join('\n\n'), blocks);
}

function itemAsText(item: BasketItem, language: Language, longest: number): string {
  const { published = null } = item;
  const kept = keptAsText(item, language, (text) => inMarks(text, longest));
  return [kept, ...(published === null ? [] : [publishedOn(published, language)])].join('\n');
}

/** Where the page starts: a quotation that was moved stays in sight, and a page that has become empty gives way. */
function firstOf(items: readonly BasketItem[], { from, id }: BasketPointer, size: number): number {
  const first = from < items.length ? from : pageOf(Math.max(0, items.length - 1), size);
  const moved = id === null ? -1 : items.findIndex((item) => item.id === id);
  return moved < 0 || (first <= moved && moved < first + size) ? first : pageOf(moved, size);
}

const pageOf = (index: number, size: number): number => index - (index % size);

function headTexts(
  items: readonly BasketItem[],
  { language }: BasketPointer,
  notice: string | null,
): readonly string[] {
  const { empty, holds } = labels[language].basket;
  return [...(notice === null ? [] : [notice]), items.length === 0 ? empty : holds(items.length)];
}

const head = (items: readonly BasketItem[], pointer: BasketPointer, notice: string | null): readonly KnownBlock[] =>
  headTexts(items, pointer, notice).map(paragraph);

/** One quotation: its number, its words, where they stand, a remark where they no longer do, and its buttons. */
function entry(item: BasketItem, index: number, total: number, pointer: BasketPointer): readonly KnownBlock[] {
  const { language, channel } = pointer;
  const { excerpt, stands, id, published = null } = item;
  const { basket: label, citing } = labels[language];
  const part = beginning(excerpt.text, shownLimit);
  const citation = citationElements(excerpt.citation, language);
  const block: RichTextBlock = {
    type: 'rich_text',
    elements: [
      { type: 'rich_text_section', elements: [words(`${index + 1}.`, { bold: true })] },
      { type: 'rich_text_quote', elements: [{ type: 'text', text: part.text }] },
      { type: 'rich_text_section', elements: part.cut ? [words(`${cutMark} `), ...citation] : citation },
      ...(published === null
        ? []
        : [{ type: 'rich_text_section' as const, elements: [...publishedElements(published, language)] }]),
      ...(stands
        ? []
        : [
            {
              type: 'rich_text_section' as const,
              elements: [words(catalogueOf(language).wordsGone, { bold: true })],
            },
          ]),
    ],
  };
  const value = basketValue({ ...pointer, id, format: null, again: published !== null });
  const publish = channel === null ? label.publishIn : label.publishHere;
  const named = (action: string, text: string): Button[] =>
    button(`basket-${action}:${index}`, text, value).map((each) => ({
      ...each,
      accessibility_label: `${text} (${index + 1})`,
    }));
  return [
    block,
    ...row([
      ...(index === 0 ? [] : named('up', label.up)),
      ...(index === total - 1 ? [] : named('down', label.down)),
      ...named('remove', label.remove),
      ...(stands ? named('publish', published === null ? publish : citing.publishAgain) : []),
    ]),
  ];
}

/** The way to the other pages, and the exports. */
function tail(
  total: number,
  first: number,
  shown: number,
  size: number,
  pointer: BasketPointer,
): readonly KnownBlock[] {
  if (total === 0) return [];
  const label = labels[pointer.language].basket;
  const value = (change: Partial<BasketPointer>) => basketValue({ ...pointer, id: null, format: null, ...change });
  const last = first + shown;
  const paged = first > 0 || last < total;
  return [
    ...(paged ? [paragraph(label.range(first + 1, last, total))] : []),
    ...row([
      ...(first > 0 ? button('basket-page:before', label.before, value({ from: Math.max(0, first - size) })) : []),
      ...(last < total ? button('basket-page:after', label.after, value({ from: last })) : []),
      ...button('basket-export:text', label.exportText, value({ format: 'text', from: 0 })),
      ...button('basket-export:markdown', label.exportMarkdown, value({ format: 'markdown', from: 0 })),
    ]),
  ];
}
