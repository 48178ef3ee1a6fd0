import { LogLevel } from '@slack/bolt';
import type { Logger } from '@slack/bolt';
import { type Log, reason } from '../../operations/log.ts';

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
