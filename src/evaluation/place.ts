import type { Corpus, Span } from '../proceedings/proceedings.ts';
import type { GoldQuestion } from './gold.ts';

/** Where a gold quote stands in a corpus. */
export interface Place extends Span {
  readonly file: string;
}

/** A gold question with the places of its quotes; none where it is unanswerable. */
export interface PlacedQuestion extends GoldQuestion {
  readonly found: readonly Place[];
}

/** Gold questions sorted by what a corpus can answer. */
export interface Placed {
  readonly questions: readonly PlacedQuestion[];
  /** Answerable questions none of whose quotes stands in the corpus: written for other files, or the file has changed. */
  readonly lost: readonly GoldQuestion[];
}

/**
 * Finds the quotes of gold questions in a corpus: in the file that they name, or, where the corpus has no such file or
 * none is named, wherever the words stand. Unanswerable questions are kept where their record is there: where at least
 * one answerable question written for it was found.
 */
export function placeQuestions(questions: readonly GoldQuestion[], corpus: Corpus): Placed {
  const placed = questions.map((question) => ({
    ...question,
    found: question.places.flatMap((place) => placesOf(place, corpus)),
  }));
  const there = new Set(placed.filter(({ found }) => found.length > 0).map((question) => question.corpus));
  return {
    questions: placed.filter(({ found, answerable, corpus: record }) =>
      answerable ? found.length > 0 : there.has(record),
    ),
    lost: placed.filter(({ found, answerable }) => answerable && found.length === 0),
  };
}

/** The words of a quote without the ellipses that mark a cut at its ends. */
export function trimQuote(quote: string): string {
  return quote
    .normalize('NFC')
    .replace(/^[\s…]+|(?<![\s…])[\s…]+$/gu, '')
    .trim();
}

function placesOf({ file, quote }: GoldQuestion['places'][number], corpus: Corpus): Place[] {
  const words = trimQuote(quote);
  const named = corpus.proceedings.filter((one) => one.file === file);
  return (named.length > 0 ? named : corpus.proceedings).flatMap((one) => {
    const start = one.text.indexOf(words);
    return start < 0 ? [] : [{ file: one.file, start, end: start + words.length }];
  });
}
