import type { AnyBlock } from '@slack/types';
import { countCharacters } from './block-text.ts';
import { maxText } from './check-blocks.ts';
import { isObject } from './json-walk.ts';
import { fail, isAnswer, refusal, stringArg, writableChannel, type Answer, type Args, type Method } from './method.ts';
import type { RecordedMessage } from './types.ts';
import { addBreach, findMessage, ids, judgeMessage, nextTs, putMessage, removeMessage, type World } from './world.ts';

const content = ['text', 'blocks', 'attachments', 'markdown_text', 'mrkdwn', 'metadata'];
const looks = ['username', 'icon_emoji', 'icon_url', 'as_user'];

/** Writing, changing and deleting messages. https://docs.slack.dev/reference/methods?family=chat */
export const chatMethods: Readonly<Record<string, Method>> = {
  'chat.postMessage': {
    required: ['channel'],
    optional: [...content, ...looks, 'thread_ts', 'reply_broadcast', 'unfurl_links', 'unfurl_media'],
    run: (world, args) => post(world, args, 'chat.postMessage'),
  },
  'chat.postEphemeral': {
    required: ['channel', 'user'],
    optional: [...content, ...looks, 'thread_ts'],
    run: (world, args) => post(world, args, 'chat.postEphemeral'),
  },
  'chat.update': {
    required: ['channel', 'ts'],
    optional: [...content, 'as_user', 'reply_broadcast'],
    run: update,
  },
  'chat.delete': {
    required: ['channel', 'ts'],
    optional: ['as_user'],
    run(world, args) {
      const message = ownMessage(world, args, 'cant_delete_message');
      if ('ok' in message) return message;
      removeMessage(world, message);
      return { ok: true, channel: message.channel, ts: message.ts };
    },
  },
  'chat.getPermalink': {
    required: ['channel', 'message_ts'],
    optional: [],
    run(world, args) {
      const message = findMessage(world, String(args['channel']), args['message_ts']);
      if (message === undefined) return fail('message_not_found');
      const { channel, ts } = message;
      return {
        ok: true,
        channel,
        permalink: `https://${ids.teamDomain}.slack.com/archives/${channel}/p${ts.replace('.', '')}`,
      };
    },
  },
};

/** What a message shows, from the arguments of a call or the body of a response_url. */
export function contentOf(args: Args): Pick<RecordedMessage, 'text' | 'blocks'> {
  return {
    text: stringArg(args, 'text') ?? stringArg(args, 'markdown_text') ?? '',
    blocks: Array.isArray(args['blocks']) ? args['blocks'].filter(isBlock) : [],
  };
}

function isBlock(value: unknown): value is AnyBlock {
  return isObject(value) && typeof value['type'] === 'string';
}

/** True where there is nothing to show: Slack answers `no_text`. */
export function isEmpty(args: Args): boolean {
  return ['text', 'markdown_text', 'blocks', 'attachments'].every((name) => {
    const value = args[name];
    return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  });
}

/** The refusal of a thread_ts that names no root, or null. A reply's own ts works live, but scatters the thread. */
export function checkThread(world: World, source: string, channel: string, threadTs: unknown): Answer | null {
  if (threadTs === undefined) return null;
  const root = findMessage(world, channel, threadTs);
  if (root === undefined || root.ephemeralTo !== undefined) {
    addBreach(world, source, `thread_ts: no message ${JSON.stringify(threadTs)} in ${channel}`);
    return fail('thread_not_found');
  }
  if (root.thread_ts !== undefined && root.thread_ts !== root.ts) {
    addBreach(world, source, `thread_ts: ${root.ts} is a reply, its root is ${root.thread_ts}`);
  }
  return null;
}

function post(world: World, args: Args, method: string): Answer {
  const channel = writableChannel(world, args['channel']);
  if (isAnswer(channel)) return channel;
  const user = stringArg(args, 'user');
  if (method === 'chat.postEphemeral' && (user === undefined || !world.users.has(user)))
    return fail('user_not_in_channel');
  if (isEmpty(args)) return fail('no_text');
  const refused =
    checkThread(world, method, channel.id, args['thread_ts']) ?? refusal(judgeMessage(world, method, args));
  if (refused !== null) return refused;
  const thread = stringArg(args, 'thread_ts');
  const message = putMessage(world, {
    channel: channel.id,
    ts: nextTs(world),
    user: ids.botUser,
    ...contentOf(args),
    ...(thread === undefined ? {} : { thread_ts: thread }),
    ...(user === undefined ? {} : { ephemeralTo: user }),
    via: method,
    edits: 0,
    reactions: [],
    streaming: false,
  });
  return user === undefined
    ? { ok: true, channel: channel.id, ts: message.ts, message: wireMessage(message) }
    : { ok: true, message_ts: message.ts };
}

function update(world: World, args: Args): Answer {
  const message = ownMessage(world, args, 'cant_update_message');
  if ('ok' in message) return message;
  if (message.streaming) return fail('streaming_state_conflict');
  if (isEmpty(args)) return fail('no_text');
  const refused = refusal(judgeMessage(world, 'chat.update', args));
  if (refused !== null) return refused;
  if (countCharacters(stringArg(args, 'text') ?? '') > maxText) return fail('msg_too_long');
  // An update without blocks keeps the old ones: only an empty list removes them.
  const { text, blocks } = contentOf(args);
  const updated = putMessage(world, {
    ...message,
    text,
    blocks: args['blocks'] === undefined ? message.blocks : blocks,
    via: 'chat.update',
    edits: message.edits + 1,
  });
  return { ok: true, channel: message.channel, ts: message.ts, text: updated.text, message: wireMessage(updated) };
}

function ownMessage(world: World, args: Args, notOwn: string): RecordedMessage | Answer {
  const channel = writableChannel(world, args['channel']);
  if (isAnswer(channel)) return channel;
  const message = findMessage(world, channel.id, args['ts']);
  if (message === undefined || message.ephemeralTo !== undefined) return fail('message_not_found');
  return message.user === ids.botUser ? message : fail(notOwn);
}

/** A message of the bot as Slack puts it in answers and payloads. */
export function wireMessage(message: RecordedMessage): Record<string, unknown> {
  const own = message.user === ids.botUser;
  return {
    type: 'message',
    user: message.user,
    ts: message.ts,
    team: ids.team,
    text: message.text,
    ...(own ? { bot_id: ids.bot, app_id: ids.app } : {}),
    ...(message.thread_ts === undefined ? {} : { thread_ts: message.thread_ts }),
    ...(message.edits === 0 ? {} : { edited: { user: ids.bot, ts: message.ts } }),
    ...(message.blocks.length === 0 ? {} : { blocks: withBlockIds(message.blocks) }),
  };
}

/** Blocks with the block_id that Slack makes up where an app gave none. */
export function withBlockIds(blocks: readonly AnyBlock[]): Record<string, unknown>[] {
  return blocks.map((block, index) => ({ block_id: `auto-${index}`, ...block }));
}
