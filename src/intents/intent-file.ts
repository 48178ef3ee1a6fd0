import { type Document, isMap, isScalar, type Node } from 'yaml';
import * as z from 'zod';
import { IntentError } from '../errors.ts';
import { kept } from '../kept.ts';
import { nearestWord } from '../language/nearest-word.ts';
import { parseYaml } from '../yaml-document.ts';

const text = z.string().trim().min(1);
const inBothLanguages = z.strictObject({ fr: text, en: text });

const intentSchema = z.strictObject({
  description: text,
  examples: z.strictObject({ fr: z.array(text).min(1), en: z.array(text).min(1) }),
  patterns: z.array(text).optional(),
  replies: inBothLanguages.optional(),
});

/** What a file of `intents/` says, as written there. */
export type IntentData = z.infer<typeof intentSchema>;

/** A place in an intents file: keys and indexes from the top. */
export type Place = readonly PropertyKey[];

/** One checked file of `intents/`. */
export interface IntentFile {
  /** The file's name without its ending. */
  readonly name: string;
  readonly data: IntentData;
  /** The error for a fault at a place of this file, with its line. */
  readonly fault: (place: Place, message: string, hint: string) => IntentError;
}

const knownKeys = ['description', 'examples', 'patterns', 'replies', 'fr', 'en'];

/**
 * Parses and checks one file of `intents/`. `path` names it in errors.
 *
 * @throws IntentError with file, line and remedy.
 */
export function parseIntentFile(path: string, name: string, source: string): IntentFile {
  const fault = (place: Place, message: string, hint: string): IntentError =>
    new IntentError(`${path}:${lineOf(source, place)}: ${message}; ${hint}`);
  return { name, data: kept('intent', [source], intentSchema, () => checkedData(path, source, fault)), fault };
}

function checkedData(path: string, source: string, fault: IntentFile['fault']): IntentData {
  const { value, errors } = parseYaml(source, { schema: 'core' });
  const [broken] = errors;
  if (broken) throw new IntentError(`${path}:${broken.line}: ${broken.message}`, { hint: 'mend the YAML' });
  const parsed = intentSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
  throw issue ? faultOf(issue, fault) : fault([], 'cannot be used', 'compare it with another intents file');
}

function faultOf(issue: z.core.$ZodIssue, fault: IntentFile['fault']): IntentError {
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    const near = nearestWord(key, knownKeys);
    return fault([...issue.path, key], `unknown key "${key}"`, near === null ? 'remove it' : `did you mean "${near}"?`);
  }
  const key = issue.path.map(String).join('.') || 'the file';
  const fact =
    issue.code === 'invalid_type' ? `${key} is missing or not ${expected(issue.expected)}` : `${key} is empty`;
  return fault(issue.path, fact, `write ${key === 'the file' ? 'it' : key} as in the other intents files`);
}

function expected(type: string): string {
  return { object: 'a set of keys', array: 'a list', string: 'a text' }[type] ?? `a ${type}`;
}

/** The line of a place, or of the nearest place above it that exists. */
function lineOf(source: string, place: Place): number {
  const { document, lineOf: lineOfNode } = parseYaml(source, { schema: 'core' });
  for (let depth = place.length; depth > 0; depth -= 1) {
    const node = nodeAt(document, place.slice(0, depth));
    if (node !== null) return lineOfNode(node);
  }
  return 1;
}

/** The key where a place is one of a map, else what stands there; null where there is neither. */
function nodeAt(document: Document, place: Place): Node | null {
  const parent: unknown = place.length === 1 ? document.contents : document.getIn(place.slice(0, -1), true);
  const node: unknown = isMap(parent)
    ? parent.items.find(({ key }) => isScalar(key) && key.value === place.at(-1))?.key
    : document.getIn(place, true);
  return isScalar(node) ? node : null;
}
