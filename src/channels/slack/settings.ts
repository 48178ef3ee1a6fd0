import { randomUUID } from 'node:crypto';
import { renderNote } from './blocks.ts';
import { type Bot, takeTurn } from './bot.ts';
import { type ChannelSettings, unreadSettings } from './channel-settings.ts';
import type { Feature, Submitted } from './feature.ts';
import type { Command, Submission } from './incoming.ts';
import { labels } from './labels.ts';
import { directPlace, type Place } from './place.ts';
import { renderSettingsChoice } from './settings-choice.ts';
import {
  readSettings,
  readSettingsMetadata,
  settingsCallback,
  settingsInWords,
  type SettingsMetadata,
  settingsView,
} from './settings-view.ts';
import { typedText } from './text.ts';

/** Setting how the bot behaves in a channel. */
export const settings: Feature = {
  commands: { reglages: openOr('réglages'), settings: openOr('settings') },
  submissions: { [settingsCallback]: submit },
};

/** How long a modal may stay open, in ms; claims are kept for a day. */
const longestOpen = 12 * 60 * 60 * 1000;

/** Opens where the word stands alone; with others ("réglages des compteurs") it begins a question. */
function openOr(word: string) {
  return (bot: Bot, command: Command): Promise<string> =>
    command.rest === ''
      ? open(bot, command)
      : takeTurn(bot, { place: command.place, text: typedText(`${word} ${command.rest}`, bot.userId), ts: null });
}

async function open(bot: Bot, { place, triggerId }: Command): Promise<string> {
  const { channel, user, direct } = place;
  const language = (await bot.localeOf(user)) ?? 'fr';
  const { settings: words, withoutStore } = labels[language];
  const say = async (text: string, outcome: string): Promise<string> => {
    await bot.voice.whisper(place, renderNote(text));
    return outcome;
  };
  if (direct) return say(words.notHere, 'no channel');
  if (!(await bot.roles.mayConfigure(user, channel))) return say(words.notAllowed, 'not allowed');
  if (!bot.store.healthy()) return say(withoutStore, 'no store');
  const now = await bot.settings.of(channel);
  if (now === unreadSettings) return say(withoutStore, 'no store');
  const { corpus } = bot.answerer();
  const opened: SettingsMetadata = { channel, ticket: randomUUID(), language };
  await bot.store.claims.take(nameOf(opened), user, { now: Date.now(), until: Date.now() + longestOpen });
  if (await bot.voice.show(settingsView(opened, now, corpus), triggerId, null)) return 'shown';
  const text = `${settingsInWords(now, corpus, language)}\n${words.notOpened}`;
  await bot.voice.whisper(place, renderSettingsChoice(text, channel, now, language));
  return 'shown in a message';
}

async function submit(bot: Bot, { user, metadata, inputs }: Submission): Promise<Submitted> {
  const opened = readSettingsMetadata(metadata);
  if (opened === null) return { work: () => tellOutdated(bot, user, 'fr') };
  const read = readSettings(inputs, bot.answerer().corpus, opened.language);
  if (read === null) return { work: () => tellOutdated(bot, user, opened.language) };
  if ('wrong' in read) return { response: { response_action: 'errors', errors: { ...read.wrong } } };
  return { work: () => change(bot, user, opened, read.settings) };
}

/** The modal carries no authority: who submits it must have opened it here, once, and must still be allowed to. */
async function change(bot: Bot, user: string, opened: SettingsMetadata, to: ChannelSettings): Promise<string> {
  const { channel, language } = opened;
  const { settings: words } = labels[language];
  if (!(await bot.store.claims.posting(nameOf(opened), user))) return tellOutdated(bot, user, language);
  await bot.store.claims.finish(nameOf(opened), user);
  const here: Place = { channel, thread: null, user, direct: false, onlyUser: true, responseUrl: null };
  const say = async (text: string, outcome: string): Promise<string> => {
    await bot.voice.whisper(here, renderNote(text));
    return outcome;
  };
  if (!(await bot.roles.mayConfigure(user, channel))) return say(words.notAllowed, 'not allowed');
  try {
    await bot.settings.change(channel, to);
  } catch {
    return say(words.notSaved, 'not kept'); // the store says why
  }
  return say(`${words.saved} ${settingsInWords(to, bot.answerer().corpus, language)}`, 'changed');
}

async function tellOutdated(bot: Bot, user: string, language: SettingsMetadata['language']): Promise<string> {
  await bot.voice.whisper(directPlace(user), renderNote(labels[language].settings.outdated));
  return 'outdated';
}

/** The claim that shows that a person opened the modal for a channel. */
function nameOf({ channel, ticket }: SettingsMetadata): string {
  return `settings:${channel}:${ticket}`;
}
