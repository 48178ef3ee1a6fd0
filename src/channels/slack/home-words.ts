import type { Language } from '../../proceedings/proceedings.ts';
import { french } from '../../replies/french.ts';
import { grouped, longDate } from '../../replies/long-date.ts';
import type { Feedback } from '../../store/store.ts';

/** What the record holds, counted. */
export interface Holdings {
  readonly files: number;
  readonly sections: number;
  readonly speakers: number;
  /** ISO dates of the oldest and newest file; null where none has a date. */
  readonly from: string | null;
  readonly to: string | null;
}

/** The words on the app's home. */
export interface HomeWords {
  readonly record: string;
  readonly holdings: (holdings: Holdings) => string;
  readonly passages: (count: number) => string;
  readonly asking: string;
  readonly askingHow: string;
  /** Something to type, and what it does. */
  readonly commands: readonly (readonly [typed: string, does: string])[];
  /** Asks for the words of a person, and for quotations about a subject. */
  readonly askSpeaker: (name: string) => string;
  readonly askQuotes: (subject: string) => string;
  readonly alerts: string;
  readonly noAlerts: string;
  readonly stopAlert: string;
  readonly unreadable: string;

  readonly upkeep: string;
  readonly refresh: string;
  readonly health: (state: {
    readonly version: string;
    readonly passages: number;
    readonly files: number;
    readonly loadedAt: Date;
    readonly store: boolean;
    readonly slack: boolean;
  }) => readonly string[];
  readonly findings: (count: number) => string;
  readonly noFindings: string;
  readonly severity: Readonly<Record<'error' | 'warning', string>>;
  readonly unanswered: string;
  readonly noUnanswered: string;
  readonly times: (count: number) => string;
  readonly feedback: string;
  readonly noFeedback: string;
  readonly ratings: (useful: number, useless: number) => string;
  readonly rating: Readonly<Record<Feedback['rating'], string>>;
  readonly reason: Readonly<Record<NonNullable<Feedback['reason']>, string>>;
}

const counted = (count: number, one: string, many: string): string =>
  `${grouped(count, 'fr')} ${count > 1 ? many : one}`;

const dated = (language: Language, from: string | null, to: string | null): string => {
  if (from === null || to === null) return '';
  const [first, last] = [longDate(from, language), longDate(to, language)];
  if (first === last) return ` (${first})`;
  return language === 'fr' ? ` (du ${first} au ${last})` : ` (${first} to ${last})`;
};

/** In UTC, as the log: who runs the bot may live elsewhere than its machine. */
const moment = (at: Date, language: Language): string => {
  const iso = at.toISOString();
  return `${longDate(iso.slice(0, 10), language)}, ${iso.slice(11, 16)} UTC`;
};

const fr: HomeWords = {
  record: 'Ce que contient le fonds',
  holdings: ({ files, sections, speakers, from, to }) =>
    `${counted(files, 'compte rendu', 'comptes rendus')}${dated('fr', from, to)}, ${counted(sections, 'section', 'sections')}${speakers === 0 ? '' : `, ${counted(speakers, 'personne qui parle', 'personnes qui parlent')}`}.`,
  passages: (count) => counted(count, 'passage', 'passages'),
  asking: 'Comment demander',
  askingHow: french`Écrivez-moi en message direct, ou mentionnez-moi dans un canal : je réponds avec les mots exacts du compte rendu. Par exemple :`,
  commands: [
    ['/greffier question', 'répond pour vous seul'],
    ['/greffier citer mots', 'cherche des citations à publier'],
    [french`/greffier vérifier « citation »`, 'dit si une citation est exacte'],
    ['/greffier panier', 'montre les citations que vous avez gardées'],
    ['/greffier alertes', 'montre les questions qui attendent une réponse'],
    ['/greffier réglages', 'dit comment je me tiens dans un canal'],
  ],
  askSpeaker: (name) => french`Que dit ${name} ?`,
  askQuotes: (subject) => `Cite-moi ${subject}`,
  alerts: 'Vos alertes',
  noAlerts: french`Aucune. Quand le fonds ne répond pas à une question, demandez à être prévenu : je vous écris dès qu'un fichier y répond.`,
  stopAlert: 'Ne plus me prévenir',
  unreadable: french`Je n'arrive pas à lire ce qui est conservé ; le journal dit pourquoi.`,

  upkeep: 'Pour les mainteneurs',
  refresh: 'Actualiser',
  health: ({ version, files, passages, loadedAt, store, slack }) => [
    french`Version : ${version}`,
    french`Index : ${counted(files, 'fichier', 'fichiers')}, ${counted(passages, 'passage', 'passages')}`,
    french`Dernier chargement du fonds : ${moment(loadedAt, 'fr')}`,
    french`Base de données : ${store ? 'en état' : 'hors d’état, les réponses continuent sans elle'}`,
    french`Slack : ${slack ? 'connecté' : 'connexion interrompue'}`,
  ],
  findings: (count) => `Constats sur les fichiers (${grouped(count, 'fr')})`,
  noFindings: 'Rien à signaler.',
  severity: { error: 'erreur', warning: 'avertissement' },
  unanswered: 'Questions restées sans réponse ces quatre dernières semaines',
  noUnanswered: 'Aucune question.',
  times: (count) => `${grouped(count, 'fr')} fois`,
  feedback: 'Avis sur les réponses',
  noFeedback: 'Aucun avis.',
  ratings: (useful, useless) =>
    french`Derniers avis : ${counted(useful, 'utile', 'utiles')}, ${counted(useless, 'pas utile', 'pas utiles')}.`,
  rating: { useful: 'utile', useless: 'pas utile' },
  reason: { passage: 'mauvais passage', person: 'mauvaise personne', incomplete: 'incomplet', other: 'autre' },
};

