import type { KnownBlock } from '@slack/types';
import { groupQuestions, type QuestionGroup } from '../../answer/question-groups.ts';
import type { Finding } from '../../proceedings/finding.ts';
import type { Corpus, Language } from '../../proceedings/proceedings.ts';
import { catalogueOf } from '../../replies/catalogue.ts';
import type { Feedback, UnansweredQuestion } from '../../store/store.ts';
import type { Upkeep } from './bot.ts';
import { button, paragraph, row } from './elements.ts';
import { heading, list } from './home-blocks.ts';
import { labels } from './labels.ts';
import { clip } from './text.ts';

/** How many findings, groups of questions, questions of a group and opinions are shown. */
const mostFindings = 20;
const mostGroups = 20;
const mostOfGroup = 3;
const mostFeedback = 8;
const questionLimit = 90;

/** What maintainers are shown, as it stands at one moment. */
export interface UpkeepState {
  readonly language: Language;
  readonly corpus: Corpus;
  readonly upkeep: Upkeep;
  readonly storeHealthy: boolean;
  /** Null where the store does not tell. */
  readonly unanswered: readonly UnansweredQuestion[] | null;
  readonly feedback: readonly Feedback[] | null;
}

/** Health, findings, unanswered questions and feedback. Nobody is named. */
export function upkeepBlocks(state: UpkeepState): readonly KnownBlock[] {
  const { language, corpus, upkeep, storeHealthy, unanswered, feedback } = state;
  const { home: words } = labels[language];
  const findings = upkeep.findings();
  const health = words.health({
    version: clip(upkeep.version, 60),
    files: corpus.proceedings.length,
    passages: corpus.proceedings.reduce((sum, { passages }) => sum + passages.length, 0),
    loadedAt: new Date(upkeep.loadedAt()),
    store: storeHealthy,
    slack: upkeep.connected(),
  });
  return [
    { type: 'divider' },
    heading(words.upkeep),
    list(health, ''),
    ...row(button('home-refresh', words.refresh, 'refresh')),
    heading(words.findings(findings.length)),
    list(findingLines(findings, language), words.noFindings),
    heading(words.unanswered),
    unanswered === null
      ? paragraph(words.unreadable)
      : list(groupLines(groupQuestions(unanswered), language), words.noUnanswered),
    heading(words.feedback),
    ...(feedback === null ? [paragraph(words.unreadable)] : feedbackBlocks(feedback, language)),
  ];
}

/** Errors first: they keep files out. */
const rank = ({ severity }: Finding): number => (severity === 'error' ? 0 : 1);

function findingLines(findings: readonly Finding[], language: Language): readonly string[] {
  const { home: words } = labels[language];
  const lines = findings
    .toSorted((a, b) => rank(a) - rank(b))
    .map(
      ({ file, line, severity, message, remedy }) =>
        `${clip(file, 80)}:${line} · ${words.severity[severity]} · ${clip(message, 110)} · ${clip(remedy, 90)}`,
    );
  return bounded(lines, mostFindings, language);
}

function groupLines(groups: readonly QuestionGroup[], language: Language): readonly string[] {
  const { home: words } = labels[language];
  const lines = groups.map(({ words: shared, times, questions }) => {
    const shown = questions.slice(0, mostOfGroup).map(({ question }) => clip(question, questionLimit));
    const more = questions.length > mostOfGroup ? [catalogueOf(language).andMore(questions.length - mostOfGroup)] : [];
    const named = shared.length === 0 ? [] : [clip(shared.join(', '), 60)];
    return [words.times(times), ...named, [...shown, ...more].join(' / ')].join(' · ');
  });
  return bounded(lines, mostGroups, language);
}

function feedbackBlocks(feedback: readonly Feedback[], language: Language): readonly KnownBlock[] {
  const { home: words } = labels[language];
  if (feedback.length === 0) return [paragraph(words.noFeedback)];
  const useful = feedback.filter(({ rating }) => rating === 'useful').length;
  const lines = feedback
    .slice(0, mostFeedback)
    .map(({ rating, reason, comment, question }) =>
      [
        words.rating[rating],
        ...(reason === null ? [] : [words.reason[reason]]),
        ...(comment === null ? [] : [clip(comment, 120)]),
        ...(question === null ? [] : [clip(question, 120)]),
      ].join(' · '),
    );
  return [paragraph(words.ratings(useful, feedback.length - useful)), list(lines, words.noFeedback)];
}

function bounded(lines: readonly string[], most: number, language: Language): readonly string[] {
  return lines.length <= most ? lines : [...lines.slice(0, most), catalogueOf(language).andMore(lines.length - most)];
}
