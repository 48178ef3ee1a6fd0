import type { IncomingMessage, ServerResponse } from 'node:http';
import { decodeArgs, readBody } from './call-args.ts';
import { fail, type Answer, type Args } from './method.ts';
import { basicMethods, methods } from './methods.ts';
import { tooManyPosts } from './post-rate.ts';
import type { Call, Fault } from './types.ts';
import { addBreach, changed, ids, type World } from './world.ts';

/** Arguments that the SDK adds to any call. */
const always = ['token', 'team_id'];

/** Answers one Web API call. */
export async function answerCall(world: World, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const method = (request.url ?? '').replace(/^\/api\//u, '').replace(/\?.*$/u, '');
  const body = await readBody(request);
  const args = decodeArgs(request.headers['content-type'], body);
  const { token: bodyToken, ...rest } = args ?? {};
  const token = /^Bearer (.+)$/u.exec(request.headers.authorization ?? '')?.[1] ?? bodyToken;
  const record = beginCall(world, method, rest);
  const fault = nextFault(world, method) ?? tooManyPosts(world, method, rest);
  if (fault !== null && fault.kind !== 'late') {
    record(`fault:${fault.kind}`);
    sendFault(response, fault);
    return;
  }
  const answer = args === null ? fail('invalid_post_type') : dispatch(world, method, token, rest);
  record(answer.error ?? 'ok');
  if (fault !== null) await new Promise((resolve) => setTimeout(resolve, fault.ms).unref());
  sendJson(response, 200, answer);
}

/** Notes a call as it arrives; the function returned notes its outcome and wakes those who wait. */
export function beginCall(world: World, method: string, args: Args): (outcome: string) => void {
  const call: Call = { method, args, outcome: 'pending' };
  const index = world.calls.push(call) - 1;
  world.callCounts.set(method, (world.callCounts.get(method) ?? 0) + 1);
  return (outcome) => {
    world.calls[index] = { ...call, outcome };
    changed(world);
  };
}

/** The fault that this call meets: `failNext` first, then the hook. The call is already counted. */
export function nextFault(world: World, method: string): Fault | null {
  const queued = world.queuedFaults.get(method)?.shift();
  if (queued !== undefined) return queued;
  return world.options.faults?.(method, world.callCounts.get(method) ?? 0) ?? null;
}

/** Plays a fault on a connection. */
export function sendFault(response: ServerResponse, fault: Exclude<Fault, { kind: 'late' }>): void {
  switch (fault.kind) {
    case 'rate_limited':
      response.setHeader('Retry-After', String(fault.seconds));
      sendJson(response, 429, fail('ratelimited'));
      return;
    case 'http':
      response.writeHead(fault.status, { 'Content-Type': 'text/html' }).end('<html><body>upstream</body></html>');
      return;
    case 'error':
      sendJson(response, 200, fail(fault.error));
      return;
    case 'hang':
      return;
    case 'cut':
      response.socket?.destroy();
  }
}

/** A JSON answer with the header that lists the token's scopes. */
export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response
    .writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', 'X-OAuth-Scopes': 'chat:write,commands' })
    .end(JSON.stringify(body));
}

function dispatch(world: World, name: string, token: unknown, args: Args): Answer {
  const refused = world.options.refuse?.[name];
  if (refused !== undefined) return fail(refused);
  const method = methods[name];
  if (method === undefined || (world.options.basicOnly && !basicMethods.has(name))) return fail('unknown_method');
  if (token === undefined) return fail('not_authed');
  if (token !== ids.botToken && token !== ids.appToken) return fail('invalid_auth');
  if ((token === ids.appToken) !== (method.token === 'app')) return fail('not_allowed_token_type');
  const known = new Set([...always, ...method.required, ...method.optional]);
  for (const key of Object.keys(args)) {
    if (!known.has(key)) addBreach(world, name, `unknown argument "${key}"`);
  }
  const missing = method.required.filter((key) => args[key] === undefined || args[key] === '');
  if (missing.length > 0) {
    return fail(
      'invalid_arguments',
      missing.map((key) => `[ERROR] missing required field: ${key}`),
    );
  }
  return method.run(world, args);
}
