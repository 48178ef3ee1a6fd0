import { isStopword } from '../language/stopwords.ts';
import { tokenize } from '../language/tokens.ts';
import type { Corpus, Passage, Proceedings } from '../proceedings/proceedings.ts';
import { displayName } from '../proceedings/proceedings.ts';
import { type Acronym, mineAcronyms } from './acronyms.ts';
import { type Lists, ListsBuilder, Numbers } from './lists.ts';
import { type FieldPostings, PostingsBuilder } from './postings.ts';
import { listedIn, sentencesOf } from './sentences-of.ts';
import { type Vocabulary, VocabularyBuilder } from './vocabulary.ts';

/** The words of all passages, by the passages' numbers. Plain data, so that it can be kept. */
export interface PassageWords {
  /** Stem ids of every word in order, stop words included. */
  readonly stems: Lists;
  /** For each sentence, the number of words of the passage up to its end. */
  readonly ends: Lists;
  /** For each sentence of `ends.values`, 1 where it asks. */
  readonly asks: Uint8Array;
  /** Stem ids of the different headings (titles, body, event, place), and which of them stands above each passage. */
  readonly titles: Lists;
  readonly titlesOf: Uint32Array;
  /** For each heading, how many of its words stand before the innermost title. */
  readonly ownTitleFrom: Uint32Array;
  /** Stem ids of the different names and roles of speakers, and which of them speaks each passage. */
  readonly speakers: Lists;
  readonly speakerOf: Uint32Array;
}

/** The words of a corpus, cut once. */
export interface CutWords {
  readonly words: PassageWords;
  readonly vocabulary: Vocabulary;
  readonly postings: FieldPostings;
  readonly acronyms: readonly Acronym[];
}

/** The term of a stem. Stems and folded surfaces are two kinds of terms (FRENCH.md). */
export function stemTerm(id: number): number {
  return id * 2;
}

/** The term of a folded surface. */
export function surfaceTerm(id: number): number {
  return id * 2 + 1;
}

/** The passages of a corpus that can answer, in order; stage directions are left out. */
export function* answeringPassages(corpus: Corpus): Generator<{ proceedings: Proceedings; passage: Passage }> {
  for (const proceedings of corpus.proceedings)
    for (const passage of proceedings.passages) if (passage.kind !== 'stage') yield { proceedings, passage };
}

/** Cuts every passage of a corpus that can answer into words, with the titles above it and the name of who speaks. */
export function cutWords(corpus: Corpus): CutWords {
  const vocabulary = new VocabularyBuilder();
  const stems = new ListsBuilder();
  const ends = new ListsBuilder();
  const asks: number[] = [];
  const titles = new KnownTexts(vocabulary);
  const speakers = new KnownTexts(vocabulary);
  const titlesOf = new Numbers();
  const speakerOf = new Numbers();
  const postings = { text: new PostingsBuilder(), context: new PostingsBuilder(), speaker: new PostingsBuilder() };
  const telling = settingsThatTell(corpus);
  let number = 0;
  for (const { proceedings, passage } of answeringPassages(corpus)) {
    const { text } = proceedings;
    const above = titles.read(...headingOf(proceedings, passage, telling));
    const terms: number[] = [];
    for (const sentence of sentencesOf(text, passage)) {
      for (const { stem, searched } of readWords(text.slice(sentence.start, sentence.end), vocabulary)) {
        vocabulary.count(stem, number);
        stems.push(stem);
        terms.push(...searched);
      }
      ends.push(stems.length);
      asks.push(text[sentence.end - 1] === '?' ? 1 : 0);
    }
    const speaker = passage.speech?.speaker;
    const named = speakers.read(speaker === undefined ? '' : `${displayName(speaker)} ${speaker.role ?? ''}`);
    stems.close();
    ends.close();
    titlesOf.push(above.number);
    speakerOf.push(named.number);
    postings.text.add(terms);
    postings.context.add(above.terms);
    postings.speaker.add(named.terms);
    number += 1;
  }
  const terms = 2 * Math.max(vocabulary.stemCount, vocabulary.surfaceCount);
  return {
    words: {
      stems: stems.finish(),
      ends: ends.finish(),
      asks: Uint8Array.from(asks),
      titles: titles.finish(),
      titlesOf: titlesOf.toArray(),
      ownTitleFrom: titles.outerWords(),
      speakers: speakers.finish(),
      speakerOf: speakerOf.toArray(),
    },
    vocabulary: vocabulary.finish(),
    acronyms: mineAcronyms(corpus),
    postings: {
      text: postings.text.finish(terms),
      context: postings.context.finish(terms),
      speaker: postings.speaker.finish(terms),
    },
  };
}

/** Headings and names, which many passages share: each is cut once. */
class KnownTexts {
  readonly #vocabulary: VocabularyBuilder;
  readonly #stems = new ListsBuilder();
  readonly #known = new Map<string, { number: number; terms: readonly number[] }>();
  readonly #outerWords = new Numbers();

  constructor(vocabulary: VocabularyBuilder) {
    this.#vocabulary = vocabulary;
  }

  /** `outer`: what stands before the text itself. */
  read(text: string, outer = ''): { number: number; terms: readonly number[] } {
    const key = `${outer}\n${text}`;
    const known = this.#known.get(key);
    if (known) return known;
    const before = readWords(outer, this.#vocabulary);
    const words = [...before, ...readWords(text, this.#vocabulary)];
    for (const { stem } of words) this.#stems.push(stem);
    this.#outerWords.push(before.length);
    const read = { number: this.#stems.close(), terms: words.flatMap(({ searched }) => searched) };
    this.#known.set(key, read);
    return read;
  }

  /** For each text, how many words stand before it. */
  outerWords(): Uint32Array {
    return this.#outerWords.toArray();
  }

  finish(): Lists {
    return this.#stems.finish();
  }
}

interface Word {
  readonly stem: number;
  /** The terms by which it is found; none of a stop word. */
  readonly searched: readonly number[];
}

const nothing: readonly number[] = [];

function readWords(text: string, vocabulary: VocabularyBuilder): Word[] {
  return tokenize(text).map((token) => {
    const stem = vocabulary.stem(token.stem);
    const surface = vocabulary.surface(token.surface, stem);
    return { stem, searched: isStopword(token.surface, 'fr') ? nothing : [stemTerm(stem), surfaceTerm(surface)] };
  });
}

const settings = ['body', 'event', 'place'] as const;
type Setting = (typeof settings)[number];

/** Of a record's body, event and place those that tell it from others: what all records share says nothing of any. */
function settingsThatTell({ proceedings }: Corpus): readonly Setting[] {
  return settings.filter((setting) => new Set(proceedings.map((one) => one[setting])).size > 1);
}

/** The innermost title above a passage, and what stands around it: the record's title and settings, other titles. */
function headingOf(
  proceedings: Proceedings,
  passage: Passage,
  telling: readonly Setting[],
): [own: string, outer: string] {
  const titles = [proceedings.title, ...(passage.section?.path ?? [])];
  const setting = telling.map((one) => proceedings[one]);
  const outer = [...titles.slice(0, -1), ...setting, labelOf(proceedings.text, passage)];
  return [titles.at(-1) ?? '', outer.filter((part) => part !== null).join(' / ')];
}

/** "Animateurs", "Intervenants": what a participants line calls its people; empty for other passages. */
function labelOf(text: string, passage: Passage): string {
  const [first] = listedIn(passage);
  return first ? text.slice(passage.span.start, first.span.start) : '';
}
