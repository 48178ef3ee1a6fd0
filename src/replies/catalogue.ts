import type { Searched, TriedWord } from '../proceedings/answer.ts';
import type { Language } from '../proceedings/proceedings.ts';
import { en } from './catalogue.en.ts';
import { fr } from './catalogue.fr.ts';

/** The interface's own words in one language. Quotations and names go through unchanged. */
export interface Catalogue {
  readonly otherExcerpts: string;
  readonly notFound: string;
  readonly noQuotes: string;
  readonly searched: (searched: Searched) => string;
  readonly missingWords: (words: readonly string[]) => string;
  /** Words of the question, each with the other ways in which it was looked for. */
  readonly tried: (tried: readonly TriedWord[]) => string;
  readonly nearest: string;
  /** The person's own words do not answer; the excerpts below are not theirs. */
  readonly notTheirWords: (name: string) => string;
  /** Nothing by this person answers. */
  readonly saysNothing: (name: string) => string;
  /** Within the question's filters no passage at all is this person's words. */
  readonly neverSpeaks: (name: string) => string;
  /** Filters and exact phrases, as typed, that leave no passage. */
  readonly unmet: (filters: readonly string[]) => string;
  readonly before: string;
  readonly passage: string;
  readonly after: string;

  /** ISO dates of the oldest and newest proceedings; null where none has a date. */
  readonly welcome: (files: number, from: string | null, to: string | null) => string;
  /** Something broke inside the bot. */
  readonly failed: string;
  readonly emptyMessage: string;
  readonly noWords: string;
  /** Lengths in characters. */
  readonly tooLong: (length: number, limit: number) => string;
  /** Filters by date, as typed, whose value is no date. */
  readonly filterWantsDate: (filters: readonly string[]) => string;
  readonly nothingToContinue: string;
  readonly nothingToShow: string;
  readonly noMore: string;
  readonly noSuchExcerpt: (shown: number) => string;
  readonly excerptGone: string;
  /** Of a quotation that was kept: its words were taken out of the file, or changed. */
  readonly wordsGone: string;
  readonly quoteWhat: string;

  readonly whichPerson: (name: string) => string;
  readonly whichProceedings: (count: number) => string;
  readonly choiceNotUnderstood: string;
  readonly choiceDropped: string;
  readonly answerByNumber: string;

  readonly noProceedings: string;
  readonly proceedings: (count: number) => string;
  readonly andMore: (count: number) => string;
  readonly undated: string;
  readonly sectionsOf: (title: string, count: number) => string;
  readonly participantsOf: (title: string) => string;
  readonly noParticipants: (title: string) => string;
  readonly chairs: (count: number) => string;
  readonly panellists: (count: number) => string;
  readonly speakers: (count: number) => string;
  readonly line: (line: number) => string;
}

const catalogues: Readonly<Record<Language, Catalogue>> = { fr, en };

/** The interface's words in a language. */
export function catalogueOf(language: Language): Catalogue {
  return catalogues[language];
}
