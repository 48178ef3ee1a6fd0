import type { Bot } from './bot.ts';
import { readCandidatePointer, renderCandidates, renderEvidence } from './candidate-blocks.ts';
import type { Feature } from './feature.ts';
import type { Click } from './incoming.ts';
import type { Message } from './message.ts';
import { tell } from './notices.ts';
import { answerAgain } from './sharing.ts';

/** Opening the evidence of one of several answers, and the answers that did not fit. */
export const candidates: Feature = {
  clicks: {
    candidate: (bot, click) => open(bot, click, 'evidence'),
    candidates: (bot, click) => open(bot, click, 'others'),
  },
};

async function open(bot: Bot, { place, value }: Click, what: 'evidence' | 'others'): Promise<string> {
  const pointer = readCandidatePointer(value);
  if (pointer === null) return tell(bot, place, 'stale');
  const { language, purpose, skip, at } = pointer;
  const answer = answerAgain(await bot.answererFor(place), pointer);
  if (answer?.kind !== 'candidates') return tell(bot, place, 'changed', language);
  const reply = { kind: 'answer', language, answer, purpose, skip } as const;
  const message: Message | null =
    what === 'evidence' ? renderEvidence(reply, answer, at) : renderCandidates(reply, answer, { share: false }, at);
  if (message === null) return tell(bot, place, 'stale', language);
  // In a channel it is for who asked to see it; in a conversation with the bot nobody else reads along.
  await (place.direct ? bot.voice.say(place, message) : bot.voice.whisper(place, message));
  return what;
}
