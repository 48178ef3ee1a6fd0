import type { Button, KnownBlock, RichTextBlock, RichTextElement } from '@slack/types';
import type { Excerpt } from '../../proceedings/answer.ts';
import type { Language } from '../../proceedings/proceedings.ts';
import { catalogueOf } from '../../replies/catalogue.ts';
import { citationLine } from '../../replies/citation-line.ts';
import { longDate } from '../../replies/long-date.ts';
import type { Publication } from '../../store/store.ts';
import { button, fit, paragraph, row, words } from './elements.ts';
import { labels } from './labels.ts';
import { message, type Message } from './message.ts';
import { buttonValue, passagePointerTo } from './pointer.ts';
import { citationElements } from './quotation.ts';
import { beginning, clip, visible, cutMark, inMarks } from './text.ts';

/** The order of the quotations: best first, or newest first. */
export type Sort = 'relevance' | 'date';

/** How many quotations a message shows, as far as they fit. */
export const pageSize = 3;

/** How much of a quotation is listed, in UTF-16 code units; publishing it shows more. */
const listedLimit = 1500;
const queryLimit = 150;
const nameLimit = 80;

/** A quotation, and its newest publication; null where it was never published, as far as is known. */
export interface Quotation {
  readonly excerpt: Excerpt;
  readonly published: Publication | null;
}

/** Some of the quotations that a search found. */
export interface QuotationPage {
  readonly query: string;
  readonly language: Language;
  readonly sort: Sort;
  /** How many stand before the first one shown. */
  readonly skip: number;
  readonly total: number;
  /** Whether there may be more than `total`. */
  readonly more: boolean;
  /** Whose words were asked for, where none was found and the quotations are not theirs; else null. */
  readonly silentSpeaker: string | null;
  readonly quotations: readonly Quotation[];
}

/** A page of quotations, each with its buttons, and the way to the others. */
export function renderQuotations(page: QuotationPage): Message {
  const { quotations, language } = page;
  const entries = quotations.map((one, index) => listed(one, index, language));
  const heads = (count: number): readonly string[] => [...notTheirs(page), headOf(page, count)];
  const above = heads(quotations.length).map(paragraph);
  const { blocks, shown } = fit(above, entries, (count) => row(pageButtons(page, count)));
  const texts = (longest: number) => quotations.slice(0, shown).map((one) => asText(one, language, longest));
  return message(
    (longest) => [...heads(shown), ...texts(longest)].join('\n\n'),
    [...heads(shown).map(paragraph), ...blocks.slice(above.length)],
  );
}

/** Tells that a quotation was published already, with a button to publish it all the same. */
export function renderAlreadyCited(excerpt: Excerpt, published: Publication, language: Language): Message {
  const value = buttonValue(passagePointerTo(excerpt, language));
  return message(`${publishedOn(published, language)}.`, [
    richText(publishedElements(published, language)),
    ...row(button('cite-again', labels[language].citing.publishAgain, value)),
  ]);
}

/** "Déjà cité le 6 novembre 2014 dans #canal", with the link where there is one. */
export function publishedElements(published: Publication, language: Language): readonly RichTextElement[] {
  const { channel, link } = published;
  const { citedIn, citedLink } = labels[language].citing;
  return [
    words(publishedOn(published, language), { bold: true }),
    // Slack shows the name of a channel to its members only, and none of a conversation of two.
    ...(/^[CG]\w+$/.test(channel) ? [words(citedIn), { type: 'channel' as const, channel_id: channel }] : []),
    ...(link === null || !/^https?:/.test(link) || !URL.canParse(link)
      ? []
      : [words(' · '), { type: 'link' as const, url: link, text: citedLink }]),
  ];
}

/** "Déjà cité le 6 novembre 2014". */
export function publishedOn({ at }: Publication, language: Language): string {
  // The day of the machine's own clock: that of the people it serves.
  const day = new Date(at);
  const iso = [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0'));
  return labels[language].citing.citedOn(longDate(iso.join('-'), language));
}

function listed({ excerpt, published }: Quotation, index: number, language: Language): readonly KnownBlock[] {
  const { publish, publishAgain, copy, keep, context } = labels[language].citing;
  const part = beginning(excerpt.text, listedLimit);
  const citation = citationElements(excerpt.citation, language);
  const value = buttonValue(passagePointerTo(excerpt, language));
  return [
    {
      type: 'rich_text',
      elements: [
        { type: 'rich_text_quote', elements: [{ type: 'text', text: part.text }] },
        { type: 'rich_text_section', elements: part.cut ? [words(`${cutMark} `), ...citation] : citation },
        ...(published === null
          ? []
          : [{ type: 'rich_text_section' as const, elements: [...publishedElements(published, language)] }]),
      ],
    },
    ...row([
      ...(published === null
        ? button(`cite-publish:${index}`, publish, value)
        : button(`cite-again:${index}`, publishAgain, value)),
      ...button(`cite-copy:${index}`, copy, value),
      ...button(`keep:${index}`, keep, value),
      ...button(`context:${index}`, context, value),
    ]),
  ];
}

function notTheirs({ silentSpeaker, language }: QuotationPage): readonly string[] {
  return silentSpeaker === null ? [] : [catalogueOf(language).notTheirWords(clip(visible(silentSpeaker), nameLimit))];
}

function headOf({ query, language, sort, skip, total, more }: QuotationPage, shown: number): string {
  const { head, sorted } = labels[language].citing;
  const range = { from: skip + 1, to: skip + Math.max(shown, 1), total, more };
  return `${head(range, clip(visible(query), queryLimit))}${total > 1 ? `, ${sorted[sort]}` : ''}.`;
}

function pageButtons({ query, language, sort, skip, total }: QuotationPage, shown: number): readonly Button[] {
  const label = labels[language].citing;
  const other: Sort = sort === 'date' ? 'relevance' : 'date';
  const from = (start: number) => buttonValue({ question: query, purpose: 'quotes', skip: start, seal: '', language });
  const next = skip + Math.max(shown, 1);
  return [
    ...(total > 1 ? button(`cite:${other}:first`, label.sort[other], from(0)) : []),
    ...(skip > 0 ? button(`cite:${sort}:previous`, label.previous, from(Math.max(0, skip - pageSize))) : []),
    ...(next < total ? button(`cite:${sort}:next`, label.next, from(next)) : []),
  ];
}

/** The quotation alone, as text. */
function asText({ excerpt, published }: Quotation, language: Language, longest: number): string {
  const { text, citation } = excerpt;
  const lines = [inMarks(text, longest), `— ${citationLine(citation, language)}`];
  return [...lines, ...(published === null ? [] : [publishedOn(published, language)])].join('\n');
}

const richText = (elements: readonly RichTextElement[]): RichTextBlock => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [...elements] }],
});
