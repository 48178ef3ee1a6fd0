import { isQuotable } from '../../answer/quoted-span.ts';
import type { Excerpt } from '../../proceedings/answer.ts';
import type { Language } from '../../proceedings/proceedings.ts';
import type { Publication } from '../../store/store.ts';
import { renderNote } from './blocks.ts';
import type { Bot } from './bot.ts';
import { renderAlreadyCited, renderPublished } from './citing-blocks.ts';
import type { Click } from './incoming.ts';
import { labels } from './labels.ts';
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

/** Where a quotation is published. */
export interface PublishTo extends Pick<Place, 'channel' | 'responseUrl'> {
  /** A person's own conversation with somebody: what is said there is no publication, and is not noted. */
  readonly direct: boolean;
  /** Names the button: a press of it that is repeated, or delivered twice, publishes nothing more. */
  readonly click: string;
}

/**
 * Posts a quotation and where it stands, under the name of the person, and notes where that was.
 *
 * @returns `notNoted` where it stands in the channel, but the store did not take the note; `publishedBefore` where the same
 *   button has published it
 * @throws where Slack takes the message in no way: it may then be tried again
 */
export async function publishQuotation(
  bot: Bot,
  { user }: Pick<Place, 'user'>,
  excerpt: Excerpt,
  language: Language,
  to: PublishTo,
): Promise<'published' | 'notNoted' | 'publishedBefore'> {
  const { channel, responseUrl, direct, click } = to;
  const id = quotationId(excerpt);
  const post = async (): Promise<'published' | 'notNoted'> => {
    const ts = await bot.voice.publish(channel, responseUrl, renderPublished(excerpt, language, user));
    if (direct || channel === user) return 'published';
    const link = ts === null ? null : await bot.voice.linkTo(channel, ts);
    const noted = { quotation: id, channel, link, person: user, at: Date.now() };
    // A failure from here on must not publish it again.
    return bot.store.publications.note(noted).then(
      () => 'published' as const,
      () => 'notNoted' as const,
    );
  };
  return (await bot.once.run(`publish:${user}:${channel}:${id}:${click}`, post, true)) ?? 'publishedBefore';
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
  const { channel, responseUrl, direct } = place;
  const to = { channel, responseUrl, direct, click: `${again ? 'again' : 'first'}:${messageTs ?? triggerId ?? ''}` };
  let outcome;
  try {
    outcome = await publishQuotation(bot, place, excerpt, language, to);
  } catch (error) {
    await tell(bot, place, 'notShared', language);
    throw error;
  }
  const published = outcome === 'publishedBefore' ? await lastPublication(bot, excerpt) : null;
  if (published !== null) return tellPublished(bot, place, excerpt, published, language);
  const { citing } = labels[language];
  await bot.voice.whisper(place, renderNote(outcome === 'notNoted' ? citing.notNoted : citing.published));
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
