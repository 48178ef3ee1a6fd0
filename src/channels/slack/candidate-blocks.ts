import type { Button, KnownBlock } from '@slack/types';
import * as z from 'zod';
import type { CandidateAnswers } from '../../proceedings/answer.ts';
import { catalogueOf } from '../../replies/catalogue.ts';
import { replyAsText, tally } from '../../replies/plain-text.ts';
import type { AnswerReply } from '../../replies/reply.ts';
import { answerSeal, assemble, deleteButton, feedback, moreButton, shareButton, untitled } from './assemble.ts';
import { button, fit, headline, paragraph, row } from './elements.ts';
import { labels } from './labels.ts';
import { message, type Message, type Offer } from './message.ts';
import { buttonValue, questionPointer, reader } from './pointer.ts';
import { clip, inMarks } from './text.ts';

const nameLimit = 80;
/** A button's label has at most 75 characters: a name leaves room for its count. */
const buttonNameLimit = 60;
const tallyLimit = 10;
const rowLength = 5;
/** How many are shown with their evidence where the question is too long for buttons. */
const candidateLimit = 5;

const candidatePointer = questionPointer.extend({ at: z.number().int().min(0).max(1000) });

/** Reads back which of several answers a button opens; null for anything that such a button never held. */
export const readCandidatePointer = reader(candidatePointer);

/** Several answers: a tally, each with the button that opens its evidence; what does not fit stands behind one more button. */
export function renderCandidates(reply: AnswerReply, answer: CandidateAnswers, offer: Offer, from = 0): Message {
  const { language } = reply;
  const named = answer.candidates.map((each) => ({ ...each, headline: clip(each.headline, nameLimit) }));
  const rest = named.slice(from);
  const hidden = rest.length - tallyLimit;
  const head = [
    headline(tally(rest.slice(0, tallyLimit))),
    ...(hidden > 0 ? [paragraph(catalogueOf(language).andMore(hidden))] : []),
  ];
  const last = [
    ...moreButton(reply, answer.excerpts.length),
    ...shareButton(reply, offer),
    ...deleteButton(reply, offer),
  ];
  const buttons = rest.map(({ headline: name, excerpts }, index) =>
    candidateButton(reply, 'candidate', `${clip(name, buttonNameLimit)} (${excerpts.length})`, from + index),
  );
  const { blocks, shown: rowsShown } = fit(head, rowsOf(buttons.flat()), (rows) => {
    const shown = rows * rowLength;
    const others = labels[language].otherAnswers(rest.length - shown);
    const onward = shown < rest.length ? candidateButton(reply, 'candidates', others, from + shown) : [];
    return [...row([...onward, ...last]), feedback(reply)];
  });
  // A question so long that a button for it does not fit, or no row of them does: the evidence itself then.
  if (rowsShown === 0 || buttons.some((each) => each.length === 0)) {
    const items = rest
      .slice(0, candidateLimit)
      .flatMap(({ headline: title, excerpts }) =>
        excerpts.slice(0, 1).map((excerpt) => ({ excerpt, title: `${title} (${excerpts.length})` })),
      );
    return assemble(reply, head, items, () => last);
  }
  return message((longest) => replyAsText(reply, (text) => inMarks(text, longest)), blocks);
}

/** The evidence for one of several answers. */
export function renderEvidence(reply: AnswerReply, answer: CandidateAnswers, at: number): Message | null {
  const candidate = answer.candidates[at];
  if (candidate === undefined) return null;
  const { headline: name, excerpts } = candidate;
  const { question, language } = answer;
  const told: AnswerReply = {
    ...reply,
    purpose: 'quotes',
    answer: { kind: 'answered', question, language, headline: name, excerpts, silentSpeaker: null },
  };
  return assemble(told, [headline(`${clip(name, nameLimit)} (${excerpts.length})`)], excerpts.map(untitled), () => []);
}

function candidateButton(reply: AnswerReply, action: string, label: string, at: number): readonly Button[] {
  const { answer, language, purpose = 'answer', skip = 0 } = reply;
  const pointer = { question: answer.question, purpose, skip, seal: answerSeal(answer), language, at };
  return button(`${action}:${at}`, label, buttonValue(pointer));
}

function rowsOf(buttons: readonly Button[]): readonly (readonly KnownBlock[])[] {
  const count = Math.ceil(buttons.length / rowLength);
  return Array.from({ length: count }, (_, index) => row(buttons.slice(index * rowLength, (index + 1) * rowLength)));
}
