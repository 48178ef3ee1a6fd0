import { deliver } from './deliver.ts';
import {
  botMessageEvent,
  editedEvent,
  eventBody,
  homeOpenedEvent,
  joinedEvent,
  mentionEvent,
  messageEvent,
  ownMessageEvent,
  type Event,
} from './events.ts';
import { clickBody, commandBody, shortcutBody, viewBody } from './interactions.ts';
import type { Transport } from './transport.ts';
import type { Delivery, EventOptions, Senders } from './types.ts';
import { changed, imWith, type World } from './world.ts';

/** Everything that people can do, and that Slack tells the app. */
export function createSenders(world: World, overSocket: Transport): Senders {
  const send = (event: Event, options: EventOptions): Promise<Delivery> =>
    deliver(world, overSocket, 'events_api', eventBody(world, event, options.eventId), options);
  const interact = (body: Readonly<Record<string, unknown>>): Promise<Delivery> =>
    deliver(world, overSocket, 'interactive', body);
  return {
    mention: async (args) => send(mentionEvent(world, args), args),
    message: async (args) => send(messageEvent(world, args), args),
    directMessage: async (args) => send(messageEvent(world, { ...args, channel: imWith(world, args.user).id }), args),
    edited: async (args) => send(editedEvent(world, args), args),
    botMessage: async (args) => send(botMessageEvent(world, args), args),
    ownMessage: async (args) => send(ownMessageEvent(world, args), args),
    joined: async (args) => send(joinedEvent(world, args), args),
    appHomeOpened: async (args) => send(homeOpenedEvent(world, args), args),
    event: async (event, options = {}) => send(event, options),
    slashCommand: async (args) => deliver(world, overSocket, 'slash_commands', commandBody(world, args)),
    click: async (args) => interact(clickBody(world, args)),
    submitView: async (args) => interact(viewBody(world, 'view_submission', args)),
    async closeView(args) {
      const body = viewBody(world, 'view_closed', args);
      const { view } = args.view;
      if (view.type !== 'modal' || view.notify_on_close !== true) {
        throw new Error(`view ${args.view.id} does not set notify_on_close: Slack tells the app nothing`);
      }
      world.views.splice(0, world.views.length, ...world.views.filter(({ id }) => id !== args.view.id));
      changed(world);
      return interact(body);
    },
    shortcut: async (args) => interact(shortcutBody(world, args)),
  };
}
