import type { Corpus, Language, Proceedings } from '../proceedings/proceedings.ts';
import type { TextReply } from '../replies/reply.ts';
import { findProceedings, findSections, isGeneric, namesPart, type PlacedSection } from './find-record.ts';
import { pointsAtSection } from './follow-up.ts';
import { allParticipants, sectionList, sectionParticipants, whichProceedings } from './lists.ts';
import type { Memory } from './memory.ts';

/** A list, and the file that it is about where it is about one. */
export interface Listing {
  readonly reply: TextReply;
  readonly record: string | null;
}

/** The sections of the proceedings that a subject names; null where it names none. */
export function listSections(subject: string, language: Language, memory: Memory, corpus: Corpus): Listing | null {
  const request = language === 'fr' ? 'sommaire de' : 'table of contents of';
  return listingOf(recordsMeant(subject, memory, corpus), sectionList, language, request);
}

/** Everybody who took part in the section or proceedings that a subject names; null where it names none or several sections. */
export function listParticipants(subject: string, language: Language, memory: Memory, corpus: Corpus): Listing | null {
  const request = language === 'fr' ? 'intervenants de' : 'speakers of';
  const ofRecords = (): Listing | null =>
    listingOf(recordsMeant(subject, memory, corpus), allParticipants, language, request);
  const named = pointsAtSection(subject) || namesPart(subject) ? null : ofRecords();
  if (named) return named;
  const sections = sectionsMeant(subject, memory, corpus);
  const [section] = sections;
  if (section && sections.length > 1) return null;
  return section ? { reply: sectionParticipants(section, language), record: section.proceedings.file } : ofRecords();
}

function listingOf(
  found: readonly Proceedings[],
  list: (proceedings: Proceedings, language: Language) => TextReply,
  language: Language,
  request: string,
): Listing | null {
  const [only] = found;
  if (!only) return null;
  if (found.length > 1) return { reply: whichProceedings(found, language, request), record: null };
  return { reply: list(only, language), record: only.file };
}

function sectionsMeant(subject: string, memory: Memory, corpus: Corpus): readonly PlacedSection[] {
  const cited = memory.excerpts[0]?.citation;
  if (cited === undefined || !pointsAtSection(subject)) return subject === '' ? [] : findSections(corpus, subject);
  const proceedings = corpus.proceedings.find(({ file }) => file === cited.file);
  const section = proceedings?.sections.find(({ span }) => span.start <= cited.start && cited.end <= span.end);
  return proceedings && section ? [{ proceedings, section }] : [];
}

/** Named by the subject; where it names none ("de la séance"), the one last cited or listed; else all. */
function recordsMeant(subject: string, memory: Memory, corpus: Corpus): readonly Proceedings[] {
  const named = subject === '' ? [] : findProceedings(corpus, subject);
  if (named.length > 0 || !isGeneric(subject)) return named;
  const last = corpus.proceedings.filter(({ file }) => file === memory.record);
  return last.length > 0 ? last : corpus.proceedings;
}
