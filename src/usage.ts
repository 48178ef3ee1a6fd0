import packageFile from '../package.json' with { type: 'json' };
import { UsageError } from './errors.ts';
import { nearestWord } from './language/nearest-word.ts';

const commands: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ask: `greffier ask [--json] [--corpus DIR] [--lang fr|en] "question"
greffier ask --json --stdin [--corpus DIR]

Answers one question with the record's own words and where they stand.
  --json         one JSON object on one line
  --stdin        one question a line in, one JSON object a line out, same order
  --corpus DIR   the proceedings to ask (default: those that come with Greffier)
  --lang fr|en   language of the reply (default: that of the question)

Exit: 0 answered or candidates, 3 not found, 2 usage.
`,
    chat: `greffier chat [--corpus DIR]

Opens a conversation in the terminal. Questions piped in are answered, one a line.
  --corpus DIR   the proceedings to ask (default: those that come with Greffier)
`,
    serve: `greffier serve

Starts the Slack bot. Settings come from the environment or .env; .env.example describes each.
`,
    check: `greffier check [--corpus DIR] [--json]

Reads every corpus file and prints what is wrong: file:line: severity: message (remedy). Asks the questions of the
folder's questions.yaml, and warns of those that are not answered right.
  --corpus DIR   the folder to check (default: the one that comes with Greffier)
  --json         the findings as one JSON array

Exit: 0 no errors, 1 errors, 2 usage.
`,
    eval: `greffier eval --dataset DIR --questions FILE [--sample N] [--json]
greffier eval --gold FILE --corpus DIR [--json]
greffier eval --guard DIR [--full] [--update]

Asks questions whose answers are known and prints how well they are answered.
  --dataset DIR     a folder with passages.jsonl: {"id","title","text"}, one object a line
  --questions FILE  {"id","question","passage_id","answers":[{"text"}]}, one object a line
  --sample N        only N of the questions, always the same ones
  --gold FILE       questions to the whole bot: .jsonl {"id","corpus","lang","style","type","question",
                    "gold":[{"file","quote"}],"answers","answerable"}, or a questions.yaml
  --corpus DIR      the proceedings that those are asked over (default: those that come with Greffier)
  --json            one JSON object, with every question's scores
  --against FILE    compare with an earlier --json output: differences with 95 % intervals
  --explain ID      why each passage stands where it stands for one question
  --guard DIR       run what each baseline (*.json) of a folder names and compare its figures
  --full            with --guard: the slow ones too
  --update          with --guard: write the figures of now into the files

Exit: 0 done, 1 a figure below its baseline, 2 usage.
`,
    store: `greffier store migrate
greffier store stats
greffier store backup FILE
greffier store restore FILE [--replace]
greffier store forget USER

Looks after what the Slack bot keeps, in the database of DATABASE_URL or the SQLite file in DATA_DIR.
  migrate       brings the schema up to date, as every start does
  stats         rows by table
  backup FILE   writes everything into a file that either database can be restored from
  restore FILE  reads such a file into an empty database; stop the bot first
  --replace     with restore: in the place of what the database holds
  forget USER   erases what is kept about a person, by their Slack id; prints rows by table

Exit: 0 done, 2 usage or a database or file that cannot be used.
`,
  }),
);

/** What `greffier --help` prints. */
export const help = `greffier: answers questions about proceedings in their own words, with citations

  greffier                 the Slack bot where Slack tokens are set, else a conversation here
  greffier ask "question"  one answer
  greffier chat            a conversation in the terminal
  greffier serve           the Slack bot
  greffier check           what is wrong with the corpus files
  greffier eval            how well questions with known answers are answered
  greffier store           what the Slack bot keeps: save, restore, erase

greffier <command> --help says more; greffier --version which Greffier this is.
`;

/** What `greffier --version` prints. */
export const version = `greffier ${packageFile.version}\n`;

/** What `greffier <command> --help` prints. @throws UsageError on an unknown command. */
export function commandHelp(command: string): string {
  const text = commands.get(command);
  if (text === undefined) throw unknownCommand(command, []);
  return text;
}

/** The error for a command that does not exist, with the one that is meant: a mistyped one, or `ask` before a question. */
export function unknownCommand(command: string, rest: readonly string[]): UsageError {
  const near = nearestWord(command, [...commands.keys()]);
  const asks = /[\s?]/.test(command) || rest.some((word) => !word.startsWith('-'));
  const hint =
    near !== null
      ? `did you mean greffier ${near}?`
      : asks
        ? 'to ask a question: greffier ask "…"'
        : 'run greffier --help for the list';
  return new UsageError(`unknown command "${command}"`, { hint });
}
