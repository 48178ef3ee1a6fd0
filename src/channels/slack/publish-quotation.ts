import type { RichTextBlock } from '@slack/types';
import type { Excerpt } from '../../proceedings/answer.ts';
import type { Language } from '../../proceedings/proceedings.ts';
import { citationLine } from '../../replies/citation-line.ts';
import { quotation as quoted } from '../../replies/plain-text.ts';
import type { Bot } from './bot.ts';
import { button, fit, row, words } from './elements.ts';
import { keepButton } from './keep-button.ts';
import { labels } from './labels.ts';
import { message, type Message } from './message.ts';
import type { Place } from './place.ts';
import { buttonValue, passagePointerTo, quotationId } from './pointer.ts';
import { quotation } from './quotation.ts';

/** Where a quotation is published. */
export interface PublishTo extends Pick<Place, 'channel' | 'responseUrl'> {
  /** Names the message or modal where the person asked for it: from each, a quotation goes to a channel once. */
  readonly click: string;
}

/**
 * Posts a quotation and where it stands, under the name of the person, and records where that was.
 *
 * @returns `publishedBefore` where the same click, or another in the same place, has published it
 * @throws where Slack takes the message in no way: it may then be tried again
 */
export async function publishQuotation(
  bot: Bot,
  { user }: Pick<Place, 'user'>,
  excerpt: Excerpt,
  language: Language,
  to: PublishTo,
): Promise<'published' | 'publishedBefore'> {
  const { channel, responseUrl, click } = to;
  const id = quotationId(excerpt);
  const post = async (): Promise<'published'> => {
    const ts = await bot.voice.publish(channel, responseUrl, renderPublished(excerpt, language, user));
    const link = ts === null ? null : await bot.voice.linkTo(channel, ts);
    // It stands in the channel, recorded or not; the store says why it is not.
    await bot.store.publications
      .note({ quotation: id, channel, link, person: user, at: Date.now() })
      .catch(() => undefined);
    return 'published';
  };
  return (await bot.once.run(`publish:${user}:${channel}:${id}:${click}`, post, true)) ?? 'publishedBefore';
}

/** A quotation for a whole channel: who cites it (the one mention that is ever live), its words, and where they stand. */
export function renderPublished(excerpt: Excerpt, language: Language, userId: string): Message {
  const { context, basket } = labels[language];
  const head: RichTextBlock = {
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: [words(basket.citedBy), { type: 'user', user_id: userId }] }],
  };
  const buttons = row([
    ...button('context:0', context, buttonValue(passagePointerTo(excerpt, language))),
    ...keepButton(excerpt, language),
  ]);
  const entry = [quotation(excerpt, language)];
  const [blocks = []] = [buttons, []]
    .map((tail) => fit([head], [entry], () => tail))
    .flatMap((fitted) => (fitted.shown === 1 ? [fitted.blocks] : [])); // the text says it all
  const { text } = message(`${quoted(excerpt.text)}\n— ${citationLine(excerpt.citation, language)}`, []);
  return { text: `${basket.citedBy}<@${userId}>\n${text}`, blocks };
}
