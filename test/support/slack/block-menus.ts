import { z } from 'zod';
import { anyOption, confirm, identifier, optionGroup, plainOption, plainText, text } from './block-text.ts';
import { richText } from './rich-text.ts';

/** Slack makes up a missing action_id; nobody can listen to that one, so here it is required. */
export const actionable = { action_id: identifier };
/** A dialog before the action is sent. */
export const confirmable = { confirm: confirm.optional() };
const focusable = { focus_on_load: z.boolean().optional() };
const placeholder = { placeholder: plainText(150).optional() };
const menu = { ...actionable, ...confirmable, ...focusable, ...placeholder };
const severalItems = { max_selected_items: z.int().min(1).optional() };
const respondable = { response_url_enabled: z.boolean().optional() };
const dispatchable = {
  dispatch_action_config: z
    .strictObject({ trigger_actions_on: z.array(z.enum(['on_enter_pressed', 'on_character_entered'])).optional() })
    .optional(),
};
const typed = { ...actionable, ...dispatchable, ...focusable, ...placeholder };
const conversationFilter = z.strictObject({
  include: z
    .array(z.enum(['im', 'mpim', 'private', 'public']))
    .min(1)
    .optional(),
  exclude_external_shared_channels: z.boolean().optional(),
  exclude_bot_users: z.boolean().optional(),
});
const conversations = {
  default_to_current_conversation: z.boolean().optional(),
  filter: conversationFilter.optional(),
};
const choices = {
  options: z.array(plainOption).min(1).max(100).optional(),
  option_groups: z.array(optionGroup).min(1).max(100).optional(),
};

function checkChoices(menuElement: { options?: unknown; option_groups?: unknown }, context: z.RefinementCtx): void {
  if ((menuElement.options === undefined) === (menuElement.option_groups === undefined)) {
    context.addIssue('exactly one of options and option_groups is required');
  }
}

const boxes = z.array(anyOption).min(1).max(10);

const pickers = [
  z.strictObject({
    type: z.literal('checkboxes'),
    options: boxes,
    initial_options: boxes.optional(),
    ...actionable,
    ...confirmable,
    ...focusable,
  }),
  z.strictObject({
    type: z.literal('radio_buttons'),
    options: boxes,
    initial_option: anyOption.optional(),
    ...actionable,
    ...confirmable,
    ...focusable,
  }),
  z.strictObject({ type: z.literal('datepicker'), initial_date: z.iso.date().optional(), ...menu }),
  z.strictObject({
    type: z.literal('timepicker'),
    initial_time: z
      .string()
      .regex(/^\d\d:\d\d$/u)
      .optional(),
    timezone: z.string().optional(),
    ...menu,
  }),
] as const;

/** Not allowed as an accessory, so apart from `menus`. */
export const dateTimePicker = z.strictObject({
  type: z.literal('datetimepicker'),
  initial_date_time: z.int().optional(),
  ...actionable,
  ...confirmable,
  ...focusable,
});

const selects = [
  z
    .strictObject({ type: z.literal('static_select'), ...choices, initial_option: plainOption.optional(), ...menu })
    .superRefine(checkChoices),
  z.strictObject({ type: z.literal('users_select'), initial_user: z.string().optional(), ...menu }),
  z.strictObject({
    type: z.literal('conversations_select'),
    initial_conversation: z.string().optional(),
    ...conversations,
    ...menu,
    ...respondable,
  }),
  z.strictObject({
    type: z.literal('channels_select'),
    initial_channel: z.string().optional(),
    ...menu,
    ...respondable,
  }),
  z.strictObject({
    type: z.literal('external_select'),
    initial_option: plainOption.optional(),
    min_query_length: z.int().optional(),
    ...menu,
  }),
  z
    .strictObject({
      type: z.literal('multi_static_select'),
      ...choices,
      initial_options: z.array(plainOption).optional(),
      ...menu,
      ...severalItems,
    })
    .superRefine(checkChoices),
  z.strictObject({
    type: z.literal('multi_users_select'),
    initial_users: z.array(z.string()).optional(),
    ...menu,
    ...severalItems,
  }),
  z.strictObject({
    type: z.literal('multi_conversations_select'),
    initial_conversations: z.array(z.string()).optional(),
    ...conversations,
    ...menu,
    ...severalItems,
  }),
  z.strictObject({
    type: z.literal('multi_channels_select'),
    initial_channels: z.array(z.string()).optional(),
    ...menu,
    ...severalItems,
  }),
  z.strictObject({
    type: z.literal('multi_external_select'),
    initial_options: z.array(plainOption).optional(),
    min_query_length: z.int().optional(),
    ...menu,
    ...severalItems,
  }),
] as const;

/** In actions and input blocks. */
export const richTextInput = z.strictObject({
  type: z.literal('rich_text_input'),
  initial_value: richText.optional(),
  min_lines: z.int().optional(),
  max_lines: z.int().optional(),
  ...typed,
});

/** Fields that stand in input blocks only. */
export const inputs = [
  z.strictObject({ type: z.literal('email_text_input'), initial_value: z.string().optional(), ...typed }),
  z.strictObject({ type: z.literal('url_text_input'), initial_value: z.string().optional(), ...typed }),
  z.strictObject({
    type: z.literal('number_input'),
    is_decimal_allowed: z.boolean(),
    initial_value: z.string().optional(),
    min_value: z.string().optional(),
    max_value: z.string().optional(),
    ...typed,
  }),
  z.strictObject({
    type: z.literal('plain_text_input'),
    initial_value: text(3000, 0).optional(),
    multiline: z.boolean().optional(),
    min_length: z.int().min(0).max(3000).optional(),
    max_length: z.int().min(1).max(3000).optional(),
    ...typed,
  }),
  z.strictObject({
    type: z.literal('file_input'),
    filetypes: z.array(z.string()).optional(),
    max_files: z.int().min(1).max(10).optional(),
    ...actionable,
  }),
] as const;

/** Everything that picks from a list or a calendar. */
export const menus = [...pickers, ...selects] as const;
