import type { ModalView } from '@slack/types';
import * as z from 'zod';
import { button, paragraph, plain, row } from './elements.ts';
import { labels } from './labels.ts';
import { message, type Message } from './message.ts';
import { buttonValue, reader } from './pointer.ts';

const titleLimit = 24;

/** The longest comment that is kept, in UTF-16 code units. */
export const commentLimit = 1_000;

/** The callback id of the modal that asks why an answer does not help. */
export const reasonsCallback = 'reasons';

/** Why an answer does not help, as the store keeps it. */
const reasons = ['passage', 'person', 'incomplete', 'other'] as const;
const reason = z.enum(reasons);

/** One of them. */
export type Reason = z.infer<typeof reason>;

const id = z.string().regex(/^[\w.-]+$/);
const judged = z.object({
  /** Names the answer for the store. */
  answer: z.string().max(80),
  question: z.string().nullable(),
  language: z.enum(['fr', 'en']),
  /** Where thanks are said. */
  channel: id,
  thread: id.nullable(),
  reason: reason.optional(),
});

/** The answer that a reason is asked for. */
export type Judged = z.infer<typeof judged>;

/** Reads back the answer, from the modal or from a button, which holds the reason too; null for anything else. */
export const readJudged = reader(judged);

/** The reason that was chosen; null where none was. */
export function readReason(value: unknown): Reason | null {
  return reason.safeParse(value).data ?? null;
}

/** The modal that asks why. */
export function reasonsView(answer: Judged): ModalView {
  const label = labels[answer.language];
  return {
    type: 'modal',
    callback_id: reasonsCallback,
    private_metadata: JSON.stringify(answer),
    title: plain(label.reasonsTitle, titleLimit),
    submit: plain(label.send, titleLimit),
    close: plain(label.close, titleLimit),
    blocks: [
      paragraph(label.whyUseless),
      {
        type: 'input',
        block_id: 'reason',
        optional: true,
        label: plain(label.reason, 75),
        element: {
          type: 'radio_buttons',
          action_id: 'reason',
          options: reasons.map((each) => ({ text: plain(label.reasons[each], 75), value: each })),
        },
      },
      {
        type: 'input',
        block_id: 'comment',
        optional: true,
        label: plain(label.comment, 75),
        element: { type: 'plain_text_input', action_id: 'comment', multiline: true, max_length: commentLimit },
      },
    ],
  };
}

/** The same question in a message, where no modal can be opened. */
export function renderReasons(answer: Judged): Message {
  const label = labels[answer.language];
  const buttons = reasons.flatMap((each) =>
    button(`reason:${each}`, label.reasons[each], buttonValue({ ...answer, reason: each })),
  );
  return message(label.whyUseless, [paragraph(label.whyUseless), ...row(buttons)]);
}
