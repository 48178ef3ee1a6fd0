import type { Desk } from '../conversation/engine.ts';
import { respondOnce } from '../conversation/respond.ts';
import type { Answer, Excerpt } from '../proceedings/answer.ts';
import type { Language } from '../proceedings/proceedings.ts';
import { replyAsText } from '../replies/plain-text.ts';
import type { Reply } from '../replies/reply.ts';
import { type DeskFolders, openDesk } from './desk.ts';
import { createFindingsTeller } from './kept-out.ts';

/** How the question is asked and where the answer goes. */
export interface AskOptions extends DeskFolders {
  /** Language of the reply; default: that of the question. */
  readonly language: Language | undefined;
  /** Takes one line of output, without its line end. */
  readonly write: (line: string) => void;
  /** Takes one line for whoever maintains the record. */
  readonly remark: (line: string) => void;
}

/** What `ask --json` prints; the shape and the order of keys are a contract (DESIGN.md). */
interface JsonAnswer {
  readonly question: string;
  readonly language: Language;
  readonly kind: Answer['kind'] | 'conversation';
  readonly headline: string | null;
  readonly excerpts: readonly Excerpt[];
  /** Only with `not_found`: the nearest passages, which are not an answer. */
  readonly nearest?: readonly Excerpt[];
  readonly message: string;
}

const exitAnswered = 0;
const exitNotFound = 3;

/** `greffier ask`: answers one question and returns the exit code: 0 answered, candidates or conversation; 3 not found. */
export async function ask(question: string, options: AskOptions & { readonly json: boolean }): Promise<number> {
  const desk = await open(options);
  const reply = replyTo(question, desk, options.language);
  options.write(options.json ? JSON.stringify(jsonOf(question, reply)) : replyAsText(reply));
  return reply.kind === 'answer' && reply.answer.kind === 'not_found' ? exitNotFound : exitAnswered;
}

/** `greffier ask --json --stdin`: one question a line in, one JSON object a line out, in the same order. Returns 0. */
export async function askEach(input: NodeJS.ReadableStream, options: AskOptions): Promise<number> {
  const desk = await open(options);
  for await (const question of linesOf(input)) {
    options.write(JSON.stringify(jsonOf(question, replyTo(question, desk, options.language))));
  }
  return exitAnswered;
}

function open(options: AskOptions): Promise<Desk> {
  return openDesk(options, createFindingsTeller(options.corpus, options.remark));
}

/** Lines end at LF or CRLF only: whatever else a question holds, it stays one question. */
async function* linesOf(input: NodeJS.ReadableStream): AsyncGenerator<string> {
  input.setEncoding('utf8');
  let rest = '';
  for await (const chunk of input) {
    const lines = `${rest}${String(chunk)}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield line.replace(/\r$/, '');
  }
  if (rest !== '') yield rest;
}

function replyTo(text: string, { answerer, intents }: Desk, language: Language | undefined): Reply {
  return respondOnce({ text, ...(language !== undefined && { language }) }, { answerer: answerer(), intents });
}

function jsonOf(question: string, reply: Reply): JsonAnswer {
  const { language } = reply;
  const message = replyAsText(reply);
  switch (reply.kind) {
    case 'text':
    case 'context':
      return { question, language, kind: 'conversation', headline: null, excerpts: [], message };
    case 'answer':
      return { question, language, ...answerFields(reply.answer), message };
  }
}

function answerFields(answer: Answer): Pick<JsonAnswer, 'kind' | 'headline' | 'excerpts' | 'nearest'> {
  switch (answer.kind) {
    case 'answered':
      return { kind: answer.kind, headline: answer.headline, excerpts: answer.excerpts };
    case 'candidates':
      return { kind: answer.kind, headline: answer.candidates[0]?.headline ?? null, excerpts: answer.excerpts };
    case 'not_found':
      return { kind: answer.kind, headline: null, excerpts: [], nearest: answer.nearest };
  }
}
