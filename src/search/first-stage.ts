import type { Field, FieldPostings } from './postings.ts';
import { PostingsSearch } from './postings-search.ts';

/** Field weights; titles at 0.3 as measured on PIAF and CNIL (FRENCH.md). */
const boost = { text: 1, context: 0.3, speaker: 0.3 } satisfies Record<Field, number>;

/**
 * BM25+ scores of passages for weighted terms, summed over fields, by MiniSearch. `within`: numbers of the only passages
 * to score, ascending; null for all.
 */
export function scorePassages(
  postings: FieldPostings,
  weights: ReadonlyMap<number, number>,
  within: Uint32Array | null,
): Map<number, number> {
  const terms = new Map([...weights.keys()].map((term) => [`t${term}`, term]));
  const found = new PostingsSearch(postings, terms, within).search('', {
    tokenize: () => [...terms.keys()],
    processTerm: (term) => term,
    combineWith: 'OR',
    boost,
    boostTerm: (term) => weights.get(terms.get(term) ?? -1) ?? 1,
  });
  // MiniSearch multiplies by the number of matched terms, which over-rewards expansions.
  return new Map(found.map((result) => [Number(result.id), result.score / result.queryTerms.length]));
}
