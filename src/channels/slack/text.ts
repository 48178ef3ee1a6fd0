import { sentenceSpans } from '../../language/sentences.ts';
import { withoutSteering } from '../../language/steering.ts';
import { quotation } from '../../replies/plain-text.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Text for a field that Slack reads as markup (`text` of a message): nothing in it can become a mention or a link. */
export function escapeMarkup(text: string): string {
  return text.replaceAll(/[&<>]/g, (character) => entities[character] ?? character);
}

/**
 * Text of the interface, of a name or of a question, fit to be shown: control characters, overrides of the writing
 * direction and halves of characters are taken out. Quotations are never passed through here.
 */
export function visible(text: string): string {
  return withoutSteering(text).replaceAll(/\p{Surrogate}/gu, '\u{fffd}');
}

const joinsPrevious = /^[\udc00-\udfff]|^\p{M}|^\u200d/u;

/** How far a cut steps back for marks that belong to the character before; longer heaps are no writing. */
const longestCharacter = 32;

/** The greatest cut at or before `at` that does not fall inside a character (surrogates, combining marks, joiners). */
function characterEdge(text: string, at: number): number {
  for (let edge = at; edge > Math.max(0, at - longestCharacter); edge -= 1) {
    if (!joinsPrevious.test(text.slice(edge, edge + 1))) return edge;
  }
  return at > 0 && /^[\udc00-\udfff]/.test(text.slice(at, at + 1)) ? at - 1 : at;
}

/** The least cut at or after `at` that does not fall inside a character. */
function characterEndFrom(text: string, at: number): number {
  let edge = at;
  while (edge < text.length && characterEdge(text, edge) !== edge) edge += 1;
  return edge;
}

/** At most `limit` UTF-16 code units of a label or title, with an ellipsis where it was cut. */
export function clip(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, characterEdge(text, limit - 1)).trimEnd()}…`;
}

/** A verbatim part of a quotation, and where it was cut; the channel shows a cut as `[…]` outside the quotation. */
export interface Part {
  readonly text: string;
  readonly cut: boolean;
}

/** The mark of a cut, outside the quotation. */
export const cutMark = '[…]';

/** The beginning of a quotation between guillemets, at most `limit` code units; the mark of a cut stands behind them. */
export function inMarks(text: string, limit: number): string {
  const part = beginning(text, limit);
  return `${quotation(part.text)}${part.cut ? ` ${cutMark}` : ''}`;
}

/** The beginning of a quotation, at most `limit` code units: whole sentences if one fits, otherwise whole words. */
export function beginning(text: string, limit: number): Part {
  if (text.length <= limit) return { text, cut: false };
  const sentenceEnd = sentenceSpans(text, 0, limit)
    .map((span) => span.end)
    .findLast((end) => end < limit && /\s/.test(text.slice(end, end + 1)));
  const wordEnd = text.slice(0, limit + 1).search(/\s\S*$/);
  const end = sentenceEnd ?? (wordEnd > 0 ? wordEnd : characterEdge(text, limit));
  return { text: text.slice(0, end), cut: true };
}

/** The end of a quotation, at most `limit` code units: whole sentences if one fits, otherwise whole words. */
export function ending(text: string, limit: number): Part {
  if (text.length <= limit) return { text, cut: false };
  const least = text.length - limit;
  const sentenceStart = sentenceSpans(text).find((span) => span.start >= least)?.start;
  const space = text.slice(least - 1).search(/\s\S/);
  const start = sentenceStart ?? (space >= 0 ? least + space : characterEndFrom(text, least));
  return { text: text.slice(start), cut: true };
}

/** Whether a message names a user, in Slack's markup. */
export function mentionsUser(markup: string, userId: string): boolean {
  return markup.includes(`<@${userId}>`) || markup.includes(`<@${userId}|`);
}

/**
 * What a person typed, from the text of a Slack event: the bot's mention taken out, entities and Slack's `<…>` forms
 * turned back into what was typed, so that the question reads as it does on the screen.
 */
export function typedText(markup: string, botUserId: string): string {
  return markup
    .replaceAll(/<([^<>]*)>/g, (_, inner: string) => {
      const [target = '', label] = inner.split('|', 2);
      if (target === `@${botUserId}`) return ' ';
      if (target.startsWith('#')) return `#${label ?? target.slice(1)}`;
      if (target.startsWith('@')) return `@${label ?? target.slice(1)}`;
      if (target.startsWith('!')) return label ?? `@${target.slice(1).replace(/\^.*/, '')}`;
      return label ?? target.replace(/^mailto:/, '');
    })
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim();
}
