import type { Corpus } from '../proceedings/proceedings.ts';
import { answeringPassages, type PassageWords } from './passage-words.ts';
import type { IndexEntry } from './record-index.ts';

/** The entries of a corpus over the words of its passages. */
export function createEntries(corpus: Corpus, words: PassageWords): IndexEntry[] {
  return Array.from(answeringPassages(corpus), ({ passage, proceedings }, number) => ({
    number,
    passage,
    proceedings,
    words,
  }));
}
