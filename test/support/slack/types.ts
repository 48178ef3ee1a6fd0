import type { AnyBlock, View } from '@slack/types';

/** What strict Slack does to a Web API call in place of answering it properly. */
export type Fault =
  /** HTTP 429 with `Retry-After: seconds` (whole seconds, 0 is allowed). */
  | { readonly kind: 'rate_limited'; readonly seconds: number }
  /** An HTTP status that is not 200, for instance 500, with a body that is not JSON. */
  | { readonly kind: 'http'; readonly status: number }
  /** HTTP 200 with `{ok: false, error}`; the call has no effect. */
  | { readonly kind: 'error'; readonly error: string }
  /** No answer until `close()`; the call has no effect. */
  | { readonly kind: 'hang' }
  /** The connection is cut before any answer; the call has no effect. */
  | { readonly kind: 'cut' }
  /** A proper answer, `ms` milliseconds late. */
  | { readonly kind: 'late'; readonly ms: number };

/** A person of the workspace. */
export interface SlackUser {
  readonly id: string;
  readonly name: string;
  /** IETF tag, as `users.info` returns it with `include_locale`; `fr-FR` unless told. */
  readonly locale: string;
  readonly isBot: boolean;
  /** Whether `users.info` calls the person an administrator of the workspace; default: not. */
  readonly isAdmin?: boolean;
}

/** A conversation of the workspace. */
export interface SlackChannel {
  readonly id: string;
  readonly name: string;
  readonly type: 'channel' | 'group' | 'im';
  /** False makes posting there fail with `not_in_channel`. */
  readonly botIsMember: boolean;
  /** The person on the other side; direct messages only. */
  readonly user?: string;
  /** Who made it, as `conversations.info` says; default: nobody known. */
  readonly creator?: string;
  /** Who is in it, as `conversations.members` says; default: everybody of the workspace. */
  readonly members?: readonly string[];
}

/** One message as it stands now in a channel. */
export interface RecordedMessage {
  readonly channel: string;
  readonly ts: string;
  readonly thread_ts?: string;
  /** The author: a person, or the bot's own user id. */
  readonly user: string;
  readonly text: string;
  readonly blocks: readonly AnyBlock[];
  /** The only person who sees it; absent from ordinary messages. */
  readonly ephemeralTo?: string;
  /** What posted it: a Web API method, `response_url`, `ack`, or `user`. */
  readonly via: string;
  /** How many times it was updated or replaced. */
  readonly edits: number;
  /** Emoji names that the bot added. */
  readonly reactions: readonly string[];
  /** True between `chat.startStream` and `chat.stopStream`. */
  readonly streaming: boolean;
}

/** One modal or home tab as it stands now. */
export interface RecordedView {
  readonly id: string;
  readonly hash: string;
  readonly view: View;
  readonly user: string;
  /** The view that this one was pushed over. */
  readonly previous?: string;
  readonly via: string;
}

/** One Web API or response_url call, in order of arrival. */
export interface Call {
  /** `chat.postMessage`, … or `response_url`. */
  readonly method: string;
  /** Arguments after decoding; `token` is left out. */
  readonly args: Readonly<Record<string, unknown>>;
  /** `ok`, a Slack error, or `fault:<kind>`; `pending` until handled. */
  readonly outcome: string;
}

/** How one payload from Slack to the app went. */
export interface Delivery {
  /** True once the app acknowledged (Socket Mode) or answered 2xx (HTTP). */
  readonly acked: boolean;
  /** Sends made, 1 for no retry. */
  readonly attempts: number;
  /** What the acknowledgement carried: `{}` over a socket, null over HTTP, where there was nothing. */
  readonly response: unknown;
  /** The body that the app received. */
  readonly body: Readonly<Record<string, unknown>>;
  /** The message's ts for messages and mentions, otherwise empty. */
  readonly ts: string;
  /** The root of the thread where an answer belongs: `thread_ts` or `ts`. */
  readonly thread: string;
  readonly eventId: string;
  readonly triggerId: string;
  readonly responseUrl: string;
  /** Status of the last HTTP answer; 0 over a socket. */
  readonly status: number;
}

