import type { Catalogue } from './catalogue.ts';
import { grouped, longDate } from './long-date.ts';

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${grouped(count, 'en')} ${count === 1 ? one : many}`;
const quoted = (words: readonly string[]): string => words.map((word) => `“${word}”`).join(', ');
const records = (count: number): string => counted(count, 'record');

const dates = (from: string | null, to: string | null): string => {
  if (from === null || to === null) return '';
  return from === to ? ` (${longDate(from, 'en')})` : ` (${longDate(from, 'en')} to ${longDate(to, 'en')})`;
};

/** The interface in English. */
export const en: Catalogue = {
  otherExcerpts: 'Other excerpts:',
  notFound: 'The record does not answer this question.',
  noQuotes: 'The record does not speak of it.',
  searched: ({ files, passages, from, to }) =>
    `I searched ${records(files)}${dates(from, to)}, ${counted(passages, 'passage')}.`,
  missingWords: (words) =>
    `${words.length > 1 ? 'Words that occur' : 'Word that occurs'} nowhere in the record: ${quoted(words)}.`,
  tried: (tried) =>
    `I also looked for ${tried.map(({ word, spellings }) => `“${word}” as ${quoted(spellings)}`).join('; ')}.`,
  nearest: 'Nearest passages (not an answer):',
  notTheirWords: (name) => `I find no answer in the words of ${name}; these excerpts are not their words:`,
  saysNothing: (name) => `I find no answer in the words of ${name}.`,
  neverSpeaks: (name) =>
    `With these filters, the record gives no words of ${name}’s own. Without the filter by speaker, I also search what others report.`,
  unmet: (filters) =>
    filters.length > 1
      ? `No passage passes all of the filters ${quoted(filters)}.`
      : `No passage passes the filter ${quoted(filters)}.`,
  before: 'Before:',
  passage: 'The passage:',
  after: 'After:',

  welcome: (files, from, to) =>
    `Greffier answers with the exact words of ${records(files)}${dates(from, to)}. Ask a question, say “help”, or leave with /quit.`,
  failed: 'Something went wrong on my side and I could not answer. Please try again in a moment.',
  emptyMessage:
    'I received nothing to read. Ask me a question about the proceedings, for example: “Who created Agrilocal?”',
  noWords: 'I found no words in that message. Ask me a question about the proceedings, or say “help”.',
  tooLong: (length, limit) =>
    `This message has ${grouped(length, 'en')} characters; I read questions of up to ${grouped(limit, 'en')}. Nothing is lost: shorten it and send it again.`,
  filterWantsDate: (filters) =>
    `I cannot read ${quoted(filters)}: write a year or a date (2018, 2018-03 or 2018-03-14).`,
  nothingToContinue: 'I have no question to go on from here yet. Ask one, then say “more excerpts”.',
  nothingToShow: 'I have no excerpt to place here yet. Ask a question, then say “show the context”.',
  noMore: 'I have no further excerpt about this.',
  noSuchExcerpt: (shown) => `The last answer shows ${counted(shown, 'excerpt')}. Say for example “context 1”.`,
  excerptGone: 'The file has changed since that answer. Please ask the question again.',
  wordsGone: 'These words no longer stand in the file.',
  quoteWhat: 'A quotation about what? Say for example “quote telework centres”.',

  whichPerson: (name) => `Several people are called ${name}. Whom do you mean?`,
  whichProceedings: (count) => `I hold ${records(count)}. Which one do you want?`,
  choiceNotUnderstood: 'I did not recognise that choice.',
  choiceDropped: 'All right, let us leave that.',
  answerByNumber: 'Answer with a number or a name, or ask something else.',

  noProceedings: 'I hold nothing yet: no record is loaded.',
  proceedings: (count) => `I hold ${records(count)}:`,
  andMore: (count) => `… and ${grouped(count, 'en')} more.`,
  undated: 'undated',
  sectionsOf: (title, count) =>
    count === 0 ? `“${title}” has no sections.` : `“${title}” has ${counted(count, 'section')}:`,
  participantsOf: (title) => `Participants, “${title}”:`,
  noParticipants: (title) => `“${title}” does not list its participants.`,
  chairs: (count) => (count > 1 ? 'Chairs:' : 'Chair:'),
  panellists: (count) => (count > 1 ? 'Panellists:' : 'Panellist:'),
  speakers: (count) => (count > 1 ? 'Speakers:' : 'Speaker:'),
  line: (line) => `line ${line}`,
};
