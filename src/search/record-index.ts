import MiniSearch from 'minisearch';
import { isStopword } from '../language/stopwords.ts';
import { sentenceSpans } from '../language/sentences.ts';
import { tokenize } from '../language/tokens.ts';
import type { Corpus, Participant, Passage, Proceedings, Span } from '../proceedings/proceedings.ts';
import { displayName } from '../proceedings/proceedings.ts';
import { type Acronym, mineAcronyms } from './acronyms.ts';
import { Vocabulary } from './vocabulary.ts';

/** A passage as the ranking reads it. `number` is its place in `RecordIndex.entries`. */
export interface IndexEntry {
  readonly number: number;
  readonly passage: Passage;
  readonly proceedings: Proceedings;
  /** Stem ids of every word in order, stop words included. */
  readonly stems: Uint32Array;
  /** For each sentence, the number of words up to its end: sentence i is `stems.subarray(ends[i - 1] ?? 0, ends[i])`. */
  readonly ends: Uint32Array;
  /** For each sentence, 1 where it asks (ends with a question mark). */
  readonly asks: Uint8Array;
  /** Stem ids of the titles above the passage (the document's, its sections') and of a participants line's label. */
  readonly context: Uint32Array;
  /** Number of those titles; passages of several files may share them. */
  readonly heading: number;
  /** Stem ids of the speaker's name and role. */
  readonly speaker: Uint32Array;
}

/** Everything that a search needs of one corpus. */
export interface RecordIndex {
  readonly corpus: Corpus;
  readonly entries: readonly IndexEntry[];
  readonly vocabulary: Vocabulary;
  /** How many passages stand under the titles of each `IndexEntry.heading`. */
  readonly underHeading: readonly number[];
  /** Acronyms that the record explains. */
  readonly acronyms: readonly Acronym[];
  readonly miniSearch: MiniSearch<{ id: number }>;
}

/** BM25+ parameters: MiniSearch's own defaults; grids over PIAF gave nothing (FRENCH.md). */
const bm25 = { k: 1.2, b: 0.7, d: 0.5 };

/** Prefix of the terms that are stems. */
export const stemTerm = 'p:';
/** Prefix of the terms that are folded surfaces. */
export const surfaceTerm = 'x:';

/** Indexes every passage that can answer; stage directions are left out. */
export function createRecordIndex(corpus: Corpus): RecordIndex {
  const vocabulary = new Vocabulary();
  const entries: IndexEntry[] = [];
  const headings = new Map<string, number>();
  const underHeading: number[] = [];
  const contexts = new Map<string, Uint32Array>();
  const terms: { text: string[]; context: string[]; speaker: string[] }[] = [];
  const contextTerms = new Map<string, string[]>();
  for (const proceedings of corpus.proceedings) {
    for (const passage of proceedings.passages) {
      if (passage.kind === 'stage') continue;
      const number = entries.length;
      const titles = [proceedings.title, ...(passage.section?.path ?? []), labelOf(proceedings.text, passage)].join(
        ' / ',
      );
      const key = `${proceedings.file} ${titles}`;
      const context = contexts.get(key) ?? vocabulary.idsOf(titles);
      contexts.set(key, context);
      const inContext = contextTerms.get(key) ?? termsOf(titles);
      contextTerms.set(key, inContext);
      const name = passage.speech ? `${displayName(passage.speech.speaker)} ${passage.speech.speaker.role ?? ''}` : '';
      const words = readWords(proceedings.text, passage, vocabulary, number);
      const heading = headings.get(titles) ?? headings.size;
      headings.set(titles, heading);
      underHeading[heading] = (underHeading[heading] ?? 0) + 1;
      entries.push({ number, passage, proceedings, ...words.ids, context, heading, speaker: vocabulary.idsOf(name) });
      terms.push({ text: words.terms, context: inContext, speaker: termsOf(name) });
    }
  }
  const miniSearch = new MiniSearch<{ id: number }>({
    fields: ['text', 'context', 'speaker'],
    // Words are cut once, above; MiniSearch is handed the passage's number and takes its terms from there.
    extractField: (document, field) => (field === 'id' ? document.id : String(document.id)) as string,
    tokenize: (number, field) => terms[Number(number)]?.[field as 'text' | 'context' | 'speaker'] ?? [],
    processTerm: (term) => term,
    searchOptions: { bm25 },
  });
  miniSearch.addAll(entries.map((entry) => ({ id: entry.number })));
  return { corpus, entries, vocabulary, underHeading, acronyms: mineAcronyms(corpus), miniSearch };
}

/** The sentences of a passage; in a participants line each person is one. */
export function sentencesOf(text: string, passage: Passage): Span[] {
  if (passage.kind !== 'participants') return sentenceSpans(text, passage.span.start, passage.span.end);
  const people = listedIn(passage).map((participant) => participant.span);
  return people.length > 0 ? people : [passage.span];
}

/** The people whom a participants line lists. */
export function listedIn(passage: Passage): Participant[] {
  if (passage.kind !== 'participants') return [];
  const { start, end } = passage.span;
  return (passage.section?.participants ?? []).filter(
    (participant) => participant.span.start >= start && participant.span.end <= end,
  );
}

/** "Animateurs", "Intervenants": what a participants line calls its people; empty for other passages. */
function labelOf(text: string, passage: Passage): string {
  const [first] = listedIn(passage);
  return first ? text.slice(passage.span.start, first.span.start) : '';
}

function readWords(text: string, passage: Passage, vocabulary: Vocabulary, number: number) {
  const stems: number[] = [];
  const ends: number[] = [];
  const asks: number[] = [];
  const terms: string[] = [];
  for (const sentence of sentencesOf(text, passage)) {
    for (const token of tokenize(text.slice(sentence.start, sentence.end))) {
      stems.push(vocabulary.add(token.stem, token.surface, number));
      if (!isStopword(token.surface, 'fr')) terms.push(stemTerm + token.stem, surfaceTerm + token.surface);
    }
    ends.push(stems.length);
    asks.push(text[sentence.end - 1] === '?' ? 1 : 0);
  }
  return { ids: { stems: Uint32Array.from(stems), ends: Uint32Array.from(ends), asks: Uint8Array.from(asks) }, terms };
}

function termsOf(text: string): string[] {
  return tokenize(text)
    .filter((token) => !isStopword(token.surface, 'fr'))
    .flatMap((token) => [stemTerm + token.stem, surfaceTerm + token.surface]);
}
