/** What was judged of one question over a pool of passages. */
export interface RetrievalResult {
  readonly id: string;
  /** Place of the first right passage, from 1; null where none is among the ten read. */
  readonly rank: number | null;
  /** Best first. */
  readonly excerpts: readonly {
    /** In UTF-16 code units. */
    readonly length: number;
    /** One of the question's answers stands in it. */
    readonly hasAnswer: boolean;
  }[];
}

/** What was judged of one question to the whole bot. */
export interface BotResult {
  readonly id: string;
  readonly language: string;
  readonly type: string;
  readonly style: string;
  /** Whether the record answers. */
  readonly answerable: boolean;
  /**
   * - `answered`: with one answer or several candidates
   * - `abstained`: the bot says that the record does not answer
   * - `astray`: a reply that is no answer at all, such as a list of records
   */
  readonly outcome: 'answered' | 'abstained' | 'astray';
  /** The least k such that the first k excerpts answer rightly, 1 to 3; null where they do not, or nothing was answered. */
  readonly right: number | null;
  /** Null where there is no headline, or the question is unanswerable. */
  readonly headline: 'exact' | 'contained' | 'other' | null;
  /** Excerpts shown, nearest passages included. */
  readonly shown: number;
  /** Those that are the file's own text, to the code unit. */
  readonly verbatim: number;
  /** Faults of their citations. */
  readonly attributionErrors: number;
}
