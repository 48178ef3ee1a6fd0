import type { WebClient } from '@slack/web-api';
import * as z from 'zod';
import type { Language } from '../../proceedings/proceedings.ts';
import { type Log, reason } from '../../operations/log.ts';
import { createBoundedMap } from '../../store/bounded-map.ts';
import { isWithheld } from './failures.ts';

/** The language that a person has Slack in; undefined where it is neither French nor English, or Slack does not tell. */
export type LocaleOf = (user: string) => Promise<Language | undefined>;

const day = 24 * 60 * 60 * 1000;
const mostPeople = 2_000;
const found = z.object({ user: z.object({ locale: z.string() }) });

/**
 * Asks with `client`, which should not retry; once a day for each person whose language it was told, and nobody's again once Slack
 * refuses the method.
 */
export function createLocales(client: WebClient, log: Log): LocaleOf {
  const known = createBoundedMap<Promise<Language | undefined>>({ most: mostPeople, ttl: day, clock: Date.now });
  let refused = false;

  async function ask(user: string): Promise<Language | undefined> {
    try {
      const { locale } = found.parse(await client.apiCall('users.info', { user, include_locale: true })).user;
      return locale.startsWith('fr') ? 'fr' : locale.startsWith('en') ? 'en' : undefined;
    } catch (error) {
      known.delete(user);
      if (isWithheld(error) && !refused) {
        refused = true;
        log.warn('slack: goes on without users.info', { reason: reason(error) });
      }
      return undefined;
    }
  }

  return async (user) => {
    const asked = known.get(user);
    if (asked !== undefined || refused) return asked;
    const asking = ask(user);
    known.set(user, asking);
    return asking;
  };
}
