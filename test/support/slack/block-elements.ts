import { z } from 'zod';
import { checkImageSource, colorScheme, imageSource, overflowOption, plainText, text, url } from './block-text.ts';
import { actionable, confirmable, dateTimePicker, inputs, menus, richTextInput } from './block-menus.ts';

/** Read out in place of the button's text. */
const accessible = { accessibility_label: text(75).optional() };

/** The plain button, in actions, sections and cards. */
export const button = z.strictObject({
  type: z.literal('button'),
  text: plainText(75),
  value: text(2000).optional(),
  url: url().optional(),
  style: colorScheme.optional(),
  ...actionable,
  ...confirmable,
  ...accessible,
});

const feedbackButton = z.strictObject({ text: plainText(75), value: text(2000), ...accessible });

const feedbackButtons = z.strictObject({
  type: z.literal('feedback_buttons'),
  positive_button: feedbackButton,
  negative_button: feedbackButton,
  ...actionable,
});

const iconButton = z.strictObject({
  type: z.literal('icon_button'),
  icon: text(255),
  text: plainText(75),
  value: text(2000).optional(),
  visible_to_user_ids: z.array(z.string()).optional(),
  ...actionable,
  ...confirmable,
  ...accessible,
});

const workflowButton = z.strictObject({
  type: z.literal('workflow_button'),
  text: plainText(75),
  workflow: z.strictObject({
    trigger: z.strictObject({
      url: url(),
      customizable_input_parameters: z.array(z.strictObject({ name: text(255), value: z.string() })).optional(),
    }),
  }),
  style: colorScheme.optional(),
  ...actionable,
  ...confirmable,
  ...accessible,
});

/** An image inside another block. */
export const image = z
  .strictObject({ type: z.literal('image'), alt_text: text(2000), ...imageSource })
  .superRefine(checkImageSource);

const overflow = z.strictObject({
  type: z.literal('overflow'),
  options: z.array(overflowOption).min(1).max(5),
  ...actionable,
  ...confirmable,
});

/** What an `actions` block may hold. */
export const actionsElement = z.discriminatedUnion('type', [
  button,
  workflowButton,
  overflow,
  dateTimePicker,
  richTextInput,
  ...menus,
]);

/** What may stand beside the text of a `section`. */
export const accessory = z.discriminatedUnion('type', [button, workflowButton, overflow, image, ...menus]);

/** What an `input` block may hold. */
export const inputElement = z.discriminatedUnion('type', [dateTimePicker, richTextInput, ...menus, ...inputs]);

/** What a `context_actions` block may hold. */
export const contextActionsElement = z.discriminatedUnion('type', [feedbackButtons, iconButton]);
