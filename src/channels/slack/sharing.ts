import type { Answerer } from '../../answer/answerer.ts';
import { answerSeal } from './assemble.ts';
import { renderNote, renderShared } from './blocks.ts';
import type { Bot } from './bot.ts';
import { askForChannel } from './channel-choice.ts';
import { unreadSettings } from './channel-settings.ts';
import type { Feature, Submitted } from './feature.ts';
import type { Click, Submission } from './incoming.ts';
import { labels } from './labels.ts';
import { shareCallback, shareView } from './modal.ts';
import { tell } from './notices.ts';
import { directPlace, isDirect, type Place } from './place.ts';
import { modalData, type QuestionPointer, readModalData, readQuestionPointer } from './pointer.ts';
import { noteShared } from './shared-quotations.ts';

/** Posting an answer for everybody. */
export const sharing: Feature = {
  clicks: { share, 'share-channel': shareInto },
  submissions: { [shareCallback]: shareChosen },
};

/** In a channel, posts the answer there, out of its thread; in a conversation with the bot, asks for the channel. */
async function share(bot: Bot, { place, value, triggerId }: Click): Promise<string> {
  const pointer = readQuestionPointer(value);
  if (pointer === null || value === null) return tell(bot, place, 'stale');
  if (!place.direct) return publish(bot, place, value, place);
  const shown = await bot.voice.show(shareView(pointer.language, modalData(place.user, value)), triggerId, null);
  if (shown) return 'asked for the channel';
  return askForChannel(bot, place.user, pointer.language, { menu: 'share-channel', again: 'share', value });
}

/** The channel that a person chose in a message. */
async function shareInto(bot: Bot, { place, value: channel, beside: [value] }: Click): Promise<string> {
  if (!place.direct || channel === null || value === undefined) return tell(bot, place, 'stale');
  return publish(bot, place, value, { channel, responseUrl: null });
}

async function shareChosen(bot: Bot, { user, metadata, inputs, responseUrl }: Submission): Promise<Submitted> {
  const place = directPlace(user);
  const channel = inputs['channel'] ?? null;
  const value = readModalData(metadata, user);
  if (channel === null || value === null) return { work: () => tell(bot, place, 'stale') };
  return { work: () => publish(bot, place, value, { channel, responseUrl }) };
}

async function publish(
  bot: Bot,
  place: Place,
  value: string,
  to: Pick<Place, 'channel' | 'responseUrl'>,
): Promise<string> {
  const pointer = readQuestionPointer(value);
  if (pointer === null) return tell(bot, place, 'stale');
  const { language, purpose, skip } = pointer;
  if (answerAgain(await bot.answererFor(place), pointer) === null) return tell(bot, place, 'changed', language);
  const direct = isDirect(to.channel);
  if (!direct && (await bot.settings.of(to.channel)) === unreadSettings) {
    await bot.voice.whisper(place, renderNote(labels[language].settings.unread));
    return 'settings unread';
  }
  // What the channel sees, counts and buttons too, comes from the files that it consults.
  const answer = answerAgain(await bot.answererFor({ channel: to.channel, direct }), pointer);
  if (answer === null) {
    await bot.voice.whisper(place, renderNote(labels[language].settings.outOfScope));
    return 'out of scope';
  }
  const shared = renderShared({ kind: 'answer', language, answer, purpose, skip }, place.user);
  const post = async () => {
    const ts = await bot.voice.publish(to.channel, to.responseUrl, shared);
    await noteShared(bot, place.user, to.channel, ts, answer, shared);
  };
  try {
    await bot.once.run(`share:${place.user}:${to.channel}:${pointer.seal}:${pointer.question}`, post, true);
  } catch (error) {
    await tell(bot, place, 'notShared', language);
    throw error;
  }
  return tell(bot, place, 'shared', language);
}

/** The answer that a person saw; null where the corpus answers otherwise by now. */
export function answerAgain(answerer: Answerer, { question, language, purpose, skip, seal }: QuestionPointer) {
  const answer = answerer.answer(question, { language, purpose, skip });
  return answerSeal(answer) === seal ? answer : null;
}
