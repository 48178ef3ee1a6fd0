import type { Question } from '../language/question.ts';
import { singular } from '../language/singular.ts';
import { tokenize } from '../language/tokens.ts';
import type { Probe } from '../search/probe.ts';

/**
 * Whether a text says all that a question names, where any passage on a topic answers it: in the words that were typed, but for
 * an s or x at the end, since "volante" has the stem of "volée" and is not the same; a question in English by its translations.
 */
export function saysTopic(text: string, { topic, language }: Question, { words, idOf }: Probe): boolean {
  if (!topic || words.length === 0) return false;
  const tokens = tokenize(text);
  if (language === 'fr') {
    const said = new Set(tokens.map(({ surface }) => singular(surface)));
    return words.every(({ word }) => said.has(singular(word.surface)));
  }
  const said = new Set(tokens.map(({ stem }) => idOf(stem)));
  return words.every(({ alternatives }) =>
    alternatives.some(({ ids, weight }) => weight > translated && ids.every((id) => said.has(id))),
  );
}

/** A translation is trusted more than this, a mere synonym less. */
const translated = 0.5;
