import { fold } from '../language/fold.ts';
import { isStopword } from '../language/stopwords.ts';
import { tokenize } from '../language/tokens.ts';
import type { Corpus, Proceedings, Section } from '../proceedings/proceedings.ts';
import { longDate } from '../replies/long-date.ts';

/** A section and the proceedings that hold it. */
export interface PlacedSection {
  readonly proceedings: Proceedings;
  readonly section: Section;
}

/** Stems of the words for a part of a record. */
const parts = stemsOf('atelier section table ronde workshop session panel partie');
/** Stems of the words for the thing itself: they do not tell one from another. */
const generic = new Set([
  ...parts,
  ...stemsOf(
    'séance sitting réunion meeting compte rendu rendus proceedings record document fichier file journée date',
  ),
]);
/** These stand for "the record" only where nothing else is said: "congrès des départements" is one. */
const meetings = stemsOf('congrès congress');
/** At least this share of the words asked for, weighed by rarity, must be in a title. */
const leastShare = 0.5;

/** The proceedings that words point at, by file name, date, or title; empty where none does, several where they do not tell. */
export function findProceedings(corpus: Corpus, words: string): readonly Proceedings[] {
  const wanted = fold(words).trim();
  const exact = corpus.proceedings.filter(({ file, title }) => wanted.includes(fold(file)) || wanted === fold(title));
  if (exact.length > 0) return exact;
  const dated = corpus.proceedings.filter(
    (one) => one.date !== null && spellings(one.date).some((spelling) => wanted.includes(spelling)),
  );
  if (dated.length > 0) return dated;
  return best(corpus.proceedings, namesOf, words);
}

/** The sections whose titles words point at; empty where none does, several where they do not tell. */
export function findSections(corpus: Corpus, words: string): readonly PlacedSection[] {
  const wanted = distinctive(words);
  const all = corpus.proceedings.flatMap((proceedings) =>
    proceedings.sections.map((section) => ({ proceedings, section })),
  );
  return best(all, (one) => `${headingsOf(one)} ${namesOf(one.proceedings)}`, words).filter((one) => {
    // Else what is meant is the record, not a section of it.
    const has = stemsOf(headingsOf(one));
    return wanted.some((stem) => has.has(stem));
  });
}

/** Whether a subject only says what kind of thing is meant ("de la séance"), and not which. */
export function isGeneric(words: string): boolean {
  return distinctive(words).every((stem) => meetings.has(stem));
}

/** Whether a subject asks for a part of a record: "l’atelier sur l’emploi". */
export function namesPart(words: string): boolean {
  return [...stemsOf(words)].some((stem) => parts.has(stem));
}

/** What a record is known by. */
function namesOf({ file, title, body, event, place, sitting }: Proceedings): string {
  return [file, title, body, event, place, sitting].join(' ');
}

/** The titles of a section and those above it, without the record's own. */
function headingsOf({ proceedings, section }: PlacedSection): string {
  return [...section.path, section.title].filter((title) => title !== proceedings.title).join(' ');
}

/** Newest first; undated last. */
export function newestFirst(proceedings: readonly Proceedings[]): readonly Proceedings[] {
  return proceedings.toSorted((a, b) => order(b.date ?? '', a.date ?? '') || order(a.file, b.file));
}

/** By code unit: the same in every locale. */
function order(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function spellings(iso: string): readonly string[] {
  const written = (['fr', 'en'] as const).map((language) => fold(longDate(iso, language)));
  return [
    iso,
    ...written,
    ...written.map((date) => date.replace(/ \d{4}$/, '')),
    ...written.map((date) => date.replace(/^\w+ /, '')),
  ];
}

/** Those with the greatest share of the words; a word weighs the more the fewer of `all` have it (inverse document frequency). */
function best<T>(all: readonly T[], textOf: (one: T) => string, words: string): readonly T[] {
  const wanted = distinctive(words);
  if (wanted.length === 0) return [];
  const stems = all.map((one) => ({ one, has: stemsOf(textOf(one)) }));
  const weighed = wanted.map((stem) => {
    const having = stems.filter(({ has }) => has.has(stem)).length;
    return { stem, weight: Math.log(1 + all.length / Math.max(having, 0.5)) };
  });
  const sum = (some: typeof weighed): number => some.reduce((total, { weight }) => total + weight, 0);
  const scored = stems.map(({ one, has }) => ({
    one,
    share: sum(weighed.filter(({ stem }) => has.has(stem))) / sum(weighed),
  }));
  const top = Math.max(0, ...scored.map(({ share }) => share));
  return top < leastShare ? [] : scored.filter(({ share }) => share === top).map(({ one }) => one);
}

function distinctive(words: string): readonly string[] {
  return [...stemsOf(words)].filter((stem) => !generic.has(stem));
}

function stemsOf(text: string): ReadonlySet<string> {
  const content = tokenize(text).filter(({ surface }) => !isStopword(surface, 'fr') && !isStopword(surface, 'en'));
  return new Set(content.map(({ stem }) => stem));
}
