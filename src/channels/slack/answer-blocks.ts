import type { Button, ContextActionsBlock, KnownBlock } from '@slack/types';
import type { Answer, Answered, CandidateAnswers, Excerpt, NotFound } from '../../proceedings/answer.ts';
import { catalogueOf } from '../../replies/catalogue.ts';
import { notFoundLines, replyAsText, tally } from '../../replies/plain-text.ts';
import type { AnswerReply } from '../../replies/reply.ts';
import { button, fit, paragraph, plain, row } from './elements.ts';
import { labels } from './labels.ts';
import { message, type Message, type Offer } from './message.ts';
import { buttonValue, passagePointerTo, type RatingPointer, seal } from './pointer.ts';
import { quotation } from './quotation.ts';
import { clip } from './text.ts';

/** Slack's limit on a header. */
const headerLimit = 150;
const nameLimit = 80;
/** How many different answers are shown with their evidence; the tally names more. */
const candidateLimit = 5;
const tallyLimit = 10;

/** UTF-16 code units of a question that fit twice, once for each rating, beside what else a message holds. */
const longestRatedQuestion = 300;

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
  const shown = reply.purpose === 'quotes' ? answer.excerpts : answer.excerpts.slice(0, firstShown);
  const head = [
    ...(answer.silentSpeaker === null
      ? []
      : [paragraph(catalogueOf(reply.language).notTheirWords(clip(answer.silentSpeaker, nameLimit)))]),
    ...(answer.headline === null ? [] : [headline(answer.headline)]),
  ];
  const told = { ...reply, answer: { ...answer, excerpts: shown } };
  return assemble(told, head, shown.map(untitled), (count) => [
    ...moreButton(reply, count),
    ...shareButton(reply, offer),
  ]);
}

function renderCandidates(reply: AnswerReply, answer: CandidateAnswers, offer: Offer): Message {
  const named = answer.candidates.map((each) => ({ ...each, headline: clip(each.headline, nameLimit) }));
  const items = named
    .slice(0, candidateLimit)
    .flatMap(({ headline: name, excerpts }) =>
      excerpts.slice(0, 1).map((excerpt) => ({ excerpt, title: `${name} (${excerpts.length})` })),
    );
  const hidden = named.length - tallyLimit;
  const head = [
    headline(tally(named.slice(0, tallyLimit))),
    ...(hidden > 0 ? [paragraph(catalogueOf(reply.language).andMore(hidden))] : []),
  ];
  return assemble(reply, head, items, () => [
    ...moreButton(reply, answer.excerpts.length),
    ...shareButton(reply, offer),
  ]);
}

function renderNotFound(reply: AnswerReply, answer: NotFound, offer: Offer): Message {
  const words = catalogueOf(reply.language);
  const head = [
    paragraph(notFoundLines(answer, words, reply.purpose).join('\n')),
    ...(answer.nearest.length === 0 ? [] : [paragraph(words.nearest)]),
  ];
  return assemble(reply, head, answer.nearest.map(untitled), () => shareButton(reply, offer));
}

interface Item {
  readonly excerpt: Excerpt;
  readonly title: string | null;
}

const untitled = (excerpt: Excerpt): Item => ({ excerpt, title: null });

/** `buttons` is told how many items fit. A single excerpt has all its buttons in one row. */
function assemble(
  reply: AnswerReply,
  head: readonly KnownBlock[],
  items: readonly Item[],
  buttons: (shown: number) => readonly Button[],
): Message {
  const { language } = reply;
  const contextButtons = items.map(({ excerpt }, index) =>
    button(`context:${index}`, labels[language].context, buttonValue(passagePointerTo(excerpt, language))),
  );
  const single = items.length === 1;
  const entries = items.map(({ excerpt, title }, index) => [
    quotation(excerpt, language, title),
    ...(single ? [] : row(contextButtons[index] ?? [])),
  ]);
  const { blocks } = fit(head, entries, (shown) => [
    ...row([...(single && shown === 1 ? contextButtons.flat() : []), ...buttons(shown)]),
    feedback(reply),
  ]);
  return message(replyAsText(reply), blocks);
}

function headline(text: string): KnownBlock {
  return text.length <= headerLimit ? { type: 'header', text: plain(text, headerLimit) } : paragraph(text);
}

function moreButton(reply: AnswerReply, shown: number): readonly Button[] {
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

function shareButton(reply: AnswerReply, offer: Offer): readonly Button[] {
  if (!offer.share) return [];
  const { answer, language, purpose = 'answer', skip = 0 } = reply;
  const value = buttonValue({ question: answer.question, purpose, skip, seal: answerSeal(answer), language });
  return button('share', labels[language].share, value);
}

/** Tells whether an answer is still the one that a person saw. */
export function answerSeal(answer: Answer): string {
  const excerpts = answer.kind === 'not_found' ? [] : answer.excerpts;
  return seal(
    JSON.stringify([answer.kind, excerpts.map(({ text, citation }) => [citation.file, citation.start, text])]),
  );
}

function feedback({ answer, language }: AnswerReply): ContextActionsBlock {
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
