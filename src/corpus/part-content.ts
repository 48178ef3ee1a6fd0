import type { Passage, PassageKind, Span, Speech } from '../proceedings/proceedings.ts';
import { isStageDirection } from './blocks.ts';
import type { Block } from './blocks.ts';
import { isForeignLabel } from './labels.ts';
import { trimSpan } from './lines.ts';
import { cutAtWords, listPassages, paragraphPassages } from './passages.ts';
import type { Part } from './sections.ts';
import { turnAt } from './speeches.ts';
import type { Turn } from './speeches.ts';

/** What one voice says without a break: a speech, or a narrator's text where `turn` is null. */
interface Run {
  readonly turn: Turn | null;
  readonly pieces: { readonly kind: PassageKind; readonly span: Span }[];
}

/** The speeches and passages of one section, in file order; `lineAt` tells the line of an offset of `text`. */
export function partContent(
  file: string,
  text: string,
  part: Part,
  lineAt: (offset: number) => number,
): { speeches: Speech[]; passages: Passage[] } {
  const speeches: Speech[] = [];
  const passages: Passage[] = [];
  for (const { turn, pieces } of runsOf(text, part.blocks)) {
    // Stage directions after the last words are not part of the speech.
    const end = pieces.findLast((piece) => piece.kind === 'text')?.span.end ?? turn?.words ?? 0;
    const spoken = turn && trimSpan(text, { start: turn.start, end });
    const speech = turn && spoken && { speaker: turn.speaker, span: spoken, line: lineAt(spoken.start) };
    if (speech) speeches.push(speech);
    for (const { kind, span } of pieces) {
      const id = `${file}#${span.start}`;
      passages.push({
        id,
        file,
        kind,
        section: part.section,
        speech: kind === 'text' ? speech : null,
        span,
        line: lineAt(span.start),
      });
    }
  }
  return { speeches, passages };
}

function runsOf(text: string, blocks: readonly Block[]): Run[] {
  const runs: Run[] = [];
  let run: Run = { turn: null, pieces: [] };
  const begin = (turn: Turn | null): void => {
    run = { turn, pieces: [] };
    runs.push(run);
  };
  const add = (kind: PassageKind, spans: readonly Span[]): void => {
    for (const span of spans) run.pieces.push({ kind, span });
  };
  begin(null);
  for (const [index, block] of blocks.entries()) {
    switch (block.kind) {
      case 'heading':
        break;
      case 'participants':
        begin(null);
        add('participants', [block.span]);
        break;
      case 'list':
        if (!isParagraph(blocks[index - 1])) add('text', listPassages(text, null, block.items));
        break;
      case 'paragraph': {
        const turn = turnAt(text, block.span);
        if (turn) begin(turn);
        else if (isForeignLabel(text.slice(block.span.start, block.span.end))) begin(null);
        const words = turn ? trimSpan(text, { start: turn.words, end: block.span.end }) : block.span;
        const next = blocks[index + 1];
        // The sentence that introduces a list stays with it.
        if (next?.kind === 'list') add('text', listPassages(text, words, next.items));
        else if (words && isStageDirection(text.slice(words.start, words.end))) add('stage', cutAtWords(text, words));
        else if (words) add('text', paragraphPassages(text, words));
      }
    }
  }
  return runs;
}

function isParagraph(block: Block | undefined): boolean {
  return block?.kind === 'paragraph';
}
