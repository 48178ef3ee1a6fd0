import type { Kysely } from 'kysely';
import type { Tables } from './schema.ts';
import type { Publications } from './store.ts';

/** Where quotations were published. */
export function publicationsIn(db: Kysely<Tables>): Publications {
  return {
    async note(publication) {
      const { link, person } = publication;
      await db
        .insertInto('publications')
        .values(publication)
        .onConflict((conflict) => conflict.columns(['quotation', 'channel', 'at']).doUpdateSet({ link, person }))
        .execute();
    },
    async last(quotation) {
      const found = await db
        .selectFrom('publications')
        .selectAll()
        .where('quotation', '=', quotation)
        .orderBy('at', 'desc')
        .orderBy('channel')
        .limit(1)
        .executeTakeFirst();
      return found ?? null;
    },
  };
}
