import { contextOf } from '../../answer/context.ts';
import { wholeSentences } from '../../answer/quoted-span.ts';
import { keptJson } from './basket-items.ts';
import { renderNote } from './blocks.ts';
import type { Bot } from './bot.ts';
import type { Click } from './incoming.ts';
import { labels } from './labels.ts';
import { tell } from './notices.ts';
import { contextAt } from './passage-context.ts';
import { quotationId, readPassagePointer } from './pointer.ts';

/**
 * Puts the quotation that a button points at into the basket of whoever clicked, and tells them in private. Part of a sentence,
 * as a verification may show, is kept with the rest of it: from the basket it is quoted alone.
 */
export async function keep(bot: Bot, { place, value }: Click): Promise<string> {
  const pointer = readPassagePointer(value);
  if (pointer === null) return tell(bot, place, 'stale');
  const { language } = pointer;
  const { corpus } = await bot.answererFor(place);
  const whole = contextAt(corpus, pointer) === null ? null : wholeSentences(corpus, pointer);
  const context = whole === null ? null : contextOf(corpus, { file: pointer.file, ...whole });
  if (context === null) return tell(bot, place, 'changed', language);
  const { excerpt } = context;
  const { baskets } = bot.store;
  const label = labels[language].basket;
  const item = { id: quotationId(excerpt), quotation: keptJson(excerpt), at: Date.now() };
  let added: boolean;
  try {
    added = await baskets.keep(place.user, item);
  } catch {
    await bot.voice.whisper(place, renderNote(label.notKept)); // the store says why
    return 'not kept';
  }
  const count = added
    ? await baskets.list(place.user).then(
        (all) => all.length,
        () => null,
      )
    : null;
  await bot.voice.whisper(place, renderNote(added ? label.kept(count) : label.keptAlready));
  return added ? 'kept' : 'kept already';
}
