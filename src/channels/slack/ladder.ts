import { renderReply } from './blocks.ts';
import type { Bot } from './bot.ts';
import type { Feature } from './feature.ts';
import type { Click } from './incoming.ts';
import { readLengthPointer } from './ladder-blocks.ts';
import { tell } from './notices.ts';
import { answerAgain } from './sharing.ts';

/** Reading the quotation of an answer at another length, in place. */
export const ladder: Feature = { clicks: { length: changeLength } };

async function changeLength(bot: Bot, { place, value, messageTs }: Click): Promise<string> {
  const pointer = readLengthPointer(value);
  if (pointer === null) return tell(bot, place, 'stale');
  const { language, purpose, skip, length, asker } = pointer;
  const answer = answerAgain(await bot.answererFor(place), pointer);
  if (answer === null) return tell(bot, place, 'changed', language);
  const { corpus } = await bot.answererFor(place);
  const offer = { share: true, corpus, length, ...(asker !== undefined && { asker }) };
  const message = renderReply({ kind: 'answer', language, answer, purpose, skip }, offer);
  try {
    if (messageTs === null) throw new Error('Slack does not say which message');
    await bot.voice.replace(place, messageTs, message);
    return length;
  } catch {
    // A server that edits nothing: the length that was asked for comes to this person alone.
    await bot.voice.whisper(
      place,
      renderReply({ kind: 'answer', language, answer, purpose, skip }, { ...offer, share: false }),
    );
    return `${length}, in a message of its own`;
  }
}
