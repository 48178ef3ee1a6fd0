import type { ViewResponseAction } from '@slack/bolt';
import type { Bot } from './bot.ts';
import type { Click, Command, Shortcut, Submission } from './incoming.ts';

/**
 * One thing that people do with the bot in Slack, with all that they click, type and submit for it. Handlers return their
 * outcome in a word or two, for the log; what they throw is logged and told to nobody else.
 */
export interface Feature {
  /** By the part of the action_id before its first colon. */
  readonly clicks?: Readonly<Record<string, (bot: Bot, click: Click) => Promise<string>>>;
  /** By the callback_id of the modal. */
  readonly submissions?: Readonly<Record<string, (bot: Bot, submission: Submission) => Promise<Submitted>>>;
  /** By the folded word that follows `/greffier`; `rest` of the command is what follows that. */
  readonly commands?: Readonly<Record<string, (bot: Bot, command: Command) => Promise<string>>>;
  /** Message shortcuts, by callback_id. */
  readonly shortcuts?: Readonly<Record<string, (bot: Bot, shortcut: Shortcut) => Promise<string>>>;
}

/** What a submitted modal leads to. */
export interface Submitted {
  /** What Slack does with the modal, within three seconds; default: closes it. */
  readonly response?: ViewResponseAction;
  /** What is done once Slack was told; default: nothing. */
  readonly work?: () => Promise<string>;
}
