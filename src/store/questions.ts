import { createHash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { Tables } from './schema.ts';
import type { UnansweredQuestion, UnansweredQuestions } from './store.ts';

/** Unanswered questions, counted by day: nobody's id, no time of day. */
export function questionsIn(db: Kysely<Tables>): UnansweredQuestions {
  return {
    async note(question, language, at) {
      const kept = storable(question);
      await db
        .insertInto('unanswered_questions')
        .values({ day: dayOf(at), language, digest: digestOf(kept), question: kept, times: 1 })
        .onConflict((conflict) =>
          conflict
            .columns(['day', 'language', 'digest'])
            .doUpdateSet((row) => ({ times: row('unanswered_questions.times', '+', 1) })),
        )
        .execute();
    },
    async list(since, limit) {
      const { rows } = await sql<UnansweredQuestion>`
        select question, language, cast(sum(times) as bigint) as times, max(day) as "lastDay"
        from unanswered_questions where day >= ${dayOf(since)}
        group by digest, question, language order by sum(times) desc, "lastDay" desc, question limit ${limit}`.execute(
        db,
      );
      return rows;
    },
  };
}

/** The ISO day of a moment, in UTC. */
export function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** Stands for words of any length in a key: PostgreSQL's indexes take 2,700 bytes at most. */
export function digestOf(words: string): string {
  return createHash('sha256').update(words).digest('hex');
}

/** Words as both databases take them: PostgreSQL refuses the character NUL, SQLite ends the text at it. */
export function storable(words: string): string {
  return words.toWellFormed().replaceAll('\0', '');
}
