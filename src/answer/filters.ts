import { fold } from '../language/fold.ts';
import type { Filters, Question, TypedFilter } from '../language/question.ts';
import { stem } from '../language/stem.ts';
import { isStopword } from '../language/stopwords.ts';
import { tokenize } from '../language/tokens.ts';
import { listAt } from '../search/lists.ts';
import { stemTerm } from '../search/passage-words.ts';
import { passagesHolding } from '../search/phrases.ts';
import type { IndexEntry, RecordIndex } from '../search/record-index.ts';

type Test = (entry: IndexEntry) => boolean;

/** A test for passages within all filters of a question. A file without a date is outside every filter by date. */
export function withinFilters(filters: Filters, index: RecordIndex): Test {
  const excluded = new Set(filters.typed.flatMap((filter) => [...excludedBy(filter, index)]));
  const tests = filters.typed.filter(({ kind }) => !isExclusion(kind)).map((filter) => testOf(filter, index));
  return (entry) => !excluded.has(entry.number) && tests.every((test) => test(entry));
}

const isExclusion = (kind: TypedFilter['kind']): boolean => kind === 'without' || kind === 'without_phrase';

/** Numbers of the passages that an exclusion leaves out. */
function excludedBy({ kind, value }: TypedFilter, index: RecordIndex): ReadonlySet<number> {
  if (kind === 'without') return passagesSaying(value, index);
  return kind === 'without_phrase' ? passagesHolding(value, index, true) : nothing;
}

const nothing: ReadonlySet<number> = new Set();

function testOf(filter: TypedFilter, index: RecordIndex): Test {
  const { kind, value } = filter;
  switch (kind) {
    case 'since':
      return ({ proceedings: { date } }) => date !== null && date >= value;
    case 'before':
      return ({ proceedings: { date } }) => date !== null && date < value;
    case 'speaker':
      return bySpeaker(value);
    case 'section':
      return underTitle(value);
    case 'without':
    case 'without_phrase': {
      const numbers = excludedBy(filter, index);
      return ({ number }) => !numbers.has(number);
    }
  }
}

/** A record has few names in many passages. */
function bySpeaker(value: string): Test {
  const isMeant = remembered((name: string) => isNamed(fold(name), value));
  return ({ passage }) => passage.speech !== null && isMeant(passage.speech.speaker.name);
}

/** Whether the title of one of the sections around a passage has all the words; a file's own title names no section. */
function underTitle(value: string): Test {
  const wanted = wordsOf(value);
  const isMeant = remembered((title: string) => {
    const words = new Set(wordsOf(fold(title)));
    return wanted.every((word) => words.has(word));
  });
  return ({ passage }) => (passage.section?.path ?? []).some(isMeant);
}

const wordsOf = (folded: string): string[] => folded.match(/[\p{L}\p{N}]+/gu) ?? [];

/** Numbers of the passages whose words have the stem of a word; of a hyphenated one, written together or not. */
function passagesSaying(word: string, { vocabulary, postings }: RecordIndex): ReadonlySet<number> {
  const tokens = tokenize(word);
  const meant = tokens.find(({ joined }) => joined) ?? tokens.find(({ surface }) => !isStopword(surface, 'fr'));
  const surface = meant?.surface ?? fold(word);
  // Without its accents a word is known by how the record writes it, in the singular or the plural.
  const spelled = [surface, `${surface}s`, surface.replace(/s$/, '')].map((one) => vocabulary.stemOf(one));
  const stems = new Set([meant?.stem ?? stem(word), spelled.find((one) => one !== undefined)]);
  const ids = [...stems].flatMap((each) => (each === undefined ? [] : (vocabulary.idOf(each) ?? [])));
  return new Set(ids.flatMap((id) => [...listAt(postings.text.passages, stemTerm(id))]));
}

function remembered(test: (text: string) => boolean): (text: string) => boolean {
  const verdicts = new Map<string, boolean>();
  return (text) => {
    const verdict = verdicts.get(text) ?? test(text);
    verdicts.set(text, verdict);
    return verdict;
  };
}

/** Whether a folded name holds every word of a filter by speaker, honorifics aside: "mme durand" fits "anne durand". */
export function isNamed(name: string, filter: string): boolean {
  const words = filter.replace(/^(?:m|mm|mme|mlle|dr|mr|mrs|ms)\.? +/, '');
  return ` ${name.replace(/[-']/g, ' ')} `.includes(` ${words.replace(/[-']/g, ' ')} `);
}

/** A test for passages that hold every exact phrase of a question, in their words or the titles above them; null where it has none. */
export function phraseTest(question: Question, index: RecordIndex): Test | null {
  const holders = question.phrases
    .map(({ text, strict }) => ({ strict, numbers: passagesHolding(text, index, strict) }))
    .filter(({ strict, numbers }) => strict || numbers.size > 0);
  if (holders.length === 0) return null;
  return ({ number }) => holders.every(({ numbers }) => numbers.has(number));
}

/** The exact phrases of a question that stand nowhere in the record, as typed, between quotation marks. */
export function missingPhrases(question: Question, index: RecordIndex): string[] {
  return question.phrases
    .filter(({ text, strict }) => strict && passagesHolding(text, index, true).size === 0)
    .map(({ written }) => `"${written}"`);
}

/**
 * The filters and exact phrases, as typed, that leave no passage at all: those that do so alone, otherwise all of them
 * together. Empty where passages are left, and where a speaker or a phrase that is nowhere says it all.
 */
export function unmetFilters(question: Question, index: RecordIndex): string[] {
  const filters = question.filters.typed.map((filter) => ({ ...filter, test: testOf(filter, index) }));
  const phrases = question.phrases
    .filter(({ strict }) => strict)
    .map(({ text, written }) => {
      const numbers = passagesHolding(text, index, true);
      return {
        kind: 'phrase' as const,
        written: `"${written}"`,
        test: ({ number }: IndexEntry) => numbers.has(number),
      };
    });
  const all = [...phrases, ...filters];
  if (all.length === 0 || index.entries.some((entry) => all.every(({ test }) => test(entry)))) return [];
  const alone = all.filter(({ test }) => !index.entries.some(test));
  const told = alone.filter(({ kind }) => kind !== 'speaker' && kind !== 'phrase');
  return (alone.length > 0 ? told : all).map(({ written }) => written);
}
