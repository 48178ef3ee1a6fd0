/**
 * An expected failure, told to the person who can mend it: where, what, remedy.
 * Prints as one line at the command line (exit 2); anything else that is thrown is a bug (stack, exit 70).
 */
export class AppError extends Error {
  /** What to do about it, as a short imperative clause; null where the message says it all. */
  readonly hint: string | null;

  constructor(message: string, options: { cause?: unknown; hint?: string } = {}) {
    super(message, { cause: options.cause });
    this.name = new.target.name;
    this.hint = options.hint ?? null;
  }
}

/** A setting in the environment is missing or wrong. */
export class ConfigError extends AppError {}

/** The corpus as a whole cannot be read; faults of single files are findings, not errors. */
export class CorpusError extends AppError {}

/** A file of `intents/` cannot be used. */
export class IntentError extends AppError {}

/** The database of what must outlive a restart cannot do what it is asked. */
export class StoreError extends AppError {}

/** The database was written by a newer Greffier: this one must not touch it. */
export class NewerStoreError extends StoreError {}

/** The command line was called with words that it does not know. */
export class UsageError extends AppError {}

/** A file of questions, passages or figures that `greffier eval` was given cannot be used. */
export class EvaluationError extends AppError {}
