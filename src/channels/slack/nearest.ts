import type { Excerpt } from '../../proceedings/answer.ts';
import type { Language } from '../../proceedings/proceedings.ts';
import { catalogueOf } from '../../replies/catalogue.ts';
import { citationLine } from '../../replies/citation-line.ts';
import type { Bot } from './bot.ts';
import { button, fit, paragraph, row } from './elements.ts';
import type { Feature } from './feature.ts';
import type { Click } from './incoming.ts';
import { labels } from './labels.ts';
import { message, type Message } from './message.ts';
import { tell } from './notices.ts';
import { contextAt } from './passage-context.ts';
import { buttonValue, passagePointerTo } from './pointer.ts';
import { quotation } from './quotation.ts';
import { readNearestPointer } from './silence-pointer.ts';
import { inMarks } from './text.ts';

/** The passages that stand nearest to a question without answering it. */
export const nearest: Feature = { clicks: { nearest: showNearest } };

/** For the person who asks alone: privately in a channel, in the thread of the answer in their own conversation. */
async function showNearest(bot: Bot, { place, value, messageTs }: Click): Promise<string> {
  const pointer = readNearestPointer(value);
  if (pointer === null) return tell(bot, place, 'stale');
  const { passages, language } = pointer;
  const { corpus } = await bot.answererFor(place);
  const excerpts = passages.flatMap((passage) => contextAt(corpus, { ...passage, language })?.excerpt ?? []);
  if (excerpts.length === 0) return tell(bot, place, 'changed', language);
  const shown = renderNearest(excerpts, language);
  const inThread = place.direct && !place.onlyUser;
  await (inThread
    ? bot.voice.say({ ...place, thread: place.thread ?? messageTs }, shown)
    : bot.voice.whisper(place, shown));
  return 'shown';
}

/** Passages that are no answer, and said to be none; as many as fit. */
export function renderNearest(excerpts: readonly Excerpt[], language: Language): Message {
  const { nearest: notAnAnswer } = catalogueOf(language);
  const entries = excerpts.map((excerpt, index) => [
    quotation(excerpt, language),
    ...row(button(`context:${index}`, labels[language].context, buttonValue(passagePointerTo(excerpt, language)))),
  ]);
  const cited = (longest: number) =>
    excerpts.map(({ text, citation }) => `${inMarks(text, longest)}\n— ${citationLine(citation, language)}`);
  return message(
    (longest) => [notAnAnswer, ...cited(longest)].join('\n\n'),
    fit([paragraph(notAnAnswer)], entries, () => []).blocks,
  );
}
