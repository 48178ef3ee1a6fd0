import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** How a question can end. */
export const questionOutcomes = ['answered', 'candidates', 'not_found', 'conversation', 'failed'] as const;

/** How a question ended: `conversation` is small talk, help and lists. */
export type QuestionOutcome = (typeof questionOutcomes)[number];

/** How one HTTP request to Slack ended; `refused` is an error that Slack names, `failed` a connection that broke. */
export type CallResult = 'ok' | 'refused' | 'rate_limited' | 'http_4xx' | 'http_5xx' | 'timeout' | 'failed';

/** What is searched at one moment. */
export interface IndexState {
  readonly files: number;
  readonly passages: number;
  /** When it was loaded, in ms since the epoch. */
  readonly loadedAt: number;
}

/** What the operator can watch. No label holds a user, a channel or words. */
export interface Metrics {
  /** A question was dealt with, `ms` after its event came. */
  question(outcome: QuestionOutcome, ms: number): void;
  /** The engine took `ms` for a turn, the wait for earlier turns of the thread included. */
  turn(ms: number): void;
  /** A method of the Web API was called; every attempt counts. */
  slackCall(method: string, result: CallResult): void;
  /** Where the index is read from at each scrape; null, which shows as 0, while there is none. */
  watchIndex(read: () => IndexState | null): void;
  /** The store could not do this operation, one of the names of its methods. */
  storeError(operation: string): void;
  /** Everything in Prometheus' text format. */
  render(): Promise<string>;
}

/** The Content-Type of what `render` gives. */
export const metricsType = Registry.PROMETHEUS_CONTENT_TYPE;

/** Bounds in seconds: answers take milliseconds, Slack's patience ends at three seconds. */
const buckets = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Labels must not grow without bound, whatever a caller passes. */
const word = /^[a-z][a-zA-Z_]{0,40}(?:\.[a-zA-Z_]{1,40}){0,3}$/;

/**
 * Metrics in a registry of their own.
 *
 * @param options `process` (default false) adds memory, CPU and event loop: once a process, since it observes all of it
 */
export function createMetrics(options: { readonly process?: boolean } = {}): Metrics {
  const registry = new Registry();
  const registers = [registry];
  let readIndex: (() => IndexState | null) | null = null;
  const questions = new Counter({
    name: 'greffier_questions_total',
    help: 'Questions dealt with, by outcome.',
    labelNames: ['outcome'],
    registers,
  });
  // A rate needs its zero: an outcome that never happened is there all the same.
  for (const outcome of questionOutcomes) questions.inc({ outcome }, 0);
  const answers = new Histogram({
    name: 'greffier_answer_seconds',
    help: 'From the event to the answer sent.',
    buckets,
    registers,
  });
  const turns = new Histogram({
    name: 'greffier_turn_seconds',
    help: 'Analysis and search of one turn, the wait for earlier turns of its thread included.',
    buckets,
    registers,
  });
  const calls = new Counter({
    name: 'greffier_slack_calls_total',
    help: 'HTTP requests to the Slack Web API, by method and result.',
    labelNames: ['method', 'result'],
    registers,
  });
  const storeErrors = new Counter({
    name: 'greffier_store_errors_total',
    help: 'Operations that the store could not do.',
    labelNames: ['operation'],
    registers,
  });
  const gauge = (name: string, help: string, value: (index: IndexState) => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        const index = readIndex?.() ?? null;
        this.set(index === null ? 0 : value(index));
      },
    });
  gauge('greffier_index_files', 'Files that are searched.', ({ files }) => files);
  gauge('greffier_index_passages', 'Passages that are searched.', ({ passages }) => passages);
  gauge('greffier_index_loaded_timestamp_seconds', 'When the index was loaded.', ({ loadedAt }) => loadedAt / 1000);
  if (options.process === true) collectDefaultMetrics({ register: registry });
  return {
    question(outcome, ms) {
      questions.inc({ outcome });
      answers.observe(ms / 1000);
    },
    turn: (ms) => turns.observe(ms / 1000),
    slackCall: (method, result) => calls.inc({ method: word.test(method) ? method : 'other', result }),
    watchIndex(read) {
      readIndex = read;
    },
    storeError: (operation) => storeErrors.inc({ operation: word.test(operation) ? operation : 'other' }),
    render: () => registry.metrics(),
  };
}
