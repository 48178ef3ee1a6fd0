import type { WebClient } from '@slack/web-api';
import * as z from 'zod';
import { type Log, reason } from '../../operations/log.ts';

/** Who may do what beyond asking. */
export interface Roles {
  isMaintainer(user: string): boolean;
  /**
   * Whether a person may change the settings of a channel: maintainers may; where no maintainer is named, anybody in the channel;
   * else a member of the channel who made it or who is an administrator of the workspace. What Slack does not tell is a no.
   */
  mayConfigure(user: string, channel: string): Promise<boolean>;
}

const channelInfo = z.object({ channel: z.object({ creator: z.string().nullish() }) });
const userInfo = z.object({ user: z.object({ is_admin: z.boolean().nullish(), is_owner: z.boolean().nullish() }) });
const memberPage = z.object({
  members: z.array(z.string()),
  response_metadata: z.object({ next_cursor: z.string().nullish() }).nullish(),
});

/** Members a page, as many as Slack gives, and pages at most: larger channels are for maintainers to set. */
const pageSize = 1000;
const mostPages = 20;

/** Asks Slack with `client`, which should not retry. A method that it refuses is logged once. */
export function createRoles(client: WebClient, maintainers: readonly string[], log: Log): Roles {
  const refused = new Set<string>();

  async function ask<T>(method: string, args: Readonly<Record<string, unknown>>, shape: z.ZodType<T>) {
    try {
      return shape.parse(await client.apiCall(method, args));
    } catch (error) {
      if (!refused.has(method)) log.warn(`slack: goes on without ${method}`, { reason: reason(error) });
      refused.add(method);
      return null;
    }
  }

  async function isMember(user: string, channel: string): Promise<boolean> {
    let cursor = '';
    for (let pages = 0; pages < mostPages; pages += 1) {
      const args = { channel, limit: pageSize, ...(cursor !== '' && { cursor }) };
      const page = await ask('conversations.members', args, memberPage);
      if (page?.members.includes(user) === true) return true;
      cursor = page?.response_metadata?.next_cursor ?? '';
      if (cursor === '') return false;
    }
    return false;
  }

  async function leads(user: string, channel: string): Promise<boolean> {
    const [place, person] = await Promise.all([
      ask('conversations.info', { channel }, channelInfo),
      ask('users.info', { user }, userInfo),
    ]);
    return place?.channel.creator === user || person?.user.is_admin === true || person?.user.is_owner === true;
  }

  return {
    isMaintainer: (user) => maintainers.includes(user),
    async mayConfigure(user, channel) {
      if (maintainers.length === 0 || maintainers.includes(user)) return true;
      return (await leads(user, channel)) && isMember(user, channel);
    },
  };
}
