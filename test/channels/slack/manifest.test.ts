import type { AppsManifestCreateArguments } from '@slack/web-api';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import manifest from '../../../manifest.json' with { type: 'json' };
import { commandName } from '../../../src/channels/slack/listen.ts';
import { eventNames } from '../../../src/channels/slack/events.ts';

type Manifest = AppsManifestCreateArguments['manifest'];

/** A type of Slack with its closed lists of words opened: an imported JSON file knows no words, only strings. */
type Opened<T> = T extends string ? string : T extends object ? { [K in keyof T]: Opened<T[K]> } : T;
manifest satisfies Opened<Manifest>;

type Settings = NonNullable<NonNullable<Manifest['settings']>['event_subscriptions']>['bot_events'];
type Scopes = NonNullable<NonNullable<NonNullable<Manifest['oauth_config']>['scopes']>['bot']>;

const events = [
  'app_home_opened',
  'app_mention',
  'message.channels',
  'message.groups',
  'message.im',
] as const satisfies Settings;

/** What each scope is for. The SDK's list of scopes does not hold assistant:write yet. */
const scopes = {
  'app_mentions:read': 'app_mention',
  'channels:history': 'message.channels: follow-ups in threads',
  'channels:read': 'conversations.info, conversations.members: who may change the settings of a channel',
  'chat:write': 'chat.postMessage, chat.postEphemeral',
  commands: '/greffier',
  'groups:history': 'message.groups: follow-ups in threads of private channels',
  'groups:read': 'the same in private channels',
  'im:history': 'message.im',
  'users:read': 'users.info: the language that a person has Slack in, who administers the workspace',
} as const satisfies Partial<Record<Scopes[number], string>>;

test('subscribes to the events that the bot listens to, and to no other', () => {
  const { bot_events: subscribed } = manifest.settings.event_subscriptions;
  expect(subscribed).toEqual(events);
  expect(new Set(subscribed.map((name) => name.split('.')[0]))).toEqual(new Set<string | undefined>(eventNames));
});

test('declares the slash command that the bot answers', () => {
  expect(manifest.features.slash_commands.map(({ command }) => command)).toEqual([commandName]);
});

test('asks for the scopes that are used, and for no other', () => {
  expect(manifest.oauth_config.scopes.bot).toEqual([...Object.keys(scopes), 'assistant:write'].toSorted());
});

test('keeps the limits of Slack', () => {
  const { display_information: display, features } = manifest;
  expect(display.name.length).toBeLessThanOrEqual(35);
  expect(display.description.length).toBeLessThanOrEqual(140);
  expect(display.long_description.length).toBeGreaterThanOrEqual(174);
  expect(display.long_description.length).toBeLessThanOrEqual(4000);
  expect(features.agent_view.agent_description.length).toBeLessThanOrEqual(300);
  expect(features.agent_view.suggested_prompts.length).toBeLessThanOrEqual(4);
});

test('holds no secret and no address: it can be pasted as it is', () => {
  const text = readFileSync(new URL('../../../manifest.json', import.meta.url), 'utf8');
  expect(text).not.toMatch(/xox|xapp|https?:/);
});
