import type { RichTextBlock, RichTextElement } from '@slack/types';
import type { Citation, Excerpt } from '../../proceedings/answer.ts';
import type { Language } from '../../proceedings/proceedings.ts';
import { longDate } from '../../replies/long-date.ts';
import { words } from './elements.ts';
import { labels } from './labels.ts';
import { beginning, clip, cutMark } from './text.ts';

/** The longest quotation shown in one piece, in UTF-16 code units; the context shows the rest. */
const quotationLimit = 2400;
const nameLimit = 200;
/** Slack's limit on an address. */
const addressLimit = 3000;

/** An excerpt at another length than its own. */
export interface Shown {
  readonly excerpt: Excerpt;
  /** Whether what stands before and after it was left out. */
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
  /** The most of it that is shown, in UTF-16 code units. */
  readonly limit: number;
}

/** An excerpt between quotation bars, verbatim, and where it stands; above it, a title in bold where there is one. */
export function quotation(
  excerpt: Excerpt,
  language: Language,
  title: string | null = null,
  shown: Shown | null = null,
): RichTextBlock {
  const part = beginning((shown?.excerpt ?? excerpt).text, shown?.limit ?? quotationLimit);
  const citation = citationElements((shown?.excerpt ?? excerpt).citation, language);
  const cutAfter = part.cut || shown?.cutAfter === true;
  return {
    type: 'rich_text',
    elements: [
      ...(title === null ? [] : [{ type: 'rich_text_section' as const, elements: [words(title, { bold: true })] }]),
      ...(shown?.cutBefore === true ? [{ type: 'rich_text_section' as const, elements: [words(cutMark)] }] : []),
      { type: 'rich_text_quote', elements: [{ type: 'text', text: part.text }] },
      { type: 'rich_text_section', elements: cutAfter ? [words(`${cutMark} `), ...citation] : citation },
    ],
  };
}

/** Title, date, section, speaker, link, file and line: what it takes to check the words. */
export function citationElements(citation: Citation, language: Language): RichTextElement[] {
  const { title, date, section, speaker, role, url, file, line } = citation;
  const named = [
    title,
    date === null ? null : longDate(date, language),
    section.length === 0 ? null : section.join(' › '),
    speaker === null ? null : [speaker, role].filter((name) => name !== null).join(', '),
  ].filter((name) => name !== null);
  const address = url === null ? null : safeAddress(url);
  return [
    words(named.map((name) => clip(name, nameLimit)).join(' · '), { italic: true }),
    ...(address === null
      ? []
      : [words(' · '), { type: 'link' as const, url: address, text: labels[language].original }]),
    words(` · ${clip(file, nameLimit)}:${line}`, { italic: true }),
  ];
}

/** An http(s) address as Slack takes it; null for anything else. */
function safeAddress(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  const encoded = href.replaceAll('|', '%7C').replaceAll('<', '%3C').replaceAll('>', '%3E');
  return /^https?:$/.test(protocol) && encoded.length <= addressLimit ? encoded : null;
}
