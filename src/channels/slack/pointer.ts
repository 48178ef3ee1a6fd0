import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Excerpt } from '../../proceedings/answer.ts';
import type { Language } from '../../proceedings/proceedings.ts';

/** Slack's limit on the value of a button, in characters. */
const valueLimit = 2000;

/** What the values of our buttons may take of a message, written as JSON: several must fit beside the quotations. */
const ownLimit = 1500;

const language = z.enum(['fr', 'en']);
const count = z.number().int().min(0);

const passagePointer = z.object({ file: z.string(), start: count, end: count, seal: z.string(), language });
const questionPointer = z.object({
  question: z.string(),
  purpose: z.enum(['answer', 'quotes']),
  skip: count.max(1000),
  /** Of the answer that was shown; empty where any answer will do. */
  seal: z.string(),
  language,
});
const choicePointer = z.object({ text: z.string() });
const ratingPointer = z.object({
  rating: z.enum(['useful', 'useless']),
  language,
  /** Seal of question and answer; absent on the buttons of earlier versions. */
  answer: z.string().max(40).optional(),
  /** Null where it is too long for a button. */
  question: z.string().nullable().default(null),
});

/** Points at words of a file as they stood when the button was made. */
export type PassagePointer = z.infer<typeof passagePointer>;

/** Points at an answer: it is computed anew from the corpus of the moment. */
export type QuestionPointer = z.infer<typeof questionPointer>;

/** A judgement of an answer. */
export type RatingPointer = z.infer<typeof ratingPointer>;

type Pointer = PassagePointer | QuestionPointer | z.infer<typeof choicePointer> | RatingPointer;

/** The value of a button; null where it grows too long (a very long question), and the button is then left out. */
export function buttonValue(pointer: Pointer): string | null {
  const value = JSON.stringify(pointer);
  return JSON.stringify(value).length <= ownLimit ? value : null;
}

/** Reads back what a button, or the metadata of a modal, holds as JSON of this shape; null for anything else. */
export const reader =
  <T>(schema: z.ZodType<T>) =>
  (value: unknown): T | null => {
    try {
      return schema.parse(JSON.parse(z.string().max(valueLimit).parse(value)));
    } catch {
      return null; // A value of another version of the bot, or forged: it has no authority.
    }
  };

/** Reads back what a context button points at; null for anything that such a button never held. */
export const readPassagePointer = reader(passagePointer);

/** Reads back the answer that a button continues or shares; null for anything that such a button never held. */
export const readQuestionPointer = reader(questionPointer);

/** Reads back the text that a choice stands for; null for anything that such a button never held. */
export const readChoicePointer = reader(choicePointer);

/** Reads back a rating; null for anything that feedback buttons never held. */
export const readRatingPointer = reader(ratingPointer);

/** A short fingerprint of words: tells that the file has changed, protects nothing. */
export function seal(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 12);
}

/** Names a quotation by its words and the file they stand in: the same in every process, at any time. */
export function quotationId({ text, citation }: Excerpt): string {
  return createHash('sha256')
    .update(JSON.stringify([citation.file, text]))
    .digest('base64url')
    .slice(0, 22);
}

/** Points at an excerpt of a reply in this language. */
export function passagePointerTo(excerpt: Excerpt, replyLanguage: Language): PassagePointer {
  const { file, start, end } = excerpt.citation;
  return { file, start, end, seal: seal(excerpt.text), language: replyLanguage };
}
