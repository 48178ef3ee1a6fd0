import { readableChannel, type Args } from './method.ts';
import type { Fault } from './types.ts';
import type { World } from './world.ts';

/**
 * What a message meets that comes too soon after those before it in its channel, whoever sees it; null where it does not.
 * https://docs.slack.dev/apis/web-api/rate-limits
 */
export function tooManyPosts(
  world: World,
  method: string,
  args: Args,
): Extract<Fault, { kind: 'rate_limited' }> | null {
  const rate = world.options.postRate;
  const channel = readableChannel(world, args['channel'])?.id;
  if (rate === undefined || method !== 'chat.postMessage' || channel === undefined) return null;
  const intervalMs = 1000 / rate.perSecond;
  const now = performance.now();
  const due = Math.max(world.dueAt.get(channel) ?? -Infinity, now - (rate.burst - 1) * intervalMs);
  if (due > now) return { kind: 'rate_limited', seconds: Math.ceil((due - now) / 1000) };
  world.dueAt.set(channel, due + intervalMs);
  return null;
}
