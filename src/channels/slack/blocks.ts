import type { RichTextBlock } from '@slack/types';
import { replyAsText } from '../../replies/plain-text.ts';
import type { AnswerReply, ContextReply, Reply, TextReply } from '../../replies/reply.ts';
import { renderAnswer } from './answer-blocks.ts';
import { button, fit, paragraph, row, words } from './elements.ts';
import { labels } from './labels.ts';
import { message, type Message, type Offer } from './message.ts';
import { contextBlocks } from './modal.ts';
import { buttonValue } from './pointer.ts';
import { clip, visible, inMarks } from './text.ts';

/** How long a piece of a long text is: Slack takes 3,000 characters a section. */
const pieceLimit = 2900;
const questionLimit = 300;

/** A reply of the conversation as a message of Slack. Keeps every limit of Slack for any content. */
export function renderReply(reply: Reply, offer: Offer): Message {
  switch (reply.kind) {
    case 'answer':
      return renderAnswer(reply, offer);
    case 'text':
      return renderText(reply);
    case 'context':
      return renderContext(reply);
  }
}

/** A sentence of the interface. */
export function renderNote(text: string): Message {
  return message(text, [paragraph(text)]);
}

/** A passage within its section, where no modal can be opened. */
export function renderContext(reply: ContextReply): Message {
  const entries = contextBlocks(reply).map((block) => [block]);
  return message((longest) => replyAsText(reply, (text) => inMarks(text, longest)), fit([], entries, () => []).blocks);
}

/** An answer for a whole channel: who shared it (the one mention that is ever live), the question, and the answer. */
export function renderShared(reply: AnswerReply, userId: string): Message {
  const { text, blocks } = renderAnswer(reply, { share: false });
  const { sharedBy } = labels[reply.language];
  const head: RichTextBlock = {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          words(sharedBy),
          { type: 'user', user_id: userId },
          words(` · ${clip(visible(reply.answer.question), questionLimit)}`, { italic: true }),
        ],
      },
    ],
  };
  return { text: `${sharedBy}<@${userId}>\n${text}`, blocks: [head, ...blocks] };
}

function renderText(reply: TextReply): Message {
  const choices = reply.choices.map(({ label, text }, index) =>
    row(button(`choose:${index}`, label, buttonValue({ text }))),
  );
  const paragraphs = pieces(reply.text).map((piece) => [paragraph(piece)]);
  return message(replyAsText(reply), fit([], [...paragraphs, ...choices], () => []).blocks);
}

/** A long text in pieces of whole lines where lines are short enough, otherwise of whole words. */
function pieces(text: string): readonly string[] {
  const found: string[] = [];
  let rest = visible(text).trim();
  while (rest.length > pieceLimit) {
    const cut = /^[^]*(?=\n)|^[^]*(?=\s)/.exec(rest.slice(0, pieceLimit))?.[0].length ?? pieceLimit;
    found.push(rest.slice(0, cut));
    rest = rest.slice(cut).trim();
  }
  return [...found, rest];
}
