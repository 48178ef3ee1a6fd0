/** How a payload travels: the envelope types of Socket Mode, which HTTP mode encodes in its own ways. */
export type PayloadKind = 'events_api' | 'slash_commands' | 'interactive';

/** What became of one attempt to deliver. */
export interface Attempt {
  readonly acked: boolean;
  readonly response: unknown;
  /** HTTP status, 0 over a socket or where there was no answer. */
  readonly status: number;
  /** Why it failed: Slack's retry reason, or `disconnected` where the socket went away first. */
  readonly failure: string;
  /** The app asked not to be sent this again (x-slack-no-retry). */
  readonly noRetry: boolean;
}

/** Delivers a payload once; `retry` is 0 for the first time. */
export type Transport = (
  kind: PayloadKind,
  payload: Readonly<Record<string, unknown>>,
  retry: { readonly number: number; readonly reason: string },
) => Promise<Attempt>;
