import type { Answer } from '../proceedings/answer.ts';
import type { Corpus, Language } from '../proceedings/proceedings.ts';
import type { RecordIndex } from '../search/record-index.ts';

/** What a conversation or a command adds to the words of a question. */
export interface AnswerOptions {
  /** Language of the reply; default: that of the question. */
  readonly language?: Language;
  /** How many excerpts at most, from 1 on; default 3. Different answers (`candidates`) show one each. */
  readonly limit?: number;
  /** How many of the best excerpts to leave out ("more excerpts"); default 0. */
  readonly skip?: number;
  /**
   * - `answer` (default): answers, or says that the record is silent
   * - `quotes`: every passage that speaks of it, best first; `not_found` only where nothing does
   */
  readonly purpose?: 'answer' | 'quotes';
}

/** Answers over one corpus. Deterministic: same corpus, question and options, same answer, byte for byte. Never throws. */
export interface Answerer {
  readonly corpus: Corpus;
  /** The words of the corpus, for what looks for them itself. */
  readonly index: RecordIndex;
  answer(question: string, options?: AnswerOptions): Answer;
  /**
   * The same over these files alone: nothing of the others is searched, counted, listed or spelt after. Files that the corpus does
   * not hold count for nothing. A few answerers are kept, so that asking again costs nothing.
   */
  within(files: readonly string[]): Answerer;
}
