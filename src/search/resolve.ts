import type { Question } from '../language/question.ts';
import type { Alternative, QuestionWord } from '../language/question-words.ts';
import type { RecordIndex } from './record-index.ts';
import { spellingNeighbours } from './spelling.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A way to say a word, in the record's own stems. */
export interface ResolvedAlternative {
  /** Stem ids; several for a phrase, which counts only where all of them stand in one sentence. */
  readonly ids: readonly number[];
  /** Trust, 0 to 1. */
  readonly weight: number;
}

/** A word of the question as the record can say it. */
export interface ResolvedWord {
  readonly word: QuestionWord;
  /** Empty where the record says it in no way. */
  readonly alternatives: readonly ResolvedAlternative[];
  /** Whether the record has the word itself (or, for English, a translation of it). */
  readonly known: boolean;
  /** Inverse document frequency, ln(1 + (N − n + ½)/(n + ½)) over passages; that of an absent word where it is unknown. */
  readonly idf: number;
}

/** Trust in a correction of a word that the record does not have. */
const spellingWeight = 0.8;

/** The noun that only says what kind of answer is wanted ("quel département") need not stand beside the answer. */
const headImportance = 0.4;

/** Looks up every word of the question in the record's vocabulary; corrects the spelling of those that are not there. */
export function resolveWords(question: Question, index: RecordIndex): ResolvedWord[] {
  const typed = ['PERSON', 'PLACE', 'DATE', 'ORG'].includes(question.type);
  return question.words.map((word) => {
    const resolved = resolveWord(word, index);
    return typed && word.surface === question.head ? { ...resolved, idf: resolved.idf * headImportance } : resolved;
  });
}

function resolveWord(word: QuestionWord, index: RecordIndex): ResolvedWord {
  const { vocabulary } = index;
  const direct = word.alternatives.flatMap((alternative) => resolveAlternative(alternative, vocabulary));
  const own = direct.some(
    (alternative) => alternative.weight >= 0.5 && alternative.ids.some((id) => vocabulary.passagesWith(id) > 0),
  );
  const alternatives = own ? direct : [...direct, ...corrections(word, index)];
  const known = alternatives.some((alternative) => alternative.weight >= 0.5);
  return { word, alternatives, known, idf: idf(rarest(alternatives, vocabulary), index.entries.length) };
}

/** A word typed without its accents is looked up by its surface too. */
function resolveAlternative(alternative: Alternative, vocabulary: Vocabulary): ResolvedAlternative[] {
  const ids = alternative.stems.map((stem, part) => {
    const surface = alternative.surfaces[part];
    const written = surface === undefined ? undefined : vocabulary.stemOf(surface);
    return vocabulary.idOf(written ?? stem) ?? vocabulary.idOf(stem);
  });
  return ids.every((id) => id !== undefined) ? [{ ids, weight: alternative.weight }] : [];
}

function corrections(word: QuestionWord, index: RecordIndex): ResolvedAlternative[] {
  return spellingNeighbours(word.surface, index).flatMap(({ surface, closeness }) => {
    const stem = index.vocabulary.stemOf(surface);
    const id = stem === undefined ? undefined : index.vocabulary.idOf(stem);
    return id === undefined ? [] : [{ ids: [id], weight: spellingWeight * closeness }];
  });
}

/** Passages that hold the best trusted alternative; a phrase counts by its rarest word. */
function rarest(alternatives: readonly ResolvedAlternative[], vocabulary: Vocabulary): number {
  const trusted = Math.max(0, ...alternatives.map((alternative) => alternative.weight));
  const best = alternatives.filter((alternative) => alternative.weight === trusted);
  return Math.max(
    0,
    ...best.map((alternative) => Math.min(...alternative.ids.map((id) => vocabulary.passagesWith(id)))),
  );
}

function idf(passages: number, total: number): number {
  return Math.log(1 + (total - passages + 0.5) / (passages + 0.5));
}
