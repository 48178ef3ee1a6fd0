import { hasSlackTokens, loadConfig, loadFolders, variableNames } from '../config.ts';
import type { EngineOptions } from '../conversation/create-engine.ts';
import type { ConversationEngine } from '../conversation/engine.ts';
import { AppError, ConfigError } from '../errors.ts';
import { chat } from './chat.ts';
import { type DeskFolders, type LiveDesk, openLiveDesk } from './desk.ts';
import { createFindingsTeller } from './kept-out.ts';
import { mistypedSettings } from './mistyped-settings.ts';

/**
 * `greffier` without a command: the Slack bot where Slack tokens are set, else a conversation here. Returns the exit code.
 *
 * @throws ConfigError where a setting is wrong, and where there is nothing to do: no tokens, no terminal, no question piped in.
 */
export async function start(): Promise<number> {
  if (hasSlackTokens(loadConfig())) return startServing();
  mistypedSettings(variableNames()).forEach(tell);
  const { code, answered } = await converse(undefined);
  if (answered > 0 || process.stdin.isTTY) return code;
  throw new ConfigError('no Slack tokens are set and nothing came on standard input', {
    hint: 'open a terminal, pipe questions in, or set SLACK_BOT_TOKEN and SLACK_APP_TOKEN as .env.example says',
  });
}

/**
 * `greffier serve`. Returns the exit code.
 *
 * @throws ConfigError naming every setting that is missing or refused.
 */
export async function startServing(): Promise<number> {
  const config = loadConfig();
  mistypedSettings(variableNames()).forEach(tell);
  const { serve } = await import('./serve.ts');
  const { firstShown } = await import('../channels/slack/answer-blocks.ts');
  const folders = { corpus: config.CORPUS_DIR, intents: config.INTENTS_DIR };
  return withConversation(folders, ({ desk, engine }) => serve({ config, desk, engine }), { firstShown });
}

/** `greffier chat`: converses where somebody types, answers one a line where questions are piped in. Returns the exit code. */
export async function startChat(corpus: string | undefined): Promise<number> {
  return (await converse(corpus)).code;
}

function converse(corpus: string | undefined): Promise<{ readonly code: number; readonly answered: number }> {
  const folders = loadFolders();
  return withConversation(
    { corpus: corpus ?? folders.CORPUS_DIR, intents: folders.INTENTS_DIR },
    ({ desk: { answerer }, engine }) =>
      chat({
        engine,
        answerer,
        input: process.stdin,
        output: process.stdout,
        interactive: process.stdin.isTTY,
        onFailure: (error) => tell(error instanceof Error ? (error.stack ?? error.message) : String(error)),
      }),
  );
}

interface Conversation {
  readonly desk: LiveDesk;
  readonly engine: ConversationEngine;
}

async function withConversation<T>(
  folders: DeskFolders,
  run: (conversation: Conversation) => Promise<T>,
  options: EngineOptions = {},
): Promise<T> {
  const { createConversationEngine } = await import('../conversation/create-engine.ts');
  const desk = await openLiveDesk(folders, {
    onFindings: createFindingsTeller(folders.corpus, tell),
    onProblem: (error) => tell(error instanceof AppError ? error.message : String(error)),
  });
  try {
    const engine = await createConversationEngine(desk, options);
    return await run({ desk, engine }).finally(() => engine.close());
  } finally {
    await desk.close();
  }
}

/** What maintainers should know goes to standard error: standard output carries answers only. */
function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}
