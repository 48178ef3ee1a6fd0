import * as z from 'zod';
import { longestMessage } from '../../conversation/guard.ts';
import type { Excerpt } from '../../proceedings/answer.ts';
import type { Language } from '../../proceedings/proceedings.ts';
import { passagePointerTo, reader } from './pointer.ts';

/** Slack's limit on the value of a button, in characters. */
const valueLimit = 2000;

/** What the values may take of a message, written as JSON: they stand side by side there. */
const longestNearest = 1000;
const longestAlert = 2500;

const language = z.enum(['fr', 'en']);
const count = z.number().int().min(0);

const nearestPointer = z.object({
  passages: z.array(z.object({ file: z.string(), start: count, end: count, seal: z.string() })).max(20),
  language,
});
const alertPointer = z.object({ question: z.string().min(1).max(longestMessage), language });
const keptAlertPointer = z.object({ id: z.string().max(64), language });
const alertsPointer = z.object({ language });

/** The value of the button that shows these excerpts, as many of the best as fit; null where none does. */
export function nearestValue(excerpts: readonly Excerpt[], replyLanguage: Language): string | null {
  for (let most = excerpts.length; most > 0; most -= 1) {
    const passages = excerpts.slice(0, most).map((excerpt) => {
      const { file, start, end, seal } = passagePointerTo(excerpt, replyLanguage);
      return { file, start, end, seal };
    });
    const value = valueWithin(longestNearest, { passages, language: replyLanguage });
    if (value !== null) return value;
  }
  return null;
}

/** The value of the button that remembers a question; null where it is too long for one. */
export function alertValue(question: string, replyLanguage: Language): string | null {
  return question === '' ? null : valueWithin(longestAlert, { question, language: replyLanguage });
}

/** The value of a button that forgets an alert. */
export function keptAlertValue(id: string, replyLanguage: Language): string {
  return JSON.stringify({ id, language: replyLanguage });
}

/** The value of the button that lists a person's alerts. */
export function alertsValue(replyLanguage: Language): string {
  return JSON.stringify({ language: replyLanguage });
}

/** Reads back the passages to show; null for anything that such a button never held. */
export const readNearestPointer = reader(nearestPointer);

/** Reads back the question to remember; null for anything that such a button never held. */
export const readAlertPointer = reader(alertPointer);

/** Reads back the alert to forget; null for anything that such a button never held. Says nothing of whose it is. */
export const readKeptAlertPointer = reader(keptAlertPointer);

/** Reads back in which language to list alerts; null for anything that such a button never held. */
export const readAlertsPointer = reader(alertsPointer);

function valueWithin(limit: number, pointer: object): string | null {
  const value = JSON.stringify(pointer);
  return value.length <= valueLimit && JSON.stringify(value).length <= limit ? value : null;
}
