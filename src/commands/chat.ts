import type { Answerer } from '../answer/answerer.ts';
import { converse } from '../channels/terminal/converse.ts';
import type { ConversationEngine } from '../conversation/engine.ts';

/** Who converses, and where. */
export interface ChatOptions {
  readonly engine: ConversationEngine;
  readonly answerer: () => Answerer;
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  /** Whether somebody types: then there is a welcome and a prompt. */
  readonly interactive: boolean;
  /** Takes the error of each turn that failed inside the bot; the person has been told. Default: none is kept. */
  readonly onFailure?: (error: unknown) => void;
}

/** `greffier chat`. Returns the exit code (0; 70 where the bot failed at a turn) and how many messages were answered. */
export async function chat(options: ChatOptions): Promise<{ readonly code: number; readonly answered: number }> {
  const { answered, failures } = await converse({ ...options, corpus: options.answerer().corpus });
  for (const failure of failures) options.onFailure?.(failure);
  return { code: failures.length > 0 ? 70 : 0, answered };
}
