import { fold } from '../language/fold.ts';
import { findPersons } from '../language/names.ts';
import type { Question } from '../language/question.ts';
import { isStopword } from '../language/stopwords.ts';
import { tokenizeApart } from '../language/tokens.ts';
import type { Span } from '../proceedings/proceedings.ts';
import { hasStem, type IndexEntry, type RecordIndex } from '../search/record-index.ts';
import { type OfficeAsked, officeAsked } from './offices.ts';

const mark = /[.;:!?…()«»–—\n]/;
const clauseEnd = /[,.;:!?…()«»–—\n]/;
/** Offices are written small, but for a few: "Bruno Le Maire" holds none. */
const isOffice = /^(?:\p{Ll}|Premi|Président|Haut|Défenseur|Gouverneur|Secrétaire|Directeur|Directrice)/u;
/** "…, Jacques Toubon", "… Angela Merkel": nothing else stands between an office and a name behind it. */
const toName = /^,? $/;
/** "Theresa May, la première ministre…", "M. Roy est maire de…" */
const toOffice = /^(?:, | est | était | fut )(?:l['’]|le |la |un |une |notre )?/u;
const reach = 120;

/** Offices that one person holds at a time: where only one of them is asked for, nobody else in the sentence is meant. */
const single =
  /^(?:(?:vice-|sous-)?president|ministre|maire|(?:sous-)?prefet|direct(?:eur|rice)|secretaire|chanceli|defenseur|gouverneur|(?:haut-)?commissaire|premi|roi$|reine$|pape$|chef|patron|pdg|procureur|rect(?:eur|rice)|porte-parole|garde$|ambassad|depute|senat)/;
/** "Qui est le président de la République ?": more words tell of somebody whose office need not be said. */
const mostWords = 3;

/** Whether a question names a single office, and nothing else; in English by what its first word is in French. */
export function isSingleOffice({ language, words: [first] }: Question, { ways }: OfficeAsked): boolean {
  if (first === undefined || ways.length > mostWords) return false;
  const offices = language === 'fr' ? [first.surface] : first.alternatives.map(({ written }) => fold(written ?? ''));
  return offices.some((office) => single.test(office));
}

/** The passages that name the holder of an office beside it. */
export function namesHolder(
  question: Question,
  { ways }: OfficeAsked,
  { vocabulary }: RecordIndex,
): (entry: IndexEntry) => boolean {
  const ids = ways.map((some) =>
    some.flatMap((stems) => (stems.length === 1 ? (vocabulary.idOf(stems[0] ?? '') ?? []) : [])),
  );
  return (entry) => {
    // Quick to tell, and true of few.
    if (!ids.every((some) => some.some((id) => hasStem(entry, id)))) return false;
    const { span } = entry.passage;
    return namedHolders(entry.proceedings.text.slice(span.start, span.end), question).length > 0;
  };
}

/** The office of a question, read once: every passage is looked at for it. */
const known = new WeakMap<Question, OfficeAsked | null>();

/** Who is named beside the office that a question asks for, and nothing else of it: the president of a group of the Senate is not that of the Senate. */
export function namedHolders(text: string, question: Question): Span[] {
  const office = known.has(question) ? known.get(question) : officeAsked(question);
  known.set(question, office ?? null);
  if (!office) return [];
  const people = findPersons(text);
  return people.filter((person, at) => {
    // "Bruno Le Maire, Stéphane Travert": his name is no office.
    const from = people[at - 1]?.end ?? 0;
    return endsWith(text, { start: person.start, end: from }, office) || startsWith(text, person, office);
  });
}

function endsWith(text: string, { start }: Span, { ways }: OfficeAsked): boolean {
  const before =
    text
      .slice(Math.max(0, start - reach), start)
      .split(mark)
      .at(-1) ?? '';
  const words = contentOf(before).slice(-ways.length);
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined || !isOffice.test(before.slice(first.start))) return false;
  return toName.test(before.slice(last.end)) && matches(words, ways);
}

function startsWith(text: string, { end }: Span, { ways }: OfficeAsked): boolean {
  const after = text.slice(end, end + reach);
  const link = toOffice.exec(after)?.[0];
  if (link === undefined) return false;
  const [clause = ''] = after.slice(link.length).split(clauseEnd, 1);
  const words = contentOf(clause);
  return words[0]?.start === 0 && matches(words, ways);
}

function contentOf(text: string) {
  return tokenizeApart(text).filter(({ surface }) => !isStopword(surface, 'fr') && !/^(?:actuel|nouve)/.test(surface));
}

function matches(words: readonly { readonly stem: string }[], ways: OfficeAsked['ways']): boolean {
  if (words.length !== ways.length) return false;
  return ways.every((some, at) => some.some((stems) => stems.length === 1 && stems[0] === words[at]?.stem));
}
