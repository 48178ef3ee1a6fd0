import { isObject, walk } from './json-walk.ts';
import { wireMessage, withBlockIds } from './methods-chat.ts';
import { findView, wireView } from './methods-views.ts';
import type { ClickArgs, RecordedMessage, RecordedView } from './types.ts';
import { addChannel, addUser, findMessage, ids, newResponseUrl, newTrigger, nextTs, type World } from './world.ts';

type Json = Record<string, unknown>;

/** A slash command, as the fields of its form. https://docs.slack.dev/interactivity/implementing-slash-commands */
export function commandBody(
  world: World,
  args: { command: string; text: string; user: string; channel: string },
): Json {
  const channel = addChannel(world, { id: args.channel });
  const user = addUser(world, { id: args.user });
  return {
    token: 'verification-token',
    team_id: ids.team,
    team_domain: ids.teamDomain,
    channel_id: channel.id,
    channel_name: channel.name,
    user_id: user.id,
    user_name: user.name,
    command: args.command,
    text: args.text,
    api_app_id: ids.app,
    is_enterprise_install: 'false',
    response_url: newResponseUrl(world, channel.id, user.id),
    trigger_id: newTrigger(world, user.id),
  };
}

/**
 * `block_actions` for an element that stands in a message or view now.
 * @throws Error where it does not, or where the person does not see it.
 */
export function clickBody(world: World, args: ClickArgs): Json {
  const place = args.message === undefined ? inView(world, args) : inMessage(world, args.message, args.user);
  const element = findElement(place.blocks, args);
  return {
    type: 'block_actions',
    ...person(world, args.user),
    ...place.payload,
    trigger_id: newTrigger(world, args.user, args.view?.id),
    actions: [{ ...action(element.element, args), block_id: element.blockId, action_ts: nextTs(world) }],
  };
}

/** `view_submission` or `view_closed`. */
export function viewBody(
  world: World,
  type: 'view_submission' | 'view_closed',
  args: { view: RecordedView; user: string; values?: Record<string, unknown> },
): Json {
  const view = shownView(world, args.view);
  const wired = wireView(world, view, args.values);
  return type === 'view_submission'
    ? {
        type,
        ...person(world, args.user),
        trigger_id: newTrigger(world, args.user, view.id),
        view: wired,
        response_urls: [],
      }
    : { type, ...person(world, args.user), view: wired, is_cleared: false };
}

/** A global shortcut, or with `message` a message shortcut. */
export function shortcutBody(
  world: World,
  args: { callback_id: string; user: string; message?: RecordedMessage },
): Json {
  const { message, callback_id, user } = args;
  const common = { ...person(world, user), callback_id, trigger_id: newTrigger(world, user), action_ts: nextTs(world) };
  if (message === undefined) return { type: 'shortcut', ...common };
  const channel = addChannel(world, { id: message.channel });
  return {
    type: 'message_action',
    ...common,
    message_ts: message.ts,
    channel: { id: channel.id, name: channel.name },
    message: wireMessage(message),
    response_url: newResponseUrl(world, channel.id, user, message.ts),
  };
}

function person(world: World, id: string): Json {
  const { name } = addUser(world, { id });
  return {
    user: { id, username: name, name, team_id: ids.team },
    team: { id: ids.team, domain: ids.teamDomain },
    api_app_id: ids.app,
    token: 'verification-token',
    enterprise: null,
    is_enterprise_install: false,
  };
}

function inMessage(world: World, seen: RecordedMessage, user: string): { blocks: Json[]; payload: Json } {
  const message = findMessage(world, seen.channel, seen.ts);
  if (message === undefined) throw new Error(`message ${seen.ts} is gone from ${seen.channel}: nobody can click it`);
  if (message.ephemeralTo !== undefined && message.ephemeralTo !== user) {
    throw new Error(`${user} does not see the ephemeral message ${message.ts}, only ${message.ephemeralTo} does`);
  }
  const channel = addChannel(world, { id: message.channel });
  const thread = message.thread_ts === undefined ? {} : { thread_ts: message.thread_ts };
  const ephemeral = message.ephemeralTo !== undefined;
  return {
    blocks: withBlockIds(message.blocks),
    payload: {
      container: {
        type: 'message',
        message_ts: message.ts,
        channel_id: channel.id,
        is_ephemeral: ephemeral,
        ...thread,
      },
      channel: { id: channel.id, name: channel.name },
      // Slack keeps no ephemeral message, so its payload has none to show.
      ...(ephemeral ? {} : { message: wireMessage(message) }),
      state: { values: {} },
      response_url: newResponseUrl(world, channel.id, user, message.ts),
    },
  };
}

function inView(world: World, args: ClickArgs): { blocks: Json[]; payload: Json } {
  if (args.view === undefined) throw new Error('click needs a message or a view');
  const view = shownView(world, args.view);
  return {
    blocks: withBlockIds(view.view.blocks),
    payload: { container: { type: 'view', view_id: view.id }, view: wireView(world, view) },
  };
}

function shownView(world: World, seen: RecordedView): RecordedView {
  const view = findView(world, seen.id);
  if (view === undefined) throw new Error(`view ${seen.id} is closed: nobody can use it`);
  return view;
}

function findElement(blocks: readonly Json[], args: ClickArgs): { element: Json; blockId: unknown } {
  const found: { element: Json; blockId: unknown }[] = [];
  const known: string[] = [];
  for (const block of blocks) {
    walk(block, '', (value) => {
      if (!isObject(value) || typeof value['action_id'] !== 'string') return;
      known.push(value['action_id']);
      const matches = value['action_id'] === args.action_id;
      if (matches && hasValue(value, args.value)) found.push({ element: value, blockId: block['block_id'] });
    });
  }
  const [first] = found;
  if (first !== undefined) return first;
  throw new Error(`no ${args.action_id} with value ${args.value ?? '(any)'}; there are: ${known.join(', ') || 'none'}`);
}

function hasValue(element: Json, value: string | undefined): boolean {
  return (
    value === undefined ||
    element['type'] === 'conversations_select' ||
    choices(element).some((choice) => choice['value'] === value)
  );
}

function choices(element: Json): Json[] {
  const { positive_button: positive, negative_button: negative, options } = element;
  return [element, positive, negative, ...(Array.isArray(options) ? options : [])].filter(isObject);
}

function action(element: Json, args: ClickArgs): Json {
  const { type, action_id } = element;
  const chosen = choices(element)
    .slice(1)
    .find((choice) => args.value === undefined || choice['value'] === args.value);
  switch (type) {
    case 'button':
    case 'icon_button': {
      const { confirm: _confirm, accessibility_label: _label, ...sent } = element;
      return sent;
    }
    case 'feedback_buttons':
      if (args.value === undefined) throw new Error(`click on ${args.action_id} needs the value of one of its buttons`);
      return { type, action_id, text: chosen?.['text'], value: args.value };
    case 'static_select':
    case 'overflow':
    case 'radio_buttons':
      return { type, action_id, selected_option: chosen };
    case 'conversations_select':
      return { type, action_id, selected_conversation: args.value };
    default:
      throw new Error(`strict Slack cannot click a ${String(type)}`);
  }
}
