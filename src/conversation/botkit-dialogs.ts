import { type BotWorker, Botkit, BotkitConversation, type BotkitMessage } from 'botkit';
import type { Storage, TurnContext } from 'botbuilder-core';
import type { Reply, TextReply } from '../replies/reply.ts';
import { CollectingAdapter, dialogKey, promptText, type Said } from './botkit-adapter.ts';

/** What a turn leads to: what to say, and the clarification among it that waits for an answer. */
export interface Spoken {
  readonly replies: readonly Reply[];
  readonly offer: TextReply | null;
}

/** Botkit's part: it takes the turns and holds the dialog open while a clarification waits. */
export interface BotkitDialogs {
  /** Takes one message of a thread; `respond` says what it means. Rejects with what `respond` throws. */
  take(thread: string, text: string, respond: () => Spoken): Promise<readonly Reply[]>;
  close(): Promise<void>;
}

const clarification = 'clarification';
const turnKey = Symbol('turn');

/** One turn under way. */
interface Turn {
  readonly respond: () => Spoken;
  readonly said: Said;
  /** Set once `respond` was asked. */
  spoken: Spoken | null;
  failure: { readonly error: unknown } | null;
}

/** Starts Botkit without web server and console, its dialogs in `storage`. */
export function createBotkitDialogs(storage: Storage): BotkitDialogs {
  const adapter = new CollectingAdapter();
  const controller = new Botkit({ adapter, storage, disable_webserver: true, disable_console: true });
  guardMiddleware(controller);

  const dialog = new BotkitConversation(clarification, controller);
  dialog.ask(promptText, (_answer, convo, bot, message) => speak(bot, message, () => convo.repeat()), '');
  controller.addDialog(dialog);
  controller.on('message', (bot, message) => speak(bot, message, () => bot.beginDialog(clarification)));

  const attempt = async (context: TurnContext, turn: Turn): Promise<readonly Reply[]> => {
    context.turnState.set(turnKey, turn);
    await controller.handleTurn(context);
    if (turn.failure !== null) throw turn.failure.error;
    return turn.said.replies;
  };

  return {
    take: async (thread, text, respond) => {
      const turn = newTurn(respond);
      const context = adapter.open(thread, text, turn.said);
      try {
        return await attempt(context, turn);
      } catch (error) {
        if (turn.spoken !== null || turn.failure !== null) throw error;
        // The stored dialog cannot go on, for instance because a new version no longer has it: the message still counts.
        await storage.delete([dialogKey(thread)]);
        const again = newTurn(respond);
        return attempt(adapter.open(thread, text, again.said), again);
      }
    },
    close: () => controller.shutdown(),
  };
}

function newTurn(respond: () => Spoken): Turn {
  return { respond, said: { replies: [], offer: null }, spoken: null, failure: null };
}

/**
 * Says what the turn leads to; a clarification is said by Botkit's prompt, which `prompt` brings up. A failure is kept
 * for the caller of the turn: Botkit would print it.
 */
async function speak(bot: BotWorker, message: BotkitMessage, prompt: () => Promise<unknown>): Promise<void> {
  const turn: Turn = message.context.turnState.get(turnKey);
  try {
    turn.spoken = turn.respond();
    const { replies, offer } = turn.spoken;
    for (const reply of replies) if (reply !== offer) await bot.say({ channelData: { reply } });
    turn.said.offer = offer;
    if (offer !== null) await prompt();
  } catch (error) {
    turn.failure = { error };
  }
}

/**
 * Botkit drops the promise of the functions that follow its middleware: what fails in them would end the process.
 * Here a failure goes back to them as the error that they expect.
 */
function guardMiddleware(controller: Botkit): void {
  for (const ware of Object.values(controller.middleware)) {
    const run = ware.run.bind(ware);
    ware.run = (...values: unknown[]) => {
      const done = values.pop();
      if (typeof done !== 'function') return run(...values);
      const guarded = async (...results: unknown[]): Promise<void> => {
        try {
          await done(...results);
        } catch (error) {
          done(error);
        }
      };
      return run(...values, guarded);
    };
  }
}
