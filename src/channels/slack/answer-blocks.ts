import type { Answered } from '../../proceedings/answer.ts';
import { catalogueOf } from '../../replies/catalogue.ts';
import type { AnswerReply } from '../../replies/reply.ts';
import { assemble, deleteButton, moreButton, shareButton, untitled } from './assemble.ts';
import { renderCandidates } from './candidate-blocks.ts';
import { headline, paragraph } from './elements.ts';
import { ladderItem, ladderText, wholeLimits } from './ladder-blocks.ts';
import { message, type Message, type Offer } from './message.ts';
import { renderNotFound } from './silence-blocks.ts';
import { clip } from './text.ts';

const nameLimit = 80;

/** How many excerpts of an answer are shown until a button, or the person, asks for more. */
export const firstShown = 1;

/** An answer: headline, quotation, where it stands, and the buttons to check it, to go on and to rate it. */
export function renderAnswer(reply: AnswerReply, offer: Offer): Message {
  const { answer } = reply;
  switch (answer.kind) {
    case 'answered':
      return renderAnswered(reply, answer, offer);
    case 'candidates':
      return renderCandidates(reply, answer, offer);
    case 'not_found':
      return renderNotFound(reply, answer, offer);
  }
}

function renderAnswered(reply: AnswerReply, answer: Answered, offer: Offer): Message {
  const excerpts = reply.purpose === 'quotes' ? answer.excerpts : answer.excerpts.slice(0, firstShown);
  const head = [
    ...(answer.silentSpeaker === null
      ? []
      : [paragraph(catalogueOf(reply.language).notTheirWords(clip(answer.silentSpeaker, nameLimit)))]),
    ...(answer.headline === null ? [] : [headline(answer.headline)]),
  ];
  const told = { ...reply, answer: { ...answer, excerpts } };
  const buttons = (count: number) => [
    ...moreButton(reply, count),
    ...shareButton(reply, offer),
    ...deleteButton(reply, offer),
  ];
  for (const limit of excerpts.length === 1 ? wholeLimits : []) {
    const item = ladderItem(reply, { ...answer, excerpts }, offer, limit);
    if (item === null) break;
    const { text, blocks } = assemble(told, head, [item], buttons);
    if (!blocks.some(({ type }) => type === 'rich_text')) continue;
    const { shown = null } = item;
    if (shown === null) return { text, blocks };
    return message((longest) => ladderText(reply, answer, shown, longest), blocks);
  }
  return assemble(told, head, excerpts.map(untitled), buttons);
}