const plural = (count: number, one: string, many = `${one}s`): string =>
  `${grouped(count, 'en')} ${count === 1 ? one : many}`;

const en: HomeWords = {
  record: 'What the record holds',
  holdings: ({ files, sections, speakers, from, to }) =>
    `${plural(files, 'record')}${dated('en', from, to)}, ${plural(sections, 'section')}${speakers === 0 ? '' : `, ${plural(speakers, 'person who speaks', 'people who speak')}`}.`,
  passages: (count) => plural(count, 'passage'),
  asking: 'How to ask',
  askingHow:
    'Write to me in a direct message, or mention me in a channel: I answer with the exact words of the record. For example:',
  commands: [
    ['/greffier question', 'answers for you alone'],
    ['/greffier quote words', 'finds quotations to publish'],
    ['/greffier verify “quotation”', 'says whether a quotation is exact'],
    ['/greffier basket', 'shows the quotations that you keep'],
    ['/greffier alerts', 'shows the questions that wait for an answer'],
    ['/greffier settings', 'says how I behave in a channel'],
  ],
  askSpeaker: (name) => `What does ${name} say?`,
  askQuotes: (subject) => `Quote ${subject}`,
  alerts: 'Your alerts',
  noAlerts:
    'None. Where the record does not answer a question, ask to be told: I write to you as soon as a file answers it.',
  stopAlert: 'Stop telling me',
  unreadable: 'I cannot read what is kept; the log says why.',

  upkeep: 'For maintainers',
  refresh: 'Refresh',
  health: ({ version, files, passages, loadedAt, store, slack }) => [
    `Version: ${version}`,
    `Index: ${plural(files, 'file')}, ${plural(passages, 'passage')}`,
    `Record last loaded: ${moment(loadedAt, 'en')}`,
    `Database: ${store ? 'works' : 'does not work, answers go on without it'}`,
    `Slack: ${slack ? 'connected' : 'connection lost'}`,
  ],
  findings: (count) => `Findings on the files (${grouped(count, 'en')})`,
  noFindings: 'Nothing to report.',
  severity: { error: 'error', warning: 'warning' },
  unanswered: 'Unanswered in the last four weeks',
  noUnanswered: 'No question.',
  times: (count) => plural(count, 'time'),
  feedback: 'Feedback on answers',
  noFeedback: 'No feedback.',
  ratings: (useful, useless) => `Latest feedback: ${useful} helpful, ${useless} not helpful.`,
  rating: { useful: 'helpful', useless: 'not helpful' },
  reason: { passage: 'wrong passage', person: 'wrong person', incomplete: 'incomplete', other: 'other' },
};

/** The words in each language. */
export const homeWords: Readonly<Record<Language, HomeWords>> = { fr, en };
