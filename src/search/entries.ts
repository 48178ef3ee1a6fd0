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

type Lists = Pick<IndexEntry, 'stems' | 'ends' | 'asks' | 'context' | 'speaker'>;

/** An entry that makes its lists when they are first read: a question reads those of a few dozen passages. */
class Entry implements IndexEntry {
  readonly number: number;
  readonly passage: Passage;
  readonly proceedings: Proceedings;
  readonly #opened: OpenedEntries;
  #lists: Lists | null = null;

  constructor(number: number, passage: Passage, proceedings: Proceedings, opened: OpenedEntries) {
    this.number = number;
    this.passage = passage;
    this.proceedings = proceedings;
    this.#opened = opened;
  }

  get stems(): Uint32Array {
    return this.#read().stems;
  }

  get ends(): Uint32Array {
    return this.#read().ends;
  }

  get asks(): Uint8Array {
    return this.#read().asks;
  }

  get context(): Uint32Array {
    return this.#read().context;
  }

  get speaker(): Uint32Array {
    return this.#read().speaker;
  }

  close(): void {
    this.#lists = null;
  }

  #read(): Lists {
    this.#lists ??= this.#opened.open(this);
    return this.#lists;
  }
}

/** Views are small but not free: only those of so many entries are held. */
const mostOpened = 4_096;

class OpenedEntries {
  readonly #words: PassageWords;
  #open: Entry[] = [];

  constructor(words: PassageWords) {
    this.#words = words;
  }

  open(entry: Entry): Lists {
    if (this.#open.length === mostOpened) {
      for (const one of this.#open) one.close();
      this.#open = [];
    }
    this.#open.push(entry);
    const { number } = entry;
    const { stems, ends, asks, titles, titlesOf, speakers, speakerOf } = this.#words;
    return {
      stems: listAt(stems, number),
      ends: listAt(ends, number),
      asks: asks.subarray(ends.starts[number], ends.starts[number + 1]),
      context: listAt(titles, titlesOf[number] ?? 0),
      speaker: listAt(speakers, speakerOf[number] ?? 0),
    };
  }
}
