import type { IncomingMessage, ServerResponse } from 'node:http';
import { decodeArgs, readBody } from './call-args.ts';
import { fail, refusal, stringArg, type Answer, type Args } from './method.ts';
import { checkThread, contentOf, isEmpty } from './methods-chat.ts';
import { beginCall, nextFault, sendFault, sendJson } from './web-api.ts';
import {
  addBreach,
  findMessage,
  ids,
  judgeMessage,
  nextTs,
  putMessage,
  removeMessage,
  type ResponseUrl,
  type World,
} from './world.ts';

/** Answers that one response_url takes. */
const maxUses = 5;

const known = new Set([
  'text',
  'blocks',
  'attachments',
  'mrkdwn',
  'metadata',
  'response_type',
  'replace_original',
  'delete_original',
  'thread_ts',
  'unfurl_links',
  'unfurl_media',
]);

/** Takes one message sent to a response_url. */
export async function answerResponseUrl(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const args = decodeArgs(request.headers['content-type'], await readBody(request));
  const record = beginCall(world, 'response_url', args ?? {});
  const fault = nextFault(world, 'response_url');
  if (fault !== null && fault.kind !== 'late') {
    record(`fault:${fault.kind}`);
    sendFault(response, fault);
    return;
  }
  const url = world.responseUrls.get(`${world.origin}${request.url ?? ''}`);
  const { status, answer } = take(world, url, args);
  record(answer.error ?? 'ok');
  if (fault !== null) await new Promise((resolve) => setTimeout(resolve, fault.ms).unref());
  sendJson(response, status, answer);
}

/** Posts, replaces or deletes as a response_url body (or a slash command's acknowledgement) asks. */
export function respond(world: World, url: ResponseUrl, args: Args, via: 'response_url' | 'ack'): Answer {
  for (const key of Object.keys(args)) if (!known.has(key)) addBreach(world, via, `unknown field "${key}"`);
  const original = findMessage(world, url.channel, url.original);
  if (args['delete_original'] === true) {
    if (original === undefined) return fail('message_not_found');
    removeMessage(world, original);
    return { ok: true };
  }
  if (isEmpty(args)) return fail('no_text');
  const refused = checkThread(world, via, url.channel, args['thread_ts']) ?? refusal(judgeMessage(world, via, args));
  if (refused !== null) return refused;
  if (args['replace_original'] === true && original !== undefined) {
    putMessage(world, { ...original, ...contentOf(args), via, edits: original.edits + 1 });
    return { ok: true };
  }
  const thread = stringArg(args, 'thread_ts');
  const posted = putMessage(world, {
    channel: url.channel,
    ts: nextTs(world),
    user: ids.botUser,
    ...contentOf(args),
    ...(thread === undefined ? {} : { thread_ts: thread }),
    ...(args['response_type'] === 'in_channel' ? {} : { ephemeralTo: url.user }),
    via,
    edits: 0,
    reactions: [],
    streaming: false,
  });
  // A slash command has no message to begin with: its first answer is what a later one replaces.
  url.original ??= posted.ts;
  return { ok: true };
}

function take(world: World, url: ResponseUrl | undefined, args: Args | null): { status: number; answer: Answer } {
  if (url === undefined) return { status: 404, answer: fail('invalid_url') };
  if (url.expired) return { status: 404, answer: fail('expired_url') };
  if (url.uses >= maxUses) {
    addBreach(world, 'response_url', `used more than ${maxUses} times`);
    return { status: 404, answer: fail('used_url') };
  }
  url.uses += 1;
  if (args === null) return { status: 400, answer: fail('invalid_payload') };
  const answer = respond(world, url, args, 'response_url');
  return { status: answer.ok ? 200 : 400, answer };
}
