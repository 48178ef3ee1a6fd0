import type { Kysely } from 'kysely';
import { storable } from './questions.ts';
import type { Tables } from './schema.ts';
import type { FeedbackBook } from './store.ts';

/** What people thought of answers: one row a person and answer. */
export function feedbackIn(db: Kysely<Tables>): FeedbackBook {
  return {
    async rate({ person, answer, rating, reason, comment, question, at }) {
      const judged = { rating, reason, comment: storableOrNull(comment), question: storableOrNull(question), at };
      await db
        .insertInto('feedback')
        .values({ person, answer, ...judged })
        .onConflict((conflict) => conflict.columns(['person', 'answer']).doUpdateSet(judged))
        .execute();
    },
    list: (limit) =>
      db.selectFrom('feedback').selectAll().orderBy('at', 'desc').orderBy('answer').limit(limit).execute(),
  };
}

function storableOrNull(words: string | null): string | null {
  return words === null ? null : storable(words);
}
