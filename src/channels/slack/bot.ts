import type { Answerer } from '../../answer/answerer.ts';
import type { ConversationEngine } from '../../conversation/engine.ts';
import { detectLanguage } from '../../language/detect.ts';
import type { Language } from '../../proceedings/proceedings.ts';
import { catalogueOf } from '../../replies/catalogue.ts';
import type { Reply } from '../../replies/reply.ts';
import type { SteadyStore } from '../../store/steady.ts';
import type { Arrived } from './arrived.ts';
import { renderNote, renderReply } from './blocks.ts';
import type { Message } from './message.ts';
import type { LocaleOf } from './locales.ts';
import { type Claim, type Once, undisputed } from './once.ts';
import type { CallOptional } from './optional.ts';
import { conversationOf, type Place } from './place.ts';
import type { Tasks } from './tasks.ts';
import type { Voice } from './voice.ts';

/** What every listener works with. */
export interface Bot {
  readonly engine: ConversationEngine;
  /** Asked anew for every button, so that a reloaded corpus serves it. */
  readonly answerer: () => Answerer;
  readonly store: Pick<SteadyStore, 'feedback' | 'questions' | 'publications' | 'healthy'>;
  readonly voice: Voice;
  readonly callOptional: CallOptional;
  readonly once: Once;
  readonly arrived: Arrived;
  readonly tasks: Tasks;
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
  let delivering = false;
  const deliver = async (replies: readonly Reply[]): Promise<void> => {
    const messages = replies.map((reply) => renderReply(reply, { share: true }));
    delivering = true;
    await send(bot, asked, messages, claim);
  };
  try {
    const replies = await bot.engine.turn({ conversation: conversationOf(place), user: place.user, text }, deliver);
    await noteUnanswered(bot, replies);
    return replies.map((reply) => (reply.kind === 'answer' ? reply.answer.kind : reply.kind)).join(',') || 'silence';
  } catch (error) {
    if (error instanceof TakenOver) return 'taken over';
    if (!delivering) {
      const language: Language = detectLanguage(text) ?? 'fr';
      await send(bot, asked, [renderNote(catalogueOf(language).failed)], claim);
    }
    throw error;
  }
}

/** @throws TakenOver where another process answers by now; and where Slack takes a message in no way. */
async function send(bot: Bot, { place, ts }: Asked, messages: readonly Message[], claim: Claim): Promise<void> {
  const [first] = messages;
  if (first === undefined) return;
  if (claim.doubtful && ts !== null && (await bot.arrived(place, first, ts))) return;
  if (!(await claim.mayPost())) throw new TakenOver();
  for (const message of messages) await bot.voice.say(place, message);
}

/** Keeps the questions that the record does not answer, without who asked. That this fails is told by the store. */
async function noteUnanswered(bot: Bot, replies: readonly Reply[]): Promise<void> {
  for (const reply of replies)
    if (reply.kind === 'answer' && reply.answer.kind === 'not_found')
      await bot.store.questions.note(reply.answer.question, reply.language, Date.now()).catch(() => undefined);
}
