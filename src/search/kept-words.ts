import { resolve } from 'node:path';
import type { Corpus } from '../proceedings/proceedings.ts';
import { readSnapshot, writeSnapshot } from '../snapshots.ts';
import { type CutWords, cutWords } from './passage-words.ts';
import { Vocabulary, type VocabularyData } from './vocabulary.ts';

interface KeptWords extends Pick<CutWords, 'words' | 'postings' | 'acronyms'> {
  readonly content: string;
  readonly vocabulary: VocabularyData;
}

/** As `cutWords`; what a start cut, the next one reads, where `content`, the hash of the files in `folder`, is the same. */
export function keptWords(folder: string, content: string, corpus: Corpus): CutWords {
  const name = { kind: 'words', of: resolve(folder) };
  const kept = readSnapshot(name) as KeptWords | undefined;
  if (kept?.content === content) return { ...kept, vocabulary: new Vocabulary(kept.vocabulary) };
  const cut = cutWords(corpus);
  const { vocabulary, ...plain } = cut;
  writeSnapshot(name, { content, ...plain, vocabulary: vocabulary.data } satisfies KeptWords);
  return cut;
}
