import { randomUUID } from 'node:crypto';
import { inspectMessage, inspectView, sentence, type Breach } from './check-blocks.ts';
import type {
  Call,
  Fault,
  RecordedMessage,
  RecordedView,
  SlackChannel,
  SlackUser,
  StrictSlackOptions,
} from './types.ts';

/** What a response_url was given out for. */
export interface ResponseUrl {
  readonly channel: string;
  readonly user: string;
  /** The message that `replace_original` and `delete_original` mean. */
  original?: string;
  uses: number;
  expired: boolean;
}

/** What a trigger_id was given out for. */
export interface Trigger {
  readonly user: string;
  /** The view that was clicked or submitted; only such a trigger may push. */
  readonly view?: string;
  state: 'fresh' | 'used' | 'expired';
}

/** Ids of the one workspace, app and bot. */
export const ids = {
  team: 'T0GREFFIER',
  teamDomain: 'greffier-test',
  app: 'A0GREFFIER',
  bot: 'B0GREFFIER',
  botUser: 'U0GREFFIER',
  botToken: 'xoxb-1-strict-slack-bot',
  appToken: 'xapp-1-strict-slack-app',
  signingSecret: 'strict-slack-signing-secret',
} as const;

/** Everything that strict Slack knows; changed in place, each change announced. */
export interface World {
  readonly options: StrictSlackOptions;
  readonly users: Map<string, SlackUser>;
  readonly channels: Map<string, SlackChannel>;
  readonly allowedMentions: Set<string>;
  readonly messages: RecordedMessage[];
  readonly views: RecordedView[];
  readonly calls: Call[];
  readonly breaches: string[];
  readonly triggers: Map<string, Trigger>;
  readonly responseUrls: Map<string, ResponseUrl>;
  /** Tickets in the URLs that `apps.connections.open` gave out; each opens one socket. */
  readonly tickets: Set<string>;
  readonly queuedFaults: Map<string, Fault[]>;
  /** Calls so far, by method. */
  readonly callCounts: Map<string, number>;
  /** Called after every change. */
  readonly listeners: Set<() => void>;
  /** When a channel's next message is due, in ms, where `postRate` limits them. */
  readonly dueAt: Map<string, number>;
  /** Never repeated: ts, ids, envelope numbers come from it. */
  sequence: number;
  /** `http://127.0.0.1:<port>`, once listening. */
  origin: string;
  /** Where payloads go in HTTP mode; undefined means Socket Mode. */
  httpUrl: string | undefined;
  /** True from `close()` on: nothing is sent or waited for any more. */
  closing: boolean;
}

/** An empty workspace with the people and channels of `options`. */
export function createWorld(options: StrictSlackOptions): World {
  const world: World = {
    options,
    users: new Map(),
    channels: new Map(),
    allowedMentions: new Set(options.allowMentions),
    messages: [],
    views: [],
    calls: [],
    breaches: [],
    triggers: new Map(),
    responseUrls: new Map(),
    tickets: new Set(),
    queuedFaults: new Map(),
    callCounts: new Map(),
    dueAt: new Map(),
    listeners: new Set(),
    sequence: 0,
    origin: '',
    httpUrl: undefined,
    closing: false,
  };
  for (const user of options.users ?? []) addUser(world, user);
  for (const channel of options.channels ?? []) addChannel(world, channel);
  addUser(world, { id: ids.botUser, name: 'greffier', isBot: true });
  return world;
}

/** The person, registered with defaults if nobody did before. */
export function addUser(world: World, user: Pick<SlackUser, 'id'> & Partial<SlackUser>): SlackUser {
  const known = world.users.get(user.id) ?? { name: user.id.toLowerCase(), locale: 'fr-FR', isBot: false, ...user };
  world.users.set(user.id, known);
  return known;
}

