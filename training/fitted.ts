import { loadLexicon } from '../src/corpus/lexicon-file.ts';
import type { Lexicon } from '../src/language/lexicon.ts';
import { readFaq } from './faq.ts';
import { type Piaf, readPiaf } from './piaf.ts';
import { readRecords, type Records } from './records.ts';
import type { WeightsFile } from './weights-file.ts';

/** What a fit gives. */
export interface Fitted {
  /** Where the weights belong, from the root of the repository. */
  readonly target: string;
  readonly file: WeightsFile;
  /** How well weights do, for people to read; one line each. */
  readonly report: readonly string[];
  /** SVG of the weights in the repository; only where the model has a curve to show. */
  readonly plot?: string;
}

/** What there is to learn from. */
export interface Material {
  readonly piaf: Piaf;
  readonly records: Records;
  readonly faq: Records;
  /** The bundled one: questions are read as they are at run time. */
  readonly lexicon: Lexicon;
  /** Say too what groups of features are worth, where the model has some. */
  readonly ablate: boolean;
}

/** The folders that the fits read: PIAF, the invented proceedings and FAQ, the bundled lexicon. */
export interface Folders {
  readonly piaf: string;
  readonly records: string;
  readonly faq: string;
  readonly corpus: string;
}

/** A model of this repository that is learned. */
export type Fit = (material: Material) => Fitted;

/**
 * Reads what all fits learn from.
 *
 * @throws EvaluationError, CorpusError where the data is absent or wrong.
 */
export async function readMaterial({ piaf, records, faq, corpus }: Folders, ablate: boolean): Promise<Material> {
  return {
    piaf: readPiaf(piaf),
    records: await readRecords(records),
    faq: await readFaq(faq),
    lexicon: (await loadLexicon([corpus])).lexicon,
    ablate,
  };
}

/** A share as a percentage: "75.4". */
export function percent(share: number): string {
  return (100 * share).toFixed(1);
}
