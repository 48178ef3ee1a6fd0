/** Where a person speaks with the bot, and so where an answer belongs. */
export interface Place {
  readonly channel: string;
  /** The root of the thread to answer in; null for the conversation itself (direct messages). */
  readonly thread: string | null;
  readonly user: string;
  /** True in the person's own conversation with the bot. */
  readonly direct: boolean;
  /** True where only this person may see the answer: a slash command, and the buttons under its answer. */
  readonly onlyUser: boolean;
  /** Takes up to five messages within half an hour, for this person unless told otherwise; null where there is none. */
  readonly responseUrl: string | null;
}

/** A person's own conversation with the bot, for what only they may see. */
export function directPlace(user: string): Place {
  return { channel: user, thread: null, user, direct: true, onlyUser: true, responseUrl: null };
}

/** Direct messages have ids of their own kind, for events that do not tell the type of the channel. */
export function isDirect(channel: string): boolean {
  return channel.startsWith('D');
}

/**
 * The key of the conversation engine's memory. Slash commands and answers that only the asker sees have their own, so that they
 * answer no open dialog.
 */
export function conversationOf(place: Place): string {
  if (place.onlyUser) return `slack-command:${place.channel}${place.thread === null ? '' : `:${place.thread}`}`;
  return `slack:${place.channel}:${place.thread ?? ''}`;
}
