import { explainedAcronyms } from '../language/acronyms.ts';
import { stem } from '../language/stem.ts';
import type { Corpus } from '../proceedings/proceedings.ts';

/** An acronym that the record itself explains. */
export interface Acronym {
  /** Stem of the acronym: "rgpd". */
  readonly short: string;
  /** Stems of the full form without small words, in order. */
  readonly long: readonly string[];
}

/** The acronyms that a record explains beside their full form. Each pair once, in order of first sight. */
export function mineAcronyms(corpus: Corpus): Acronym[] {
  const found = new Map<string, Acronym>();
  for (const { text } of corpus.proceedings) {
    for (const { short, words } of explainedAcronyms(text)) {
      const acronym = { short: stem(short), long: words.map((word) => word.stem) };
      found.set([acronym.short, ...acronym.long].join(' '), acronym);
    }
  }
  return [...found.values()];
}
