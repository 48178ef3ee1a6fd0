import { missingPeer, peerVersion, requirePeer } from '../peers.ts';
import { depth, inProcess, type Opened, type Passage } from '../system.ts';

interface Orama {
  create(options: object): object;
  insertMultiple(index: object, passages: readonly Passage[]): unknown;
  search(index: object, query: object): Promise<Result> | Result;
  save(index: object): unknown;
  load(index: object, saved: unknown): void;
}

interface Result {
  readonly hits: readonly { readonly id: string }[];
}

/** Orama with its French stemmer and stop words, else its defaults: BM25, any word matches, prefixes count. */
export function openOrama(passages: readonly Passage[], bench: string): Opened {
  const names = ['@orama/orama', '@orama/stemmers/french', '@orama/stopwords/french'] as const;
  const missing = missingPeer(bench, ...names);
  if (missing !== null) return { leftOut: missing };
  const orama = requirePeer(bench, names[0]) as Orama;
  const { stemmer } = requirePeer(bench, names[1]) as { stemmer: unknown };
  const { stopwords } = requirePeer(bench, names[2]) as { stopwords: unknown };
  const empty = (): object =>
    orama.create({
      schema: { title: 'string', text: 'string' },
      components: { tokenizer: { stemming: true, language: 'french', stemmer, stopWords: stopwords } },
    });
  let index = empty();
  return inProcess({
    settings: `${peerVersion(bench, names[0])}, French stemmer and stop words`,
    async index() {
      await orama.insertMultiple(index, passages);
    },
    async search(question) {
      const { hits } = await orama.search(index, { term: question, limit: depth });
      return hits.map(({ id }) => id);
    },
    save: () => {
      const saved = JSON.stringify(orama.save(index));
      return () => {
        index = empty();
        orama.load(index, JSON.parse(saved));
      };
    },
  });
}
