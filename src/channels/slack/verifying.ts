import { verifyQuotations } from '../../answer/verify.ts';
import { detectLanguage } from '../../language/detect.ts';
import type { Language } from '../../proceedings/proceedings.ts';
import { renderNote } from './blocks.ts';
import type { Bot } from './bot.ts';
import type { Feature } from './feature.ts';
import type { Command, Shortcut } from './incoming.ts';
import { labels } from './labels.ts';
import type { Place } from './place.ts';
import { typedText } from './text.ts';
import { renderVerification } from './verification-blocks.ts';

/** The callback id of the shortcut in the menu of a message; manifest.json declares it. */
export const verifyCallback = 'verify';

/** Comparing quotations with the record, for one person alone. */
export const verifying: Feature = {
  commands: {
    verifier: (bot, command) => verifyTyped(bot, command, 'fr'),
    verify: (bot, command) => verifyTyped(bot, command, 'en'),
  },
  shortcuts: { [verifyCallback]: verifyMessage },
};

async function verifyTyped(bot: Bot, { place, rest }: Command, language: Language): Promise<string> {
  return verify(bot, place, rest, language);
}

/** The message is somebody else's more often than not: the language is that of who wants to know. */
async function verifyMessage(bot: Bot, { place, text }: Shortcut): Promise<string> {
  const language = (await bot.localeOf(place.user)) ?? detectLanguage(text) ?? 'fr';
  return verify(bot, place, text, language);
}

async function verify(bot: Bot, place: Place, markup: string, language: Language): Promise<string> {
  const text = unformatted(typedText(markup, bot.userId));
  if (!/[\p{L}\p{N}]/u.test(text)) {
    await bot.voice.whisper(place, renderNote(labels[language].verifyWhat));
    return 'nothing to verify';
  }
  const verification = verifyQuotations(text, (await bot.answererFor(place)).index);
  await bot.voice.whisper(place, renderVerification(verification, language));
  return verification.verified.map(({ verdict }) => verdict.kind).join(',');
}

/** Text without Slack's marks for bold, italics, strike-through and code, which stand at the edges of words. */
function unformatted(text: string): string {
  return text.replaceAll(/(?<![\p{L}\p{N}*_~`])[*_~`]+|(?<![*_~`])[*_~`]+(?![\p{L}\p{N}*_~`])/gu, '');
}
