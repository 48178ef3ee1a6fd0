import type { Language } from '../../proceedings/proceedings.ts';
import { french } from '../../replies/french.ts';
import type { ChannelSettings } from './channel-settings.ts';

/** The words around the settings of channels. */
export interface SettingsWords {
  /** Title of a modal: at most 24 characters. */
  readonly title: string;
  /** Button of a modal: at most 24 characters. */
  readonly save: string;
  readonly listens: string;
  readonly listensTo: Readonly<Record<ChannelSettings['listens'], string>>;
  readonly answers: string;
  readonly answersIn: Readonly<Record<ChannelSettings['answers'], string>>;
  readonly scope: string;
  readonly scopeOf: Readonly<Record<'all' | 'some', string>>;
  readonly files: string;
  readonly patterns: string;
  readonly patternsHint: string;
  readonly noFiles: string;
  /** A name, as typed, that no file has. */
  readonly unknownFile: (pattern: string) => string;
  /** How many files of a set are in scope. */
  readonly someFiles: (count: number, of: number) => string;
  /** Sums up settings, each in the words of its choice. */
  readonly now: (choices: readonly string[]) => string;
  readonly saved: string;
  readonly notSaved: string;
  readonly notAllowed: string;
  readonly notHere: string;
  /** Above the choices that a message offers. */
  readonly notOpened: string;
  readonly outdated: string;
  /** An answer cannot be shared with a channel. */
  readonly outOfScope: string;
  /** In place of an answer. */
  readonly unread: string;
}

const fr: SettingsWords = {
  title: 'Réglages du canal',
  save: 'Appliquer',
  listens: 'Quand répondre',
  listensTo: {
    mentions: 'Seulement quand on me mentionne',
    questions: french`Aussi aux messages qui finissent par « ? »`,
  },
  answers: 'Où répondre',
  answersIn: { thread: 'Dans un fil, pour tout le canal', ephemeral: 'À la personne qui demande, elle seule' },
  scope: 'Ce que je consulte pour ce canal',
  scopeOf: {
    all: 'Tous les fichiers, ceux à venir compris',
    some: french`Seulement les fichiers indiqués ci-dessous`,
  },
  files: 'Fichiers',
  patterns: 'Noms des fichiers',
  patternsHint: french`Un nom par ligne ; * remplace n'importe quels caractères : 2014-*.md`,
  noFiles: french`Indiquez au moins un fichier, ou choisissez tous les fichiers.`,
  unknownFile: (pattern) => french`Aucun fichier ne s'appelle « ${pattern} ». Corrigez ce nom ou retirez-le.`,
  someFiles: (count, of) => `${count} ${count > 1 ? 'fichiers' : 'fichier'} sur ${of}`,
  now: (choices) => french`Réglages de ce canal : ${choices.join(' · ')}.`,
  saved: french`C'est réglé.`,
  notSaved: french`Les réglages n'ont pas pu être conservés : rien n'a changé. Réessayez plus tard.`,
  notAllowed: french`Pour changer les réglages de ce canal, il faut être mainteneur de Greffier, ou être membre du canal et l'avoir créé, ou en être membre et administrer l'espace de travail.`,
  notHere: french`Les réglages sont ceux d'un canal : lancez /greffier réglages dans le canal.`,
  notOpened: french`La fenêtre des réglages n'a pas pu s'ouvrir ici. Choisissez ci-dessous : chaque choix s'applique aussitôt. Les fichiers à consulter ne se choisissent que dans la fenêtre.`,
  outdated: french`Cette fenêtre n'est plus valable : rien n'a changé. Lancez de nouveau /greffier réglages.`,
  outOfScope: french`Cette réponse cite un fichier que ce canal n'a pas choisi de consulter : je ne l'y publie pas.`,
  unread: french`Pour le moment, je ne peux pas lire les réglages de ce canal, donc je ne sais pas quels fichiers y consulter. Réessayez plus tard. En message privé, je réponds toujours.`,
};

const en: SettingsWords = {
  title: 'Channel settings',
  save: 'Apply',
  listens: 'When to answer',
  listensTo: { mentions: 'Only when I am mentioned', questions: 'Also messages that end with “?”' },
  answers: 'Where to answer',
  answersIn: { thread: 'In a thread, for the whole channel', ephemeral: 'To the person who asks, nobody else' },
  scope: 'What I consult for this channel',
  scopeOf: { all: 'All files, future ones included', some: 'Only the files given below' },
  files: 'Files',
  patterns: 'Names of the files',
  patternsHint: 'One name a line; * stands for any characters: 2014-*.md',
  noFiles: 'Give at least one file, or choose all files.',
  unknownFile: (pattern) => `No file is called “${pattern}”. Correct the name, or remove it.`,
  someFiles: (count, of) => `${count} of ${of} files`,
  now: (choices) => `Settings of this channel: ${choices.join(' · ')}.`,
  saved: 'Done.',
  notSaved: 'The settings could not be kept: nothing has changed. Please try again later.',
  notAllowed:
    'To change the settings of this channel, be a maintainer of Greffier, or a member of the channel who created it or who administers the workspace.',
  notHere: 'Settings belong to a channel: run /greffier settings in the channel.',
  notOpened:
    'The window of the settings could not be opened here. Choose below: each choice takes effect at once. The files to consult are chosen in the window alone.',
  outdated: 'This window is no longer valid: nothing has changed. Run /greffier settings again.',
  outOfScope: 'This answer quotes a file that this channel has chosen not to consult: I do not post it there.',
  unread:
    'For the moment I cannot read the settings of this channel, so I do not know which files to consult there. Try again later. In direct messages I go on answering.',
};

/** The words in each language. */
export const settingsWords: Readonly<Record<Language, SettingsWords>> = { fr, en };
