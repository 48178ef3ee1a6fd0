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

const trigger = z
  .string()
  .nullish()
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
    trigger_id: trigger,
  })
  .transform((command) => ({
    text: command.text,
    triggerId: command.trigger_id,
    place: {
      channel: command.channel_id,
      thread: null,
      user: command.user_id,
      direct: command.channel_name === 'directmessage' || isDirect(command.channel_id),
      onlyUser: true,
      responseUrl: command.response_url,
    } satisfies Place,
  }));

/** A slash command whose first word names a feature. */
export interface Command {
  readonly place: Place;
  /** What follows that word. */
  readonly rest: string;
  readonly triggerId: string | null;
}

/** A button, a menu or an input, as Slack reports it. */
const element = z.object({
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_options: z.array(z.object({ value: z.string() })).nullish(),
  selected_conversation: absentId.optional(),
  selected_channel: absentId.optional(),
});

/** What was typed or chosen; several choices as JSON; null where nothing was. */
function chosen(given: z.infer<typeof element>): string | null {
  if (given.selected_options) return JSON.stringify(given.selected_options.map(({ value }) => value));
  return given.selected_option?.value ?? given.selected_conversation ?? given.selected_channel ?? given.value ?? null;
}

/** The values of the buttons of a message, in their order; none where it shows none that can be read. */
const buttonValues = z
  .array(
    z
      .object({ elements: z.array(z.object({ value: z.string().nullish().catch(null) }).catch({ value: null })) })
      .catch({ elements: [] }),
  )
  .catch([])
  .transform((blocks) => blocks.flatMap(({ elements }) => elements.flatMap(({ value }) => value ?? [])));

/** A click on a button, in a message or in a modal. */
export const click = z
  .object({
    user: z.object({ id }),
    channel: z.object({ id, name: z.string().nullish() }).nullish(),
    container: z
      .object({ channel_id: absentId, message_ts: absentId, thread_ts: absentId, is_ephemeral: z.boolean().nullish() })
      .nullish(),
    message: z.object({ ts: absentId, thread_ts: absentId, blocks: buttonValues }).nullish(),
    view: z.object({ id, private_metadata: z.string().nullish() }).nullish(),
    trigger_id: trigger,
    response_url: url,
    actions: z.array(element.extend({ action_id: z.string() })).min(1),
  })
  .transform((payload) => {
    const channel = payload.channel?.id ?? payload.container?.channel_id ?? payload.user.id;
    const messageTs = payload.message?.ts ?? payload.container?.message_ts ?? null;
    const thread = payload.message?.thread_ts ?? payload.container?.thread_ts ?? null;
    const direct = payload.channel?.name === 'directmessage' || isDirect(channel);
    const onlyUser = payload.container?.is_ephemeral === true || messageTs === null;
    return {
      action: payload.actions[0]?.action_id ?? '',
      /** Of a button as it is, of a menu what was chosen. */
      value: payload.actions[0] === undefined ? null : chosen(payload.actions[0]),
      /** Of the buttons in the same message; none where Slack does not show it, as with ephemeral ones. */
      beside: payload.message?.blocks ?? [],
      messageTs,
      triggerId: payload.trigger_id,
      viewId: payload.view?.id ?? null,
      /** Of the modal that holds the button; null in messages. */
      metadata: payload.view?.private_metadata ?? null,
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

/** A modal that was submitted. */
export const submission = z
  .object({
    user: z.object({ id }),
    view: z.object({
      id,
      private_metadata: z.string(),
      state: z.object({ values: z.record(z.string(), z.record(z.string(), element)) }),
    }),
    response_urls: z.array(z.object({ response_url: url })).nullish(),
  })
  .transform(({ user, view, response_urls: urls }) => ({
    user: user.id,
    viewId: view.id,
    metadata: view.private_metadata,
    /** What was typed or chosen, by action_id. */
    inputs: Object.fromEntries(
      Object.values(view.state.values).flatMap((block) =>
        Object.entries(block).map(([name, given]) => [name, chosen(given)]),
      ),
    ) as Readonly<Record<string, string | null>>,
    responseUrl: urls?.[0]?.response_url ?? null,
  }));

/** A modal that was submitted, as the bot reads it. */
export type Submission = z.infer<typeof submission>;

/** A shortcut in the menu of a message. */
export const shortcut = z
  .object({
    user: z.object({ id }),
    channel: z.object({ id, name: z.string().nullish() }),
    message: z.object({ ts: id, thread_ts: absentId, text: z.string().catch('') }),
    trigger_id: trigger,
    response_url: url,
  })
  .transform(({ user, channel, message, trigger_id: triggerId, response_url: responseUrl }) => ({
    messageTs: message.ts,
    /** The text of the message, as Slack writes it. */
    text: message.text,
    triggerId,
    place: {
      channel: channel.id,
      thread: message.thread_ts,
      user: user.id,
      direct: channel.name === 'directmessage' || isDirect(channel.id),
      onlyUser: true,
      responseUrl,
    } satisfies Place,
  }));

/** A shortcut as the bot reads it. */
export type Shortcut = z.infer<typeof shortcut>;
