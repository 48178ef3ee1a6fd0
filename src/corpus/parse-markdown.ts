import type { Span } from '../proceedings/proceedings.ts';
import { listMarker, participantsBlock } from './blocks.ts';
import type { Block } from './blocks.ts';
import { linesOf, trimSpan } from './lines.ts';
import { isBareParticipantsLabel, isParticipantsLabel } from './participants-line.ts';
import { isResidue } from './residue.ts';
import { opensAnew } from './speeches.ts';

const heading = /^ {0,3}(#{1,6})[ \t]+(\S.*)$/;
const underline = /^ {0,3}(?:(=+)|-{3,})[ \t]*$/;
const thematicBreak = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const fence = /^ {0,3}(`{3,}|~{3,})/;

/** Lines that belong together. */
type Group =
  | { readonly kind: 'heading'; readonly level: number; readonly title: string; readonly lines: Span[] }
  | { readonly kind: 'paragraph' | 'list' | 'participants' | 'table' | 'code'; readonly lines: Span[] };

/**
 * The blocks of a Markdown body from offset `from` on: headings (`#` and underlined), paragraphs (consecutive lines), lists,
 * participants lines. A table and a code fence are each one paragraph; comments, rules and web residue are left out.
 */
export function parseMarkdown(text: string, from: number): Block[] {
  return groupLines(text, visibleLines(text, from)).flatMap((group) => toBlocks(text, group));
}

/** The lines outside HTML comments. A comment that nothing closes is text. */
function visibleLines(text: string, from: number): Span[] {
  const lastClosing = text.lastIndexOf('-->');
  let skipTo = from;
  return linesOf(text, from).flatMap((line) => {
    let start = Math.max(line.start, Math.min(skipTo, line.end));
    if (skipTo > line.end) return [];
    while (text.slice(start, line.end).trimStart().startsWith('<!--') && start < lastClosing) {
      skipTo = text.indexOf('-->', start) + 3;
      if (skipTo > line.end) return [];
      start = skipTo;
    }
    // What is left of a line after its comment is empty, not a paragraph break.
    return start > line.start && text.slice(start, line.end).trim() === '' ? [] : [{ start, end: line.end }];
  });
}

function groupLines(text: string, lines: readonly Span[]): Group[] {
  const groups: Group[] = [];
  let closingFence: string | null = null;
  let open = false;
  const begin = (group: Group, staysOpen: boolean): void => {
    groups.push(group);
    open = staysOpen;
  };
  for (const line of lines) {
    const words = text.slice(line.start, line.end);
    const last = groups.at(-1);
    const fenced = fence.exec(words)?.[1];
    if (closingFence !== null) {
      last?.lines.push(line);
      if (fenced?.startsWith(closingFence)) {
        closingFence = null;
        open = false;
      }
      continue;
    }
    const title = heading.exec(words);
    const underlined = open && last?.kind === 'paragraph' && last.lines.length === 1 ? underline.exec(words) : null;
    if (fenced !== undefined) {
      closingFence = fenced;
      begin({ kind: 'code', lines: [line] }, true);
    } else if (words.trim() === '' || isResidue(words)) {
      open = false;
    } else if (title) {
      begin({ kind: 'heading', level: title[1]?.length ?? 1, title: plainTitle(title[2] ?? ''), lines: [line] }, false);
    } else if (underlined && last) {
      groups.pop();
      const level = underlined[1] ? 1 : 2;
      begin(
        { kind: 'heading', level, title: plainTitle(lineText(text, last.lines[0])), lines: [...last.lines, line] },
        false,
      );
    } else if (thematicBreak.test(words)) {
      open = false;
    } else if (last && continues(text, last, open, words, line)) {
      last.lines.push(line);
      open = true;
    } else {
      begin({ kind: kindOf(words), lines: [line] }, true);
    }
  }
  return groups;
}

function kindOf(words: string): 'participants' | 'list' | 'table' | 'paragraph' {
  if (isParticipantsLabel(words)) return 'participants';
  if (listMarker.test(words)) return 'list';
  return /^[ \t]*\|/.test(words) ? 'table' : 'paragraph';
}

/** Whether a line goes on with the last group; `open` where no empty line stands between. */
function continues(text: string, last: Group, open: boolean, words: string, line: Span): boolean {
  const kind = kindOf(words);
  const prose = kind === 'paragraph' && open && !opensAnew(text, line);
  if (last.kind === 'paragraph') return prose;
  if (last.kind === 'table') return kind === 'table' && open;
  if (last.kind === 'list') return kind === 'list' || prose || (kind === 'paragraph' && /^(?: {2}|\t)/.test(words));
  if (last.kind === 'participants') {
    const label = lineText(text, last.lines[0]);
    const finished = /\.\s*$/.test(lineText(text, last.lines.at(-1)).slice(-8));
    return kind === 'list' ? isBareParticipantsLabel(label) : prose && !finished;
  }
  return false;
}

function lineText(text: string, line: Span | undefined): string {
  return line ? text.slice(line.start, line.end) : '';
}

function toBlocks(text: string, group: Group): Block[] {
  const first = group.lines[0];
  const last = group.lines.at(-1);
  const span = first && last ? trimSpan(text, { start: first.start, end: last.end }) : null;
  if (!first || !span) return [];
  if (group.kind === 'heading') {
    return [{ kind: 'heading', title: group.title, level: group.level, span: { start: first.start, end: span.end } }];
  }
  if (group.kind === 'participants') return [participantsBlock(text, span)];
  if (group.kind === 'list') return [{ kind: 'list', items: listItems(text, group.lines) }];
  return [{ kind: 'paragraph', span }];
}

function listItems(text: string, lines: readonly Span[]): Span[] {
  const items: Span[] = [];
  for (const line of lines) {
    const span = trimSpan(text, line);
    if (!span) continue;
    const last = items.at(-1);
    if (last && !listMarker.test(text.slice(line.start, line.end)))
      items[items.length - 1] = { start: last.start, end: span.end };
    else items.push(span);
  }
  return items;
}

/** A heading's words without closing `#` and without emphasis around all of it. */
function plainTitle(words: string): string {
  const bare = words.trim();
  const unclosed = /[ \t]#{1,6}$/.test(bare.slice(-8)) ? bare.slice(0, bare.lastIndexOf(' ')).trim() : bare;
  return /^(?:\*\*[^*_]+\*\*|__[^*_]+__)$/.test(unclosed) ? unclosed.slice(2, -2).trim() : unclosed;
}
