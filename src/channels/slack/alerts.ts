import { randomUUID } from 'node:crypto';
import type { Answer } from '../../proceedings/answer.ts';
import type { Language } from '../../proceedings/proceedings.ts';
import { renderAlerts, renderKept } from './alert-blocks.ts';
import { renderNote, renderReply } from './blocks.ts';
import { type Bot, takeTurn } from './bot.ts';
import type { Feature } from './feature.ts';
import type { Click, Command } from './incoming.ts';
import { type Labels, labels } from './labels.ts';
import { tell } from './notices.ts';
import { directPlace, type Place } from './place.ts';
import { readAlertPointer, readAlertsPointer, readKeptAlertPointer } from './silence-pointer.ts';
import { typedText } from './text.ts';

/** Questions to come back to when a later file answers them: remembering, listing and forgetting them. */
export const alerts: Feature = {
  clicks: { alert: remember, unalert: forget, alerts: listAgain },
  commands: { alertes: listOr('alertes', 'fr'), alerts: listOr('alerts', 'en') },
};

async function remember(bot: Bot, { place, value }: Click): Promise<string> {
  const pointer = readAlertPointer(value);
  if (pointer === null) return tell(bot, place, 'stale');
  const { question, language } = pointer;
  const answer = (await bot.answererFor(place)).answer(question, { language });
  // The corpus has changed since the bot was silent.
  if (answer.kind !== 'not_found') return tellAnswer(bot, place, answer, language);
  const elsewhere = bot.answerer().answer(question, { language });
  // A file that the channel does not consult: an alert would be answered from it too, in the person's own conversation.
  if (elsewhere.kind !== 'not_found') return tellAnswer(bot, directPlace(place.user), elsewhere, language);
  const alert = { id: randomUUID(), person: place.user, question, language, at: Date.now() };
  try {
    if (!(await bot.store.alerts.add(alert))) return await say(bot, place, 'alertKnown', language);
  } catch {
    return say(bot, place, 'alertNotKept', language); // the store says why
  }
  await bot.voice.whisper(place, renderKept(alert));
  return 'alertKept';
}

async function tellAnswer(bot: Bot, place: Place, answer: Answer, language: Language): Promise<string> {
  await bot.voice.whisper(place, renderReply({ kind: 'answer', language, answer }, { share: true }));
  return 'answered';
}

/** Only one's own: the button says which, Slack says who. */
async function forget(bot: Bot, { place, value }: Click): Promise<string> {
  const pointer = readKeptAlertPointer(value);
  if (pointer === null) return tell(bot, place, 'stale');
  const { id, language } = pointer;
  let removed: boolean;
  try {
    const own = await bot.store.alerts.list(place.user);
    removed = own.some((alert) => alert.id === id) && (await bot.store.alerts.remove(id));
  } catch {
    return say(bot, place, 'alertsAway', language); // the store says why
  }
  return say(bot, place, removed ? 'alertStopped' : 'alertGone', language);
}

async function listAgain(bot: Bot, { place, value }: Click): Promise<string> {
  const pointer = readAlertsPointer(value);
  return pointer === null ? tell(bot, place, 'stale') : list(bot, place, pointer.language);
}

/** Lists where the word stands alone; with others ("alertes sur les crues") it begins a question. */
function listOr(word: string, language: Language) {
  return (bot: Bot, { place, rest }: Command): Promise<string> =>
    rest.trim() === ''
      ? list(bot, place, language)
      : takeTurn(bot, { place, text: typedText(`${word} ${rest}`, bot.userId), ts: null });
}

async function list(bot: Bot, place: Place, language: Language): Promise<string> {
  const own = await bot.store.alerts.list(place.user).catch(() => null); // the store says why
  if (own === null) return say(bot, place, 'alertsAway', language);
  await bot.voice.whisper(place, renderAlerts(own, language));
  return 'listed';
}

type Said = 'alertKnown' | 'alertNotKept' | 'alertsAway' | 'alertStopped' | 'alertGone';

async function say(bot: Bot, place: Place, what: Said & keyof Labels, language: Language): Promise<string> {
  await bot.voice.whisper(place, renderNote(labels[language][what]));
  return what;
}
