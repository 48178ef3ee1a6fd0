import { missingPeer, peerVersion, requirePeer } from '../peers.ts';
import { depth, inProcess, type Opened, type Passage } from '../system.ts';

interface Builder {
  use(plugin: unknown): void;
  ref(name: string): void;
  field(name: string): void;
  add(passage: Passage): void;
}

interface Index {
  query(build: (query: { term(tokens: unknown, options: object): void }) => void): { ref: string }[];
}

interface Lunr {
  (configure: (this: Builder) => void): Index;
  readonly fr: unknown;
  readonly tokenizer: (text: string) => unknown;
  readonly Index: { load(saved: unknown): Index };
}

/** Lunr with lunr-languages' French: stop words, trimmer, stemmer. Any word of the question matches. */
export function openLunr(passages: readonly Passage[], bench: string): Opened {
  const languages = ['lunr-languages/lunr.stemmer.support', 'lunr-languages/lunr.fr'];
  const missing = missingPeer(bench, 'lunr', ...languages);
  if (missing !== null) return { leftOut: missing };
  const lunr = requirePeer(bench, 'lunr') as Lunr;
  for (const name of languages) (requirePeer(bench, name) as (engine: Lunr) => void)(lunr);
  let index: Index | null = null;
  return inProcess({
    settings: `${peerVersion(bench, 'lunr')}, lunr-languages fr`,
    index() {
      index = lunr(function configure() {
        this.use(lunr.fr);
        this.ref('id');
        this.field('title');
        this.field('text');
        for (const passage of passages) this.add(passage);
      });
    },
    search(question) {
      const found = index?.query((query) => query.term(lunr.tokenizer(question), {})) ?? [];
      return found.slice(0, depth).map(({ ref }) => ref);
    },
    save: () => {
      const saved = JSON.stringify(index);
      return () => {
        index = lunr.Index.load(JSON.parse(saved));
      };
    },
  });
}
