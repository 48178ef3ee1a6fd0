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
    move: (person, id, by) =>
      inTransaction(database, 'write', async (transaction) => {
        const rows = await ofPerson(transaction, person).select(['id', 'position']).execute();
        const from = rows.findIndex((row) => row.id === id);
        const moved = rows[from];
        if (moved === undefined) return;
        const others = rows.toSpliced(from, 1);
        const order = others.toSpliced(Math.max(0, from + by), 0, moved);
        const changes = order
          .map((row, index) => ({ ...row, to: index + 1 }))
          .filter(({ position, to }) => position !== to)
          // In the same order in every process: two moves at once then wait for each other, and neither fails.
          .toSorted((one, other) => (one.id < other.id ? -1 : 1));
        for (const change of changes)
          await transaction
            .updateTable('kept_quotations')
            .set({ position: change.to })
            .where('person', '=', person)
            .where('id', '=', change.id)
            .execute();
      }),
    async remove(person, id) {
      const removed = await db
        .deleteFrom('kept_quotations')
        .where('person', '=', person)
        .where('id', '=', id)
        .executeTakeFirst();
      return removed.numDeletedRows > 0n;
    },
    list: (person) => ofPerson(db, person).select(['id', 'quotation', 'at']).execute(),
  };
}

const ofPerson = (from: Database['db'], person: string) =>
  from.selectFrom('kept_quotations').where('person', '=', person).orderBy('position').orderBy('at').orderBy('id');
