import { renderContext, renderReply } from './blocks.ts';
import { type Bot, offerTo, takeTurn } from './bot.ts';
import type { Feature } from './feature.ts';
import type { Click } from './incoming.ts';
import { contextView } from './modal.ts';
import { tell } from './notices.ts';
import { contextAt } from './passage-context.ts';
import { readChoicePointer, readPassagePointer, readQuestionPointer } from './pointer.ts';

/** Reading on from an answer: its context, more excerpts, one of the choices that the bot offers. */
export const reading: Feature = {
  clicks: { context: showContext, previous: showContext, next: showContext, more: showMore, choose },
};

async function showContext(bot: Bot, { place, value, triggerId, viewId }: Click): Promise<string> {
  const pointer = readPassagePointer(value);
  if (pointer === null) return tell(bot, place, 'stale');
  const context = contextAt((await bot.answererFor(place)).corpus, pointer);
  if (context === null) return tell(bot, place, 'changed', pointer.language);
  if (await bot.voice.show(contextView(context), triggerId, viewId)) return 'shown';
  await bot.voice.whisper(place, renderContext(context));
  return 'shown in a message';
}

async function showMore(bot: Bot, { place, value }: Click): Promise<string> {
  const pointer = readQuestionPointer(value);
  if (pointer === null) return tell(bot, place, 'stale');
  const { question, language, purpose, skip } = pointer;
  const answer = (await bot.answererFor(place)).answer(question, { language, purpose, skip });
  if (answer.kind === 'not_found') return tell(bot, place, 'noMore', language);
  const reply = { kind: 'answer', language, answer, purpose, skip } as const;
  await bot.voice.say(place, renderReply(reply, offerTo(bot, place)));
  return 'shown';
}

async function choose(bot: Bot, { place, value }: Click): Promise<string> {
  const pointer = readChoicePointer(value);
  return pointer === null ? tell(bot, place, 'stale') : takeTurn(bot, { place, text: pointer.text, ts: null });
}
