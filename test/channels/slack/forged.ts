import { expect } from 'vitest';
import type { RecordedMessage } from '../../support/slack/types.ts';
import { type Bench, type BenchOptions, openBench } from './bench.ts';

/** Slack's payloads are signed: who acts is who the payload names, whatever the values in it say. */
const workspace = {
  users: [{ id: 'U1' }, { id: 'U2' }],
  allowMentions: ['<@U1>', '<@U2>'],
  channels: [{ id: 'C1' }, { id: 'C2' }, { id: 'C7' }],
};
/** A bot in HTTP mode, with people U1 and U2 and channels C1, C2 and C7. */
export const open = (options: BenchOptions = {}): Promise<Bench> =>
  openBench({ mode: 'http', slack: workspace, ...options });

/** A click with parts that no button of ours has. */
export interface Forgery {
  readonly action?: string;
  readonly value?: unknown;
  readonly user?: string;
  readonly channel?: string;
  readonly message?: Readonly<Record<string, unknown>>;
}

/** Sends a click as it could never come from a button of ours, signed as Slack signs. */
export async function forge(running: Bench, forgery: Forgery): Promise<void> {
  const { action = 'more', value, user = 'U1', channel = 'C1', message = {} } = forgery;
  const { status } = await running.slack.deliverHttp(running.where, {
    type: 'block_actions',
    team: { id: 'T1' },
    user: { id: user },
    channel: { id: channel, name: 'general' },
    message,
    actions: [{ type: 'button', action_id: action, block_id: 'b', value }],
  });
  expect(status).toBe(200);
}

/** A modal's submission in the same way; `metadata` is what it carries. */
export async function submit(running: Bench, user: string, metadata: unknown, channel: unknown = 'C7'): Promise<void> {
  const { status } = await running.slack.deliverHttp(running.where, {
    type: 'view_submission',
    team: { id: 'T1' },
    user: { id: user },
    view: {
      id: 'V1',
      type: 'modal',
      callback_id: 'share',
      private_metadata: metadata,
      state: { values: { channel: { channel: { type: 'conversations_select', selected_conversation: channel } } } },
    },
    response_urls: [],
  });
  expect(status).toBe(200);
}

/** Everything that the bot has said to anybody, once all that it was sent is dealt with. */
export async function said(running: Bench): Promise<readonly RecordedMessage[]> {
  await running.bot.stop();
  const { slack } = running;
  return [...slack.channels.keys()].flatMap((channel) => slack.messages(channel));
}

/** Those of these messages that this person alone sees. */
export const whisperedTo = (messages: readonly RecordedMessage[], user: string) =>
  messages.filter(({ ephemeralTo }) => ephemeralTo === user);

/** The value of the button of a message with this action id. */
export function valueOf(message: RecordedMessage, action: string): string {
  let found: string | null = null;
  JSON.stringify(message.blocks, (_, part: Readonly<Record<string, unknown>> | null) => {
    if (part?.['action_id'] === action) found = String(part['value']);
    return part;
  });
  if (found === null) throw new Error(`no button ${action}`);
  return found;
}

/** A message as a click on it names it. */
export const inThreadOf = ({ ts, thread_ts: thread }: RecordedMessage) => ({ ts, thread_ts: thread });
