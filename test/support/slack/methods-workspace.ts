import { randomUUID } from 'node:crypto';
import {
  fail,
  isAnswer,
  readableChannel,
  stringArg,
  writableChannel,
  type Answer,
  type Args,
  type Method,
} from './method.ts';
import { wireMessage } from './methods-chat.ts';
import type { RecordedMessage } from './types.ts';
import { findMessage, ids, putMessage, type World } from './world.ts';

/** Who the app is, and the people and conversations around it. */
export const workspaceMethods: Readonly<Record<string, Method>> = {
  'auth.test': {
    required: [],
    optional: [],
    run: (world) => ({
      ok: true,
      url: `${world.origin}/`,
      team: ids.teamDomain,
      team_id: ids.team,
      user: 'greffier',
      user_id: ids.botUser,
      bot_id: ids.bot,
      is_enterprise_install: false,
    }),
  },
  'apps.connections.open': {
    token: 'app',
    required: [],
    optional: [],
    run(world) {
      const ticket = randomUUID();
      world.tickets.add(ticket);
      return { ok: true, url: `${world.origin.replace('http', 'ws')}/link/?ticket=${ticket}&app_id=${ids.app}` };
    },
  },
  'users.info': {
    required: ['user'],
    optional: ['include_locale'],
    run(world, args) {
      const user = world.users.get(stringArg(args, 'user') ?? '');
      if (user === undefined) return fail('user_not_found');
      const locale = /^(?:true|1)$/u.test(String(args['include_locale'])) ? { locale: user.locale } : {};
      return {
        ok: true,
        user: {
          id: user.id,
          team_id: ids.team,
          name: user.name,
          real_name: user.name,
          is_bot: user.isBot,
          is_admin: user.isAdmin ?? false,
          ...locale,
        },
      };
    },
  },
  'conversations.info': {
    required: ['channel'],
    optional: ['include_locale', 'include_num_members'],
    run(world, args) {
      const channel = readableChannel(world, args['channel']);
      if (channel === undefined) return fail('channel_not_found');
      const { id, name, type, botIsMember, user, creator } = channel;
      const kind = { is_channel: type === 'channel', is_im: type === 'im' };
      return { ok: true, channel: { id, name, ...kind, is_member: botIsMember, user, creator } };
    },
  },
  'conversations.members': {
    required: ['channel'],
    optional: ['limit', 'cursor'],
    run(world, args) {
      const channel = readableChannel(world, args['channel']);
      if (channel === undefined) return fail('channel_not_found');
      const all = channel.members ?? [...world.users.keys()];
      const from = Number(args['cursor'] ?? 0);
      const to = from + Number(args['limit'] ?? 100);
      const next = to < all.length ? String(to) : '';
      return { ok: true, members: all.slice(from, to), response_metadata: { next_cursor: next } };
    },
  },
  'conversations.history': {
    required: ['channel'],
    optional: ['limit', 'cursor', 'latest', 'oldest', 'inclusive', 'include_all_metadata'],
    run: (world, args) =>
      list(world, args, ({ ts, thread_ts: thread }) => thread === undefined || thread === ts, 'newest first'),
  },
  'conversations.replies': {
    required: ['channel', 'ts'],
    optional: ['limit', 'cursor', 'latest', 'oldest', 'inclusive', 'include_all_metadata'],
    run(world, args) {
      const channel = readableChannel(world, args['channel']);
      if (channel !== undefined && findMessage(world, channel.id, args['ts']) === undefined) {
        return fail('thread_not_found');
      }
      return list(
        world,
        args,
        ({ ts, thread_ts: thread }) => [ts, thread].includes(String(args['ts'])),
        'oldest first',
      );
    },
  },
  'reactions.add': {
    required: ['channel', 'timestamp', 'name'],
    optional: [],
    run(world, args) {
      const channel = writableChannel(world, args['channel']);
      if (isAnswer(channel)) return channel;
      const message = findMessage(world, channel.id, args['timestamp']);
      if (message === undefined) return fail('message_not_found');
      const name = String(args['name']);
      if (!/^[a-z0-9_+'-]+$/u.test(name)) return fail('invalid_name');
      if (message.reactions.includes(name)) return fail('already_reacted');
      putMessage(world, { ...message, reactions: [...message.reactions, name] });
      return { ok: true };
    },
  },
};

function list(
  world: World,
  args: Args,
  belongs: (message: RecordedMessage) => boolean,
  order: 'newest first' | 'oldest first',
): Answer {
  const channel = readableChannel(world, args['channel']);
  if (channel === undefined) return fail('channel_not_found');
  if (!channel.botIsMember) return fail('not_in_channel');
  const messages = world.messages
    .filter((message) => message.channel === channel.id && message.ephemeralTo === undefined && belongs(message))
    .map(wireMessage);
  return { ok: true, messages: order === 'newest first' ? messages.toReversed() : messages, has_more: false };
}
