import type { Corpus, Passage, Proceedings } from '../proceedings/proceedings.ts';
import { listAt } from './lists.ts';
import { answeringPassages, type PassageWords } from './passage-words.ts';
import type { IndexEntry } from './record-index.ts';

/** The entries of a corpus over the words of its passages. */
export function createEntries(corpus: Corpus, words: PassageWords): IndexEntry[] {
  const opened = new OpenedEntries(words);
  return Array.from(
    answeringPassages(corpus),
    ({ passage, proceedings }, number) => new Entry(number, passage, proceedings, opened),
  );
}

/** An entry that makes its lists when they are first read: a question reads those of a few dozen passages. */
class Entry implements IndexEntry {
  readonly number: number;
  readonly passage: Passage;
  readonly proceedings: Proceedings;
  readonly #opened: OpenedEntries;
  #stems: Uint32Array | null = null;
  #ends: Uint32Array | null = null;
  #asks: Uint8Array | null = null;

  constructor(number: number, passage: Passage, proceedings: Proceedings, opened: OpenedEntries) {
    this.number = number;
    this.passage = passage;
    this.proceedings = proceedings;
    this.#opened = opened;
  }

  get stems(): Uint32Array {
    this.#stems ??= this.#opened.stemsOf(this);
    return this.#stems;
  }

  get ends(): Uint32Array {
    this.#ends ??= listAt(this.#opened.words.ends, this.number);
    return this.#ends;
  }

  get asks(): Uint8Array {
    const { asks, ends } = this.#opened.words;
    this.#asks ??= asks.subarray(ends.starts[this.number], ends.starts[this.number + 1]);
    return this.#asks;
  }

  get context(): Uint32Array {
    const { titles, titlesOf } = this.#opened.words;
    return listAt(titles, titlesOf[this.number] ?? 0);
  }

  get heading(): number {
    return this.#opened.words.titlesOf[this.number] ?? 0;
  }

  get speaker(): Uint32Array {
    const { speakers, speakerOf } = this.#opened.words;
    return listAt(speakers, speakerOf[this.number] ?? 0);
  }

  /** Lets go of the lists. */
  close(): void {
    this.#stems = null;
    this.#ends = null;
    this.#asks = null;
  }
}

/** Views are small but not free: only those of so many entries are held. */
const mostOpened = 4_096;

class OpenedEntries {
  readonly words: PassageWords;
  #open: Entry[] = [];

  constructor(words: PassageWords) {
    this.words = words;
  }

  stemsOf(entry: Entry): Uint32Array {
    if (this.#open.length === mostOpened) {
      for (const one of this.#open) one.close();
      this.#open = [];
    }
    this.#open.push(entry);
    return listAt(this.words.stems, entry.number);
  }
}
