import type { HomeView, KnownBlock } from '@slack/types';
import { detectLanguage } from '../../language/detect.ts';
import manifest from '../../../manifest.json' with { type: 'json' };
import type { Answerer } from '../../answer/answerer.ts';
import { type Corpus, displayName, type Language, type Proceedings } from '../../proceedings/proceedings.ts';
import { catalogueOf } from '../../replies/catalogue.ts';
import { longDate } from '../../replies/long-date.ts';
import type { Alert } from '../../store/store.ts';
import { button, paragraph } from './elements.ts';
import { heading, list } from './home-blocks.ts';
import type { Holdings } from './home-words.ts';
import { labels } from './labels.ts';
import { clip } from './text.ts';

/** How many files, alerts and examples are shown. */
const mostFiles = 10;
const mostAlerts = 20;
const mostExamples = 3;
/** How many examples are tried: each is a search. */
const mostTried = 8;
const questionLimit = 300;
/** A longer title is no subject that anybody types. */
const longestSubject = 80;

/** What a home is made of for one person. */
export interface HomeState {
  readonly language: Language;
  readonly answerer: Answerer;
  /** Whether the store works. */
  readonly keeping: boolean;
  /** Null where the store does not tell. */
  readonly alerts: readonly Alert[] | null;
  /** What only maintainers see; nothing for others. */
  readonly upkeep: readonly KnownBlock[];
}

/** The app's home: what the record holds, how to ask, the person's alerts, what cannot be kept; then what maintainers see. */
export function homeView({ language, answerer, keeping, alerts, upkeep }: HomeState): HomeView {
  const { home: words, withoutStore } = labels[language];
  const { corpus } = answerer;
  const asked = examples(answerer, language);
  const blocks = [
    ...(keeping ? [] : [paragraph(withoutStore)]),
    heading(words.record),
    paragraph(words.holdings(holdingsOf(corpus))),
    list(largestFiles(corpus, language), catalogueOf(language).noProceedings),
    heading(words.asking),
    paragraph(words.askingHow),
    ...(asked.length === 0 ? [] : [list(asked, '')]),
    list(
      words.commands.map(([typed, does]) => `${typed} — ${does}`),
      '',
    ),
    heading(words.alerts),
    ...alertBlocks(alerts, language),
    ...upkeep,
  ];
  return { type: 'home', blocks };
}

function alertBlocks(alerts: readonly Alert[] | null, language: Language): readonly KnownBlock[] {
  const { home: words } = labels[language];
  if (alerts === null) return [paragraph(words.unreadable)];
  if (alerts.length === 0) return [paragraph(words.noAlerts)];
  const shown = alerts.slice(0, mostAlerts).map(({ id, question }, index) => {
    const [accessory] = button(`home-alert:${index}`, words.stopAlert, JSON.stringify({ alert: id }));
    return { ...paragraph(clip(question, questionLimit)), ...(accessory && { accessory }) };
  });
  const more = alerts.length - shown.length;
  return more > 0 ? [...shown, paragraph(catalogueOf(language).andMore(more))] : shown;
}

/** Counts what a corpus holds. */
function holdingsOf({ proceedings }: Corpus): Holdings {
  const dates = proceedings.flatMap(({ date }) => date ?? []).toSorted();
  const speakers = new Set(proceedings.flatMap(({ speeches }) => speeches.map(({ speaker }) => displayName(speaker))));
  return {
    files: proceedings.length,
    sections: proceedings.reduce((sum, { sections }) => sum + sections.length, 0),
    speakers: speakers.size,
    from: dates[0] ?? null,
    to: dates.at(-1) ?? null,
  };
}

function largestFirst({ proceedings }: Corpus): readonly Proceedings[] {
  return proceedings.toSorted((a, b) => b.passages.length - a.passages.length || (a.file < b.file ? -1 : 1));
}

function largestFiles(corpus: Corpus, language: Language): readonly string[] {
  const catalogue = catalogueOf(language);
  const shown = largestFirst(corpus).slice(0, mostFiles);
  const lines = shown.map(({ title, date, file, passages }) => {
    const when = date === null ? catalogue.undated : longDate(date, language);
    const size = labels[language].home.passages(passages.length);
    return `${clip(title, 120)} · ${when} · ${clip(file, 80)} · ${size}`;
  });
  const more = corpus.proceedings.length - shown.length;
  return more > 0 ? [...lines, catalogue.andMore(more)] : lines;
}

const known = new WeakMap<Answerer, Map<Language, readonly string[]>>();

/** Up to three things to ask that this record answers; fewer where it answers few. Worked out once for each answerer. */
function examples(answerer: Answerer, language: Language): readonly string[] {
  const inLanguages = known.get(answerer) ?? new Map<Language, readonly string[]>();
  known.set(answerer, inLanguages);
  const found: string[] = inLanguages.get(language)?.slice() ?? [];
  if (inLanguages.has(language)) return found;
  for (const { typed, question, purpose } of candidates(answerer.corpus, language).slice(0, mostTried)) {
    if (found.length === mostExamples) break;
    if (answerer.answer(question, { language, purpose }).kind !== 'not_found') found.push(typed);
  }
  inLanguages.set(language, found);
  return found;
}

interface Example {
  readonly typed: string;
  readonly question: string;
  readonly purpose: 'answer' | 'quotes';
}

function candidates(corpus: Corpus, language: Language): readonly Example[] {
  const { home: words } = labels[language];
  const suggested = manifest.features.agent_view.suggested_prompts.flatMap(({ message }): readonly Example[] =>
    message.endsWith('?') && detectLanguage(message) === language
      ? [{ typed: message, question: message, purpose: 'answer' }]
      : [],
  );
  const quotes = (subject: string): Example => ({
    typed: words.askQuotes(subject),
    question: subject,
    purpose: 'quotes',
  });
  const ofFiles = largestFirst(corpus)
    .slice(0, mostTried)
    .flatMap(({ title, speeches, sections }): readonly Example[] => {
      const [speech] = speeches;
      const asked = speech === undefined ? null : words.askSpeaker(displayName(speech.speaker));
      const subjects = [...new Set([sections.at(-1)?.title ?? title, sections[0]?.title ?? title])];
      const [first, ...others] = subjects.filter((subject) => subject.length <= longestSubject).map(quotes);
      return [
        ...(first === undefined ? [] : [first]),
        ...(asked === null ? [] : [{ typed: asked, question: asked, purpose: 'answer' as const }]),
        ...others,
      ];
    });
  return [...suggested, ...ofFiles];
}
