import { tokenize } from '../language/tokens.ts';
import type { TriedWord } from '../proceedings/answer.ts';
import { displayName } from '../proceedings/proceedings.ts';
import { listAt } from '../search/lists.ts';
import { surfaceTerm } from '../search/passage-words.ts';
import { hasStem, type IndexEntry, isUnderStem, type RecordIndex } from '../search/record-index.ts';
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
  const told: TriedWord[] = [];
  for (const word of [...words.filter(({ present }) => !present), ...words.filter(({ present }) => present)]) {
    const spellings = spellingsOf(word, index, nearest);
    if (spellings.length > 0) told.push({ word: word.word.text, spellings });
    if (told.length === mostWords) break;
  }
  return told;
}

function spellingsOf(
  { word, corrections, present }: ResolvedWord,
  index: RecordIndex,
  nearest: readonly IndexEntry[],
): readonly string[] {
  const standsNear = (stem: string): boolean => {
    const id = index.vocabulary.idOf(stem);
    return id !== undefined && nearest.some((entry) => hasStem(entry, id) || isUnderStem(entry, id));
  };
  const ofRecord = corrections.flatMap((surface) => writtenInRecord(surface, index) ?? []);
  const ofLexicon = word.alternatives
    .filter(({ weight, stems }) => !present || weight > synonym || stems.every((stem) => standsNear(stem)))
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
