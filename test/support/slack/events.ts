import {
  addChannel,
  addUser,
  changed,
  findMessage,
  ids,
  imWith,
  nextId,
  nextTs,
  putMessage,
  type World,
} from './world.ts';
import type { MessageArgs, RecordedMessage, SlackChannel } from './types.ts';

/** An event ready to be wrapped. */
export type Event = Readonly<Record<string, unknown>>;

/** The outer body of the Events API. https://docs.slack.dev/apis/events-api/#callback-field */
export function eventBody(world: World, event: Event, eventId: string | undefined): Record<string, unknown> {
  const id = eventId ?? nextId(world, 'Ev');
  return {
    token: 'verification-token',
    team_id: ids.team,
    context_team_id: ids.team,
    context_enterprise_id: null,
    api_app_id: ids.app,
    event,
    type: 'event_callback',
    event_id: id,
    event_time: Math.floor(Date.now() / 1000),
    authorizations: [
      { enterprise_id: null, team_id: ids.team, user_id: ids.botUser, is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: false,
    event_context: `4-${id}`,
  };
}

/** `app_mention`: like a message, but without channel_type. */
export function mentionEvent(world: World, args: MessageArgs): Event {
  const named = `<@${ids.botUser}>`;
  const text = args.text.includes(named) ? args.text : `${named} ${args.text}`;
  const { channel_type: _, ...event } = messageEvent(world, { ...args, text });
  return { ...event, type: 'app_mention' };
}

/** A person's `message`, recorded in its channel; the root of its thread too if nobody wrote it yet. */
export function messageEvent(world: World, args: MessageArgs): Event {
  const channel = addChannel(world, { id: args.channel });
  addUser(world, { id: args.user });
  const { thread_ts: thread } = args;
  if (thread !== undefined && findMessage(world, channel.id, thread) === undefined) {
    record(world, channel, { user: args.user, text: 'root', ts: thread });
  }
  const ts = args.ts ?? nextTs(world);
  record(world, channel, {
    user: args.user,
    text: args.text,
    ts,
    ...(thread === undefined ? {} : { thread_ts: thread }),
  });
  return {
    type: 'message',
    user: args.user,
    ts,
    client_msg_id: `6b2f4c1e-0000-4000-8000-${ts.replace('.', '').slice(-12)}`,
    text: args.text,
    team: ids.team,
    blocks: [
      { type: 'rich_text', block_id: 'usr', elements: [{ type: 'rich_text_section', elements: inline(args.text) }] },
    ],
    channel: channel.id,
    event_ts: ts,
    channel_type: channel.type,
    ...(thread === undefined
      ? {}
      : { thread_ts: thread, parent_user_id: findMessage(world, channel.id, thread)?.user }),
  };
}

/** `message_changed`. */
export function editedEvent(world: World, args: { channel: string; ts: string; text: string }): Event {
  const before = findMessage(world, args.channel, args.ts);
  if (before === undefined) throw new Error(`no message ${args.ts} in ${args.channel} to edit`);
  const after = putMessage(world, { ...before, text: args.text, edits: before.edits + 1 });
  const ts = nextTs(world);
  return {
    type: 'message',
    subtype: 'message_changed',
    message: { ...plain(after), edited: { user: after.user, ts } },
    previous_message: plain(before),
    channel: args.channel,
    hidden: true,
    ts,
    event_ts: ts,
    channel_type: addChannel(world, { id: args.channel }).type,
  };
}

/** `bot_message` of another bot. */
export function botMessageEvent(world: World, args: { channel: string; text: string; thread_ts?: string }): Event {
  const {
    user: _user,
    client_msg_id: _id,
    parent_user_id: _parent,
    ...event
  } = messageEvent(world, { ...args, user: 'U0OTHERBOT' });
  return { ...event, subtype: 'bot_message', bot_id: 'B0OTHERBOT', username: 'Autre robot' };
}

/** What Slack echoes of the app's own message. */
export function ownMessageEvent(world: World, args: { channel: string; text: string; thread_ts?: string }): Event {
  const { client_msg_id: _, ...event } = messageEvent(world, { ...args, user: ids.botUser });
  return {
    ...event,
    bot_id: ids.bot,
    app_id: ids.app,
    bot_profile: { id: ids.bot, app_id: ids.app, name: 'greffier' },
  };
}

/** `channel_join`. */
export function joinedEvent(world: World, args: { channel: string; user: string }): Event {
  const {
    client_msg_id: _id,
    blocks: _blocks,
    ...event
  } = messageEvent(world, { ...args, text: `<@${args.user}> has joined the channel` });
  return { ...event, subtype: 'channel_join', inviter: 'U0ADMIN' };
}

/** `app_home_opened`. */
export function homeOpenedEvent(world: World, args: { user: string; tab: 'home' | 'messages' }): Event {
  const channel = imWith(world, args.user);
  return { type: 'app_home_opened', user: args.user, channel: channel.id, tab: args.tab, event_ts: nextTs(world) };
}

function record(
  world: World,
  channel: SlackChannel,
  message: Pick<RecordedMessage, 'user' | 'text' | 'ts'> & { thread_ts?: string },
): void {
  putMessage(world, {
    ...message,
    channel: channel.id,
    blocks: [],
    via: 'user',
    edits: 0,
    reactions: [],
    streaming: false,
  });
  changed(world);
}

function plain(message: RecordedMessage): Event {
  const { user, text, ts, thread_ts: thread } = message;
  return { type: 'message', user, text, ts, team: ids.team, ...(thread === undefined ? {} : { thread_ts: thread }) };
}

/** The rich_text that Slack's editor makes of a text: mentions apart, entities resolved. */
function inline(text: string): Event[] {
  return text
    .split(/(<@[A-Z0-9]+>)/u)
    .filter((part) => part !== '')
    .map((part) => {
      const user = /^<@([A-Z0-9]+)>$/u.exec(part)?.[1];
      const written = part.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
      return user === undefined ? { type: 'text', text: written } : { type: 'user', user_id: user };
    });
}
