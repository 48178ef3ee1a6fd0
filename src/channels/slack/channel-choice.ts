import type { ConversationsSelect } from '@slack/types';
import type { Language } from '../../proceedings/proceedings.ts';
import type { Bot } from './bot.ts';
import { button, paragraph, plain } from './elements.ts';
import { labels } from './labels.ts';
import { message } from './message.ts';
import { directPlace } from './place.ts';

/** A menu of the channels that a person may post to. */
export function channelMenu(action: string): ConversationsSelect {
  return {
    type: 'conversations_select',
    action_id: action,
    filter: { include: ['public', 'private'], exclude_bot_users: true },
  };
}

/**
 * Asks a person for a channel in a message of their own conversation with the bot, where no modal can be opened. The choice comes
 * as a click of `menu`, whose `beside` holds `value`.
 *
 * @param again the action of the button that holds `value`: it tries once more to open the modal
 * @throws where Slack takes the message in no way
 */
export async function askForChannel(
  bot: Bot,
  user: string,
  language: Language,
  { menu, again, value }: { readonly menu: string; readonly again: string; readonly value: string },
): Promise<string> {
  const { chooseChannel, tryAgain, channel } = labels[language];
  const choice = { ...channelMenu(menu), placeholder: plain(channel, 150) };
  // An ephemeral message is not shown to the bot when it is clicked: this one must be an ordinary one.
  await bot.voice.say(
    { ...directPlace(user), onlyUser: false },
    message(chooseChannel, [
      paragraph(chooseChannel),
      { type: 'actions', elements: [choice, ...button(again, tryAgain, value)] },
    ]),
  );
  return 'asked for the channel in a message';
}
