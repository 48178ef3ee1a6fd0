import {
  type Corpus,
  displayName,
  type Language,
  type Participant,
  type Proceedings,
} from '../proceedings/proceedings.ts';
import { catalogueOf } from '../replies/catalogue.ts';
import { longDate } from '../replies/long-date.ts';
import type { Choice, TextReply } from '../replies/reply.ts';
import { said } from './moment.ts';
import { newestFirst, type PlacedSection } from './find-record.ts';

/** So many lines a list shows at most. */
const longestList = 10;
const longestOutline = 40;
/** So many proceedings are offered as a choice at most. */
const mostChoices = 6;

/** All proceedings, the newest first, with date and file. */
export function proceedingsList(corpus: Corpus, language: Language): TextReply {
  const words = catalogueOf(language);
  const { proceedings } = corpus;
  if (proceedings.length === 0) return said(language, words.noProceedings);
  const lines = newestFirst(proceedings).map((one) => `• ${dateOf(one, language)} — ${one.title} (${one.file})`);
  return said(language, [words.proceedings(proceedings.length), ...bounded(lines, longestList, language)].join('\n'));
}

/** The sections of one proceedings, each with its line, indented by level. */
export function sectionList(proceedings: Proceedings, language: Language): TextReply {
  const words = catalogueOf(language);
  const { title, file } = proceedings;
  const sections = proceedings.sections.filter((section) => section.title !== title);
  const top = Math.min(...sections.map(({ level }) => level));
  const lines = sections.map(
    (section) => `${'  '.repeat(section.level - top)}• ${section.title} (${words.line(section.line)})`,
  );
  const head = words.sectionsOf(title, sections.length);
  return said(language, [head, ...bounded(lines, longestOutline, language), `(${file})`].join('\n'));
}

/** Everybody listed for a section, in the file's own words. */
export function sectionParticipants({ proceedings, section }: PlacedSection, language: Language): TextReply {
  const words = catalogueOf(language);
  if (section.participants.length === 0) return said(language, words.noParticipants(section.title));
  return said(
    language,
    [
      words.participantsOf(section.title),
      ...partLines(proceedings, section.participants, language),
      `(${proceedings.file}, ${words.line(section.line)})`,
    ].join('\n'),
  );
}

/** Everybody listed in one proceedings, section by section; where no one is listed, those who speak. */
export function allParticipants(proceedings: Proceedings, language: Language): TextReply {
  const words = catalogueOf(language);
  const listed = proceedings.sections.filter(({ participants }) => participants.length > 0);
  const sections = listed.flatMap((section) => [
    '',
    `${section.title} (${words.line(section.line)})`,
    ...partLines(proceedings, section.participants, language),
  ]);
  const named = proceedings.participants.map((person) => `• ${described(person)}`);
  const spoken = listed.length + named.length > 0 ? [] : speakerLines(proceedings, language);
  const lines = [...named, ...sections, ...spoken];
  if (lines.length === 0) return said(language, words.noParticipants(proceedings.title));
  return said(
    language,
    [
      words.participantsOf(proceedings.title),
      ...bounded(lines, longestOutline * 2, language),
      `(${proceedings.file})`,
    ].join('\n'),
  );
}

/** Asks which proceedings is meant; each choice repeats the request ("sommaire de") for one of them. */
export function whichProceedings(found: readonly Proceedings[], language: Language, request: string): TextReply {
  const choices: Choice[] = newestFirst(found)
    .slice(0, mostChoices)
    .map((one) => ({ label: `${one.title} (${dateOf(one, language)})`, text: `${request} ${one.file}` }));
  return { kind: 'text', language, text: catalogueOf(language).whichProceedings(found.length), choices };
}

function partLines(
  proceedings: Proceedings,
  participants: readonly Participant[],
  language: Language,
): readonly string[] {
  const words = catalogueOf(language);
  const chairs = participants.filter(({ part }) => part === 'chair');
  const panellists = participants.filter(({ part }) => part === 'panellist');
  const line = (head: (count: number) => string, people: readonly Participant[]): string[] =>
    people.length === 0
      ? []
      : [
          head(people.length),
          ...people.map(({ span }) => `• ${oneLine(proceedings.text.slice(span.start, span.end))}`),
        ];
  return [...line(words.chairs, chairs), ...line(words.panellists, panellists)];
}

function speakerLines(proceedings: Proceedings, language: Language): readonly string[] {
  const people = new Map<string, string>();
  for (const { speaker } of proceedings.speeches) {
    const name = displayName(speaker);
    if (!people.has(name) || speaker.role !== null) people.set(name, described(speaker));
  }
  return people.size === 0
    ? []
    : [catalogueOf(language).speakers(people.size), ...[...people.values()].map((person) => `• ${person}`)];
}

function described(speaker: Proceedings['participants'][number]): string {
  return [displayName(speaker), speaker.role ?? speaker.organisation].filter((part) => part !== null).join(', ');
}

function bounded(lines: readonly string[], most: number, language: Language): readonly string[] {
  return lines.length <= most ? lines : [...lines.slice(0, most), catalogueOf(language).andMore(lines.length - most)];
}

function dateOf(proceedings: Proceedings, language: Language): string {
  return proceedings.date === null ? catalogueOf(language).undated : longDate(proceedings.date, language);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
