import type { NotFound } from '../../proceedings/answer.ts';
import { catalogueOf } from '../../replies/catalogue.ts';
import { notFoundLines } from '../../replies/plain-text.ts';
import type { AnswerReply } from '../../replies/reply.ts';
import { assemble, deleteButton, shareButton, untitled } from './assemble.ts';
import { paragraph } from './elements.ts';
import type { Message, Offer } from './message.ts';

/** Silence, with what was searched and what stands nearest. */
export function renderNotFound(reply: AnswerReply, answer: NotFound, offer: Offer): Message {
  const words = catalogueOf(reply.language);
  const head = [
    paragraph(notFoundLines(answer, words, reply.purpose).join('\n')),
    ...(answer.nearest.length === 0 ? [] : [paragraph(words.nearest)]),
  ];
  return assemble(reply, head, answer.nearest.map(untitled), () => [
    ...shareButton(reply, offer),
    ...deleteButton(reply, offer),
  ]);
}
