import { pino } from 'pino';
import { createBlotter } from './blotter.ts';

/** What a line says besides its message: ids, outcomes, durations in ms. Never questions, answers or secrets. */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined | Error>>;

/** Where events are told: one line of JSON each. */
export interface Log {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

const severities = ['debug', 'info', 'warn', 'error'] as const;

/** A server that answers with a whole page makes it the message of an error; so many UTF-16 code units of a text are kept. */
const longestText = 400;
const longestStack = 2000;

/** How far the causes of an error are told. */
const deepestCause = 3;

/**
 * A log of pino's that keeps lines of at least `level` and blots the secrets out of the whole line, should a library
 * repeat one in an error. Long texts are cut afterwards, so that no part of a secret is left at the cut.
 *
 * @param write takes each line, with its line end, at once: nothing is lost when the process ends
 */
export function createLog(options: {
  readonly level: (typeof severities)[number];
  readonly secrets: readonly string[];
  readonly write: (line: string) => void;
}): Log {
  const blot = createBlotter(options.secrets);
  const logger = pino(
    {
      level: options.level,
      base: null,
      messageKey: 'message',
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
    },
    { write: (line) => options.write(`${shortened(blot(line.trimEnd()))}\n`) },
  );
  const at =
    (severity: (typeof severities)[number]) =>
    (message: string, fields: LogFields = {}) => {
      const told = Object.entries(fields).map(([name, value]) => [
        name,
        value instanceof Error ? described(value) : value,
      ]);
      logger[severity](Object.fromEntries(told), message);
    };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

/** An error without its payload: what a library hangs on it may hold whole messages or pages. */
function described(error: Error, depth = 0): object {
  const cause = error.cause instanceof Error && depth < deepestCause ? described(error.cause, depth + 1) : undefined;
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return { name: error.name, message: error.message, stack: frames?.join('\n'), cause };
}

/** A line whose texts are cut. One that a blotted secret has broken is kept whole, as the message of another. */
function shortened(line: string): string {
  try {
    return JSON.stringify(JSON.parse(line, (name, value: unknown) => cut(name, value)));
  } catch {
    return JSON.stringify({ level: 'warn', message: cut('message', line) });
  }
}

function cut(name: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return value.slice(0, name === 'stack' ? longestStack : longestText);
}

/** What went wrong, for the log, which blots and cuts it: the name and message of an error, never its payload. */
export function reason(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
