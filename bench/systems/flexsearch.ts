import { missingPeer, peerVersion, requirePeer } from '../peers.ts';
import { depth, inProcess, type Opened, type Passage } from '../system.ts';

interface Index {
  add(passage: Passage): void;
  search(question: string, options: object): readonly { readonly id: string }[];
}

interface FlexSearch {
  readonly Document: new (options: object) => Index;
  readonly Encoder: new (...options: readonly unknown[]) => unknown;
  readonly Charset: Readonly<Record<string, unknown>>;
}

/**
 * FlexSearch's document index with its `Normalize` charset and French words, whole words, and `suggest`: without
 * it, a passage must hold every word of the question.
 */
export function openFlexSearch(passages: readonly Passage[], bench: string): Opened {
  const missing = missingPeer(bench, 'flexsearch', 'flexsearch/lang/fr');
  if (missing !== null) return { leftOut: missing };
  const { Document, Encoder, Charset } = requirePeer(bench, 'flexsearch') as FlexSearch;
  const encoder = new Encoder(Charset['Normalize'], requirePeer(bench, 'flexsearch/lang/fr'));
  const index = new Document({ document: { id: 'id', index: ['title', 'text'] }, tokenize: 'strict', encoder });
  return inProcess({
    settings: `${peerVersion(bench, 'flexsearch')}, Normalize, fr, suggest`,
    index() {
      for (const passage of passages) index.add(passage);
    },
    search: (question) =>
      index
        .search(question, { limit: depth, suggest: true, merge: true })
        .slice(0, depth)
        .map(({ id }) => id),
  });
}
