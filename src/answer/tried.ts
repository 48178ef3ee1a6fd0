import { tokenize } from '../language/tokens.ts';
import type { TriedWord } from '../proceedings/answer.ts';
import { displayName } from '../proceedings/proceedings.ts';
import { listAt } from '../search/lists.ts';
import { surfaceTerm } from '../search/passage-words.ts';
import type { IndexEntry, RecordIndex } from '../search/record-index.ts';
import type { ResolvedWord } from '../search/resolve.ts';

/** A pasted page has hundreds of words, and some words a dozen synonyms: so many of each are told. */
const mostWords = 4;
const mostSpellings = 4;

/** A mere synonym is trusted no more than this. */
const synonym = 0.5;

/**
 * What was looked for besides the words as typed: words that the record does not have first, then in their order. Of a word that it
 * has the synonyms that stand in the nearest passages: of the others there may be far senses, "hépatite" for "jaunes".
 */
export function triedIn(
  words: readonly ResolvedWord[],
  index: RecordIndex,
  nearest: readonly IndexEntry[],
): readonly TriedWord[] {
  const near = new Set(
    nearest.flatMap((entry) => textsOf(entry).flatMap((text) => tokenize(text).map((token) => token.stem))),
  );
  const told: TriedWord[] = [];
  for (const word of [...words.filter(({ present }) => !present), ...words.filter(({ present }) => present)]) {
    const spellings = spellingsOf(word, index, near);
    if (spellings.length > 0) told.push({ word: word.word.text, spellings });
    if (told.length === mostWords) break;
  }
  return told;
}

function spellingsOf(
  { word, corrections, present }: ResolvedWord,
  index: RecordIndex,
  near: ReadonlySet<string>,
): readonly string[] {
  const ofRecord = corrections.flatMap((surface) => writtenInRecord(surface, index) ?? []);
  const ofLexicon = word.alternatives
    .filter(({ weight, stems }) => !present || weight > synonym || stems.every((stem) => near.has(stem)))
    .toSorted((a, b) => b.weight - a.weight)
    .flatMap(({ written }) => (written === null || written === word.text ? [] : written));
  return [...new Set([...ofRecord, ...ofLexicon])].slice(0, mostSpellings);
}

/** A folded word as the record writes it where it first stands; null where that cannot be told. */
function writtenInRecord(surface: string, { vocabulary, postings, entries }: RecordIndex): string | null {
  const id = vocabulary.surfaceId(surface);
  if (id === undefined) return null;
  const numbers = [postings.text, postings.context, postings.speaker].flatMap(
    ({ passages }) => listAt(passages, surfaceTerm(id))[0] ?? [],
  );
  for (const number of numbers) {
    const entry = entries[number];
    const found = (entry === undefined ? [] : textsOf(entry)).flatMap((text) => wordIn(text, surface) ?? []);
    if (found[0] !== undefined) return found[0];
  }
  return null;
}

/** Everything of a passage that its words are found in. */
function textsOf({ proceedings, passage }: IndexEntry): readonly string[] {
  return [
    proceedings.text.slice(passage.span.start, passage.span.end),
    proceedings.title,
    ...(passage.section?.path ?? []),
    ...(passage.speech === null ? [] : [displayName(passage.speech.speaker), passage.speech.speaker.role ?? '']),
  ];
}

function wordIn(text: string, surface: string): string | null {
  const token = tokenize(text).find((one) => one.surface === surface);
  return token === undefined ? null : text.slice(token.start, token.end);
}
