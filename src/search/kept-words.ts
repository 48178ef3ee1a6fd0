import { resolve } from 'node:path';
import type { Corpus } from '../proceedings/proceedings.ts';
import { readSnapshot, writeSnapshot } from '../snapshots.ts';
import { type CutWords, cutWords } from './passage-words.ts';
import { Vocabulary, type VocabularyData } from './vocabulary.ts';

interface KeptWords extends Pick<CutWords, 'words' | 'postings'> {
  readonly content: string;
  readonly vocabulary: VocabularyData;
}

/** As `cutWords`; what a start cut, the next one reads, where `content`, the hash of the files in `folder`, is the same. */
export function keptWords(folder: string, content: string, corpus: Corpus): CutWords {
  const name = { kind: 'words', of: resolve(folder) };
  const kept = readSnapshot(name) as KeptWords | undefined;
  if (kept?.content === content)
    return { words: kept.words, postings: kept.postings, vocabulary: new Vocabulary(kept.vocabulary) };
  const cut = cutWords(corpus);
  const { words, postings, vocabulary } = cut;
  writeSnapshot(name, { content, words, postings, vocabulary: vocabulary.data } satisfies KeptWords);
  return cut;
}
