import type { Corpus, Language, Proceedings } from '../proceedings/proceedings.ts';
import type { TextReply } from '../replies/reply.ts';
import { findProceedings, findSections, type PlacedSection } from './find-record.ts';
import { pointsAtSection } from './follow-up.ts';
import { allParticipants, sectionList, sectionParticipants, whichProceedings } from './lists.ts';
import type { Memory } from './memory.ts';

/** The sections of the proceedings that a subject names; null where it names none. */
export function sectionsReply(subject: string, language: Language, memory: Memory, corpus: Corpus): TextReply | null {
  const found = recordsMeant(subject, memory, corpus);
  const [only] = found;
  if (!only) return null;
  const request = language === 'fr' ? 'sommaire de' : 'table of contents of';
  return found.length === 1 ? sectionList(only, language) : whichProceedings(found, language, request);
}

/** Everybody who took part in the section or proceedings that a subject names; null where it names none or several sections. */
export function participantsReply(
  subject: string,
  language: Language,
  memory: Memory,
  corpus: Corpus,
): TextReply | null {
  const sections = sectionsMeant(subject, memory, corpus);
  const [section] = sections;
  if (section) return sections.length === 1 ? sectionParticipants(section, language) : null;
  const found = recordsMeant(subject, memory, corpus);
  const [only] = found;
  if (!only) return null;
  const request = language === 'fr' ? 'intervenants de' : 'speakers of';
  return found.length === 1 ? allParticipants(only, language) : whichProceedings(found, language, request);
}

function sectionsMeant(subject: string, memory: Memory, corpus: Corpus): readonly PlacedSection[] {
  const cited = memory.excerpts[0]?.citation;
  if (cited === undefined || !pointsAtSection(subject)) return subject === '' ? [] : findSections(corpus, subject);
  const proceedings = corpus.proceedings.find(({ file }) => file === cited.file);
  const section = proceedings?.sections.find(({ span }) => span.start <= cited.start && cited.end <= span.end);
  return proceedings && section ? [{ proceedings, section }] : [];
}

/** Named by the subject; else the only one; else the one that the last answer cites; else all. */
function recordsMeant(subject: string, memory: Memory, corpus: Corpus): readonly Proceedings[] {
  if (subject !== '') return findProceedings(corpus, subject);
  const cited = memory.excerpts[0]?.citation.file;
  const last = corpus.proceedings.filter(({ file }) => file === cited);
  return last.length > 0 ? last : corpus.proceedings;
}
