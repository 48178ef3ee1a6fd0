import { AppError } from '../src/errors.ts';
import { fitConfidence } from './fit-confidence.ts';
import { fitOrder } from './fit-order.ts';
import { fitRanking } from './fit-ranking.ts';
import { fitSentences } from './fit-sentences.ts';
import { type Fit, type Folders, readMaterial } from './fitted.ts';
import { weightsText } from './weights-file.ts';

const fits: Readonly<Record<string, Fit>> = {
  ranking: fitRanking,
  sentences: fitSentences,
  order: fitOrder,
  confidence: fitConfidence,
};

/** What the runner prints and writes, or why there is nothing. */
export type Outcome =
  | {
      readonly target: string;
      readonly text: string;
      readonly report: readonly string[];
      readonly plot: string | null;
    }
  | { readonly fault: string };

/** Fits one model on the data in these folders; `ablate`: say too what features are worth. */
export async function fitModel(model: string, folders: Folders, ablate = false): Promise<Outcome> {
  const fit = fits[model];
  if (!fit) return { fault: `no model "${model}"; there are ${Object.keys(fits).join(', ')}` };
  try {
    const { target, file, report, plot = null } = fit(await readMaterial(folders, ablate));
    return { target, text: weightsText(file), report, plot };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { fault: error.hint === null ? error.message : `${error.message}\n${error.hint}` };
  }
}
