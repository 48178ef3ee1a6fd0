import type { Answerer } from '../../src/answer/answerer.ts';
import { createConversationEngine, type EngineOptions } from '../../src/conversation/create-engine.ts';
import { loadIntents } from '../../src/intents/load-intents.ts';
import { replyAsText } from '../../src/replies/plain-text.ts';

/** A conversation through the real engine, Botkit included. */
export interface Talk {
  /** What the bot says, as plain text with ordinary spaces. */
  say(text: string, user?: string): Promise<string>;
  remembers(user?: string): Promise<boolean>;
  close(): Promise<void>;
}

/** Opens a conversation over an answerer. */
export async function talkWith(answerer: Answerer, options: EngineOptions = {}): Promise<Talk> {
  const engine = await createConversationEngine({ answerer: () => answerer, intents: loadIntents('intents') }, options);
  return {
    say: async (text, user = 'U1') => {
      const replies = await engine.turn({ conversation: 'C1', user, text });
      return replies
        .map((reply) => replyAsText(reply))
        .join('\n\n')
        .replaceAll(/[\u00a0\u202f]/g, ' ');
    },
    remembers: (user = 'U1') => engine.remembers('C1', user),
    close: () => engine.close(),
  };
}
