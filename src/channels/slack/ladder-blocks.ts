import * as z from 'zod';
import { type Length, lengths, type Lengths, lengthsOf } from '../../answer/lengths.ts';
import { lineAt } from '../../answer/citation.ts';
import type { Answered, Excerpt } from '../../proceedings/answer.ts';
import type { Proceedings, Span } from '../../proceedings/proceedings.ts';
import { catalogueOf } from '../../replies/catalogue.ts';
import { citationLine } from '../../replies/citation-line.ts';
import { quotation as inMarks } from '../../replies/plain-text.ts';
import type { AnswerReply } from '../../replies/reply.ts';
import { answerSeal, type Item } from './assemble.ts';
import { button, row } from './elements.ts';
import { labels } from './labels.ts';
import type { Offer } from './message.ts';
import { buttonValue, questionPointer, reader } from './pointer.ts';
import { type Shown } from './quotation.ts';
import { beginning, cutMark } from './text.ts';

/** How long a whole speech may be in a message, tried in this order: what else stands there takes the rest. */
export const wholeLimits = [6_000, 4_500, 3_000, 1_800, 900] as const;

/** The most of a quotation in the text that stands for the blocks. */
const textLimit = 2_400;

const lengthPointer = questionPointer.extend({ length: z.enum(lengths), asker: z.string().max(40).optional() });

/** Reads back which answer is to be shown at which length; null for anything that such a button never held. */
export const readLengthPointer = reader(lengthPointer);

/** A single quotation with the buttons that show it at each length; null where all are the same. */
export function ladderItem(reply: AnswerReply, answer: Answered, offer: Offer, wholeLimit: number): Item | null {
  const [excerpt] = answer.excerpts;
  const { corpus, length } = offer;
  const proceedings = corpus?.proceedings.find(({ file }) => file === excerpt?.citation.file);
  if (excerpt === undefined || proceedings === undefined) return null;
  const found = lengthsOf(proceedings, excerpt, answer, wholeLimit);
  if (found === null || sameSpan(found.sentence, found.whole)) return null;
  const span = length === undefined ? excerpt.citation : found[length];
  const buttons = lengths.flatMap((rung) => rungButton(reply, offer, rung, sameSpan(found[rung], span)));
  // As the answer gives it, an excerpt stands alone; only a length that was chosen shows that there is more.
  const shown = length === undefined ? null : shownAt(proceedings, excerpt, span, found, wholeLimit);
  return { excerpt, title: null, below: row(buttons), shown };
}

/** The text that stands for the blocks of an answer whose quotation is shown at another length, of at most `longest` code units. */
export function ladderText(
  { language }: AnswerReply,
  answer: Answered,
  { excerpt, cutBefore, cutAfter }: Shown,
  longest: number,
): string {
  const part = beginning(excerpt.text, Math.min(longest, textLimit));
  const quoted = [
    cutBefore ? `${cutMark} ` : '',
    inMarks(part.text),
    cutAfter || part.cut ? ` ${cutMark}` : '',
    `\n— ${citationLine(excerpt.citation, language)}`,
  ];
  return [
    ...(answer.silentSpeaker === null ? [] : [catalogueOf(language).notTheirWords(answer.silentSpeaker)]),
    ...(answer.headline === null ? [] : [answer.headline]),
    quoted.join(''),
  ].join('\n\n');
}

function rungButton(reply: AnswerReply, { asker }: Offer, length: Length, isShown: boolean) {
  const { answer, language, purpose = 'answer', skip = 0 } = reply;
  const { lengths: names, shownLength } = labels[language];
  const pointer = { question: answer.question, purpose, skip, seal: answerSeal(answer), language, length, asker };
  const name = names[length];
  return button(`length:${length}`, isShown ? shownLength(name) : name, buttonValue(pointer));
}

function shownAt(
  proceedings: Proceedings,
  { score, citation }: Excerpt,
  { start, end }: Span,
  { turn }: Lengths,
  limit: number,
): Shown {
  const { text } = proceedings;
  return {
    excerpt: { text: text.slice(start, end), score, citation: { ...citation, start, end, line: lineAt(text, start) } },
    cutBefore: turn.start < start,
    cutAfter: end < turn.end,
    limit,
  };
}

const sameSpan = (one: Span, other: Span): boolean => one.start === other.start && one.end === other.end;
