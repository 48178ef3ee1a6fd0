import type { App } from '@slack/bolt';
import type { Language } from '../../proceedings/proceedings.ts';
import { catalogueOf } from '../../replies/catalogue.ts';
import { answerSeal } from './answer-blocks.ts';
import { renderContext, renderNote, renderReply, renderShared } from './blocks.ts';
import { type Bot, takeTurn } from './bot.ts';
import { click, type Click, submission } from './incoming.ts';
import { labels } from './labels.ts';
import { contextView, shareCallback, shareView } from './modal.ts';
import { contextAt } from './passage-context.ts';
import type { Place } from './place.ts';
import {
  type QuestionPointer,
  readChoicePointer,
  readPassagePointer,
  readQuestionPointer,
  readRatingPointer,
} from './pointer.ts';

/** Serves every button and the modal that shares an answer. A value that these buttons never held is told kindly. */
export function listenToActions(app: App, bot: Bot): void {
  app.action(/^/, async ({ ack, body }) => {
    await ack();
    const parsed = click.safeParse(body);
    if (!parsed.success) return;
    const [kind = ''] = parsed.data.action.split(':', 1);
    await bot.tasks.run(`button ${kindName(kind)}`, parsed.data.messageTs ?? 'modal', () =>
      serve(bot, kind, parsed.data),
    );
  });
  app.view(shareCallback, async ({ ack, body }) => {
    await ack();
    const parsed = submission.safeParse(body);
    if (!parsed.success) return;
    const { user, value, channel, responseUrl } = parsed.data;
    const place: Place = { channel: user, thread: null, user, direct: true, onlyUser: true, responseUrl: null };
    await bot.tasks.run('share', 'modal', async () =>
      channel === null ? tell(bot, place, 'stale') : publish(bot, place, value, { channel, responseUrl }),
    );
  });
}

const kinds = ['context', 'previous', 'next', 'more', 'share', 'choose', 'feedback'] as const;

/** What comes from outside is logged only where it is one of our own words. */
function kindName(kind: string): string {
  return kinds.find((name) => name === kind) ?? 'unknown';
}

function serve(bot: Bot, kind: string, clicked: Click): Promise<string> {
  switch (kind) {
    case 'context':
    case 'previous':
    case 'next':
      return showContext(bot, clicked);
    case 'more':
      return showMore(bot, clicked);
    case 'share':
      return share(bot, clicked);
    case 'choose':
      return choose(bot, clicked);
    case 'feedback':
      return rate(bot, clicked);
    default:
      return tell(bot, clicked.place, 'stale');
  }
}

/** What is told to one person alone. */
type Notice = 'stale' | 'changed' | 'noMore' | 'noted' | 'notNoted' | 'shared' | 'notShared';

async function tell(bot: Bot, place: Place, notice: Notice, language: Language = 'fr'): Promise<string> {
  await bot.voice.whisper(place, renderNote(noticeText(notice, language)));
  return notice;
}

function noticeText(notice: Notice, language: Language): string {
  if (notice === 'changed') return catalogueOf(language).excerptGone;
  if (notice === 'noMore') return catalogueOf(language).noMore;
  return labels[language][notice];
}

async function showContext(bot: Bot, { place, value, triggerId, viewId }: Click): Promise<string> {
  const pointer = readPassagePointer(value);
  if (pointer === null) return tell(bot, place, 'stale');
  const context = contextAt(bot.answerer().corpus, pointer);
  if (context === null) return tell(bot, place, 'changed', pointer.language);
  if (await bot.voice.show(contextView(context), triggerId, viewId)) return 'shown';
  await bot.voice.whisper(place, renderContext(context));
  return 'shown in a message';
}

async function showMore(bot: Bot, { place, value }: Click): Promise<string> {
  const pointer = readQuestionPointer(value);
  if (pointer === null) return tell(bot, place, 'stale');
  const { question, language, purpose, skip } = pointer;
  const answer = bot.answerer().answer(question, { language, purpose, skip });
  if (answer.kind === 'not_found') return tell(bot, place, 'noMore', language);
  const reply = { kind: 'answer', language, answer, purpose, skip } as const;
  await bot.voice.say(place, renderReply(reply, { share: true }));
  return 'shown';
}

/** In a channel, posts the answer there, out of its thread; in a conversation with the bot, asks for the channel. */
async function share(bot: Bot, clicked: Click): Promise<string> {
  const { place, value, triggerId } = clicked;
  const pointer = readQuestionPointer(value);
  if (pointer === null || value === null) return tell(bot, place, 'stale');
  if (!place.direct) return publish(bot, place, value, place);
  const shown = await bot.voice.show(shareView(pointer.language, value), triggerId, null);
  return shown ? 'asked for the channel' : tell(bot, place, 'notShared', pointer.language);
}

async function publish(
  bot: Bot,
  place: Place,
  value: string,
  to: Pick<Place, 'channel' | 'responseUrl'>,
): Promise<string> {
  const pointer = readQuestionPointer(value);
  if (pointer === null) return tell(bot, place, 'stale');
  const { language, purpose, skip } = pointer;
  const answer = answerAgain(bot, pointer);
  if (answer === null) return tell(bot, place, 'changed', language);
  const reply = { kind: 'answer', language, answer, purpose, skip } as const;
  const post = () =>
    bot.voice.publish(to.channel, to.responseUrl, renderShared(reply, place.user)).then(() => 'shared');
  try {
    await bot.once.run(`share:${place.user}:${to.channel}:${pointer.seal}:${pointer.question}`, post, true);
  } catch (error) {
    await tell(bot, place, 'notShared', language);
    throw error;
  }
  return tell(bot, place, 'shared', language);
}

/** The answer that a person saw; null where the corpus answers otherwise by now. */
function answerAgain(bot: Bot, { question, language, purpose, skip, seal }: QuestionPointer) {
  const answer = bot.answerer().answer(question, { language, purpose, skip });
  return answerSeal(answer) === seal ? answer : null;
}

async function choose(bot: Bot, { place, value }: Click): Promise<string> {
  const pointer = readChoicePointer(value);
  return pointer === null ? tell(bot, place, 'stale') : takeTurn(bot, { place, text: pointer.text, ts: null });
}

async function rate(bot: Bot, { place, value, messageTs }: Click): Promise<string> {
  const pointer = readRatingPointer(value);
  if (pointer === null) return tell(bot, place, 'stale');
  const { rating, language, answer = `${place.channel}:${messageTs}`, question } = pointer;
  const feedback = { person: place.user, answer, rating, reason: null, comment: null, question, at: Date.now() };
  try {
    await bot.store.feedback.rate(feedback);
  } catch {
    await tell(bot, place, 'notNoted', language); // the store says why
    return `${rating}, not kept`;
  }
  await tell(bot, place, 'noted', language);
  return rating;
}
