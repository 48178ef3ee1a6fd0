import type { RichTextBlock } from '@slack/types';
import type { Excerpt } from '../../proceedings/answer.ts';
import type { Language } from '../../proceedings/proceedings.ts';
import { citationLine } from '../../replies/citation-line.ts';
import type { Bot } from './bot.ts';
import { button, fit, row, words } from './elements.ts';
import { keepButton } from './keep-button.ts';
import { labels } from './labels.ts';
import { message, type Message } from './message.ts';
import type { Place } from './place.ts';
import { buttonValue, passagePointerTo, quotationId } from './pointer.ts';
import { quotation } from './quotation.ts';
import { fileMayBeShown } from './scope.ts';
import { inMarks } from './text.ts';

/**
 * What came of publishing: `notNoted` where it stands in the channel, but the store did not take the note; `publishedBefore`
 * where the same button has published it; `outOfScope` where the channel may not be shown words of that file.
 */
export type PublishOutcome = 'published' | 'notNoted' | 'publishedBefore' | 'outOfScope';

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
 * @throws where Slack takes the message in no way: it may then be tried again
 */
export async function publishQuotation(
  bot: Bot,
  { user }: Pick<Place, 'user'>,
  excerpt: Excerpt,
  language: Language,
  to: PublishTo,
): Promise<PublishOutcome> {
  const { channel, responseUrl, direct, click } = to;
  if (!(await fileMayBeShown(bot, channel, excerpt.citation.file))) return 'outOfScope';
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

/** A quotation for a whole channel: who cites it (the one mention that is ever live), its words, and where they stand. */
export function renderPublished(excerpt: Excerpt, language: Language, userId: string): Message {
  const { context, citing } = labels[language];
  const head: RichTextBlock = {
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: [words(citing.citedBy), { type: 'user', user_id: userId }] }],
  };
  const buttons = row([
    ...button('context:0', context, buttonValue(passagePointerTo(excerpt, language))),
    ...keepButton(excerpt, language),
  ]);
  const entry = [quotation(excerpt, language)];
  const [blocks = []] = [buttons, []]
    .map((tail) => fit([head], [entry], () => tail))
    .flatMap((fitted) => (fitted.shown === 1 ? [fitted.blocks] : [])); // the text says it all
  const { text } = message(
    (longest) => `${inMarks(excerpt.text, longest)}\n— ${citationLine(excerpt.citation, language)}`,
    [],
  );
  return { text: `${citing.citedBy}<@${userId}>\n${text}`, blocks };
}
