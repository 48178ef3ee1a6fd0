import { setTimeout as pause } from 'node:timers/promises';
import { attemptHttp } from './http-events.ts';
import { isObject } from './json-walk.ts';
import { findView, show } from './methods-views.ts';
import { respond } from './response-url.ts';
import type { Attempt, PayloadKind, Transport } from './transport.ts';
import type { Delivery, EventOptions } from './types.ts';
import { addBreach, changed, type World } from './world.ts';

/** Times that Slack sends an event again. https://docs.slack.dev/apis/events-api/#retries */
const maxRetries = 3;

/** Sends one payload, again where Slack would, and acts on what the acknowledgement carries. */
export async function deliver(
  world: World,
  overSocket: Transport,
  kind: PayloadKind,
  body: Readonly<Record<string, unknown>>,
  options: EventOptions = {},
): Promise<Delivery> {
  const { httpUrl } = world;
  const send: Transport = httpUrl === undefined ? overSocket : (...attempt) => attemptHttp(world, httpUrl, ...attempt);
  let last = await send(kind, body, { number: 0, reason: '' });
  let attempts = 1;
  if (kind === 'events_api') {
    const wanted = Math.min(options.retries ?? 0, maxRetries);
    for (; attempts <= maxRetries; attempts += 1) {
      if (last.noRetry || (last.acked && attempts > wanted)) break;
      if (!last.acked) await pause(world.options.retryDelayMs ?? 10);
      last = await send(kind, body, { number: attempts, reason: retryReason(last, httpUrl) });
    }
  } else if (last.acked) {
    actOn(world, kind, body, last.response);
  } else if (last.failure !== 'disconnected') {
    addBreach(
      world,
      kind,
      `not acknowledged in time or refused (${last.failure}): ${String(body['type'] ?? body['command'])}`,
    );
  }
  changed(world);
  return { acked: last.acked, attempts, response: last.response, status: last.status, ...facts(body), body };
}

/** A duplicate of an acknowledged event looks to the app as if its acknowledgement had come too late. */
function retryReason(last: Attempt, httpUrl: string | undefined): string {
  if (last.acked || last.failure === 'disconnected') return httpUrl === undefined ? 'timeout' : 'http_timeout';
  return last.failure;
}

/** The ids in a body that tests go on with. */
function facts(
  body: Readonly<Record<string, unknown>>,
): Pick<Delivery, 'ts' | 'thread' | 'eventId' | 'triggerId' | 'responseUrl'> {
  const event = isObject(body['event']) ? body['event'] : {};
  return {
    ts: stringOrEmpty(event['ts']),
    thread: stringOrEmpty(event['thread_ts'] ?? event['ts']),
    eventId: stringOrEmpty(body['event_id']),
    triggerId: stringOrEmpty(body['trigger_id']),
    responseUrl: stringOrEmpty(body['response_url']),
  };
}

function stringOrEmpty(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Slack posts what a command's acknowledgement says, and lets a submission's direct the modal. */
function actOn(world: World, kind: PayloadKind, body: Readonly<Record<string, unknown>>, response: unknown): void {
  const answer = typeof response === 'string' && response !== '' ? { text: response } : response;
  const carried = isObject(answer) && Object.keys(answer).length > 0 ? answer : undefined;
  if (body['type'] === 'view_submission') {
    submitted(world, isObject(body['view']) ? String(body['view']['id']) : '', carried);
  } else if (carried !== undefined && kind === 'slash_commands') {
    const url = world.responseUrls.get(String(body['response_url']));
    if (url !== undefined) respond(world, url, carried, 'ack');
  } else if (carried !== undefined) {
    addBreach(world, 'ack', `${String(body['type'])} takes no answer with its acknowledgement`);
  }
}

function submitted(world: World, id: string, response: Record<string, unknown> | undefined): void {
  const view = findView(world, id);
  if (view === undefined) return;
  const without = (gone: (viewId: string) => boolean) => {
    world.views.splice(
      0,
      world.views.length,
      ...world.views.filter((each) => each.view.type === 'home' || !gone(each.id)),
    );
  };
  const action = response?.['response_action'];
  switch (action) {
    case undefined:
      if (response !== undefined) addBreach(world, 'ack', 'view_submission answered without response_action');
      without((viewId) => viewId === id);
      return;
    case 'clear':
      without(() => true);
      return;
    case 'update':
      show(world, 'ack', { view: response?.['view'] }, { ...view, type: 'modal' });
      return;
    case 'push':
      show(world, 'ack', { view: response?.['view'] }, { user: view.user, type: 'modal', previous: view.id });
      return;
    case 'errors': {
      const blocks = new Set(view.view.blocks.map((block) => block.block_id));
      const named = isObject(response?.['errors']) ? Object.keys(response['errors']) : [];
      if (named.length === 0 || named.some((block) => !blocks.has(block))) {
        addBreach(world, 'ack', `errors must name input blocks of the view, not ${named.join(', ') || 'nothing'}`);
      }
      return;
    }
    default:
      addBreach(world, 'ack', `unknown response_action ${JSON.stringify(action)}`);
  }
}
