import { z } from 'zod';
import { identifier, text, url } from './block-text.ts';

const style = {
  style: z
    .strictObject({
      bold: z.boolean().optional(),
      italic: z.boolean().optional(),
      strike: z.boolean().optional(),
      code: z.boolean().optional(),
      underline: z.boolean().optional(),
    })
    .optional(),
};

/** Links that people may follow from a message. */
const linkUrl = url(['http:', 'https:', 'mailto:']);
const run = z.strictObject({ type: z.literal('text'), text: text(12_000), ...style });
const link = z.strictObject({
  type: z.literal('link'),
  url: linkUrl,
  text: text(3000).optional(),
  unsafe: z.boolean().optional(),
  ...style,
});

const inline = z.discriminatedUnion('type', [
  run,
  link,
  z.strictObject({ type: z.literal('emoji'), name: text(255), unicode: z.string().optional(), ...style }),
  z.strictObject({ type: z.literal('user'), user_id: text(255), ...style }),
  z.strictObject({ type: z.literal('usergroup'), usergroup_id: text(255), ...style }),
  z.strictObject({ type: z.literal('team'), team_id: text(255), ...style }),
  z.strictObject({ type: z.literal('channel'), channel_id: text(255), ...style }),
  z.strictObject({ type: z.literal('broadcast'), range: z.enum(['here', 'channel', 'everyone']), ...style }),
  z.strictObject({ type: z.literal('color'), value: text(255), ...style }),
  z.strictObject({
    type: z.literal('date'),
    timestamp: z.int(),
    format: text(255),
    url: linkUrl.optional(),
    fallback: text(3000).optional(),
    ...style,
  }),
]);

const border = { border: z.union([z.literal(0), z.literal(1)]).optional() };
const section = z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(inline) });

/** The `rich_text` block. https://docs.slack.dev/reference/block-kit/blocks/rich-text-block */
export const richText = z.strictObject({
  type: z.literal('rich_text'),
  block_id: identifier.optional(),
  elements: z
    .array(
      z.discriminatedUnion('type', [
        section,
        z.strictObject({ type: z.literal('rich_text_quote'), elements: z.array(inline).min(1), ...border }),
        z.strictObject({
          type: z.literal('rich_text_preformatted'),
          elements: z.array(z.discriminatedUnion('type', [run, link])).min(1),
          ...border,
        }),
        z.strictObject({
          type: z.literal('rich_text_list'),
          style: z.enum(['bullet', 'ordered']),
          elements: z.array(section).min(1),
          indent: z.int().min(0).max(8).optional(),
          ...border,
        }),
      ]),
    )
    .min(1),
});
