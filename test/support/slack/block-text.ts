import { z } from 'zod';

/** Length as Slack counts it: Unicode characters, not UTF-16 units. */
export function countCharacters(value: string): number {
  return Array.from(value).length;
}

/** A string of `min` (default 1) to `max` characters. */
export function text(max: number, min = 1): z.ZodString {
  return z.string().superRefine((value, context) => {
    const length = countCharacters(value);
    if (length > max) context.addIssue(`${length} characters, at most ${max}`);
    if (length < min) context.addIssue(`${length} characters, at least ${min}`);
  });
}

/** An absolute URL with one of `schemes` (default http and https), at most 3000 characters. */
export function url(schemes: readonly string[] = ['http:', 'https:']): z.ZodString {
  return text(3000).superRefine((value, context) => {
    const scheme = URL.canParse(value) ? new URL(value).protocol : undefined;
    if (scheme === undefined) context.addIssue('not an absolute URL');
    else if (!schemes.includes(scheme)) context.addIssue(`scheme "${scheme}" is not one of ${schemes.join(', ')}`);
  });
}

/** A `plain_text` object; mrkdwn is refused. */
export function plainText(max = 3000) {
  return z.strictObject({ type: z.literal('plain_text'), text: text(max), emoji: z.boolean().optional() });
}

/** A `mrkdwn` object; plain_text is refused. */
export function mrkdwn(max = 3000) {
  return z.strictObject({ type: z.literal('mrkdwn'), text: text(max), verbatim: z.boolean().optional() });
}

/** A text object of either kind. */
export function anyText(max = 3000) {
  return z.discriminatedUnion('type', [plainText(max), mrkdwn(max)]);
}

/** An identifier: `action_id`, `block_id`, `callback_id`, `external_id`. */
export const identifier = text(255);

/** Button styles. */
export const colorScheme = z.enum(['primary', 'danger']);

/** https://docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object */
export const confirm = z.strictObject({
  title: plainText(100).optional(),
  text: anyText(300),
  confirm: plainText(30).optional(),
  deny: plainText(30).optional(),
  style: colorScheme.optional(),
});

/** https://docs.slack.dev/reference/block-kit/composition-objects/option-object; `url` in overflow menus only. */
export const plainOption = z.strictObject({
  text: plainText(75),
  value: text(150).optional(),
  description: plainText(75).optional(),
});

/** Overflow menus may open a URL. */
export const overflowOption = plainOption.extend({ url: url().optional() });

/** Checkboxes and radio buttons take mrkdwn. */
export const anyOption = plainOption.extend({ text: anyText(75), description: anyText(75).optional() });

/** https://docs.slack.dev/reference/block-kit/composition-objects/option-group-object */
export const optionGroup = z.strictObject({ label: plainText(75), options: z.array(plainOption).min(1).max(100) });

/** Where an image comes from: exactly one of the two. */
export const imageSource = {
  image_url: url().optional(),
  slack_file: z.strictObject({ id: z.string().optional(), url: z.string().optional() }).optional(),
};

/** Refines a shape made with `imageSource`. */
export function checkImageSource(image: { image_url?: unknown; slack_file?: unknown }, context: z.RefinementCtx): void {
  if ((image.image_url === undefined) === (image.slack_file === undefined)) {
    context.addIssue('exactly one of image_url and slack_file is required');
  }
}
