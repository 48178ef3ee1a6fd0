import { createInterface } from 'node:readline';
import type { ConversationEngine } from '../../conversation/engine.ts';
import type { Corpus } from '../../proceedings/proceedings.ts';
import { catalogueOf } from '../../replies/catalogue.ts';
import { replyAsText } from '../../replies/plain-text.ts';
import { printable } from './printable.ts';

/** A conversation at a terminal, or questions piped in, one a line. */
export interface TerminalOptions {
  readonly engine: ConversationEngine;
  /** What the bot knows when the conversation opens. */
  readonly corpus: Corpus;
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  /** Whether somebody types: then there is a welcome and a prompt; piped questions get answers only. */
  readonly interactive: boolean;
}

/** How a conversation went. */
export interface Conversed {
  readonly answered: number;
  /** Errors that turns failed with; the person was told each time. */
  readonly failures: readonly unknown[];
}

const place = { conversation: 'terminal', user: 'terminal' };
const prompt = '> ';
const partings = ['quit', 'quitter', 'exit'];

/** Converses until the input ends, `/quit` (where somebody types, a bare `quit`, `quitter` or `exit` too), Ctrl-C, Ctrl-D, or nobody reads the output any more. */
export async function converse({ engine, corpus, input, output, interactive }: TerminalOptions): Promise<Conversed> {
  const lines = createInterface({
    input,
    crlfDelay: Infinity,
    terminal: interactive,
    prompt,
    ...(interactive && { output }),
  });
  // Listens from here on: what is typed ahead of the prompt counts.
  const typed = lines[Symbol.asyncIterator]();
  const write = (text: string): Promise<void> => new Promise((resolve) => void output.write(text, () => resolve()));
  const stop = (): void => lines.close();
  lines.on('SIGINT', stop);
  output.once('error', stop);
  let open = interactive;
  lines.once('close', () => (open = false));
  // A prompt on a closed reader throws from Node 22 on.
  const ask = (): void => {
    if (open) lines.prompt();
  };
  const failures: unknown[] = [];
  let answered = 0;

  const answer = async (line: string): Promise<string> => {
    try {
      const replies = await engine.turn({ ...place, text: line });
      return replies.map((reply) => printable(replyAsText(reply))).join('\n\n');
    } catch (error) {
      failures.push(error);
      return `${catalogueOf('fr').failed}\n${catalogueOf('en').failed}`;
    }
  };

  if (interactive) {
    await write(`${welcome(corpus)}\n\n`);
    ask();
  }
  for await (const line of typed) {
    if (leaves(line, interactive)) break;
    if (line.trim() !== '') {
      const separator = interactive || answered > 0 ? '\n' : '';
      await write(`${separator}${await answer(line)}\n${interactive ? '\n' : ''}`);
      answered += 1;
    }
    ask();
  }
  stop();
  if (interactive) await write('\n');
  return { answered, failures };
}

/** Piped in, a bare word is a question. */
function leaves(line: string, interactive: boolean): boolean {
  const word = line.trim().toLowerCase();
  return (
    (interactive ? partings : []).includes(word) || (word.startsWith('/') && [...partings, 'q'].includes(word.slice(1)))
  );
}

function welcome({ proceedings }: Corpus): string {
  const dates = proceedings.flatMap(({ date }) => date ?? []).toSorted();
  const [from = null] = dates;
  return (['fr', 'en'] as const)
    .map((language) => catalogueOf(language).welcome(proceedings.length, from, dates.at(-1) ?? null))
    .join('\n');
}
