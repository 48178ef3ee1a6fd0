import { type Config, hasSlackTokens, loadConfig, loadFolders, missingSecrets, variableNames } from '../config.ts';
import type { EngineOptions } from '../conversation/create-engine.ts';
import type { ConversationEngine } from '../conversation/engine.ts';
import { AppError, ConfigError } from '../errors.ts';
import { listCorpus } from '../corpus/files.ts';
import { loadIntents } from '../intents/load-intents.ts';
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
  const names = variableNames();
  if (hasSlackTokens(names)) return startServing();
  loadConfig();
  mistypedSettings(names).forEach(tell);
  const { code, answered } = await converse(undefined);
  if (answered > 0 || process.stdin.isTTY) return code;
  throw new ConfigError('no Slack tokens are set and nothing came on standard input', {
    hint: 'open a terminal, pipe questions in, or set SLACK_BOT_TOKEN and SLACK_APP_TOKEN as .env.example says',
  });
}

/**
 * `greffier serve`. Returns the exit code.
 *
 * @throws ConfigError naming everything at once that is wrong: settings, missing secrets, intents, the corpus folder.
 */
export async function startServing(): Promise<number> {
  const folders = loadFolders();
  const ofFolders = [
    ...(await problemsOf(() => loadIntents(folders.INTENTS_DIR))),
    ...(await problemsOf(() => listCorpus(folders.CORPUS_DIR))),
  ];
  const names = variableNames();
  const warnings = mistypedSettings(names);
  let config: Config;
  try {
    config = loadConfig((set) => [...missingSecrets(set), ...ofFolders]);
  } catch (error) {
    warnings.forEach(tell);
    throw error;
  }
  const { serve } = await import('./serve.ts');
  const { firstShown } = await import('../channels/slack/answer-blocks.ts');
  return serve({
    config,
    portChosen: names.includes('PORT'),
    async open({ log, metrics }) {
      warnings.forEach((line) => log.warn(line));
      const { createPrompts } = await import('./prompts.ts');
      const { openServingStore } = await import('./serving-store.ts');
      const store = await openServingStore(config, { log, metrics });
      try {
        const conversation = await openConversation(
          { corpus: config.CORPUS_DIR, intents: config.INTENTS_DIR },
          { tell: (line) => log.warn(line), firstShown, threads: store.threads },
        );
        const prompts = createPrompts(config.CORPUS_DIR, conversation.desk);
        return { ...conversation, store, prompts, close: () => conversation.close().finally(() => store.close()) };
      } catch (error) {
        await store.close();
        throw error;
      }
    },
  });
}

/** What work says that it fails for, on one line, where a person can mend it. */
async function problemsOf(work: () => unknown): Promise<readonly string[]> {
  try {
    await work();
    return [];
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return [error.hint === null ? error.message : `${error.message} (${error.hint})`];
  }
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
  close(): Promise<void>;
}

async function withConversation<T>(folders: DeskFolders, run: (conversation: Conversation) => Promise<T>): Promise<T> {
  const conversation = await openConversation(folders, { tell });
  return run(conversation).finally(() => conversation.close());
}

async function openConversation(
  folders: DeskFolders,
  { tell: say, ...options }: EngineOptions & { readonly tell: (line: string) => void },
): Promise<Conversation> {
  const { createConversationEngine } = await import('../conversation/create-engine.ts');
  const desk = await openLiveDesk(folders, {
    onFindings: createFindingsTeller(folders.corpus, say),
    onProblem: (error) => say(error instanceof AppError ? error.message : String(error)),
  });
  try {
    const engine = await createConversationEngine(desk, options);
    return { desk, engine, close: () => engine.close().finally(() => desk.close()) };
  } catch (error) {
    await desk.close();
    throw error;
  }
}

/** What maintainers should know goes to standard error: standard output carries answers only. */
function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}
