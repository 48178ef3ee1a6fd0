import MiniSearch from 'minisearch';
import { depth, inProcess, type Opened, type Passage } from '../system.ts';

const options = { fields: ['title', 'text'] };

/** MiniSearch as its README shows it: default tokens, no stems, OR, no fuzzy, no prefix. The copy that Greffier uses. */
export function openMiniSearch(passages: readonly Passage[]): Opened {
  let index = new MiniSearch<Passage>(options);
  return inProcess({
    settings: 'README settings',
    index: () => index.addAll(passages),
    search: (question) =>
      index
        .search(question)
        .slice(0, depth)
        .map(({ id }) => String(id)),
    save: () => {
      const saved = JSON.stringify(index);
      return () => {
        index = MiniSearch.loadJSON<Passage>(saved, options);
      };
    },
  });
}
