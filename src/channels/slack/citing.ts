import { mostPaged } from '../../answer/reading.ts';
import { refusalOf, longestMessage, tidy } from '../../conversation/guard.ts';
import { undatedFilters } from '../../language/question.ts';
import type { Excerpt } from '../../proceedings/answer.ts';
import type { Corpus } from '../../proceedings/proceedings.ts';
import type { Language } from '../../proceedings/proceedings.ts';
import { catalogueOf } from '../../replies/catalogue.ts';
import { renderNote, renderReply } from './blocks.ts';
import type { Bot } from './bot.ts';
import { pageSize, renderQuotations, type Sort } from './citing-blocks.ts';
import { copyCallback, copyQuotation } from './citing-copy.ts';
import { lastPublication, publishAgain, publishHere } from './citing-publish.ts';
import type { Feature } from './feature.ts';
import type { Click, Command } from './incoming.ts';
import { labels } from './labels.ts';
import type { Message } from './message.ts';
import { tell } from './notices.ts';
import { readQuestionPointer } from './pointer.ts';
import type { Place } from './place.ts';
import { typedText } from './text.ts';

/** Looking for quotations, and publishing or copying one. The command's own word tells the language of the interface. */
export const citing: Feature = {
  commands: {
    citer: (bot, command) => cite(bot, command, 'fr'),
    quote: (bot, command) => cite(bot, command, 'en'),
  },
  clicks: { cite: turnPage, 'cite-publish': publishHere, 'cite-again': publishAgain, 'cite-copy': copyQuotation },
  submissions: { [copyCallback]: async () => ({}) },
};

/** More than are ever found. */
const everyQuotation = 2 * mostPaged;

/** What is listed: the search, from where on, in which order. */
interface Listing {
  readonly query: string;
  readonly skip: number;
  readonly sort: Sort;
  readonly language: Language;
}

async function cite(bot: Bot, { place, rest }: Command, language: Language): Promise<string> {
  const typed = typedText(rest, bot.userId);
  const refusal = refusalOf(typed);
  const words = catalogueOf(language);
  const say = (text: string) => bot.voice.whisper(place, renderNote(text));
  if (refusal === 'too_long') {
    await say(words.tooLong(typed.length, longestMessage));
    return refusal;
  }
  if (refusal !== null) {
    await say(labels[language].citing.help);
    return 'explained';
  }
  const query = tidy(typed);
  const undated = undatedFilters(query);
  if (undated.length > 0) {
    await say(words.filterWantsDate(undated));
    return 'undated';
  }
  const page = await pageOf(bot, place, { query, skip: 0, sort: 'relevance', language });
  await bot.voice.whisper(place, page.message);
  return page.outcome;
}

/** Shows other quotations of the same search, or the same in another order, in place of those shown. */
async function turnPage(bot: Bot, { place, value, action, messageTs }: Click): Promise<string> {
  const pointer = readQuestionPointer(value);
  if (pointer === null) return tell(bot, place, 'stale');
  const { question: query, skip, language } = pointer;
  const sort = action.split(':')[1] === 'date' ? 'date' : 'relevance';
  const page = await pageOf(bot, place, { query, skip, sort, language });
  try {
    await bot.voice.replace(place, messageTs ?? '', page.message);
  } catch {
    await bot.voice.whisper(place, page.message); // the old message can no longer be changed
  }
  return page.outcome;
}

async function pageOf(
  bot: Bot,
  place: Place,
  listing: Listing,
): Promise<{ readonly message: Message; readonly outcome: string }> {
  const { query, sort, language } = listing;
  const answerer = await bot.answererFor(place);
  const answer = answerer.answer(query, { language, purpose: 'quotes', limit: everyQuotation });
  if (answer.kind === 'not_found') {
    const reply = { kind: 'answer', language, answer, purpose: 'quotes' } as const;
    return { message: renderReply(reply, { share: false }), outcome: answer.kind };
  }
  const worded = quotable(answer.excerpts, answerer.corpus);
  const found = sort === 'date' ? newestFirst(worded) : worded;
  // A reload may have left fewer than a button of yesterday goes on from.
  const skip = listing.skip < found.length ? listing.skip : 0;
  const excerpts = found.slice(skip, skip + pageSize);
  const quotations = await Promise.all(
    excerpts.map(async (excerpt) => ({ excerpt, published: await lastPublication(bot, excerpt) })),
  );
  const more = found.length >= mostPaged;
  const silentSpeaker = answer.kind === 'answered' ? answer.silentSpeaker : null;
  return {
    message: renderQuotations({ ...listing, skip, total: found.length, more, silentSpeaker, quotations }),
    outcome: `${quotations.length} of ${found.length}`,
  };
}

/** Without lists of who takes part, which nobody says, unless there is nothing else. */
function quotable(excerpts: readonly Excerpt[], { proceedings }: Corpus): readonly Excerpt[] {
  const lists = new Set(
    proceedings.flatMap(({ passages }) =>
      passages.flatMap(({ kind, file, span }) => (kind === 'participants' ? [`${file} ${span.start}`] : [])),
    ),
  );
  const words = excerpts.filter(({ citation: { file, start } }) => !lists.has(`${file} ${start}`));
  return words.length > 0 ? words : excerpts;
}

/** The newest sitting first, undated ones last; within a file in its order. */
function newestFirst(excerpts: readonly Excerpt[]): readonly Excerpt[] {
  return excerpts.toSorted(({ citation: a }, { citation: b }) => {
    if (a.date !== b.date) return (a.date ?? '') > (b.date ?? '') ? -1 : 1;
    return a.file === b.file ? a.start - b.start : a.file < b.file ? -1 : 1;
  });
}
