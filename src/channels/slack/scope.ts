import type { Answerer } from '../../answer/answerer.ts';
import type { Turn } from '../../conversation/engine.ts';
import type { Bot } from './bot.ts';
import { filesWithin, type SettingsBook, unreadSettings, usualSettings } from './channel-settings.ts';
import { conversationOf, type Place } from './place.ts';
import { seal } from './pointer.ts';

/** The answerer for a place: over the files in scope of its channel, as its settings stand at this moment. */
export function createScopedAnswerer(answerer: () => Answerer, settings: SettingsBook): Bot['answererFor'] {
  return async ({ channel, direct }) => {
    const { files } = direct ? { files: null } : await settings.of(channel);
    const whole = answerer();
    return files === null ? whole : whole.within(filesWithin(whole.corpus, files));
  };
}

/**
 * The conversation at a place, with its scope; null where the channel's files cannot be known for the moment. What was said within
 * another scope is remembered by itself.
 */
export async function conversationAt(bot: Bot, place: Place): Promise<Pick<Turn, 'conversation' | 'scope'> | null> {
  const conversation = conversationOf(place);
  const settings = place.direct ? usualSettings : await bot.settings.of(place.channel);
  if (settings === unreadSettings) return null;
  const { files } = settings;
  if (files === null) return { conversation };
  const scope = filesWithin(bot.answerer().corpus, files);
  return { conversation: `${conversation}:${seal(JSON.stringify(files))}`, scope };
}

/** Whether words of a file may be shown in a channel. */
export async function fileMayBeShown(bot: Bot, channel: string, file: string): Promise<boolean> {
  const { files } = await bot.settings.of(channel);
  return files === null || filesWithin(bot.answerer().corpus, files).includes(file);
}
