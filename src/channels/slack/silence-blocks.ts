import type { KnownBlock, RichTextBlock } from '@slack/types';
import type { NotFound } from '../../proceedings/answer.ts';
import { catalogueOf } from '../../replies/catalogue.ts';
import { notFoundLines } from '../../replies/plain-text.ts';
import type { AnswerReply } from '../../replies/reply.ts';
import { assemble, deleteButton, shareButton } from './assemble.ts';
import { button, paragraph, words } from './elements.ts';
import { labels } from './labels.ts';
import type { Message, Offer } from './message.ts';
import { alertValue, nearestValue } from './silence-pointer.ts';
import { clip } from './text.ts';

/** What each line of the certificate may take, so that its buttons fit beside it. */
const lineLimit = 450;

/**
 * Silence as a certificate: that the record does not answer, then what was searched and how. The nearest passages are behind a
 * button, since they are no answer; another remembers the question.
 */
export function renderNotFound(reply: AnswerReply, answer: NotFound, offer: Offer): Message {
  const { language, purpose } = reply;
  const [said = '', ...lines] = notFoundLines(answer, catalogueOf(language), purpose).map((line) =>
    clip(line, lineLimit),
  );
  const folded: AnswerReply = { ...reply, answer: { ...answer, nearest: [] } };
  return assemble(folded, [paragraph(said), ...certificate(lines)], [], () => [
    ...button('nearest', labels[language].nearest, nearestValue(answer.nearest, language)),
    ...button('alert', labels[language].tellMe, alertValue(answer.question, language)),
    ...shareButton(reply, offer),
    ...deleteButton(reply, offer),
  ]);
}

function certificate(lines: readonly string[]): readonly KnownBlock[] {
  if (lines.length === 0) return [];
  const list: RichTextBlock['elements'][number] = {
    type: 'rich_text_list',
    style: 'bullet',
    elements: lines.map((line) => ({ type: 'rich_text_section', elements: [words(line)] })),
  };
  return [{ type: 'rich_text', elements: [list] }];
}