/** Options of everything that is sent with the Events API. */
export interface EventOptions {
  /** Default: a fresh id; pass one to send a duplicate of an earlier event. */
  readonly eventId?: string;
  /** Further deliveries of the same event after it was acknowledged, as Slack's retries; 0 to 3, default 0. */
  readonly retries?: number;
}

export interface MessageArgs extends EventOptions {
  readonly channel: string;
  readonly user: string;
  readonly text: string;
  readonly thread_ts?: string;
  /** Default: a fresh ts; `mention` and `message` share it when one message raises both events. */
  readonly ts?: string;
}

export interface ClickArgs {
  /** Where the element is; exactly one of `message` and `view`. */
  readonly message?: RecordedMessage;
  readonly view?: RecordedView;
  readonly action_id: string;
  readonly user: string;
  /**
   * Picks one of several elements or options with the same action_id; `feedback_buttons` need it. Of a `conversations_select`: the
   * conversation that is chosen.
   */
  readonly value?: string;
}

/** Sending as Slack: over the sockets, or to the URL of `useHttp`. Each resolves once acknowledged or given up. */
export interface Senders {
  /** `app_mention`; `<@BOT> ` is put before a text that does not name the bot. */
  mention(args: MessageArgs): Promise<Delivery>;
  /** `message` with channel_type `im`, in the bot's conversation with `user`. */
  directMessage(args: Omit<MessageArgs, 'channel'>): Promise<Delivery>;
  /** `message` in a channel (message.channels). */
  message(args: MessageArgs): Promise<Delivery>;
  /** `message_changed` for a message that exists. */
  edited(args: EventOptions & { channel: string; ts: string; text: string }): Promise<Delivery>;
  /** `bot_message` of another bot. */
  botMessage(args: EventOptions & { channel: string; text: string; thread_ts?: string }): Promise<Delivery>;
  /** A message of the bot itself, as Slack echoes it. */
  ownMessage(args: EventOptions & { channel: string; text: string; thread_ts?: string }): Promise<Delivery>;
  /** `channel_join`. */
  joined(args: EventOptions & { channel: string; user: string }): Promise<Delivery>;
  appHomeOpened(args: EventOptions & { user: string; tab: 'home' | 'messages' }): Promise<Delivery>;
  slashCommand(args: { command: string; text: string; user: string; channel: string }): Promise<Delivery>;
  /** @throws when the element is not there: a user cannot click what is not shown. */
  click(args: ClickArgs): Promise<Delivery>;
  /** `view_submission`; `values` is `state.values` (block_id, action_id, state). */
  submitView(args: { view: RecordedView; user: string; values?: Record<string, unknown> }): Promise<Delivery>;
  closeView(args: { view: RecordedView; user: string }): Promise<Delivery>;
  /** A message shortcut where `message` is given, otherwise a global one. */
  shortcut(args: { callback_id: string; user: string; message?: RecordedMessage }): Promise<Delivery>;
  /** Any event body, wrapped in an `event_callback`; for what the senders above do not shape. */
  event(event: Readonly<Record<string, unknown>>, options?: EventOptions): Promise<Delivery>;
}

export interface HttpOptions {
  /** Sends x-slack-retry-num and x-slack-retry-reason. */
  readonly retryNum?: number;
  /** `false` sends a wrong signature; default true. */
  readonly signed?: boolean;
  /** Unix seconds; default now. */
  readonly timestamp?: number;
}

