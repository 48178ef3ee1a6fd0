import { z } from 'zod';
import { countCharacters } from './block-text.ts';
import { contentOf, checkThread } from './methods-chat.ts';
import { fail, isAnswer, refusal, stringArg, writableChannel, type Answer, type Args, type Method } from './method.ts';
import type { RecordedMessage } from './types.ts';
import { findMessage, ids, judgeMessage, nextTs, putMessage, type World } from './world.ts';

/** Most characters of Markdown in one streaming call. */
const maxStreamText = 12_000;

const chunks = z.array(z.looseObject({ type: z.string(), text: z.string().optional() })).optional();

/** Text that appears while it is written. https://docs.slack.dev/reference/methods/chat.startStream */
export const streamMethods: Readonly<Record<string, Method>> = {
  'chat.startStream': {
    required: ['channel', 'thread_ts'],
    optional: [
      'markdown_text',
      'chunks',
      'recipient_user_id',
      'recipient_team_id',
      'task_display_mode',
      'username',
      'icon_emoji',
      'icon_url',
    ],
    run: start,
  },
  'chat.appendStream': {
    required: ['channel', 'ts'],
    optional: ['markdown_text', 'chunks'],
    run: (world, args) => extend(world, args, 'chat.appendStream'),
  },
  'chat.stopStream': {
    required: ['channel', 'ts'],
    optional: ['markdown_text', 'chunks', 'blocks', 'metadata', 'session_status'],
    run: (world, args) => extend(world, args, 'chat.stopStream'),
  },
};

function start(world: World, args: Args): Answer {
  const channel = writableChannel(world, args['channel']);
  if (isAnswer(channel)) return channel;
  const inChannel = channel.type !== 'im';
  if (inChannel && stringArg(args, 'recipient_user_id') === undefined) return fail('missing_recipient_user_id');
  if (inChannel && stringArg(args, 'recipient_team_id') === undefined) return fail('missing_recipient_team_id');
  const text = streamText(args);
  const refused =
    checkThread(world, 'chat.startStream', channel.id, args['thread_ts']) ??
    refuseText(world, 'chat.startStream', text);
  if (refused !== null) return refused;
  const message = putMessage(world, {
    channel: channel.id,
    ts: nextTs(world),
    thread_ts: String(args['thread_ts']),
    user: ids.botUser,
    text,
    blocks: [],
    via: 'chat.startStream',
    edits: 0,
    reactions: [],
    streaming: true,
  });
  return { ok: true, channel: channel.id, ts: message.ts };
}

function extend(world: World, args: Args, method: 'chat.appendStream' | 'chat.stopStream'): Answer {
  const channel = writableChannel(world, args['channel']);
  if (isAnswer(channel)) return channel;
  const message: RecordedMessage | undefined = findMessage(world, channel.id, args['ts']);
  if (message === undefined) return fail('message_not_found');
  if (message.user !== ids.botUser) return fail('message_not_owned_by_app');
  if (!message.streaming) return fail('message_not_in_streaming_state');
  const text = streamText(args);
  if (method === 'chat.appendStream' && text === '') return fail('no_text');
  const whole = message.text + text;
  const refused =
    refuseText(world, method, text) ??
    // Blocks follow the streamed text, which is their text for notifications.
    (args['blocks'] === undefined
      ? null
      : refusal(judgeMessage(world, method, { blocks: args['blocks'], text: 'streamed' })));
  if (refused !== null) return refused;
  const updated = putMessage(world, {
    ...message,
    text: whole,
    blocks: contentOf(args).blocks,
    via: method,
    streaming: method === 'chat.appendStream',
  });
  return { ok: true, channel: channel.id, ts: updated.ts };
}

function streamText(args: Args): string {
  const parsed = chunks.safeParse(args['chunks']);
  const written = parsed.success ? (parsed.data ?? []).map(({ text }) => text ?? '') : [];
  return [stringArg(args, 'markdown_text') ?? '', ...written].join('');
}

function refuseText(world: World, method: string, text: string): Answer | null {
  const refused = text === '' ? null : refusal(judgeMessage(world, method, { markdown_text: text }));
  if (countCharacters(text) > maxStreamText) return fail('msg_too_long');
  return refused;
}
