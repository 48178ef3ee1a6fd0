import type { KnownBlock, ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import * as z from 'zod';
import { slackError } from './failures.ts';
import { withPlainFeedback } from './feedback.ts';
import { type Log, reason } from '../../operations/log.ts';
import type { Message } from './message.ts';
import type { Pace } from './pace.ts';
import type { Place } from './place.ts';

/** Everything that the bot sends to Slack in answer to a person. */
export interface Voice {
  /** Answers where the answer belongs. @throws where Slack takes the message in no way. */
  say(place: Place, message: Message): Promise<void>;
  /** Tells this person alone. @throws where Slack takes the message in no way. */
  whisper(place: Place, message: Message): Promise<void>;
  /**
   * Posts for everybody in a channel; `responseUrl` serves where the bot is not a member.
   *
   * @returns the time stamp of the message; null where Slack does not tell
   * @throws as `say`
   */
  publish(channel: string, responseUrl: string | null, message: Message): Promise<string | null>;
  /** Puts another message in the place of one of the bot's own, where it was said. @throws where Slack refuses. */
  replace(place: Place, ts: string, message: Message): Promise<void>;
  /** Takes back one of the bot's own messages. @throws where Slack refuses. */
  remove(place: Place, ts: string): Promise<void>;
  /** The address of a message; null where Slack gives none. Never rejects. */
  linkTo(channel: string, ts: string): Promise<string | null>;
  /** Opens a modal, or changes the one that `viewId` names. False where Slack refuses. */
  show(view: ModalView, triggerId: string | null, viewId: string | null): Promise<boolean>;
}

const posted = z.object({ ts: z.string().nullable().catch(null) });

type Send = (body: { text: string; blocks?: KnownBlock[] }) => Promise<unknown>;

/**
 * The bot's voice over the Web API: each message in the first way that works, plainer where Slack refuses its blocks.
 *
 * @param client retries, and rejects what is rate limited: for what must arrive
 * @param pace when that is sent
 * @param quick does not retry: for what has another way, or a trigger that lives three seconds
 * @param timeoutMs how long a response_url may take
 */
export function createVoice(client: WebClient, pace: Pace, quick: WebClient, timeoutMs: number, log: Log): Voice {
  let plainFeedback = false;

  /** Sends the blocks, then with ordinary buttons for feedback, then the text alone, as far as Slack refuses blocks. */
  async function send(message: Message, post: Send): Promise<void> {
    const plain = withPlainFeedback(message.blocks);
    const hasFeedback = message.blocks.some((block) => block.type === 'context_actions');
    if (hasFeedback && !plainFeedback && (await accepted(post, message.text, message.blocks))) return;
    if (!(await accepted(post, message.text, plain))) {
      log.warn('slack: refuses the blocks of a message; it was sent as text');
      await post({ text: message.text });
    } else if (hasFeedback && !plainFeedback) {
      plainFeedback = true;
      log.warn('slack: refuses feedback_buttons; ordinary buttons take their place');
    }
  }

  /** Sends in the first way that works. */
  async function firstOf(message: Message, ways: readonly (Send | null)[]): Promise<void> {
    let failure: unknown = null;
    for (const way of ways) {
      if (way === null) continue;
      try {
        return await send(message, way);
      } catch (error) {
        failure = error;
        log.debug(`slack: another way is tried: ${reason(error)}`);
      }
    }
    throw failure;
  }

  const unfurl = { unfurl_links: false, unfurl_media: false };

  const toChannel =
    (channel: string, thread: string | null): Send =>
    (body) => {
      const message = { channel, ...(thread !== null && { thread_ts: thread }), ...unfurl, ...body };
      return pace.post(channel, () => client.chat.postMessage(message));
    };

  const toResponseUrl = (url: string | null, type: 'ephemeral' | 'in_channel'): Send | null =>
    url === null ? null : (body) => respond(url, timeoutMs, { response_type: type, replace_original: false, ...body });

  const whisper = (place: Place, message: Message) => {
    const { channel, user, thread, responseUrl } = place;
    const inModal = channel === user;
    const ephemeral: Send = (body) =>
      quick.chat.postEphemeral({ channel, user, ...(thread !== null && { thread_ts: thread }), ...body });
    const url = toResponseUrl(responseUrl, 'ephemeral');
    // A response_url of a thread's message answers outside the thread; a slash command's serves where the bot is no member.
    const ways = thread === null ? [url, ephemeral] : [ephemeral, url];
    return firstOf(message, [...(inModal ? [] : ways), toChannel(user, null)]);
  };

  return {
    whisper,
    say: (place, message) =>
      place.onlyUser ? whisper(place, message) : firstOf(message, [toChannel(place.channel, place.thread)]),
    async publish(channel, responseUrl, message) {
      let ts: string | null = null;
      const post = toChannel(channel, null);
      const posting: Send = async (body) => {
        ts = posted.parse(await post(body)).ts;
      };
      await firstOf(message, [posting, toResponseUrl(responseUrl, 'in_channel')]);
      return ts;
    },
    replace({ channel, onlyUser, responseUrl: url }, ts, message) {
      const anew: Send | null =
        url === null ? null : (body) => respond(url, timeoutMs, { replace_original: true, ...body });
      const edit: Send = (body) => pace.patiently(() => client.chat.update({ channel, ts, ...body }));
      return firstOf(message, onlyUser ? [anew] : [edit, anew]);
    },
    async remove({ channel, onlyUser, responseUrl: url }, ts) {
      if (onlyUser && url !== null) await respond(url, timeoutMs, { delete_original: true });
      else await pace.patiently(() => client.chat.delete({ channel, ts }));
    },
    async linkTo(channel, ts) {
      try {
        const { permalink } = await quick.chat.getPermalink({ channel, message_ts: ts });
        return permalink ?? null;
      } catch (error) {
        log.debug('slack: no address of a message', { reason: reason(error) });
        return null;
      }
    },
    async show(view, triggerId, viewId) {
      if (viewId !== null && (await works(() => quick.views.update({ view_id: viewId, view })))) return true;
      return triggerId !== null && (await works(() => quick.views.open({ trigger_id: triggerId, view })));
    },
  };

  async function works(call: () => Promise<unknown>): Promise<boolean> {
    try {
      await call();
      return true;
    } catch (error) {
      log.warn(`slack: a modal was refused: ${reason(error)}`);
      return false;
    }
  }
}

/** False where Slack refuses the blocks. @throws any other failure. */
async function accepted(post: Send, text: string, blocks: readonly KnownBlock[]): Promise<boolean> {
  try {
    await post({ text, blocks: [...blocks] });
    return true;
  } catch (error) {
    if (/block|invalid_arguments/.test(slackError(error) ?? reason(error))) return false;
    throw error;
  }
}

/** @throws Error with Slack's words where it refuses the message. */
async function respond(url: string, timeoutMs: number, body: object): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    signal: AbortSignal.timeout(timeoutMs),
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = await response.text();
  if (!response.ok || /"ok":\s*false/.test(answer))
    throw new Error(`response_url answers ${response.status} ${answer.slice(0, 80)}`);
}
