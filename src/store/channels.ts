import type { Kysely } from 'kysely';
import type { Tables } from './schema.ts';
import type { Channels } from './store.ts';

/** Settings of channels; the last to write wins. */
export function channelsIn(db: Kysely<Tables>): Channels {
  return {
    async read(channel) {
      const found = await db
        .selectFrom('channels')
        .select('settings')
        .where('channel', '=', channel)
        .executeTakeFirst();
      return found?.settings ?? null;
    },
    async all() {
      const rows = await db.selectFrom('channels').select(['channel', 'settings']).execute();
      return new Map(rows.map(({ channel, settings }) => [channel, settings]));
    },
    async write(channel, settings, at) {
      await db
        .insertInto('channels')
        .values({ channel, settings, at })
        .onConflict((conflict) => conflict.column('channel').doUpdateSet({ settings, at }))
        .execute();
    },
  };
}
