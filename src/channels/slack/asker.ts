import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { reader } from './pointer.ts';
import type { Place } from './place.ts';

/**
 * Marks who asked in a place. The mark travels in a button, and is made anew from who clicks and where: it agrees for the
 * asker alone, and nobody can make one without the bot's token. So nothing need be kept, in any process, for any time.
 */
export type AskerMark = (place: Pick<Place, 'channel' | 'thread' | 'user'>) => string;

/** Marks under a secret that the processes of one bot share. */
export function createAskerMark(secret: string): AskerMark {
  const key = createHmac('sha256', secret).update('greffier: who asked').digest();
  return ({ channel, thread, user }) =>
    createHmac('sha256', key)
      .update(JSON.stringify([channel, thread, user]))
      .digest('base64url')
      .slice(0, 22);
}

const askerPointer = z.object({ asker: z.string().max(40), language: z.enum(['fr', 'en']) });

/** What a button that deletes holds. */
export type AskerPointer = z.infer<typeof askerPointer>;

/** Reads it back; null for anything that such a button never held. */
export const readAskerPointer = reader(askerPointer);

/** Whether two marks are the same; takes as long either way. */
export function sameMark(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