export interface StrictSlackOptions {
  /** Refuses every optional method with `unknown_method`; see `basicMethods` in web-api.ts. */
  readonly basicOnly?: boolean;
  /** Slack error by method, for good: `{'reactions.add': 'missing_scope'}`. */
  readonly refuse?: Readonly<Record<string, string>>;
  /** Asked on every call; `call` counts the calls of that method from 1. */
  readonly faults?: (method: string, call: number) => Fault | null;
  /** Posting faster than this in one channel answers 429, as Slack does; default: no limit. */
  readonly postRate?: { readonly perSecond: number; readonly burst: number };
  /** How long an acknowledgement may take, in ms; default 3000, as Slack's. */
  readonly ackTimeoutMs?: number;
  /** Pause before an unacknowledged event is sent again, in ms; default 10 (Slack: seconds to minutes). */
  readonly retryDelayMs?: number;
  /** Default patience of `waitFor` and `connected`, in ms; 10000. */
  readonly waitMs?: number;
  /** Told every message once it stands in its channel, anew after each change of it. */
  readonly onMessage?: (message: RecordedMessage) => void;
  /** Mentions that a message may hold without a breach, written as in mrkdwn: `<@U1>`, `<#C1>`, `<!here>`. */
  readonly allowMentions?: readonly string[];
  readonly users?: readonly (Pick<SlackUser, 'id'> & Partial<SlackUser>)[];
  readonly channels?: readonly (Pick<SlackChannel, 'id'> & Partial<SlackChannel>)[];
}

/** A Slack of our own. Stop the app before `close()`, or its client goes on trying to reconnect. */
export interface StrictSlack extends Senders {
  /** For `clientOptions.slackApiUrl`: `http://127.0.0.1:<port>/api/`. */
  readonly apiUrl: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly botUserId: string;
  readonly botId: string;
  readonly appId: string;
  readonly teamId: string;
  /** Senders add whom and what they name; set entries for other locales, names, or channels without the bot. */
  readonly users: Map<string, SlackUser>;
  readonly channels: Map<string, SlackChannel>;
  readonly allowedMentions: Set<string>;
  /** Everything that breaks a rule of Slack, in order. */
  readonly breaches: readonly string[];
  /** Empties `breaches` and returns what it held, for tests that mean to break a rule. */
  takeBreaches(): readonly string[];
  /** @throws AssertionError that lists the breaches. */
  assertNoBreaches(): void;

  calls(method?: string): readonly Call[];
  /** What the app posted in a channel (ephemeral too), oldest first; with `thread`, the root and its replies only. */
  messages(channel: string, thread?: string): readonly RecordedMessage[];
  /** Everybody's messages, ephemeral ones left out. */
  history(channel: string, thread?: string): readonly RecordedMessage[];
  /** The channel id of the bot's direct messages with a person. */
  im(user: string): string;
  /** The view opened, pushed, updated or published last; undefined before. */
  lastView(): RecordedView | undefined;
  views(): readonly RecordedView[];
  /** Resolves with what `find` returns as soon as that is not null, undefined or false. Asked on every change. */
  waitFor<T>(
    find: () => T,
    options?: { timeoutMs?: number; what?: string },
  ): Promise<Exclude<T, null | undefined | false>>;
  /** Resolves once `method` was called `count` times (default 1), failures included. */
  waitFor(method: string, count?: number): Promise<readonly Call[]>;

  /** Makes the next call of a method fail; call it again to queue a further fault. */
  failNext(method: string, fault: Fault): void;
  /** Resolves when `count` sockets (default 1) are open and greeted. */
  connected(count?: number): Promise<void>;
  /** Ends all sockets without a close frame, as a broken network does. Returns how many there were. */
  dropSockets(): number;
  /** Sends a text over an open socket as it is: an envelope that Slack should never send. */
  sendRaw(text: string): void;
  /** Asks the client to reconnect, as Slack does when it recycles a host. */
  disconnect(reason?: 'warning' | 'refresh_requested' | 'link_disabled'): void;
  /** From now on a trigger_id already given out gets `expired_trigger_id`. */
  expireTriggers(): void;
  /** From now on a response_url already given out gets 404 `expired_url`. */
  expireResponseUrls(): void;

  /** Senders go to this URL from now on; `/slack/events` is added to a URL without a path. */
  useHttp(url: string): void;
  /** Sends one body to an app in HTTP mode, as given: no retry, nothing recorded. */
  deliverHttp(
    url: string,
    body: Readonly<Record<string, unknown>>,
    options?: HttpOptions,
  ): Promise<{ status: number; body: string }>;

  /** Ends sockets and connections at once. @throws AssertionError where there are breaches. */
  close(): Promise<void>;
}
