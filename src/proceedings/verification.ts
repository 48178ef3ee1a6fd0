import type { Excerpt, Searched } from './answer.ts';

/**
 * In what a quotation may differ from the record and still be exact:
 * - `quotes`, `apostrophes`, `dashes`, `spaces` (line breaks too), `ligatures`: other characters for the same
 * - `firstLetter`: its case, also after a marked omission
 * - `finalPunctuation`: the record goes on, or ends otherwise
 * - `stage`: a stage direction in between is left out
 * - `omission`: words are left out where the quotation says so, by […] or an ellipsis
 */
export type Variant =
  | 'quotes'
  | 'apostrophes'
  | 'dashes'
  | 'spaces'
  | 'ligatures'
  | 'firstLetter'
  | 'finalPunctuation'
  | 'stage'
  | 'omission';

/** Where a quotation stands. */
export interface QuotedPlace {
  /** One for each part between marked omissions, in order, at least one; scores are 0. */
  readonly excerpts: readonly Excerpt[];
  /** What of the first excerpt stands within one passage, so that its context can be shown; null in titles and the like. */
  readonly context: Excerpt | null;
}

/** A difference in words or punctuation. */
export interface Difference {
  /** The last words of the record before it; empty at the beginning. */
  readonly after: string;
  /** What the record says; null where the quotation adds. */
  readonly record: string | null;
  /** What the quotation says; null where it leaves out. */
  readonly quoted: string | null;
  /** True where no word differs, only punctuation. */
  readonly punctuation: boolean;
}

/** What comes out when a quotation is compared with the record. */
export type Verdict =
  | {
      readonly kind: 'exact';
      /** The first few places, at least one, in the order of the corpus. */
      readonly places: readonly QuotedPlace[];
      /** In how many further places it stands. */
      readonly more: number;
      /** At the first place. */
      readonly variants: readonly Variant[];
    }
  | {
      readonly kind: 'altered';
      /** The nearest place. */
      readonly place: QuotedPlace;
      /** In the quotation's order, at least one. */
      readonly differences: readonly Difference[];
      /** How many of the quotation's `words` stand there, in order. */
      readonly matched: number;
      readonly words: number;
    }
  | { readonly kind: 'absent' }
  /** Too few words to tell anything. */
  | { readonly kind: 'short' }
  /** Too long to be compared. */
  | { readonly kind: 'long' };

/** One quotation and its verdict. */
export interface Verified {
  /** As it was written, without the quotation marks. */
  readonly quoted: string;
  readonly verdict: Verdict;
}

/** The quotations of a message, compared with the record. */
export interface Verification {
  /** In the order of the message, at least one. */
  readonly verified: readonly Verified[];
  /** How many further quotations were not compared. */
  readonly unread: number;
  readonly searched: Searched;
}
