import type { Language } from '../proceedings/proceedings.ts';
import { IntentError } from '../errors.ts';
import { isComposed } from './composed.ts';
import type { IntentFile, Place } from './intent-file.ts';
import { wordsOf } from './message.ts';
import { compilePattern, compileSlot } from './patterns.ts';

/** A compiled intent. */
export interface Intent {
  readonly name: string;
  /** The maintainer's patterns, then one for each example with a {slot}. */
  readonly patterns: readonly RegExp[];
  readonly examples: readonly Example[];
  readonly reply: Readonly<Record<Language, string>> | null;
}

/** One example, as the classifier learns it. */
export interface Example {
  /** Folded words without those of a {slot}. */
  readonly words: readonly string[];
  /** The whole message is known: an example without a {slot}. */
  readonly whole: boolean;
  /** The error for a fault of this example, with its line. */
  readonly fault: (message: string, hint: string) => IntentError;
}

/**
 * Compiles a checked intents file.
 *
 * @throws IntentError where a pattern or an example cannot be used, or a reply is missing.
 */
export function compileIntent(file: IntentFile): Intent {
  const { name, data } = file;
  if (!data.replies && !isComposed(name))
    throw file.fault(
      [],
      'replies are missing',
      'add replies.fr and replies.en: the program has no answer of its own to this intent',
    );
  const patterns = (data.patterns ?? []).map((source, index) => checkedPattern(file, source, ['patterns', index]));
  const examples = (['fr', 'en'] as const).flatMap((language) =>
    data.examples[language].map((text, index) => readExample(file, text, ['examples', language, index])),
  );
  return {
    name,
    patterns: [...patterns, ...examples.flatMap(({ slot }) => (slot ? [slot] : []))],
    examples: examples.map(({ example }) => example),
    reply: data.replies ?? null,
  };
}

function checkedPattern(file: IntentFile, source: string, place: Place): RegExp {
  try {
    return compilePattern(source);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new IntentError(
      file.fault(place, `pattern cannot be used: ${error.message}`, 'mend it or take it out').message,
      { cause: error },
    );
  }
}

function readExample(file: IntentFile, text: string, place: Place): { example: Example; slot: RegExp | null } {
  const fault: Example['fault'] = (message, hint) => file.fault(place, message, hint);
  const [, before = '', after] = /^([^{}]*)\{[^{}]+\}([^{}]*)$/.exec(text) ?? [];
  const words = after === undefined ? wordsOf(text) : [...wordsOf(before), ...wordsOf(after)];
  if (/[{}]/.test(text) && after === undefined)
    throw fault('an example holds one {slot} at most', 'write one pair of braces');
  if (words.length === 0) throw fault('the example has no words', 'write a message as people type it');
  const slot = after === undefined ? null : compileSlot(wordsOf(before), wordsOf(after));
  return { example: { words, whole: slot === null, fault }, slot };
}
