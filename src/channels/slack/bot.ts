import { setTimeout as pause } from 'node:timers/promises';
import type { Answerer } from '../../answer/answerer.ts';
import type { ConversationEngine } from '../../conversation/engine.ts';
import { detectLanguage } from '../../language/detect.ts';
import type { Finding } from '../../proceedings/finding.ts';
import type { Language } from '../../proceedings/proceedings.ts';
import { catalogueOf } from '../../replies/catalogue.ts';
import type { Reply } from '../../replies/reply.ts';
import type { SteadyStore } from '../../store/steady.ts';
import { entitle, type Prompts, showWorking } from './agent.ts';
import type { Arrived } from './arrived.ts';
import type { AskerMark } from './asker.ts';
import { renderNote, renderReply } from './blocks.ts';
import type { SettingsBook } from './channel-settings.ts';
import { labels } from './labels.ts';
import type { Message, Offer } from './message.ts';
import type { LocaleOf } from './locales.ts';
import { type Claim, type Once, undisputed } from './once.ts';
import type { CallOptional } from './optional.ts';
import type { Place } from './place.ts';
import type { Roles } from './roles.ts';
import { conversationAt } from './scope.ts';
import type { Tasks } from './tasks.ts';
import type { Voice } from './voice.ts';

/** What maintainers are told of, as it stands at this moment. */
export interface Upkeep {
  /** What is wrong with the files of the corpus. */
  readonly findings: () => readonly Finding[];
  /** When the corpus was last loaded, in ms since the epoch. */
  readonly loadedAt: () => number;
  /** Whether events can arrive. */
  readonly connected: () => boolean;
  /** Which Greffier this is. */
  readonly version: string;
}

/** What every listener works with. */
export interface Bot {
  readonly engine: ConversationEngine;
  /** Asked anew for every button, so that a reloaded corpus serves it. */
  readonly answerer: () => Answerer;
  /** The same over the files in scope of the channel of a place: what anybody there may be shown. */
  readonly answererFor: (place: Pick<Place, 'channel' | 'direct'>) => Promise<Answerer>;
  readonly store: Pick<
    SteadyStore,
    'alerts' | 'baskets' | 'claims' | 'feedback' | 'publications' | 'questions' | 'healthy'
  >;
  readonly settings: SettingsBook;
  readonly roles: Roles;
  readonly upkeep: Upkeep;
  readonly voice: Voice;
  readonly callOptional: CallOptional;
  readonly once: Once;
  readonly arrived: Arrived;
  readonly tasks: Tasks;
  readonly askerMark: AskerMark;
  readonly prompts: Prompts;
  readonly localeOf: LocaleOf;
  /** The bot's own user id. */
  readonly userId: string;
}

/** One message of a person, as Slack delivered it. */
export interface Asked {
  readonly place: Place;
  readonly text: string;
  /** Time stamp of the message; null for commands and clicks, which have none. */
  readonly ts: string | null;
}

/** How long Slack may take to tell a person's language, in ms. */
const localeMs = 500;

/** Another process has taken the event over. */
class TakenOver extends Error {}

/**
 * Takes one turn of a conversation and says what the engine replies. A failure of the engine is told to the person,
 * without its details, and thrown for the log.
 *
 * @returns the kinds of the replies
 * @throws what the engine threw, or where Slack takes a message in no way
 */
export async function takeTurn(bot: Bot, asked: Asked, claim: Claim = undisputed): Promise<string> {
  const { place, text } = asked;
  const told = detectLanguage(text);
  let language: Language = told ?? 'fr';
  let delivering = false;
  const deliver = async (replies: readonly Reply[]): Promise<void> => {
    const messages = replies.map((reply) => renderReply(reply, offerTo(bot, place)));
    delivering = true;
    await send(bot, asked, messages, claim);
  };
  const rest = showWorking(bot, asked, () => language);
  try {
    const locale = told === null ? await localeWithin(bot, place.user) : undefined;
    language = told ?? locale ?? 'fr';
    const at = await conversationAt(bot, place);
    if (at === null) {
      delivering = true;
      await send(bot, asked, [renderNote(labels[language].settings.unread)], claim);
      return 'settings unread';
    }
    const turn = { ...at, user: place.user, text, ...(locale && { locale }) };
    const replies = await bot.engine.turn(turn, deliver);
    if (replies.some(({ kind }) => kind === 'answer')) await entitle(bot, asked, text);
    await noteUnanswered(bot, replies);
    return replies.map((reply) => (reply.kind === 'answer' ? reply.answer.kind : reply.kind)).join(',') || 'silence';
  } catch (error) {
    if (error instanceof TakenOver) return 'taken over';
    if (!delivering) await send(bot, asked, [renderNote(catalogueOf(language).failed)], claim);
    throw error;
  } finally {
    rest();
  }
}

/** The language that a person has Slack in; undefined where Slack does not tell soon: an answer does not wait for it. */
async function localeWithin(bot: Bot, user: string): Promise<Language | undefined> {
  const waiting = new AbortController();
  const late = pause(localeMs, undefined, { signal: waiting.signal }).catch(() => undefined);
  return Promise.race([bot.localeOf(user), late]).finally(() => waiting.abort());
}

/** What is offered with an answer to who asks here. */
export function offerTo({ answerer, askerMark }: Bot, place: Place): Offer {
  return { share: true, corpus: answerer().corpus, asker: askerMark(place) };
}

/** @throws TakenOver where another process answers by now; and where Slack takes a message in no way. */
async function send(bot: Bot, { place, ts }: Asked, messages: readonly Message[], claim: Claim): Promise<void> {
  if (messages.length === 0) return;
  if (!(await claim.mayPost())) throw new TakenOver();
  for (const message of messages) {
    const arrived = claim.doubtful && ts !== null && (await bot.arrived(place, message, ts));
    if (!arrived) await bot.voice.say(place, message);
  }
}

/** Keeps the questions that the record does not answer, without who asked. That this fails is told by the store. */
async function noteUnanswered(bot: Bot, replies: readonly Reply[]): Promise<void> {
  for (const reply of replies)
    if (reply.kind === 'answer' && reply.answer.kind === 'not_found')
      await bot.store.questions.note(reply.answer.question, reply.language, Date.now()).catch(() => undefined);
}
