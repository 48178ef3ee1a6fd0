import * as z from 'zod';
import { reader } from './pointer.ts';

/** What a button of the basket is about. It names nobody: the basket is that of whoever clicks. */
const basketPointer = z.object({
  language: z.enum(['fr', 'en']),
  /** The first quotation that is shown, or the first piece of an export; from 0. */
  from: z.int().min(0).max(100_000),
  /** The quotation that the button moves, removes or publishes. */
  id: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .nullable(),
  /** How an export is written. */
  format: z.enum(['text', 'markdown']).nullable(),
  /** Where the command was given, and quotations are published; null where that is to be asked. */
  channel: z
    .string()
    .regex(/^[\w.-]{1,64}$/)
    .nullable(),
  /** Whether the quotation is published though its publication is known; default: false. */
  again: z.boolean().optional(),
  /** Of the command: reaches a channel that the bot is no member of, for half an hour. */
  responseUrl: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .nullable(),
});

/** What a button or a modal of the basket is about. */
export type BasketPointer = z.infer<typeof basketPointer>;

/** Reads back a pointer; null for anything that a button of the basket never held. */
export const readBasketPointer = reader(basketPointer);

/** A pointer as the value of a button or the metadata of a modal. */
export function basketValue(pointer: BasketPointer): string {
  return JSON.stringify(pointer);
}
