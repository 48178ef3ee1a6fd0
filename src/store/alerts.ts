import type { Kysely } from 'kysely';
import { digestOf, storable } from './questions.ts';
import type { Tables } from './schema.ts';
import type { Alerts } from './store.ts';

/** Questions that wait for an answer: one row a person, language and question. */
export function alertsIn(db: Kysely<Tables>): Alerts {
  return {
    async add({ id, person, question, language, at }) {
      const kept = storable(question);
      const added = await db
        .insertInto('alerts')
        .values({ id, person, digest: digestOf(`${language}\n${kept}`), question: kept, language, at })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return (added.numInsertedOrUpdatedRows ?? 0n) > 0n;
    },
    list(person) {
      const all = db
        .selectFrom('alerts')
        .select(['id', 'person', 'question', 'language', 'at'])
        .orderBy('at')
        .orderBy('id');
      return (person === undefined ? all : all.where('person', '=', person)).execute();
    },
    async remove(id) {
      const removed = await db.deleteFrom('alerts').where('id', '=', id).executeTakeFirst();
      return removed.numDeletedRows > 0n;
    },
  };
}
