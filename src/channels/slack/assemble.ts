import type { ActionsBlock, Button, ContextActionsBlock, KnownBlock } from '@slack/types';
import type { Answer, Excerpt } from '../../proceedings/answer.ts';
import { replyAsText } from '../../replies/plain-text.ts';
import type { AnswerReply } from '../../replies/reply.ts';
import { button, fit, plain, row } from './elements.ts';
import { keepButton } from './keep-button.ts';
import { labels } from './labels.ts';
import { message, type Message, type Offer } from './message.ts';
import type { AskerPointer } from './asker.ts';
import { buttonValue, passagePointerTo, type RatingPointer, seal } from './pointer.ts';
import { type Shown, quotation } from './quotation.ts';
import { inMarks } from './text.ts';

/** UTF-16 code units of a question that fit twice, once for each rating, beside what else a message holds. */
const longestRatedQuestion = 300;

/** One quotation of an answer, with a title above it where there is one. */
export interface Item {
  readonly excerpt: Excerpt;
  readonly title: string | null;
  /** The excerpt at another length, which is shown in its place. */
  readonly shown?: Shown | null;
  /** What stands right below. */
  readonly below?: readonly ActionsBlock[];
}

/** A quotation without a title. */
export const untitled = (excerpt: Excerpt): Item => ({ excerpt, title: null });

/** The message of an answer. `buttons` is told how many items fit. A single excerpt has all its buttons in one row. */
export function assemble(
  reply: AnswerReply,
  head: readonly KnownBlock[],
  items: readonly Item[],
  buttons: (shown: number) => readonly Button[],
): Message {
  const { language } = reply;
  const contextButtons = items.map(({ excerpt }, index) => [
    ...button(`context:${index}`, labels[language].context, buttonValue(passagePointerTo(excerpt, language))),
    ...keepButton(excerpt, language, index),
  ]);
  const single = items.length === 1;
  const entries = items.map(({ excerpt, title, shown = null, below = [] }, index) => [
    quotation(excerpt, language, title, shown),
    ...below,
    ...(single ? [] : row(contextButtons[index] ?? [])),
  ]);
  const { blocks } = fit(head, entries, (shown) => [
    ...row([...(single && shown === 1 ? contextButtons.flat() : []), ...buttons(shown)]),
    feedback(reply),
  ]);
  return message((longest) => replyAsText(reply, (text) => inMarks(text, longest)), blocks);
}

/** The button that posts an answer for everybody, where it is offered. */
export function shareButton(reply: AnswerReply, offer: Offer): readonly Button[] {
  if (!offer.share) return [];
  const { answer, language, purpose = 'answer', skip = 0 } = reply;
  const value = buttonValue({ question: answer.question, purpose, skip, seal: answerSeal(answer), language });
  return button('share', labels[language].share, value);
}

/** The button that shows more excerpts than the first `shown`. */
export function moreButton(reply: AnswerReply, shown: number): readonly Button[] {
  const { answer, language, skip = 0 } = reply;
  const value = buttonValue({
    question: answer.question,
    purpose: 'quotes',
    skip: skip + shown,
    seal: '',
    language,
  });
  return button('more', labels[language].more, value);
}

/** The button that takes an answer back, for who asked. */
export function deleteButton({ language }: AnswerReply, { asker }: Offer): readonly Button[] {
  if (asker === undefined) return [];
  return button('delete', labels[language].delete, buttonValue({ asker, language } satisfies AskerPointer));
}

/** Tells whether an answer is still the one that a person saw. */
export function answerSeal(answer: Answer): string {
  const excerpts = answer.kind === 'not_found' ? [] : answer.excerpts;
  return seal(
    JSON.stringify([answer.kind, excerpts.map(({ text, citation }) => [citation.file, citation.start, text])]),
  );
}

/** The buttons that rate an answer. */
export function feedback({ answer, language }: AnswerReply): ContextActionsBlock {
  const { useful, useless } = labels[language];
  const question = answer.question.length <= longestRatedQuestion ? answer.question : null;
  const named = seal(answer.question + answerSeal(answer));
  const choice = (label: string, rating: RatingPointer['rating']) => ({
    text: plain(label, 75),
    accessibility_label: label,
    value: JSON.stringify({ rating, language, answer: named, question } satisfies RatingPointer),
  });
  return {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: 'feedback',
        positive_button: choice(useful, 'useful'),
        negative_button: choice(useless, 'useless'),
      },
    ],
  };
}
