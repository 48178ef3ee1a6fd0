import type { App } from '@slack/bolt';
import { createTurnQueue } from '../../conversation/turn-queue.ts';
import { offerPrompts } from './agent.ts';
import { type Bot, takeTurn } from './bot.ts';
import { usualSettings } from './channel-settings.ts';
import { publishHome } from './home.ts';
import { eventBody, homeEvent, messageEvent, type MessageEvent } from './incoming.ts';
import type { Claim } from './once.ts';
import { isDirect, type Place } from './place.ts';
import { conversationAt } from './scope.ts';
import { mentionsUser, typedText } from './text.ts';

/** The events of Slack that the bot listens to; manifest.json subscribes to them. */
export const eventNames = ['app_mention', 'message', 'app_home_opened'] as const;

/** Subtypes of messages that people write; all others are edits, joins, other bots and the like. */
const writtenByPeople = new Set([undefined, null, 'file_share', 'thread_broadcast']);

/** Answers mentions, direct messages and follow-ups in threads; offers prompts when the conversation is opened. */
export function listenToEvents(app: App, bot: Bot): void {
  // People in one thread are answered in the order in which they asked, whoever they are.
  const threads = createTurnQueue();
  const inTurn = (event: unknown, body: unknown, mentioned: boolean) =>
    threads.run(threadOf(event), () => onMessage(bot, event, body, mentioned));
  app.event('app_mention', ({ event, body }) => inTurn(event, body, true));
  app.event('message', ({ event, body }) => inTurn(event, body, false));
  app.event('app_home_opened', async ({ event }) => {
    const home = homeEvent.safeParse(event);
    if (!home.success) return;
    if (home.data.tab === 'home') await publishHome(bot, home.data.user);
    if (home.data.tab !== 'messages') return;
    await offerPrompts(bot, home.data.user, home.data.channel);
  });
}

/** The thread that a message is in or may open; the same for all that is no message. */
function threadOf(event: unknown): string {
  const message = messageEvent.safeParse(event).data;
  return message === undefined ? '' : `${message.channel}:${message.thread_ts ?? message.ts}`;
}

async function onMessage(bot: Bot, event: unknown, body: unknown, mentioned: boolean): Promise<void> {
  const parsed = messageEvent.safeParse(event);
  if (!parsed.success) return;
  const message = parsed.data;
  if (!writtenByPeople.has(message.subtype) || message.bot_id || message.user === bot.userId) return;
  const direct = message.channel_type === 'im' || isDirect(message.channel);
  const addressed = mentioned || direct || mentionsUser(message.text, bot.userId);
  const asks = message.text.trimEnd().endsWith('?') && !turnsToSomebody(message);
  if (!addressed && !asks && message.thread_ts === null) return;
  const { listens, answers } = direct ? usualSettings : await bot.settings.of(message.channel);
  const onlyUser = answers === 'ephemeral';
  const place: Place = {
    channel: message.channel,
    // What one person alone sees opens no thread.
    thread: message.thread_ts ?? (direct || onlyUser ? null : message.ts),
    user: message.user,
    direct,
    onlyUser,
    responseUrl: null,
  };
  const overheard = asks && listens === 'questions';
  if (!addressed && !overheard && !(await isFollowUp(bot, message, place))) return;
  const { event_id: eventId } = eventBody.catch({ event_id: null }).parse(body);
  // The same in its retries and in its twin: a mention arrives as `app_mention` and as `message`.
  const name = `message:${message.channel}:${message.ts}`;
  // Whatever id a server gives the bot, a mention opens with it.
  const text = typedText(mentioned ? message.text.replace(/^\s*<@[^>]*>/, '') : message.text, bot.userId);
  const kind = direct || (overheard && !addressed) ? 'message' : addressed ? 'mention' : 'follow-up';
  const answer = (claim: Claim) => takeTurn(bot, { place, text, ts: message.ts }, claim);
  await bot.tasks.run(kind, eventId ?? name, async () => (await bot.once.run(name, answer)) ?? 'duplicate');
}

/** A person goes on in a thread where they were answered, without naming the bot, and does not turn to somebody else. */
async function isFollowUp(bot: Bot, message: MessageEvent, place: Place): Promise<boolean> {
  if (message.thread_ts === null || turnsToSomebody(message)) return false;
  const at = await conversationAt(bot, place);
  return at !== null && (await bot.engine.remembers(at.conversation, place.user));
}

/** Whether a message opens with a mention; where it is the bot's, the message is addressed to the bot anyway. */
function turnsToSomebody({ text }: MessageEvent): boolean {
  return text.trimStart().startsWith('<@');
}
