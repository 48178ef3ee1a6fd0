import type { Answer, Excerpt } from '../../proceedings/answer.ts';
import type { Bot } from './bot.ts';
import type { Message } from './message.ts';
import { isDirect } from './place.ts';
import { quotationId } from './pointer.ts';

/**
 * Notes the quotations of an answer that was shared as published, as far as its message shows them whole. In a person's own
 * conversation nothing is published. Never rejects: that a note fails is told by the store.
 *
 * @param ts time stamp of the message; null where Slack did not tell
 */
export async function noteShared(
  bot: Bot,
  person: string,
  channel: string,
  ts: string | null,
  answer: Answer,
  shared: Message,
): Promise<void> {
  const quoted = answer.kind === 'not_found' || isDirect(channel) || channel === person ? [] : answer.excerpts;
  const shows = quotedIn(shared);
  const ids = new Set(quoted.filter(shows).map(quotationId));
  if (ids.size === 0) return;
  const link = ts === null ? null : await bot.voice.linkTo(channel, ts);
  const at = Date.now();
  for (const quotation of ids)
    await bot.store.publications.note({ quotation, channel, link, person, at }).catch(() => undefined);
}

/** Whether the blocks of a message hold the words of an excerpt. */
function quotedIn({ blocks }: Message): (excerpt: Excerpt) => boolean {
  const written = JSON.stringify(blocks);
  return ({ text }) => written.includes(JSON.stringify(text));
}
