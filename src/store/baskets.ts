import { sql } from 'kysely';
import { changed, inTransaction, type Database } from './database.ts';
import type { Baskets } from './store.ts';

/** Quotations that people keep, numbered in their order. */
export function basketsIn(database: Pick<Database, 'db' | 'begin'>): Baskets {
  const { db } = database;
  return {
    async keep(person, { id, quotation, at }) {
      const kept = await sql`
        insert into kept_quotations (person, id, quotation, at, position)
        select ${person}, ${id}, ${quotation}, cast(${at} as bigint), coalesce(max(position), 0) + 1
        from kept_quotations where person = ${person}
        on conflict do nothing`.execute(db);
      return changed(kept) > 0;
    },
    arrange: (person, ids) =>
      inTransaction(database, 'write', async (transaction) => {
        const others = transaction.deleteFrom('kept_quotations').where('person', '=', person);
        await (ids.length === 0 ? others : others.where('id', 'not in', ids)).execute();
        for (const [index, id] of [...new Set(ids)].entries())
          await transaction
            .updateTable('kept_quotations')
            .set({ position: index + 1 })
            .where('person', '=', person)
            .where('id', '=', id)
            .execute();
      }),
    list: (person) =>
      db
        .selectFrom('kept_quotations')
        .select(['id', 'quotation', 'at'])
        .where('person', '=', person)
        .orderBy('position')
        .orderBy('at')
        .orderBy('id')
        .execute(),
  };
}
