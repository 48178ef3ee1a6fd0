import type { Participant, Span } from '../proceedings/proceedings.ts';
import { labelledParticipants } from './participants-line.ts';

/** The parts of a file's body in reading order, before speeches and sections are told apart. */
export type Block =
  | { readonly kind: 'heading'; readonly title: string; readonly level: number; readonly span: Span }
  | { readonly kind: 'participants'; readonly participants: readonly Participant[]; readonly span: Span }
  | { readonly kind: 'paragraph'; readonly span: Span }
  /** Every item with its marker and its continuation lines. */
  | { readonly kind: 'list'; readonly items: readonly Span[] };

/** A list item's marker: "- ", "• ", "3) ", "12. ". */
export const listMarker = /^[ \t]*(?:[-*+•–—]|\d{1,3}[.)])[ \t\u00a0]+\S/;

/** The block of a line that carries a participants label: a paragraph where it lists nobody ("Intervenants : aucun"). */
export function participantsBlock(text: string, span: Span): Block {
  const participants = labelledParticipants(text, span);
  return participants.length > 0 ? { kind: 'participants', participants, span } : { kind: 'paragraph', span };
}

/** Whether a paragraph is nothing but stage directions: "(Applaudissements.)", "*(Rires.)* (La séance est levée.)". */
export function isStageDirection(paragraph: string): boolean {
  if (!/^[*_]{0,2}\(/.test(paragraph)) return false;
  let depth = 0;
  for (const char of paragraph) {
    if (char === '(') depth += 1;
    else if (char === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0 && !/[\s*_.]/.test(char)) return false;
  }
  return depth === 0;
}
