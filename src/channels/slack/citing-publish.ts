import { isQuotable } from '../../answer/quoted-span.ts';
import type { Excerpt } from '../../proceedings/answer.ts';
import type { Language } from '../../proceedings/proceedings.ts';
import type { Publication } from '../../store/store.ts';
import { renderNote } from './blocks.ts';
import type { Bot } from './bot.ts';
import { renderAlreadyCited } from './citing-blocks.ts';
import type { Click } from './incoming.ts';
import { labels } from './labels.ts';
import { tell } from './notices.ts';
import { contextAt } from './passage-context.ts';
import type { Place } from './place.ts';
import { type PassagePointer, quotationId, readPassagePointer } from './pointer.ts';
import { type PublishOutcome, publishQuotation } from './publish-quotation.ts';

/** The button that publishes a quotation; one that was published already is first told so. */
export function publishHere(bot: Bot, click: Click): Promise<string> {
  return publishClicked(bot, click, false);
}

/** The button that publishes a quotation though its publication is known. */
export function publishAgain(bot: Bot, click: Click): Promise<string> {
  return publishClicked(bot, click, true);
}

/** The quotation that a button points at; null where its words have changed, or are no whole sentences: such a value is forged. */
export async function quotationAt(bot: Bot, place: Place, pointer: PassagePointer): Promise<Excerpt | null> {
  const { corpus } = await bot.answererFor(place);
  return isQuotable(corpus, pointer) ? (contextAt(corpus, pointer)?.excerpt ?? null) : null;
}

/** The newest publication of a quotation; null where there is none, and where the store does not tell. */
export async function lastPublication(bot: Bot, excerpt: Excerpt): Promise<Publication | null> {
  return bot.store.publications.last(quotationId(excerpt)).catch(() => null);
}

async function publishClicked(bot: Bot, click: Click, again: boolean): Promise<string> {
  const { place, value, messageTs, triggerId } = click;
  const pointer = readPassagePointer(value);
  if (pointer === null) return tell(bot, place, 'stale');
  const { language } = pointer;
  const excerpt = await quotationAt(bot, place, pointer);
  if (excerpt === null) return tell(bot, place, 'changed', language);
  const known = again ? null : await lastPublication(bot, excerpt);
  if (known !== null) return tellPublished(bot, place, excerpt, known, language);
  const { channel, responseUrl, direct } = place;
  const to = { channel, responseUrl, direct, click: `${again ? 'again' : 'first'}:${messageTs ?? triggerId ?? ''}` };
  let outcome: PublishOutcome;
  try {
    outcome = await publishQuotation(bot, place, excerpt, language, to);
  } catch (error) {
    await tell(bot, place, 'notShared', language);
    throw error;
  }
  const published = outcome === 'publishedBefore' ? await lastPublication(bot, excerpt) : null;
  if (published !== null) return tellPublished(bot, place, excerpt, published, language);
  const { basket, citing, settings } = labels[language];
  const told = {
    published: citing.published,
    notNoted: citing.notNoted,
    publishedBefore: basket.publishedBefore,
    outOfScope: settings.outOfScope,
  };
  await bot.voice.whisper(place, renderNote(told[outcome]));
  return outcome;
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
