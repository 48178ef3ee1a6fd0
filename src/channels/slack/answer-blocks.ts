import type { Button, KnownBlock } from '@slack/types';
import type { Answered, CandidateAnswers } from '../../proceedings/answer.ts';
import { catalogueOf } from '../../replies/catalogue.ts';
import { tally } from '../../replies/plain-text.ts';
import type { AnswerReply } from '../../replies/reply.ts';
import { assemble, shareButton, untitled } from './assemble.ts';
import { button, paragraph, plain } from './elements.ts';
import { labels } from './labels.ts';
import type { Message, Offer } from './message.ts';
import { buttonValue } from './pointer.ts';
import { renderNotFound } from './silence-blocks.ts';
import { clip } from './text.ts';

/** Slack's limit on a header. */
const headerLimit = 150;
const nameLimit = 80;
/** How many different answers are shown with their evidence; the tally names more. */
const candidateLimit = 5;
const tallyLimit = 10;

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
