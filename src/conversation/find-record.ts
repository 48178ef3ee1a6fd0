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

/** Stems of the words for the thing itself: they do not tell one from another. */
const generic = stemsOf(
  `séance sitting réunion meeting compte rendu rendus proceedings record document fichier file congrès atelier section table ronde
   workshop session panel partie journée date`,
);
/** At least this share of the words asked for must be in a title. */
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
  return best(
    corpus.proceedings,
    ({ file, title, body, event, sitting }) => [file, title, body, event, sitting].join(' '),
    words,
  );
}

/** The sections whose titles words point at; empty where none does, several where they do not tell. */
export function findSections(corpus: Corpus, words: string): readonly PlacedSection[] {
  const all = corpus.proceedings.flatMap((proceedings) =>
    proceedings.sections.map((section) => ({ proceedings, section })),
  );
  return best(all, ({ section }) => [section.title, ...section.path].join(' '), words);
}

/** Whether a subject only says what kind of thing is meant ("de la séance"), and not which. */
export function isGeneric(words: string): boolean {
  return distinctive(words).length === 0;
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

function best<T>(all: readonly T[], textOf: (one: T) => string, words: string): readonly T[] {
  const wanted = distinctive(words);
  if (wanted.length === 0) return [];
  const scored = all.map((one) => {
    const has = stemsOf(textOf(one));
    return { one, share: wanted.filter((stem) => has.has(stem)).length / wanted.length };
  });
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
