import type { Span } from '../proceedings/proceedings.ts';
import { isStageDirection, listMarker, participantsBlock } from './blocks.ts';
import type { Block } from './blocks.ts';
import { linesOf, trimSpan } from './lines.ts';
import { isParticipantsLabel } from './participants-line.ts';
import { isResidue } from './residue.ts';
import { opensAnew, turnAt } from './speeches.ts';

/** The longest heading, in characters. */
const longestHeading = 120;
/** Where no line is longer than this, the lines were wrapped by hand. */
const wrapColumn = 100;
const sentenceEnd = /[.!?…:][\s)"»”\]]*$/;
const finalPunctuation = /[.!?…:;,][\s)"»”\]]*$/;

/**
 * The blocks of a plain text body from offset `from` on. With `titled`, the first line is the title, and a heading. A short
 * line without final punctuation between empty lines is a heading (so are two together), also right above a participants line
 * or a speech turn. Any other line is a paragraph, except that a sentence goes on over a line break. Web residue is left out.
 */
export function parseText(text: string, from: number, titled: boolean): Block[] {
  const lines = linesOf(text, from).map((line) => trimSpan(text, line));
  const wrapped = lines.every((line) => line === null || line.end - line.start <= wrapColumn);
  const first = titled ? lines.findIndex((line) => line !== null) : -1;
  const title = lines[first];
  const stanzas: Span[][] = [[]];
  for (const line of lines.slice(first + 1)) {
    if (line && !isResidue(text.slice(line.start, line.end))) stanzas.at(-1)?.push(line);
    else stanzas.push([]);
  }
  const body = stanzas.flatMap((stanza) => stanzaBlocks(text, stanza, wrapped));
  return title ? [headingBlock(text, title), ...body] : body;
}

/** The blocks of the lines between two empty ones. */
function stanzaBlocks(text: string, lines: readonly Span[], wrapped: boolean): Block[] {
  const headings = headingCount(text, lines);
  const blocks: Block[] = lines.slice(0, headings).map((line) => headingBlock(text, line));
  let items: Span[] = [];
  for (const line of lines.slice(headings)) {
    const words = text.slice(line.start, line.end);
    const last = blocks.at(-1);
    if (isParticipantsLabel(words)) blocks.push(participantsBlock(text, line));
    else if (listMarker.test(words) && last?.kind === 'list') items.push(line);
    else if (listMarker.test(words)) {
      items = [line];
      blocks.push({ kind: 'list', items });
    } else if (last?.kind === 'paragraph' && goesOn(text, last.span.end, line, wrapped)) {
      blocks[blocks.length - 1] = { kind: 'paragraph', span: { start: last.span.start, end: line.end } };
    } else blocks.push({ kind: 'paragraph', span: line });
  }
  return blocks;
}

/** How many of a stanza's lines are headings: one or two that fill it, or that stand above participants or a turn. */
function headingCount(text: string, lines: readonly Span[]): number {
  const count = lines.findIndex((line) => !isHeading(text, line));
  if (count < 0) return lines.length <= 2 ? lines.length : 0;
  const next = lines[count];
  if (!next || count > 2) return 0;
  return isParticipantsLabel(text.slice(next.start, next.end)) || turnAt(text, next) ? count : 0;
}

function isHeading(text: string, line: Span): boolean {
  const words = text.slice(line.start, line.end);
  if (words.length > longestHeading || finalPunctuation.test(words)) return false;
  return (
    !/^[-*+•–—]\s/.test(words) && !isStageDirection(words) && !isParticipantsLabel(words) && turnAt(text, line) === null
  );
}

/** Whether the sentence that ends at `end` continues on `line`. */
function goesOn(text: string, end: number, line: Span, wrapped: boolean): boolean {
  if (sentenceEnd.test(text.slice(Math.max(0, end - 12), end)) || opensAnew(text, line)) return false;
  return wrapped || /^\p{Ll}/u.test(text.slice(line.start, line.end));
}

function headingBlock(text: string, line: Span): Block {
  return { kind: 'heading', title: text.slice(line.start, line.end), level: 1, span: line };
}
