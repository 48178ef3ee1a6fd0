import { z } from 'zod';
import { text } from './block-text.ts';
import { fail, isAnswer, writableChannel, type Answer, type Args, type Method } from './method.ts';
import { addBreach, findMessage, type World } from './world.ts';

const prompts = z
  .array(z.strictObject({ title: text(3000), message: text(3000) }))
  .min(1)
  .max(4);
const loadingMessages = z.array(text(3000)).max(10).optional();

/** The agent's own surface. https://docs.slack.dev/reference/methods?family=assistant.threads */
export const assistantMethods: Readonly<Record<string, Method>> = {
  'assistant.threads.setStatus': {
    required: ['channel_id', 'thread_ts'],
    optional: ['status', 'loading_messages', 'username', 'icon_emoji', 'icon_url'],
    run(world, args) {
      if (typeof args['status'] !== 'string') return fail('invalid_arguments');
      return inThread(world, args, loadingMessages.safeParse(args['loading_messages']).success);
    },
  },
  'assistant.threads.setTitle': {
    required: ['channel_id', 'thread_ts', 'title'],
    optional: [],
    run: (world, args) => inThread(world, args, true),
  },
  'assistant.threads.setSuggestedPrompts': {
    required: ['channel_id', 'prompts'],
    optional: ['title', 'thread_ts'],
    run(world, args) {
      const channel = writableChannel(world, args['channel_id']);
      if (isAnswer(channel)) return channel;
      if (args['thread_ts'] !== undefined) {
        addBreach(world, 'assistant.threads.setSuggestedPrompts', 'thread_ts: agent views show nothing if it is set');
      }
      return prompts.safeParse(args['prompts']).success ? { ok: true } : fail('invalid_arguments');
    },
  },
};

function inThread(world: World, args: Args, valid: boolean): Answer {
  const channel = writableChannel(world, args['channel_id']);
  if (isAnswer(channel)) return channel;
  if (!valid) return fail('invalid_arguments');
  return findMessage(world, channel.id, args['thread_ts']) === undefined ? fail('invalid_thread_ts') : { ok: true };
}
