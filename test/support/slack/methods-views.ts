import { randomUUID } from 'node:crypto';
import type { View } from '@slack/types';
import { view as viewShape } from './blocks.ts';
import { fail, refusal, stringArg, type Answer, type Args, type Method } from './method.ts';
import { withBlockIds } from './methods-chat.ts';
import type { RecordedView } from './types.ts';
import { ids, judgeView, nextId, type Trigger, type World } from './world.ts';

/** Modals that may lie on one another: a root and two more. */
const maxStack = 3;

/** Modals and home tabs. https://docs.slack.dev/reference/methods?family=views */
export const viewMethods: Readonly<Record<string, Method>> = {
  'views.open': {
    required: ['trigger_id', 'view'],
    optional: [],
    run(world, args) {
      const trigger = takeTrigger(world, args);
      if ('ok' in trigger) return trigger;
      return show(world, 'views.open', args, { user: trigger.user, type: 'modal' });
    },
  },
  'views.push': {
    required: ['trigger_id', 'view'],
    optional: [],
    run(world, args) {
      const trigger = takeTrigger(world, args);
      if ('ok' in trigger) return trigger;
      const below = findView(world, trigger.view);
      if (below === undefined) return fail('not_found');
      if (stackHeight(world, below) >= maxStack) return fail('push_limit_reached');
      return show(world, 'views.push', args, { user: trigger.user, type: 'modal', previous: below.id });
    },
  },
  'views.update': {
    required: ['view'],
    optional: ['view_id', 'external_id', 'hash'],
    run(world, args) {
      const known = findView(world, stringArg(args, 'view_id') ?? stringArg(args, 'external_id'));
      if (known === undefined) return fail('not_found');
      if (args['hash'] !== undefined && args['hash'] !== known.hash) return fail('hash_conflict');
      return show(world, 'views.update', args, { ...known, type: known.view.type });
    },
  },
  'views.publish': {
    required: ['user_id', 'view'],
    optional: ['hash'],
    run(world, args) {
      const user = stringArg(args, 'user_id') ?? '';
      if (!world.users.has(user)) return fail('user_not_found');
      const known = world.views.find((each) => each.view.type === 'home' && each.user === user);
      if (args['hash'] !== undefined && args['hash'] !== known?.hash) return fail('hash_conflict');
      return show(world, 'views.publish', args, {
        user,
        type: 'home',
        ...(known === undefined ? {} : { id: known.id }),
      });
    },
  },
};

interface Placement {
  readonly user: string;
  readonly type: string;
  readonly id?: string;
  readonly previous?: string;
}

/** Checks a view, records it at the end of the list (the newest is last), and answers as Slack. */
export function show(world: World, via: string, args: Args, place: Placement): Answer {
  const refused = refusal(judgeView(world, via, args['view']));
  if (refused !== null) return refused;
  const { view } = args;
  if (!isView(view)) return fail('invalid_arguments');
  if (view.type !== place.type) return fail('invalid_arguments', [`[ERROR] a ${place.type} view is expected`]);
  const taken = view.external_id
    ? world.views.find((each) => each.id !== place.id && each.view.external_id === view.external_id)
    : undefined;
  if (taken !== undefined) return fail('duplicate_external_id');
  const shown: RecordedView = {
    id: place.id ?? nextId(world, 'V'),
    hash: `${Math.floor(Date.now() / 1000)}.${randomUUID().slice(0, 8)}`,
    view,
    user: place.user,
    ...(place.previous === undefined ? {} : { previous: place.previous }),
    via,
  };
  const index = world.views.findIndex(({ id }) => id === shown.id);
  if (index !== -1) world.views.splice(index, 1);
  world.views.push(shown);
  return { ok: true, view: wireView(world, shown) };
}

function isView(value: unknown): value is View {
  return viewShape.safeParse(value).success;
}

/** A view by its id or external_id. */
export function findView(world: World, id: string | undefined): RecordedView | undefined {
  return id === undefined ? undefined : world.views.find((each) => each.id === id || each.view.external_id === id);
}

/** A view as Slack puts it in answers and payloads, `values` being the state of its inputs. */
export function wireView(world: World, shown: RecordedView, values: unknown = {}): Record<string, unknown> {
  const { view } = shown;
  const modal = view.type === 'modal' ? view : undefined;
  return {
    id: shown.id,
    team_id: ids.team,
    type: view.type,
    blocks: withBlockIds(view.blocks),
    private_metadata: view.private_metadata ?? '',
    callback_id: view.callback_id ?? '',
    external_id: view.external_id ?? '',
    state: { values },
    hash: shown.hash,
    title: modal?.title ?? { type: 'plain_text', text: 'View Title' },
    close: modal?.close ?? null,
    submit: modal?.submit ?? null,
    clear_on_close: modal?.clear_on_close ?? false,
    notify_on_close: modal?.notify_on_close ?? false,
    previous_view_id: shown.previous ?? null,
    root_view_id: rootOf(world, shown).id,
    app_id: ids.app,
    app_installed_team_id: ids.team,
    bot_id: ids.bot,
  };
}

function takeTrigger(world: World, args: Args): Trigger | Answer {
  const trigger = world.triggers.get(stringArg(args, 'trigger_id') ?? '');
  if (trigger === undefined) return fail('invalid_trigger_id');
  switch (trigger.state) {
    case 'used':
      return fail('exchanged_trigger_id');
    case 'expired':
      return fail('expired_trigger_id');
    case 'fresh':
      break;
  }
  trigger.state = 'used';
  return trigger;
}

function rootOf(world: World, view: RecordedView): RecordedView {
  const below = findView(world, view.previous);
  return below === undefined ? view : rootOf(world, below);
}

function stackHeight(world: World, view: RecordedView): number {
  const below = findView(world, view.previous);
  return below === undefined ? 1 : 1 + stackHeight(world, below);
}
