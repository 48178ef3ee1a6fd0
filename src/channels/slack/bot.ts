import type { Answerer } from '../../answer/answerer.ts';
import type { ConversationEngine } from '../../conversation/engine.ts';
import { detectLanguage } from '../../language/detect.ts';
import type { Language } from '../../proceedings/proceedings.ts';
import { catalogueOf } from '../../replies/catalogue.ts';
import type { Reply } from '../../replies/reply.ts';
import { renderNote, renderReply } from './blocks.ts';
import type { Message } from './message.ts';
import type { CallOptional } from './optional.ts';
import { conversationOf, type Place } from './place.ts';
import type { Seen } from './seen.ts';
import type { Tasks } from './tasks.ts';
import type { Voice } from './voice.ts';

/** What every listener works with. */
export interface Bot {
  readonly engine: ConversationEngine;
  /** Asked anew for every button, so that a reloaded corpus serves it. */
  readonly answerer: () => Answerer;
  readonly voice: Voice;
  readonly callOptional: CallOptional;
  readonly seen: Seen;
  readonly tasks: Tasks;
  /** The bot's own user id. */
  readonly userId: string;
}

/**
 * Takes one turn of a conversation and says what the engine replies. A failure of the engine is told to the person,
 * without its details, and thrown for the log.
 *
 * @returns the kinds of the replies
 * @throws what the engine threw, or where Slack takes a message in no way
 */
export async function takeTurn(bot: Bot, place: Place, text: string): Promise<string> {
  let replies: readonly Reply[];
  let messages: readonly Message[];
  try {
    replies = await bot.engine.turn({ conversation: conversationOf(place), user: place.user, text });
    messages = replies.map((reply) => renderReply(reply, { share: true }));
  } catch (error) {
    const language: Language = detectLanguage(text) ?? 'fr';
    await bot.voice.say(place, renderNote(catalogueOf(language).failed));
    throw error;
  }
  for (const message of messages) await bot.voice.say(place, message);
  return replies.map((reply) => (reply.kind === 'answer' ? reply.answer.kind : reply.kind)).join(',') || 'silence';
}
