import type { Bot } from './bot.ts';
import type { Feature } from './feature.ts';
import type { Click } from './incoming.ts';
import { tell } from './notices.ts';
import { readRatingPointer } from './pointer.ts';

/** Saying whether an answer helps. */
export const rating: Feature = { clicks: { feedback: rate } };

async function rate(bot: Bot, { place, value, messageTs }: Click): Promise<string> {
  const pointer = readRatingPointer(value);
  if (pointer === null) return tell(bot, place, 'stale');
  const { rating: given, language, answer = `${place.channel}:${messageTs}`, question } = pointer;
  const feedback = { person: place.user, answer, rating: given, reason: null, comment: null, question, at: Date.now() };
  try {
    await bot.store.feedback.rate(feedback);
  } catch {
    await tell(bot, place, 'notNoted', language); // the store says why
    return `${given}, not kept`;
  }
  await tell(bot, place, 'noted', language);
  return given;
}
