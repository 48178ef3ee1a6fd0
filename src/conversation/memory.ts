import * as z from 'zod';

const language = z.enum(['fr', 'en']);
const text = z.string();
const count = z.number().int().min(0);

const citation = z.object({
  file: text,
  title: text,
  date: text.nullable(),
  section: z.array(text).readonly(),
  speaker: text.nullable(),
  role: text.nullable(),
  line: count,
  start: count,
  end: count,
  url: text.nullable(),
});

const offer = z.object({
  reply: z.object({
    kind: z.literal('text'),
    language,
    text,
    choices: z.array(z.object({ label: text, text })).readonly(),
  }),
  /** Milliseconds since the epoch; from then on a message is read as if nothing had been offered. */
  expires: z.number(),
});

const memorySchema = z
  .object({
    language: language.nullable(),
    /** The last question as it was put to the record, and what it was for; null before the first. */
    asked: z.object({ question: text, purpose: z.enum(['answer', 'quotes']) }).nullable(),
    /** Excerpts of the last question shown so far. */
    shown: count,
    /** The excerpts of the last reply, best first. */
    excerpts: z.array(z.object({ text, score: z.number(), citation })).readonly(),
    /** File of the proceedings last cited or listed. */
    record: text.nullable(),
    /** A clarification that waits for an answer; null where none does. */
    offer: offer.nullable(),
  })
  .readonly();

/** What one person's thread remembers. Plain data: it is stored as JSON. */
export type Memory = z.infer<typeof memorySchema>;

/** A thread that has just begun. */
export const blankMemory: Memory = { language: null, asked: null, shown: 0, excerpts: [], record: null, offer: null };

/** Whether there is anything to follow up. */
export function remembersAnything(memory: Memory): boolean {
  return memory.asked !== null || memory.record !== null || memory.offer !== null;
}

/** A memory as it was stored. What another version of Greffier wrote otherwise counts as forgotten. */
export function storedMemory(json: string): Memory {
  try {
    return memorySchema.parse(JSON.parse(json));
  } catch {
    return blankMemory;
  }
}
