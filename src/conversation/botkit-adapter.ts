import { type Activity, BotAdapter, type ResourceResponse, TurnContext } from 'botbuilder-core';
import type { Reply, TextReply } from '../replies/reply.ts';

/** What Botkit sends where a clarification is asked; the person reads the offer that it stands for. */
export const promptText = 'which one?';

/** What is said in the turn under way. */
export interface Said {
  /** In order. */
  readonly replies: Reply[];
  /** The clarification that Botkit's prompt stands for. */
  offer: TextReply | null;
}

const saidKey = Symbol('said');

/** The key under which Botkit stores a thread's dialogs: channel, then every field of `conversation`, then the person. */
export function dialogKey(thread: string): string {
  return `greffier/conversations/${thread}-false-person/`;
}

/** Botkit's adapter for every channel: collects what is sent in a turn, for the caller of the turn to send. */
export class CollectingAdapter extends BotAdapter {
  /** A turn of one thread; what Botkit sends in it ends up in `said`. An empty text would become an object in Botkit. */
  open(thread: string, text: string, said: Said): TurnContext {
    const activity: Partial<Activity> = {
      type: 'message',
      channelId: 'greffier',
      conversation: { id: thread, name: '', isGroup: false, conversationType: '' },
      from: { id: 'person', name: '' },
      recipient: { id: 'greffier', name: '' },
      text: text || ' ',
    };
    const context = new TurnContext(this, activity);
    context.turnState.set(saidKey, said);
    return context;
  }

  /** @throws Error where Botkit sends words of its own ("Failed to start prompt …"): nobody must read them. */
  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const said: Said = context.turnState.get(saidKey);
    for (const { channelData, text } of activities) {
      const reply: Reply | undefined = channelData?.reply;
      const meant = reply ?? (text === promptText ? said.offer : null);
      if (meant === null) throw new Error('Botkit sent words of its own');
      said.replies.push(meant);
    }
    return activities.map(() => ({ id: '' }));
  }

  /** Nothing that was said is changed later; Botkit asks for the method. */
  override async updateActivity(): Promise<void> {}

  /** Nothing that was said is taken back; Botkit asks for the method. */
  override async deleteActivity(): Promise<void> {}

  /** The bot speaks only when spoken to. @throws Error always. */
  override continueConversation(): Promise<void> {
    throw new Error('the bot speaks only when spoken to');
  }
}
