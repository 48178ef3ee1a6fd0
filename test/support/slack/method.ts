import type { SlackChannel } from './types.ts';
import { addUser, ids, imWith, type Judgement, type World } from './world.ts';

/** Decoded arguments of a call, without the token. */
export type Args = Readonly<Record<string, unknown>>;

/** A Web API answer: `ok: true` and the rest, or `ok: false` and an error. */
export type Answer = Readonly<Record<string, unknown>> & { readonly ok: boolean; readonly error?: string };

/** One Web API method. */
export interface Method {
  /** Whose token it takes; bot unless told. */
  readonly token?: 'app';
  /** Missing ones answer `invalid_arguments`. */
  readonly required: readonly string[];
  /** Anything outside required, optional, `token` and `team_id` is a breach. */
  readonly optional: readonly string[];
  run(world: World, args: Args): Answer;
}

/** A refusal, with the lines of `response_metadata.messages`. */
export function fail(error: string, messages: readonly string[] = []): Answer {
  return { ok: false, error, ...(messages.length === 0 ? {} : { response_metadata: { messages } }) };
}

/** The refusal for what the checker found, or null. */
export function refusal(judgement: Judgement | null): Answer | null {
  return judgement === null ? null : fail(judgement.error, judgement.messages);
}

/** The channel to write to, a person's id standing for their direct messages; or the refusal. */
export function writableChannel(world: World, id: unknown): SlackChannel | Answer {
  const channel = readableChannel(world, id);
  if (channel === undefined) return fail('channel_not_found');
  return channel.botIsMember ? channel : fail('not_in_channel');
}

/** The channel with an id, or a person's direct messages; undefined if there is none. */
export function readableChannel(world: World, id: unknown): SlackChannel | undefined {
  if (typeof id !== 'string') return undefined;
  if (world.users.has(id) && id !== ids.botUser) return imWith(world, addUser(world, { id }).id);
  return world.channels.get(id);
}

/** Tells a refusal from a channel. */
export function isAnswer(value: SlackChannel | Answer): value is Answer {
  return 'ok' in value;
}

/** A string argument; undefined for anything else and for the empty string. */
export function stringArg(args: Args, name: string): string | undefined {
  const value = args[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
