import { type Kysely, sql } from 'kysely';
import { storable } from './questions.ts';
import type { Tables } from './schema.ts';
import type { Feedback, FeedbackBook } from './store.ts';

/** What people thought of answers: one row a person and answer. */
export function feedbackIn(db: Kysely<Tables>): FeedbackBook {
  return {
    async rate({ person, answer, rating, reason, comment, question, at }) {
      const judged = { rating, reason, comment: storableOrNull(comment), question: storableOrNull(question), at };
      await db
        .insertInto('feedback')
        .values({ person, answer, ...judged })
        .onConflict((conflict) =>
          conflict
            .columns(['person', 'answer'])
            .doUpdateSet({ ...judged, reason: kept('reason'), comment: kept('comment') }),
        )
        .execute();
    },
    list: (limit) =>
      db.selectFrom('feedback').selectAll().orderBy('at', 'desc').orderBy('answer').limit(limit).execute(),
  };
}

/** The same rating again without a reason leaves the reason and the words that were given before. */
function kept<Column extends 'reason' | 'comment'>(column: Column) {
  const [before, now] = [sql.ref(`feedback.${column}`), sql.ref(`excluded.${column}`)];
  return sql<Feedback[Column]>`case
    when excluded.reason is null and excluded.rating = feedback.rating then ${before} else ${now} end`;
}

function storableOrNull(words: string | null): string | null {
  return words === null ? null : storable(words);
}
