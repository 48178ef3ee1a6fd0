import type { Bot } from './bot.ts';
import type { Language } from '../../proceedings/proceedings.ts';
import { renderNote } from './blocks.ts';
import { type ChannelSettings, unreadSettings } from './channel-settings.ts';
import { paragraph } from './elements.ts';
import type { Feature } from './feature.ts';
import type { Click } from './incoming.ts';
import { labels } from './labels.ts';
import { message, type Message } from './message.ts';
import { tell } from './notices.ts';
import { radio, settingsInWords } from './settings-view.ts';

/** Setting how the bot behaves in a channel from a message, where no modal can be opened. */
export const settingsChoice: Feature = {
  clicks: {
    'settings-listens': (bot, click) => choose(bot, click, 'listens'),
    'settings-answers': (bot, click) => choose(bot, click, 'answers'),
  },
};

/** The settings of a channel as choices that take effect at once, under a text. Its files are chosen in the modal alone. */
export function renderSettingsChoice(
  text: string,
  channel: string,
  { listens, answers }: ChannelSettings,
  language: Language,
): Message {
  const { settings: words } = labels[language];
  return message(text, [
    paragraph(text),
    paragraph(words.listens),
    { type: 'actions', elements: [radio(`settings-listens:${channel}`, words.listensTo, listens)] },
    paragraph(words.answers),
    { type: 'actions', elements: [radio(`settings-answers:${channel}`, words.answersIn, answers)] },
  ]);
}

/** The message names the channel, which gives no right: who clicks must have it, now. */
async function choose(bot: Bot, { place, action, value }: Click, setting: 'listens' | 'answers'): Promise<string> {
  const [, channel = ''] = action.split(':');
  const language = (await bot.localeOf(place.user)) ?? 'fr';
  const { settings: words, withoutStore } = labels[language];
  if (value === null || !Object.hasOwn(setting === 'listens' ? words.listensTo : words.answersIn, value))
    return tell(bot, place, 'stale', language);
  const say = async (text: string, outcome: string): Promise<string> => {
    await bot.voice.whisper(place, renderNote(text));
    return outcome;
  };
  if (!(await bot.roles.mayConfigure(place.user, channel))) return say(words.notAllowed, 'not allowed');
  const now = await bot.settings.of(channel);
  if (now === unreadSettings || !bot.store.healthy()) return say(withoutStore, 'no store');
  const to: ChannelSettings = { ...now, [setting]: value };
  try {
    await bot.settings.change(channel, to);
  } catch {
    return say(words.notSaved, 'not kept'); // the store says why
  }
  return say(`${words.saved} ${settingsInWords(to, bot.answerer().corpus, language)}`, 'changed');
}
