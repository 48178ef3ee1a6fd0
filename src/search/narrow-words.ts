import { isStopword } from '../language/stopwords.ts';
import type { Corpus } from '../proceedings/proceedings.ts';
import { mineAcronyms } from './acronyms.ts';
import { listAt, type Lists } from './lists.ts';
import { answeringPassages, type CutWords, type PassageWords, surfaceTerm } from './passage-words.ts';
import { type FieldPostings, fields, type Postings } from './postings.ts';
import { Vocabulary, type VocabularyData } from './vocabulary.ts';

/**
 * The words of some files of a corpus, out of those of all of it: as if these files had been cut by themselves, in a tenth of the
 * time. Ids stay as they are; what only other files say is unknown. A word that stands for two stems once its accents are off keeps
 * the one that the whole corpus has first.
 *
 * @param part some of the proceedings of `corpus`, in its order
 */
export function wordsWithin({ words, vocabulary, postings }: CutWords, corpus: Corpus, part: Corpus): CutWords {
  const wanted = new Set(part.proceedings);
  const numbers: number[] = [];
  let number = 0;
  for (const { proceedings } of answeringPassages(corpus)) {
    if (wanted.has(proceedings)) numbers.push(number);
    number += 1;
  }
  const kept = Uint32Array.from(numbers);
  const own: PassageWords = {
    stems: picked(words.stems, kept),
    ends: picked(words.ends, kept),
    asks: asksOf(words, kept),
    titles: words.titles,
    titlesOf: kept.map((one) => words.titlesOf[one] ?? 0),
    ownTitleFrom: words.ownTitleFrom,
    speakers: words.speakers,
    speakerOf: kept.map((one) => words.speakerOf[one] ?? 0),
  };
  const [text, context, speaker] = fields.map((field) => narrowed(postings[field], kept));
  if (!text || !context || !speaker) throw new RangeError('a field without postings');
  const found = { text, context, speaker };
  return { words: own, postings: found, vocabulary: known(vocabulary.data, own, found), acronyms: mineAcronyms(part) };
}

/** For each sentence of these passages, 1 where it asks. */
function asksOf({ asks, ends }: PassageWords, kept: Uint32Array): Uint8Array {
  const bytes: number[] = [];
  for (const number of kept) bytes.push(...asks.subarray(ends.starts[number], ends.starts[number + 1]));
  return Uint8Array.from(bytes);
}

/** The lists with these numbers, which ascend. */
function picked(lists: Lists, numbers: Uint32Array): Lists {
  const starts = new Uint32Array(numbers.length + 1);
  numbers.forEach((number, at) => {
    starts[at + 1] = (starts[at] ?? 0) + listAt(lists, number).length;
  });
  const values = new Uint32Array(starts.at(-1) ?? 0);
  numbers.forEach((number, at) => values.set(listAt(lists, number), starts[at]));
  return { values, starts };
}

/** The postings of these passages alone, by their new numbers. */
function narrowed({ passages, counts, lengths }: Postings, kept: Uint32Array): Postings {
  const absent = kept.length;
  const numberOf = new Uint32Array(lengths.length).fill(absent);
  kept.forEach((number, at) => {
    numberOf[number] = at;
  });
  const values = new Uint32Array(passages.values.length);
  const times = new Uint8Array(passages.values.length);
  const starts = new Uint32Array(passages.starts.length);
  let length = 0;
  for (let term = 0; term + 1 < starts.length; term += 1) {
    const end = passages.starts[term + 1] ?? 0;
    for (let place = passages.starts[term] ?? 0; place < end; place += 1) {
      const number = numberOf[passages.values[place] ?? 0] ?? absent;
      if (number === absent) continue;
      values[length] = number;
      times[length] = counts[place] ?? 0;
      length += 1;
    }
    starts[term + 1] = length;
  }
  const own = kept.map((number) => lengths[number] ?? 0);
  return {
    passages: { values: values.slice(0, length), starts },
    counts: times.slice(0, length),
    lengths: own,
    // As MiniSearch sums it up.
    averageLength: own.reduce((mean, one, before) => (mean * before + one) / (before + 1), 0),
  };
}

/** The words that these passages, their titles and their speakers have. */
function known(data: VocabularyData, words: PassageWords, postings: FieldPostings): Vocabulary {
  const there = new Uint8Array(data.stems.length);
  const passagesWith = new Uint32Array(data.stems.length);
  const last = new Int32Array(data.stems.length).fill(-1);
  words.titlesOf.forEach((above, passage) => {
    for (const stem of listAt(words.stems, passage)) {
      if (last[stem] === passage) continue;
      last[stem] = passage;
      passagesWith[stem] = (passagesWith[stem] ?? 0) + 1;
      there[stem] = 1;
    }
    for (const stem of listAt(words.titles, above)) there[stem] = 1;
    for (const stem of listAt(words.speakers, words.speakerOf[passage] ?? 0)) there[stem] = 1;
  });
  const stands = (surface: string, id: number): boolean =>
    fields.some((field) => listAt(postings[field].passages, surfaceTerm(id)).length > 0) ||
    // Small words have no postings.
    (there[data.stemOfSurface[id] ?? 0] === 1 && isStopword(surface, 'fr'));
  // Blank where another file alone has it: ids are places in this list.
  const surfaces = data.surfaces.map((surface, id) => (stands(surface, id) ? surface : ''));
  return new Vocabulary(
    { ...data, surfaces, passagesWith },
    idsOf(data.stems, (id) => there[id] === 1),
    idsOf(surfaces, (id) => surfaces[id] !== ''),
  );
}

function idsOf(words: readonly string[], has: (id: number) => boolean): ReadonlyMap<string, number> {
  const ids = new Map<string, number>();
  words.forEach((word, id) => {
    if (has(id)) ids.set(word, id);
  });
  return ids;
}
