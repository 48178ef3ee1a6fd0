import { withoutSteering } from '../language/steering.ts';
import type { Citation, Excerpt } from '../proceedings/answer.ts';
import type { Language } from '../proceedings/proceedings.ts';
import { catalogueOf } from './catalogue.ts';
import { longDate } from './long-date.ts';
import { type Quote, quotation } from './plain-text.ts';

/** A quotation that a person keeps, as the record stands now. */
export interface Kept {
  readonly excerpt: Excerpt;
  /** Whether its words still stand in the file. */
  readonly stands: boolean;
}

/** How a basket is written out. */
export type BasketFormat = 'text' | 'markdown';

/** A quotation to paste: its words verbatim, then on a line of its own who said them and where they stand. */
export function keptAsText(kept: Kept, language: Language, quote: Quote = quotation): string {
  const { text, citation } = kept.excerpt;
  const { speaker, title, after, address } = partsOf(citation, language);
  const line = [...speaker, title, ...after, ...address].join(', ');
  return [quote(text), `— ${line}`, ...remark(kept, language)].join('\n');
}

/**
 * The same in CommonMark: a block quotation whose text reads exactly as the excerpt, whatever that holds. Nothing in it, nor in a
 * name, becomes a heading, a list, a table, code, a link or HTML. (Programs that make links of bare addresses may still make one
 * of an address that the record itself spells out.)
 */
export function keptAsMarkdown(kept: Kept, language: Language): string {
  const { text, citation } = kept.excerpt;
  const { speaker, title, after, address } = partsOf(citation, language);
  const names = [...speaker.map(inline), `*${inline(title)}*`, ...after.map(inline)];
  const line = [...names, ...address.map((href) => `<${href}>`)].join(', ');
  const quoted = quotation(text)
    .split('\n')
    .map((each) => (each === '' ? '>' : `> ${lineStart(inline(each))}`))
    .join('\n');
  return [quoted, `— ${line}`, ...remark(kept, language)].join('\n\n');
}

/** All quotations of a basket, in order; joined with an empty line between them they are the whole. */
export function basketEntries(basket: readonly Kept[], format: BasketFormat, language: Language): readonly string[] {
  return basket.map((kept) => (format === 'text' ? keptAsText : keptAsMarkdown)(kept, language));
}

const separator = '\n\n';

/**
 * Entries with an empty line between them, in pieces of at most `limit` UTF-16 code units (at least 2) that make up the whole when
 * they are put one after the other. A cut falls between entries, otherwise after a space, otherwise between characters.
 */
export function inPieces(entries: readonly string[], limit: number): readonly string[] {
  const pieces: string[] = [];
  let open = '';
  for (const [index, entry] of entries.entries()) {
    let rest = index < entries.length - 1 ? entry + separator : entry;
    if (open.length + rest.length > limit && open !== '') {
      pieces.push(open);
      open = '';
    }
    while (open.length + rest.length > limit) {
      const cut = cutAt(rest, limit);
      pieces.push(rest.slice(0, cut));
      rest = rest.slice(cut);
    }
    open += rest;
  }
  return open === '' ? pieces : [...pieces, open];
}

function cutAt(text: string, limit: number): number {
  const space = /^[^]*\s(?=\S)/.exec(text.slice(0, limit + 1))?.[0].length ?? 0;
  if (space > 0) return Math.min(space, limit);
  return /[\ud800-\udbff]/.test(text.charAt(limit - 1)) ? limit - 1 : limit;
}

function partsOf({ speaker, role, title, date, section, url }: Citation, language: Language) {
  const address = url === null || !URL.canParse(url) ? null : new URL(url);
  return {
    speaker: [speaker, speaker === null ? null : role].filter((name) => name !== null).map(oneLine),
    title: oneLine(title),
    after: [date === null ? null : longDate(date, language), section.length === 0 ? null : section.join(' › ')]
      .filter((part) => part !== null)
      .map(oneLine),
    address:
      address !== null && /^https?:$/.test(address.protocol)
        ? [address.href.replaceAll('<', '%3C').replaceAll('>', '%3E')]
        : [],
  };
}

const remark = ({ stands }: Kept, language: Language): readonly string[] =>
  stands ? [] : [`(${catalogueOf(language).wordsGone})`];

/** A name on one line. Quotations are never passed through here. */
function oneLine(name: string): string {
  return withoutSteering(name).replaceAll(/\s+/g, ' ').trim() || '…';
}

/** Characters that mean something within a line of Markdown, each with a backslash; a carriage return as an entity. */
function inline(text: string): string {
  return text
    .replaceAll(/[\\`*_[\]<&~|$@]/g, '\\$&')
    .replaceAll(/:(?=\/\/)|(?<=www)\./gi, '\\$&')
    .replaceAll('\r', '&#13;');
}

/** What would open a heading, a list or code at the start of a line is marked as text; no space at either end is taken away. */
function lineStart(line: string): string {
  return line
    .replace(/^\s|\s$/g, (space) => `&#${space.charCodeAt(0)};`)
    .replace(/^((?:&#\d+;)?\s*)([-+=:#>])/, '$1\\$2')
    .replace(/^((?:&#\d+;)?\s*\d+)([.)])/, '$1\\$2');
}
