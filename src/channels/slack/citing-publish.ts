import { isQuotable } from '../../answer/quoted-span.ts';
import type { Excerpt } from '../../proceedings/answer.ts';
import type { Language } from '../../proceedings/proceedings.ts';
import type { Publication } from '../../store/store.ts';
import type { Bot } from './bot.ts';
import { renderAlreadyCited, renderPublished } from './citing-blocks.ts';
import type { Click } from './incoming.ts';
import { tell } from './notices.ts';
import { contextAt } from './passage-context.ts';
import type { Place } from './place.ts';
import { type PassagePointer, quotationId, readPassagePointer } from './pointer.ts';

/** The button that publishes a quotation; one that was published already is first told so. */
export function publishHere(bot: Bot, click: Click): Promise<string> {
  return publishClicked(bot, click, false);
}

/** The button that publishes a quotation though its publication is known. */
export function publishAgain(bot: Bot, click: Click): Promise<string> {
  return publishClicked(bot, click, true);
}

/** The quotation that a button points at; null where its words have changed, or are no whole sentences: such a value is forged. */
export function quotationAt(bot: Bot, pointer: PassagePointer): Excerpt | null {
  const { corpus } = bot.answerer();
  return isQuotable(corpus, pointer) ? (contextAt(corpus, pointer)?.excerpt ?? null) : null;
}

/** The newest publication of a quotation; null where there is none, and where the store does not tell. */
export async function lastPublication(bot: Bot, excerpt: Excerpt): Promise<Publication | null> {
  return bot.store.publications.last(quotationId(excerpt)).catch(() => null);
}

/**
 * Publishes a quotation under a person's name, and notes it. What is said to the person alone, or to the bot, is no
 * publication and is not noted.
 *
 * @param to the channel, and a response_url for where the bot is no member
 * @returns the label that tells the person how it went
 * @throws where Slack takes the message in no way
 */
export async function publishQuotation(
  bot: Bot,
  to: Pick<Place, 'channel' | 'responseUrl' | 'user' | 'direct'>,
  excerpt: Excerpt,
  language: Language,
): Promise<'citePublished' | 'citeNotNoted'> {
  const { channel, user } = to;
  const ts = await bot.voice.publish(channel, to.responseUrl, renderPublished(excerpt, language, user));
  if (to.direct || channel === user) return 'citePublished';
  const link = ts === null ? null : await bot.voice.linkTo(channel, ts);
  const noted = { quotation: quotationId(excerpt), channel, link, person: user, at: Date.now() };
  // It is published: a failure from here on must not publish it again.
  return bot.store.publications.note(noted).then(
    () => 'citePublished' as const,
    () => 'citeNotNoted' as const,
  );
}

async function publishClicked(bot: Bot, click: Click, again: boolean): Promise<string> {
  const { place, value, messageTs, triggerId } = click;
  const pointer = readPassagePointer(value);
  if (pointer === null) return tell(bot, place, 'stale');
  const { language } = pointer;
  const excerpt = quotationAt(bot, pointer);
  if (excerpt === null) return tell(bot, place, 'changed', language);
  const known = again ? null : await lastPublication(bot, excerpt);
  if (known !== null) return tellPublished(bot, place, excerpt, known, language);
  const from = `${again ? 'cite-again' : 'cite'}:${place.user}:${place.channel}:${messageTs ?? triggerId ?? ''}`;
  let outcome;
  try {
    const publish = () => publishQuotation(bot, place, excerpt, language);
    outcome = await bot.once.run(`${from}:${quotationId(excerpt)}`, publish, true);
  } catch (error) {
    await tell(bot, place, 'notShared', language);
    throw error;
  }
  if (outcome !== null) return tell(bot, place, outcome, language);
  const published = await lastPublication(bot, excerpt);
  return published === null
    ? tell(bot, place, 'citePublished', language)
    : tellPublished(bot, place, excerpt, published, language);
}

async function tellPublished(
  bot: Bot,
  place: Place,
  excerpt: Excerpt,
  published: Publication,
  language: Language,
): Promise<string> {
  await bot.voice.whisper(place, renderAlreadyCited(excerpt, published, language));
  return 'published before';
}
