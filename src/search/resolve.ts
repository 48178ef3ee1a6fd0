import type { Question } from '../language/question.ts';
import type { Alternative, QuestionWord } from '../language/question-words.ts';
import { datePart } from './dates.ts';
import type { Acronym } from './acronyms.ts';
import type { RecordIndex } from './record-index.ts';
import { spellingNeighbours } from './spelling.ts';
import { inverseFrequency, type Vocabulary } from './vocabulary.ts';

/** A way to say a word, in the record's own stems. */
export interface ResolvedAlternative {
  /** Stem ids; several for a phrase, which counts where they stand in one sentence, less where a third of them is missing. */
  readonly ids: readonly number[];
  /** Trust, 0 to 1. */
  readonly weight: number;
}

/** A word of the question as the record can say it. */
export interface ResolvedWord {
  readonly word: QuestionWord;
  /** Empty where the record says it in no way. */
  readonly alternatives: readonly ResolvedAlternative[];
  /** Words of the record that it may be a misspelling of, folded; the closest first. */
  readonly corrections: readonly string[];
  /** Whether the record has the word itself, a translation, a correction or an acronym of it: not only a synonym. */
  readonly present: boolean;
  /** Whether the record says it in any way. */
  readonly known: boolean;
  /**
   * Inverse document frequency, ln(1 + (N − n + ½)/(n + ½)) over passages; that of an absent word where it is unknown. A year or
   * month has the passages of records of that date too.
   */
  readonly idf: number;
}

/** Trust in a correction of a word that the record does not have. */
const spellingWeight = 0.8;

/** The noun that only says what kind of answer is wanted ("quel département") need not stand beside the answer. */
const headImportance = 0.4;

/** "À l'atelier", "at the lab": nouns that name a part of the record say where to look, not what is asked. */
const partImportance = 0.4;
const partNouns = new Set(
  'atelier labo laboratoire seance session sitting workshop lab table debat debate reunion meeting congres'.split(' '),
);

/** Trusted at least so much, a way to say a word is the word; a synonym is where the record has nothing better. */
const trusted = 0.5;
const trustInOnlySynonym = 0.8;

/** Looks up the words of a question in the record's vocabulary, and corrects the spelling of those that are not there; an abbreviation that nothing explains is left out. */
export function resolveWords(question: Question, index: RecordIndex): ResolvedWord[] {
  const asked = new Set(question.words.flatMap(({ alternatives: [itself] }) => itself?.stems ?? []));
  return question.words.flatMap((word) => {
    const { alternatives, ...rest } = withAcronyms(word, asked, index);
    const ways = alternatives.filter(({ weight }) => weight > 0);
    if (ways.length === 0) return [];
    const resolved = resolveWord({ ...rest, alternatives: ways }, index);
    return [{ ...resolved, idf: resolved.idf * importance(word, question) }];
  });
}

/** Trust in an acronym for its full form, and the other way round, where the record explains it. */
const acronymTrust = 0.8;

/** A word with the acronyms that the record explains: an acronym's full form, and the acronym where all of its full form is asked. */
function withAcronyms(word: QuestionWord, asked: ReadonlySet<string>, { acronyms }: RecordIndex): QuestionWord {
  const [stem] = word.alternatives[0]?.stems ?? [];
  const others = (stem === undefined ? [] : acronymsWith(stem, acronyms)).flatMap(({ short, long }) => {
    if (short === stem) return [long];
    return long.every((one) => asked.has(one)) ? [[short]] : [];
  });
  const alternatives = others.map((stems): Alternative => ({
    stems,
    surfaces: [],
    written: null,
    weight: acronymTrust,
  }));
  return alternatives.length > 0 ? { ...word, alternatives: [...word.alternatives, ...alternatives] } : word;
}

const acronymsByStem = new WeakMap<readonly Acronym[], ReadonlyMap<string, readonly Acronym[]>>();

