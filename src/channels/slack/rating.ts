import type { Bot } from './bot.ts';
import type { Feature, Submitted } from './feature.ts';
import type { Click, Submission } from './incoming.ts';
import { tell } from './notices.ts';
import type { Place } from './place.ts';
import { readRatingPointer } from './pointer.ts';
import {
  commentLimit,
  type Judged,
  readJudged,
  readReason,
  type Reason,
  reasonsCallback,
  reasonsView,
  renderReasons,
} from './rating-view.ts';

/** Saying whether an answer helps, and where it does not, why. */
export const rating: Feature = {
  clicks: { feedback: rate, reason: giveReason },
  submissions: { [reasonsCallback]: submitReason },
};

async function rate(bot: Bot, { place, value, messageTs, triggerId }: Click): Promise<string> {
  const pointer = readRatingPointer(value);
  if (pointer === null) return tell(bot, place, 'stale');
  const { rating: given, language, answer = `${place.channel}:${messageTs}`, question } = pointer;
  const judged: Judged = { answer, question, language, channel: place.channel, thread: place.thread };
  if (!(await keep(bot, place, judged, given, null))) return `${given}, not kept`;
  if (given === 'useful') await thank(bot, place, judged);
  else if (!(await bot.voice.show(reasonsView(judged), triggerId, null)))
    await bot.voice.whisper(place, renderReasons(judged));
  return given;
}

/** Where no modal can be opened, buttons ask for the reason. */
async function giveReason(bot: Bot, { place, value }: Click): Promise<string> {
  const judged = readJudged(value);
  if (judged?.reason === undefined) return tell(bot, place, 'stale');
  return noteReason(bot, { ...place, channel: judged.channel, thread: judged.thread }, judged, judged.reason, null);
}

async function submitReason(bot: Bot, { user, metadata, inputs }: Submission): Promise<Submitted> {
  const judged = readJudged(metadata);
  if (judged === null) return {};
  const { channel, thread } = judged;
  const place: Place = { channel, thread, user, direct: false, onlyUser: true, responseUrl: null };
  const comment = inputs['comment']?.trim().slice(0, commentLimit) || null;
  const reason = readReason(inputs['reason']) ?? (comment === null ? null : 'other');
  return { work: () => noteReason(bot, place, judged, reason, comment) };
}

async function noteReason(
  bot: Bot,
  place: Place,
  judged: Judged,
  reason: Reason | null,
  comment: string | null,
): Promise<string> {
  if (!(await keep(bot, place, judged, 'useless', reason, comment))) return 'useless, not kept';
  await thank(bot, place, judged);
  return `useless: ${reason ?? 'no reason'}`;
}

/** False where the store fails, which the person is told; the store says why. */
async function keep(
  bot: Bot,
  place: Place,
  { answer, question, language }: Judged,
  given: 'useful' | 'useless',
  reason: Reason | null,
  comment: string | null = null,
): Promise<boolean> {
  try {
    const { user: person } = place;
    await bot.store.feedback.rate({ person, answer, rating: given, reason, comment, question, at: Date.now() });
    return true;
  } catch {
    await tell(bot, place, 'notNoted', language);
    return false;
  }
}

/** Thanks a person once for an answer, however often they change their mind. */
async function thank(bot: Bot, place: Place, { answer, language }: Judged): Promise<void> {
  await bot.once.run(`thanks:${place.user}:${answer}`, () => tell(bot, place, 'noted', language), true);
}
