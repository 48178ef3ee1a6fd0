import * as z from 'zod';
import { isDirect, type Place } from './place.ts';

/** An id of Slack: no markup can hide in it. */
const id = z.string().regex(/^[\w.-]+$/);
const absentId = id.nullish().transform((value) => value ?? null);

/** What every Events API body shares. Servers may leave the id out. */
export const eventBody = z.object({ event_id: absentId });

/** `message` and `app_mention`. */
export const messageEvent = z.object({
  user: id,
  channel: id,
  ts: id,
  thread_ts: absentId,
  text: z
    .string()
    .nullish()
    .transform((text) => text ?? ''),
  subtype: z.string().nullish(),
  bot_id: z.string().nullish(),
  channel_type: z.string().nullish(),
});

/** A message as the bot reads it. */
export type MessageEvent = z.infer<typeof messageEvent>;

/** `app_home_opened`. */
export const homeEvent = z.object({ user: id, channel: id, tab: z.string() });

const url = z
  .url({ protocol: /^https?$/ })
  .nullish()
  .catch(null)
  .transform((value) => value ?? null);

/** A slash command. */
export const slashCommand = z
  .object({
    user_id: id,
    channel_id: id,
    channel_name: z.string().nullish(),
    text: z
      .string()
      .nullish()
      .transform((text) => text ?? ''),
    response_url: url,
  })
  .transform((command) => ({
    text: command.text,
    place: {
      channel: command.channel_id,
      thread: null,
      user: command.user_id,
      direct: command.channel_name === 'directmessage' || isDirect(command.channel_id),
      onlyUser: true,
      responseUrl: command.response_url,
    } satisfies Place,
  }));

const origin = z.object({ ts: absentId, thread_ts: absentId }).nullish();

/** A click on a button, in a message or in a modal. */
export const click = z
  .object({
    user: z.object({ id }),
    channel: z.object({ id, name: z.string().nullish() }).nullish(),
    container: z
      .object({ channel_id: absentId, message_ts: absentId, thread_ts: absentId, is_ephemeral: z.boolean().nullish() })
      .nullish(),
    message: origin,
    view: z.object({ id, private_metadata: z.string().nullish() }).nullish(),
    trigger_id: z
      .string()
      .nullish()
      .transform((value) => value ?? null),
    response_url: url,
    actions: z.array(z.object({ action_id: z.string(), value: z.string().nullish() })).min(1),
  })
  .transform((payload) => {
    const channel = payload.channel?.id ?? payload.container?.channel_id ?? payload.user.id;
    const messageTs = payload.message?.ts ?? payload.container?.message_ts ?? null;
    const thread = payload.message?.thread_ts ?? payload.container?.thread_ts ?? null;
    const direct = payload.channel?.name === 'directmessage' || isDirect(channel);
    const onlyUser = payload.container?.is_ephemeral === true || messageTs === null;
    return {
      action: payload.actions[0]?.action_id ?? '',
      value: payload.actions[0]?.value ?? null,
      messageTs,
      triggerId: payload.trigger_id,
      viewId: payload.view?.id ?? null,
      place: {
        channel,
        thread: thread ?? (onlyUser || direct ? null : messageTs),
        user: payload.user.id,
        direct,
        onlyUser,
        responseUrl: payload.response_url,
      } satisfies Place,
    };
  });

/** A click as the bot reads it: where it was made, by whom, on what. */
export type Click = z.infer<typeof click>;

/** The submission of the modal that asks for a channel; null where none was chosen. */
export const submission = z
  .object({
    user: z.object({ id }),
    view: z.object({
      private_metadata: z.string(),
      state: z.object({
        values: z.record(z.string(), z.record(z.string(), z.object({ selected_conversation: absentId }))),
      }),
    }),
    response_urls: z.array(z.object({ response_url: url })).nullish(),
  })
  .transform((payload) => ({
    user: payload.user.id,
    value: payload.view.private_metadata,
    channel:
      Object.values(payload.view.state.values).flatMap((block) => Object.values(block))[0]?.selected_conversation ??
      null,
    responseUrl: payload.response_urls?.[0]?.response_url ?? null,
  }));
