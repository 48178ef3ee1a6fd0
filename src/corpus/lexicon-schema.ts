import * as z from 'zod';
import { nearestWord } from '../language/nearest-word.ts';

const word = z.string().min(1);
const group = z.array(word).min(2);
const one = z.record(z.string(), word);

const parts = z.strictObject({
  english: z.record(z.string(), z.array(word).min(1)).default({}),
  synonyms: z.array(group).default([]),
  families: z.array(group).default([]),
  acronyms: one.default({}),
  demonyms: one.default({}),
  regions: one.default({}),
});

/** What `lexicon.yaml` may hold. A part with nothing below its name is empty. */
export const lexiconSchema = z.preprocess(
  (file) =>
    typeof file === 'object' && file !== null && !Array.isArray(file)
      ? Object.fromEntries(Object.entries(file).filter(([, part]) => part !== null))
      : (file ?? {}),
  parts,
);

/** What is wrong at a place of the file, in a maintainer's words. */
export interface LexiconFault {
  /** Keys and indexes from the top. */
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly remedy: string;
}

/** The faults that an issue stands for: one, or one for each unknown part. */
export function faultsOf(issue: z.core.$ZodIssue): readonly LexiconFault[] {
  const path = issue.path.filter((key) => typeof key !== 'symbol');
  if (issue.code === 'unrecognized_keys') return issue.keys.map(unknownPart);
  const [message, remedy] = wording(issue, path);
  const place = path.filter((key) => typeof key === 'string').join(' / ') || 'the file';
  return [{ path, message: `${place}: ${message}`, remedy }];
}

function wording(issue: z.core.$ZodIssue, path: LexiconFault['path']): readonly [message: string, remedy: string] {
  if (issue.code === 'too_small')
    return issue.origin === 'string'
      ? ['a word is empty', 'write the word, or remove it']
      : path[0] === 'english'
        ? ['has no French word', 'write one in the square brackets, or remove the line']
        : ['a group has two words or more', 'add a word to the line, or remove it'];
  switch (issue.code === 'invalid_type' ? issue.expected : null) {
    case 'array':
      return ['is not a list', 'write the words in square brackets, with commas between them'];
    case 'record':
      return ['is not made of "word: …" lines', 'write each on a line of its own, after two spaces'];
    case 'string':
      return ['is not one text', 'write one text; put quotation marks around a number, true or false'];
    default:
      return ['is not made of parts', `write the names of parts at the start of lines: ${names}`];
  }
}

const names = Object.keys(parts.shape)
  .map((name) => `"${name}:"`)
  .join(', ');

function unknownPart(key: string): LexiconFault {
  const near = nearestWord(key, Object.keys(parts.shape));
  return near === null
    ? { path: [key], message: `unknown part "${key}"`, remedy: `remove it; the parts are ${names}` }
    : { path: [key], message: `unknown part "${key}"; did you mean "${near}"?`, remedy: `rename it to "${near}"` };
}
