import { readAskerPointer, sameMark } from './asker.ts';
import { renderNote } from './blocks.ts';
import type { Bot } from './bot.ts';
import type { Feature } from './feature.ts';
import type { Click } from './incoming.ts';
import { labels } from './labels.ts';
import { tell } from './notices.ts';

/** Taking an answer back: for the person who asked. */
export const deleting: Feature = { clicks: { delete: takeBack } };

async function takeBack(bot: Bot, { place, value, messageTs }: Click): Promise<string> {
  const pointer = readAskerPointer(value);
  if (pointer === null || messageTs === null) return tell(bot, place, 'stale');
  const { asker, language } = pointer;
  // What one person alone sees was asked by that person.
  const own = place.direct || place.onlyUser || sameMark(asker, bot.askerMark(place));
  if (!own) return tell(bot, place, 'notYours', language);
  try {
    await bot.voice.remove(place, messageTs);
    return 'deleted';
  } catch {
    return blot(bot, place, messageTs, language);
  }
}

/** Where a server deletes nothing, a word takes the answer's place. */
async function blot(bot: Bot, place: Click['place'], ts: string, language: 'fr' | 'en'): Promise<string> {
  try {
    await bot.voice.replace(place, ts, renderNote(labels[language].deleted));
    return 'replaced by a word';
  } catch {
    return tell(bot, place, 'notDeleted', language);
  }
}
