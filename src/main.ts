import { parseArgs } from 'node:util';
import { loadFolders, loadStoreSettings } from './config.ts';
import { AppError, UsageError } from './errors.ts';
import { commandHelp, help, unknownCommand, version } from './usage.ts';

/** Exit codes: 0 done, 1 findings, 2 usage or an expected failure, 3 not found, 70 a bug (sysexits.h EX_SOFTWARE). */
const expectedFailure = 2;
const softwareFailure = 70;

const write = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** What is no answer goes to standard error. */
const remark = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

async function main(argv: readonly string[]): Promise<number> {
  const [command, ...rest] = argv;
  if (command === '--version') return say(version);
  if (command === '--help' || command === '-h' || command === 'help')
    return say(rest[0] === undefined ? help : commandHelp(rest[0]));
  if (command !== undefined && rest.some((word) => word === '--help' || word === '-h'))
    return say(commandHelp(command));
  switch (command) {
    case undefined:
      return (await import('./commands/start.ts')).start();
    case 'ask':
      return ask(rest);
    case 'chat': {
      const { values } = parse(rest, { corpus: { type: 'string' } });
      return (await import('./commands/start.ts')).startChat(values.corpus);
    }
    case 'serve':
      parse(rest, {});
      return (await import('./commands/start.ts')).startServing();
    case 'check': {
      const { values } = parse(rest, { corpus: { type: 'string' }, json: { type: 'boolean' } });
      const { check } = await import('./commands/check.ts');
      const folders = loadFolders();
      return check({
        corpus: values.corpus ?? folders.CORPUS_DIR,
        intents: folders.INTENTS_DIR,
        json: values.json ?? false,
        write,
      });
    }
    case 'eval':
      return evaluate(rest);
    case 'store': {
      const { values, positionals } = parse(rest, { replace: { type: 'boolean' } }, true);
      const { storeCommand } = await import('./commands/store.ts');
      const { DATABASE_URL: databaseUrl, DATA_DIR: dataDir } = loadStoreSettings();
      return storeCommand({
        words: positionals,
        replace: values.replace ?? false,
        place: { databaseUrl, dataDir },
        write,
      });
    }
    default:
      throw unknownCommand(command, rest);
  }
}

async function ask(words: readonly string[]): Promise<number> {
  const { values, positionals } = parse(
    words,
    { json: { type: 'boolean' }, stdin: { type: 'boolean' }, corpus: { type: 'string' }, lang: { type: 'string' } },
    true,
  );
  const language = languageOf(values.lang);
  if (values.stdin === true && (positionals.length > 0 || values.json !== true)) {
    throw new UsageError('--stdin goes with --json and without a question', {
      hint: 'greffier ask --json --stdin < questions.txt',
    });
  }
  const question = positionals.join(' ');
  if (values.stdin !== true && question.trim() === '') {
    throw new UsageError('no question', { hint: 'greffier ask "quel département a créé des télécentres ?"' });
  }
  const command = await import('./commands/ask.ts');
  const folders = loadFolders();
  const options = {
    corpus: values.corpus ?? folders.CORPUS_DIR,
    intents: folders.INTENTS_DIR,
    language,
    write,
    remark,
  };
  return values.stdin === true
    ? command.askEach(process.stdin, options)
    : command.ask(question, { ...options, json: values.json ?? false });
}

async function evaluate(words: readonly string[]): Promise<number> {
  const { values } = parse(words, {
    dataset: { type: 'string' },
    questions: { type: 'string' },
    sample: { type: 'string' },
    gold: { type: 'string' },
    corpus: { type: 'string' },
    json: { type: 'boolean' },
    against: { type: 'string' },
    explain: { type: 'string' },
    guard: { type: 'string' },
    full: { type: 'boolean' },
    update: { type: 'boolean' },
  });
  const { evaluateAsAsked } = await import('./commands/eval-options.ts');
  return evaluateAsAsked(values, write);
}

function languageOf(word: string | undefined): 'fr' | 'en' | undefined {
  if (word === undefined || word === 'fr' || word === 'en') return word;
  throw new UsageError(`--lang ${word} is not a language of replies`, { hint: 'use fr or en' });
}

function parse<T extends Record<string, { type: 'string' | 'boolean' }>>(
  words: readonly string[],
  options: T,
  allowPositionals = false,
) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals, strict: true });
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? (cause.message.split('. ')[0] ?? cause.message) : String(cause), {
      cause,
      hint: 'add --help for the options',
    });
  }
}

function say(text: string): number {
  process.stdout.write(text);
  return 0;
}

function report(error: unknown): number {
  if (!(error instanceof AppError)) {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return softwareFailure;
  }
  process.stderr.write(`greffier: ${error.message}${error.hint === null ? '' : ` (${error.hint})`}\n`);
  return expectedFailure;
}

// A reader that goes away (`greffier ask … | head`) is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : softwareFailure);
});
const code = await main(process.argv.slice(2)).catch(report);
// Waits for what is still in the pipe: an exit would cut long answers short.
process.stdout.write('', () => process.exit(code));
