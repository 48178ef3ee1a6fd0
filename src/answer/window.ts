import type { Span } from '../proceedings/proceedings.ts';

/** An excerpt holds at most so many sentences, a list apart. */
const mostSentences = 4;

/** An excerpt has at most so many characters; one longer sentence stays whole. */
export const longestExcerpt = 800;

/**
 * What a character costs, in probability that the excerpt answers: where one sentence is nearly certain the excerpt is
 * short, where several may answer it is longer. Set so that excerpts have just below 300 characters in the mean on PIAF.
 */
const characterCost = 0.0009;

/** A passage that is less likely to be the right one is given less room: the cost grows as its share falls, by this power. */
const doubtPower = 0.1;

/** A pronoun without what it stands for makes an excerpt worth so much less, in the same unit. */
const leaningCost = 0.05;

/** What is known of a sentence when an excerpt is cut. */
export interface Weighed extends Span {
  /** Probability that it holds the answer, given that its passage does; 0: it is no part of an excerpt. */
  readonly likely: number;
  /** It opens with a pronoun or a connective that leans on the sentence before. */
  readonly leans: boolean;
}

/**
 * The neighbouring sentences that make the best excerpt, as numbers of the first and the last: the most probability for its
 * length.
 *
 * @param share probability that the passage is the right one, 0 to 1
 */
export function bestWindow(sentences: readonly Weighed[], share: number): readonly [first: number, last: number] {
  const cost = characterCost / Math.max(0.01, share) ** doubtPower;
  let best: readonly [number, number] = [0, 0];
  let most = Number.NEGATIVE_INFINITY;
  sentences.forEach((opening, first) => {
    let likely = opening.leans && first > 0 ? -leaningCost : 0;
    for (const [step, sentence] of sentences.slice(first, first + mostSentences).entries()) {
      const length = sentence.end - opening.start;
      if (sentence.likely === 0 || (step > 0 && length > longestExcerpt)) break;
      likely += sentence.likely;
      const worth = likely - cost * length;
      if (worth > most) [most, best] = [worth, [first, first + step]];
    }
  });
  return best;
}
