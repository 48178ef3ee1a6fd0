import type { Kysely } from 'kysely';
import type { Tables } from './schema.ts';
import type { Threads } from './store.ts';

/** Thread memory that is read for `memory` milliseconds after it was written. */
export function threadsIn(db: Kysely<Tables>, memory: number): Threads {
  return {
    async read(conversation, person, now) {
      const thread = await db
        .selectFrom('threads')
        .select(['memory', 'version'])
        .where('conversation', '=', conversation)
        .where('person', '=', person)
        .where('written_at', '>', now - memory)
        .executeTakeFirst();
      return thread ?? null;
    },
    async write(conversation, person, state, now) {
      const written = { memory: state.memory, version: state.version + 1, written_at: now };
      if (state.version > 0) {
        const updated = await db
          .updateTable('threads')
          .set(written)
          .where('conversation', '=', conversation)
          .where('person', '=', person)
          .where('version', '=', state.version)
          .executeTakeFirst();
        return updated.numUpdatedRows > 0n;
      }
      const begun = await db
        .insertInto('threads')
        .values({ conversation, person, ...written })
        .onConflict((conflict) =>
          conflict
            .columns(['conversation', 'person'])
            .doUpdateSet(written)
            .where('threads.written_at', '<=', now - memory),
        )
        .executeTakeFirst();
      return (begun.numInsertedOrUpdatedRows ?? 0n) > 0n;
    },
  };
}
