import type { KnownBlock } from '@slack/types';
import * as z from 'zod';
import type { Language } from '../../proceedings/proceedings.ts';
import type { Bot } from './bot.ts';
import type { Feature } from './feature.ts';
import { upkeepBlocks } from './home-upkeep.ts';
import { homeView } from './home-view.ts';
import type { Click } from './incoming.ts';
import { tell } from './notices.ts';

/** The app's home and its buttons. */
export const home: Feature = { clicks: { 'home-refresh': refresh, 'home-alert': stopAlert } };

const fourWeeks = 28 * 24 * 60 * 60 * 1000;
/** How many unanswered questions are grouped, and how many opinions counted. */
const mostQuestions = 500;
const mostFeedback = 200;

/** Publishes the home of a person as things stand at this moment. Where Slack has none, nothing happens. */
export async function publishHome(bot: Bot, user: string): Promise<void> {
  const language = (await bot.localeOf(user)) ?? 'fr';
  const alerts = await bot.store.alerts.list(user).catch(() => null); // the store says why
  const upkeep = bot.roles.isMaintainer(user) ? await upkeepOf(bot, language) : [];
  const view = homeView({ language, answerer: bot.answerer(), keeping: bot.store.healthy(), alerts, upkeep });
  bot.callOptional('views.publish', { user_id: user, view });
}

async function upkeepOf(bot: Bot, language: Language): Promise<readonly KnownBlock[]> {
  const [unanswered, feedback] = await Promise.all([
    bot.store.questions.list(Date.now() - fourWeeks, mostQuestions).catch(() => null),
    bot.store.feedback.list(mostFeedback).catch(() => null),
  ]);
  const { corpus } = bot.answerer();
  const storeHealthy = bot.store.healthy();
  return upkeepBlocks({ language, corpus, upkeep: bot.upkeep, storeHealthy, unanswered, feedback });
}

async function refresh(bot: Bot, { place }: Click): Promise<string> {
  await publishHome(bot, place.user);
  return 'published';
}

const stopValue = z.object({ alert: z.string() });

/** Stops an alert of the person who clicks, and of nobody else. */
async function stopAlert(bot: Bot, { place, value }: Click): Promise<string> {
  const alert = alertIn(value);
  if (alert === null) return tell(bot, place, 'stale');
  try {
    const own = await bot.store.alerts.list(place.user);
    if (own.some(({ id }) => id === alert)) await bot.store.alerts.remove(alert);
  } catch {
    await publishHome(bot, place.user); // shows that nothing can be kept
    return 'not stopped';
  }
  await publishHome(bot, place.user);
  return 'stopped';
}

function alertIn(value: string | null): string | null {
  try {
    return stopValue.parse(JSON.parse(value ?? '')).alert;
  } catch {
    return null;
  }
}