/** The conversation, registered with defaults if nobody did before. */
export function addChannel(world: World, channel: Pick<SlackChannel, 'id'> & Partial<SlackChannel>): SlackChannel {
  const type = channel.id.startsWith('D') ? ('im' as const) : ('channel' as const);
  const known = world.channels.get(channel.id) ?? {
    name: type === 'im' ? 'directmessage' : channel.id.toLowerCase(),
    type,
    botIsMember: true,
    ...channel,
  };
  world.channels.set(channel.id, known);
  return known;
}

/** The direct messages of the bot and a person, opened at need. */
export function imWith(world: World, user: string): SlackChannel {
  addUser(world, { id: user });
  return addChannel(world, { id: `D${user.slice(1)}`, type: 'im', user });
}

/** Wakes everybody who waits for something. */
export function changed(world: World): void {
  for (const listener of world.listeners) listener();
}

/** A fresh ts: Unix seconds, a point, six digits that only ever grow. */
export function nextTs(world: World): string {
  world.sequence += 1;
  return `${Math.floor(Date.now() / 1000)}.${String(world.sequence).padStart(6, '0')}`;
}

/** A fresh id with Slack's prefix for its kind. */
export function nextId(world: World, prefix: string): string {
  world.sequence += 1;
  return `${prefix}0${String(world.sequence).padStart(8, '0')}`;
}

/** A trigger_id for one modal. */
export function newTrigger(world: World, user: string, view?: string): string {
  const id = `${nextId(world, '')}.${ids.team}.${randomUUID().replaceAll('-', '')}`;
  world.triggers.set(id, { user, ...(view === undefined ? {} : { view }), state: 'fresh' });
  return id;
}

/** A response_url for five answers. */
export function newResponseUrl(world: World, channel: string, user: string, original?: string): string {
  const url = `${world.origin}/response/${ids.team}/${randomUUID()}`;
  world.responseUrls.set(url, {
    channel,
    user,
    ...(original === undefined ? {} : { original }),
    uses: 0,
    expired: false,
  });
  return url;
}

/** The message with a ts in a channel. */
export function findMessage(world: World, channel: string, ts: unknown): RecordedMessage | undefined {
  return world.messages.find((message) => message.channel === channel && message.ts === ts);
}

/** Puts a message in place of the one with the same channel and ts, or at the end. */
export function putMessage(world: World, message: RecordedMessage): RecordedMessage {
  const index = world.messages.findIndex(({ channel, ts }) => channel === message.channel && ts === message.ts);
  if (index === -1) world.messages.push(message);
  else world.messages[index] = message;
  world.options.onMessage?.(message);
  return message;
}

/** Takes a message out of its channel. */
export function removeMessage(world: World, message: RecordedMessage): void {
  const index = world.messages.findIndex(({ channel, ts }) => channel === message.channel && ts === message.ts);
  if (index !== -1) world.messages.splice(index, 1);
}

/** Notes a broken rule; `source` is the call that broke it. */
export function addBreach(world: World, source: string, what: string): void {
  world.breaches.push(`${source}: ${what}`);
}

/** Checks a message, collects its breaches, and returns Slack's answer to the worst, null if it would be taken. */
export function judgeMessage(world: World, source: string, payload: unknown): Judgement | null {
  return judge(world, source, inspectMessage(payload, { allow: world.allowedMentions }));
}

/** As `judgeMessage`, for a view. */
export function judgeView(world: World, source: string, view: unknown): Judgement | null {
  return judge(world, source, inspectView(view, { allow: world.allowedMentions }));
}

/** Slack's error and the lines of its `response_metadata.messages`. */
export interface Judgement {
  readonly error: string;
  readonly messages: readonly string[];
}

function judge(world: World, source: string, breaches: readonly Breach[]): Judgement | null {
  for (const breach of breaches) addBreach(world, source, sentence(breach));
  const refused = breaches.filter(({ error }) => error !== null);
  const error = refused[0]?.error;
  if (error === undefined || error === null) return null;
  return { error, messages: refused.map((breach) => `[ERROR] ${sentence(breach)}`) };
}
