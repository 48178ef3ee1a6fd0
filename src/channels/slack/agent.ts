import manifest from '../../../manifest.json' with { type: 'json' };
import type { Language } from '../../proceedings/proceedings.ts';
import type { Asked, Bot } from './bot.ts';
import { labels } from './labels.ts';
import { clip, visible } from './text.ts';

/** A question that is offered when a person opens the conversation. */
export interface SuggestedPrompt {
  readonly title: string;
  readonly message: string;
}

/** Questions that the corpus of the moment answers well, in a language; none where it has none. Never rejects. */
export type Prompts = (language: Language) => Promise<readonly SuggestedPrompt[]>;

/** Slack shows at most so many. */
const mostPrompts = 4;
const titleLimit = 75;

/** How long an answer may take before the bot says that it is working, in ms. */
const quietMs = 300;

/** Greets a person, and offers questions that the record answers, in the person's language; those of the manifest where there are none. */
export async function offerPrompts(bot: Bot, user: string, channel: string): Promise<void> {
  const language = (await bot.localeOf(user)) ?? 'fr';
  const found = await bot.prompts(language);
  const prompts = found.length > 0 ? found : manifest.features.agent_view.suggested_prompts;
  bot.callOptional('assistant.threads.setSuggestedPrompts', {
    channel_id: channel,
    title: labels[language].greeting,
    prompts: prompts
      .slice(0, mostPrompts)
      .map(({ title, message }) => ({ title: clip(visible(title), titleLimit), message })),
  });
}

/** Says that the bot is working once the answer takes longer than 300 ms, until the function returned is called. */
export function showWorking(bot: Bot, { place, ts }: Asked, language: () => Language): () => void {
  const thread = place.thread ?? ts;
  if (thread === null || place.onlyUser) return () => undefined;
  let shown = false;
  const say = (status: string): void =>
    bot.callOptional('assistant.threads.setStatus', { channel_id: place.channel, thread_ts: thread, status });
  const timer = setTimeout(() => {
    shown = true;
    say(labels[language()].searching);
  }, quietMs);
  return () => {
    clearTimeout(timer);
    // Slack takes the status away itself where the answer comes in the same thread; not everywhere.
    if (shown) say('');
  };
}

/** Gives a thread of a person's conversation with the bot its first question as title. Never rejects. */
export async function entitle(bot: Bot, { place, ts }: Asked, question: string): Promise<void> {
  const thread = place.thread ?? ts;
  if (!place.direct || place.onlyUser || thread === null) return;
  const title = clip(visible(question).trim() || '…', titleLimit);
  const work = async (): Promise<void> =>
    bot.callOptional('assistant.threads.setTitle', { channel_id: place.channel, thread_ts: thread, title });
  // A message outside threads opens one of its own: there is nothing before it.
  await (place.thread === null
    ? work()
    : bot.once.run(`title:${place.channel}:${thread}`, work).catch(() => undefined));
}
