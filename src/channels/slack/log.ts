import { LogLevel } from '@slack/bolt';
import type { Logger } from '@slack/bolt';

/** Where events are told: one line each, without questions, answers or secrets. */
export interface Log {
  debug(line: string): void;
  info(line: string): void;
  warn(line: string): void;
  error(line: string): void;
}

const severities = ['debug', 'info', 'warn', 'error'] as const;
type Severity = (typeof severities)[number];

/** A server that answers with a whole page makes it the message of an error; so many UTF-16 code units of a line are kept. */
const longestLine = 400;

/**
 * A log that keeps lines of at least `level`, puts each on one line and blots out the secrets, should a library repeat
 * one in an error. A long line is cut afterwards, so that no part of a secret is left at the cut.
 */
export function createLog(options: {
  readonly level: Severity;
  readonly secrets: readonly string[];
  readonly write: (line: string) => void;
}): Log {
  const least = severities.indexOf(options.level);
  const at = (severity: Severity) => (line: string) => {
    if (severities.indexOf(severity) < least) return;
    const safe = options.secrets.reduce((text, secret) => text.replaceAll(secret, '[secret]'), line);
    options.write(`${severity}: ${safe.replaceAll(/\s+/g, ' ').slice(0, longestLine)}\n`);
  };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

/** What went wrong, for the log, which blots and cuts it: the name and message of an error, never its payload. */
export function reason(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

/**
 * Bolt's logger on ours. Its debug lines hold whole payloads and its default writes to standard output, so debug is
 * dropped, whatever the level; its information becomes ours at `debug`.
 */
export function boltLogger(log: Log): Logger {
  return {
    debug: () => undefined,
    info: (...parts) => log.debug(boltLine(parts)),
    warn: (...parts) => log.warn(boltLine(parts)),
    error: (...parts) => log.error(boltLine(parts)),
    getLevel: () => LogLevel.INFO,
    setLevel: () => undefined,
    setName: () => undefined,
  };
}

/** The same for clients of the Web API: they warn of every attempt, and whoever called them hears of the last one. */
export function clientLogger(log: Log): Logger {
  return { ...boltLogger(log), warn: (...parts) => log.debug(boltLine(parts)) };
}

function boltLine(parts: readonly unknown[]): string {
  return `bolt: ${parts.map((part) => reason(part)).join(' ')}`;
}
