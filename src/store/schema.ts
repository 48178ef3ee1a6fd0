import * as z from 'zod';

const text = z.string();
/** Milliseconds since the epoch. */
const time = z.int();

/**
 * The rows of each table, the source of the types that Kysely checks and of what a backup may hold. A table is made by
 * migrations.ts: a change here needs a new migration.
 */
export const rows = {
  claims: z.strictObject({
    event: text,
    owner: text,
    state: z.enum(['held', 'posting', 'done']),
    claimed_at: time,
    lease_until: time,
  }),
  threads: z.strictObject({ conversation: text, person: text, memory: text, version: z.int(), written_at: time }),
  feedback: z.strictObject({
    person: text,
    answer: text,
    rating: z.enum(['useful', 'useless']),
    reason: z.enum(['passage', 'person', 'incomplete', 'other']).nullable(),
    comment: text.nullable(),
    question: text.nullable(),
    at: time,
  }),
  unanswered_questions: z.strictObject({
    day: z.iso.date(),
    language: z.enum(['fr', 'en']),
    digest: text,
    question: text,
    times: z.int(),
  }),
  kept_quotations: z.strictObject({ person: text, id: text, quotation: text, at: time, position: z.int() }),
  alerts: z.strictObject({
    id: text,
    person: text,
    digest: text,
    question: text,
    language: z.enum(['fr', 'en']),
    at: time,
  }),
  publications: z.strictObject({
    quotation: text,
    channel: text,
    link: text.nullable(),
    person: text.nullable(),
    at: time,
  }),
  channels: z.strictObject({ channel: text, settings: text, at: time }),
};

/** A table's name. */
export type TableName = keyof typeof rows;

/** The tables as Kysely sees them. */
export type Tables = { readonly [Name in TableName]: z.infer<(typeof rows)[Name]> };

/** The columns that tell a table's rows apart, in the order of its primary key. */
export const keys: Readonly<Record<TableName, readonly string[]>> = {
  claims: ['event'],
  threads: ['conversation', 'person'],
  feedback: ['person', 'answer'],
  unanswered_questions: ['day', 'language', 'digest'],
  kept_quotations: ['person', 'id'],
  alerts: ['id'],
  publications: ['quotation', 'channel', 'at'],
  channels: ['channel'],
};

/** All tables, in the order in which they are counted, saved and restored. */
export const tableNames = Object.keys(rows) as readonly TableName[];
