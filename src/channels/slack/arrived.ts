import type { WebClient } from '@slack/web-api';
import * as z from 'zod';
import { type Log, reason } from '../../operations/log.ts';
import type { Message } from './message.ts';
import type { Place } from './place.ts';

/**
 * Whether the bot has said this in this place after the message with time stamp `since`. Where Slack does not tell (a scope is
 * missing, a server does not know the method), it counts as not said: better an answer that may come twice than none.
 */
export type Arrived = (place: Place, message: Message, since: string) => Promise<boolean>;

/** How many messages are looked through. */
const mostMessages = 100;

const found = z.object({
  messages: z.array(z.object({ text: z.string().catch(''), user: z.string().nullish(), bot_id: z.string().nullish() })),
});

/** Looks into conversations with `client`, which should not retry. `userId` is the bot's own. */
export function createArrived(client: WebClient, userId: string, log: Log): Arrived {
  return async ({ channel, thread }, message, since) => {
    const range = { channel, oldest: since, limit: mostMessages };
    try {
      const answer =
        thread === null
          ? await client.apiCall('conversations.history', range)
          : await client.apiCall('conversations.replies', { ...range, ts: thread });
      const { messages } = found.parse(answer);
      const words = wordsOf(message.text);
      return messages.some((each) => (each.bot_id || each.user === userId) && wordsOf(each.text) === words);
    } catch (error) {
      log.warn(`slack: cannot see whether an answer has arrived: ${reason(error)}`);
      return false;
    }
  };
}

/** Slack writes links, emoji and some characters of a text otherwise than they were sent. */
function wordsOf(text: string): string {
  return text.replaceAll(/&(?:amp|lt|gt);/g, ' ').replaceAll(/[^\p{L}\p{N}]+/gu, ' ');
}
