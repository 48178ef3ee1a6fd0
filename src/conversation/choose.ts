import { fold } from '../language/fold.ts';
import type { Choice } from '../replies/reply.ts';

const ordinals: readonly RegExp[] = [
  /^(?:l[ea] )?(?:premiere?|1ere?|1er)$|^(?:the )?(?:first|1st)(?: one)?$/,
  /^(?:l[ea] )?(?:deuxieme|seconde?|2e|2eme)$|^(?:the )?(?:second|2nd)(?: one)?$/,
  /^(?:l[ea] )?(?:troisieme|3e|3eme)$|^(?:the )?(?:third|3rd)(?: one)?$/,
];
const dropping =
  /^(?:annule[rz]?|aucune?(?: des deux)?|laisse(?:z)? tomber|peu importe|stop|cancel|none(?: of them)?|neither|never ?mind|forget it|no|non)$/;

/** What a message does with the choices that were offered. */
export type Decision =
  | { readonly kind: 'chosen'; readonly choice: Choice }
  | { readonly kind: 'dropped' }
  | { readonly kind: 'unclear' };

/** Reads a message as an answer to a clarification: a number, an ordinal, a label, a word that only one label has, or a refusal. */
export function decide(choices: readonly Choice[], text: string): Decision {
  // A message is short (`longestMessage`), so that trimming its end may try each mark.
  const said = fold(text).replace(/^[\s#"«]+|[\s.!,"»)]+$/g, '');
  if (dropping.test(said)) return { kind: 'dropped' };
  const number = /^(?:n[o°] ?|numero )?(\d{1,2})$/.exec(said)?.[1];
  const index = number === undefined ? ordinals.findIndex((ordinal) => ordinal.test(said)) : Number(number) - 1;
  const numbered = choices[index];
  if (numbered) return { kind: 'chosen', choice: numbered };
  const meant = choices.filter(({ label, text: typed }) => fold(label) === said || fold(typed) === said);
  const words = said.match(/[\p{L}\p{N}]+/gu) ?? [];
  const named = choices.filter(({ label }) => words.length > 0 && words.every((word) => wordsOf(label).includes(word)));
  const [only] = meant.length > 0 ? meant : named.length === 1 ? named : [];
  return only ? { kind: 'chosen', choice: only } : { kind: 'unclear' };
}

function wordsOf(label: string): readonly string[] {
  return fold(label).match(/[\p{L}\p{N}]+/gu) ?? [];
}