/** The acronyms that have a stem, in themselves or in their full form, in their order. */
function acronymsWith(stem: string, acronyms: readonly Acronym[]): readonly Acronym[] {
  const byStem = acronymsByStem.get(acronyms) ?? groupByStem(acronyms);
  acronymsByStem.set(acronyms, byStem);
  return byStem.get(stem) ?? [];
}

function groupByStem(acronyms: readonly Acronym[]): ReadonlyMap<string, readonly Acronym[]> {
  const groups = new Map<string, Acronym[]>();
  for (const acronym of acronyms) {
    for (const stem of new Set([acronym.short, ...acronym.long])) {
      const group = groups.get(stem);
      if (group) group.push(acronym);
      else groups.set(stem, [acronym]);
    }
  }
  return groups;
}

/** Whether a word names a part of the record ("l'atelier"), not a thing in it. */
export function isPartNoun(word: QuestionWord): boolean {
  return partNouns.has(word.surface) || partNouns.has(word.surface.replace(/s$/, ''));
}

function importance(word: QuestionWord, { type, head }: Question): number {
  if (isPartNoun(word)) return partImportance;
  return word.surface === head && type !== 'NUMBER' ? headImportance : 1;
}

function resolveWord(word: QuestionWord, index: RecordIndex): ResolvedWord {
  const { vocabulary } = index;
  // "RIC" is no form of "Rica", and no slip for it.
  const abbreviation = isAbbreviation(word);
  const stands = vocabulary.surfaceId(word.surface) !== undefined;
  const ways = abbreviation && !stands ? word.alternatives.slice(1) : word.alternatives;
  const found = ways.flatMap((alternative) => resolveAlternative(alternative, vocabulary));
  const best = Math.max(0, ...found.map((alternative) => alternative.weight));
  const corrected = best > trusted || !word.doubtful || abbreviation ? [] : corrections(word, index);
  const raise = best > 0 && best <= trusted && corrected.length === 0 && !word.name ? trustInOnlySynonym / best : 1;
  const alternatives = [
    ...found.map(({ ids, weight }) => ({ ids, weight: weight * raise })),
    ...corrected.map(({ ids, weight }) => ({ ids, weight })),
  ];
  const known = alternatives.length > 0;
  // The joined form of a hyphenated word is trusted less, and stands there all the same.
  const itself = ways.filter(({ written }) => written === null);
  const present =
    best > trusted || corrected.length > 0 || itself.some((way) => resolveAlternative(way, vocabulary).length > 0);
  const dated = index.dates.get(datePart(word.surface) ?? '') ?? 0;
  return {
    word,
    alternatives,
    corrections: corrected.map(({ surface }) => surface),
    present,
    known,
    idf: inverseFrequency(
      Math.min(index.entries.length, rarest(alternatives, vocabulary) + dated),
      index.entries.length,
    ),
  };
}

function isAbbreviation({ text, name }: QuestionWord): boolean {
  return name && /^\p{Lu}{2,6}$/u.test(text);
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

interface Correction extends ResolvedAlternative {
  readonly surface: string;
}

function corrections(word: QuestionWord, index: RecordIndex): Correction[] {
  return spellingNeighbours(word.surface, index).flatMap(({ surface, closeness }) => {
    const stem = index.vocabulary.stemOf(surface);
    const id = stem === undefined ? undefined : index.vocabulary.idOf(stem);
    return id === undefined ? [] : [{ ids: [id], weight: spellingWeight * closeness, surface }];
  });
}

/** Passages that hold the best trusted alternative; a phrase counts by its rarest word. */
function rarest(alternatives: readonly ResolvedAlternative[], vocabulary: Vocabulary): number {
  const most = Math.max(0, ...alternatives.map((alternative) => alternative.weight));
  const best = alternatives.filter((alternative) => alternative.weight === most);
  return Math.max(
    0,
    ...best.map((alternative) => Math.min(...alternative.ids.map((id) => vocabulary.passagesWith(id)))),
  );
}
