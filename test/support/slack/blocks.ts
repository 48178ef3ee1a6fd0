import { z } from 'zod';
import { accessory, actionsElement, button, contextActionsElement, image, inputElement } from './block-elements.ts';
import { anyText, checkImageSource, identifier, imageSource, mrkdwn, plainText, text, url } from './block-text.ts';
import { richText } from './rich-text.ts';

const base = { block_id: identifier.optional() };

const section = z
  .strictObject({
    type: z.literal('section'),
    text: anyText(3000).optional(),
    fields: z.array(anyText(2000)).min(1).max(10).optional(),
    accessory: accessory.optional(),
    expand: z.boolean().optional(),
    ...base,
  })
  .superRefine((block, context) => {
    if (block.text === undefined && block.fields === undefined) context.addIssue('text or fields is required');
  });

const cell = z.discriminatedUnion('type', [
  richText,
  z.strictObject({ type: z.literal('raw_text'), text: text(12_000) }),
  z.strictObject({ type: z.literal('raw_number'), value: z.number(), text: text(255) }),
]);

const table = z.strictObject({
  type: z.literal('table'),
  rows: z.array(z.array(cell).min(1).max(20)).min(1).max(100),
  column_settings: z
    .array(
      z.strictObject({
        align: z.enum(['left', 'center', 'right']).optional(),
        is_wrapped: z.boolean().optional(),
      }),
    )
    .max(20)
    .optional(),
  ...base,
});

const dataTable = z.strictObject({
  type: z.literal('data_table'),
  rows: z.array(z.array(cell).min(1).max(20)).min(2).max(201),
  caption: text(3000),
  page_size: z.int().min(1).max(100).optional(),
  row_header_column_index: z.int().min(0).max(19).optional(),
  ...base,
});

const card = z
  .strictObject({
    type: z.literal('card'),
    hero_image: image.optional(),
    icon: image.optional(),
    title: mrkdwn(150).optional(),
    subtitle: mrkdwn(150).optional(),
    body: mrkdwn(200).optional(),
    actions: z.array(button).optional(),
    ...base,
  })
  .superRefine((block, context) => {
    if ((block.hero_image ?? block.title ?? block.body ?? block.actions) === undefined) {
      context.addIssue('one of hero_image, title, body and actions is required');
    }
  });

const taskCard = z.strictObject({
  type: z.literal('task_card'),
  task_id: text(255),
  title: text(3000),
  details: richText.optional(),
  output: richText.optional(),
  sources: z.array(z.strictObject({ type: z.literal('url'), url: url(), text: text(3000) })).optional(),
  status: z.enum(['pending', 'in_progress', 'complete', 'error']),
  ...base,
});

const plainBlocks = [
  section,
  table,
  richText,
  z.strictObject({ type: z.literal('divider'), ...base }),
  z.strictObject({ type: z.literal('header'), text: plainText(150), ...base }),
  z.strictObject({
    type: z.literal('context'),
    elements: z
      .array(z.discriminatedUnion('type', [image, plainText(3000), mrkdwn(3000)]))
      .min(1)
      .max(10),
    ...base,
  }),
  z.strictObject({ type: z.literal('actions'), elements: z.array(actionsElement).min(1).max(25), ...base }),
  z
    .strictObject({
      type: z.literal('image'),
      alt_text: text(2000),
      title: plainText(2000).optional(),
      ...imageSource,
      ...base,
    })
    .superRefine(checkImageSource),
  z.strictObject({
    type: z.literal('input'),
    label: plainText(2000),
    hint: plainText(2000).optional(),
    optional: z.boolean().optional(),
    element: inputElement,
    dispatch_action: z.boolean().optional(),
    ...base,
  }),
  z.strictObject({
    type: z.literal('video'),
    video_url: url(['https:']),
    thumbnail_url: url(),
    alt_text: text(2000),
    title: plainText(199),
    title_url: url(['https:']).optional(),
    author_name: text(49).optional(),
    provider_name: text(3000).optional(),
    provider_icon_url: url().optional(),
    description: plainText(3000).optional(),
    ...base,
  }),
] as const;

const container = z
  .strictObject({
    type: z.literal('container'),
    title: plainText(150).optional(),
    rich_text_title: richText.optional(),
    subtitle: anyText(150).optional(),
    child_blocks: z
      .array(z.discriminatedUnion('type', [...plainBlocks]))
      .min(1)
      .max(10),
    width: z.enum(['narrow', 'standard', 'wide', 'full']).optional(),
    icon: image.optional(),
    is_collapsible: z.boolean().optional(),
    default_collapsed: z.boolean().optional(),
    has_header_divider: z.boolean().optional(),
    ...base,
  })
  .superRefine((block, context) => {
    if (block.title === undefined && block.rich_text_title === undefined) {
      context.addIssue('title or rich_text_title is required');
    }
  });

/** Every block that an app may send, as documented at https://docs.slack.dev/reference/block-kit/blocks. */
export const block = z.discriminatedUnion('type', [
  ...plainBlocks,
  container,
  card,
  dataTable,
  taskCard,
  z.strictObject({ type: z.literal('carousel'), elements: z.array(card).min(1).max(10), ...base }),
  z.strictObject({ type: z.literal('plan'), title: text(3000), tasks: z.array(taskCard).optional(), ...base }),
  z.strictObject({
    type: z.literal('alert'),
    text: anyText(3000),
    level: z.enum(['default', 'info', 'warning', 'error', 'success']).optional(),
    ...base,
  }),
  z.strictObject({ type: z.literal('markdown'), text: text(12_000), ...base }),
  z.strictObject({
    type: z.literal('context_actions'),
    elements: z.array(contextActionsElement).min(1).max(5),
    ...base,
  }),
]);

/** Blocks that views refuse: they exist in messages only. */
export const messageOnlyBlocks: ReadonlySet<string> = new Set([
  'context_actions',
  'markdown',
  'table',
  'task_card',
  'plan',
]);

const viewBase = {
  blocks: z.array(block).max(100),
  private_metadata: text(3000, 0).optional(),
  callback_id: text(255, 0).optional(),
  external_id: text(255, 0).optional(),
};

/** https://docs.slack.dev/reference/views */
export const view = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('home'), ...viewBase }),
  z.strictObject({
    type: z.literal('modal'),
    title: plainText(24),
    close: plainText(24).optional(),
    submit: plainText(24).optional(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
    submit_disabled: z.boolean().optional(),
    ...viewBase,
  }),
]);
