import type { Length } from '../../answer/lengths.ts';
import { type BasketLabels, basketLabels } from './basket-labels.ts';
import { type CitingLabels, citingLabels } from './citing-labels.ts';
import type { Language } from '../../proceedings/proceedings.ts';
import { french } from '../../replies/french.ts';
import { grouped } from '../../replies/long-date.ts';
import { type HomeWords, homeWords } from './home-words.ts';
import { type SettingsWords, settingsWords } from './settings-words.ts';

/** The words on Slack's buttons and around them; what an answer says is worded in `replies`. */
export interface Labels {
  readonly context: string;
  /** Title of a modal: at most 24 characters. */
  readonly contextTitle: string;
  readonly previous: string;
  readonly next: string;
  readonly close: string;
  readonly more: string;
  readonly original: string;
  readonly share: string;
  /** Title of a modal: at most 24 characters. */
  readonly shareTitle: string;
  readonly channel: string;
  /** Where no modal can be opened: above a menu of channels. */
  readonly chooseChannel: string;
  /** On the button that tries once more to open the modal. */
  readonly tryAgain: string;
  readonly sharedBy: string;
  readonly shared: string;
  readonly notShared: string;
  readonly useful: string;
  readonly useless: string;
  readonly noted: string;
  readonly notNoted: string;
  /** On the app's home: what cannot be kept for the moment. */
  readonly withoutStore: string;
  /** A button that the bot of today does not know. */
  readonly stale: string;
  // reading: length ladder, candidates, deleting, feedback reasons
  /** The lengths at which a quotation is read. */
  readonly lengths: Readonly<Record<Length, string>>;
  /** The button of the length that is shown. */
  readonly shownLength: (name: string) => string;
  /** The button to the answers of a tally that did not fit. */
  readonly otherAnswers: (count: number) => string;
  readonly delete: string;
  /** Takes the place of an answer where Slack deletes nothing. */
  readonly deleted: string;
  readonly notDeleted: string;
  readonly notYours: string;
  /** Title of a modal: at most 24 characters. */
  readonly reasonsTitle: string;
  readonly whyUseless: string;
  readonly reason: string;
  readonly reasons: Readonly<Record<'passage' | 'person' | 'incomplete' | 'other', string>>;
  readonly comment: string;
  readonly send: string;
  /** Who speaks the words of a context. */
  readonly speaks: (name: string) => string;
  readonly nobodySpeaks: string;
  /** Where a passage stands: its line in the file, and its number in the section. */
  readonly standsAt: (line: number, number: number, count: number) => string;
  /** What the bot does, after its name. */
  readonly searching: string;
  /** Above the suggested questions. */
  readonly greeting: string;
  // silence: certificate, alerts
  readonly nearest: string;
  readonly tellMe: string;
  readonly alertKept: string;
  readonly alertKnown: string;
  readonly alertNotKept: string;
  readonly alertAnswered: (day: string, question: string) => string;
  readonly alertStopped: string;
  /** Stopped or delivered already, or another person's. */
  readonly alertGone: string;
  /** The alerts cannot be read or changed for the moment. */
  readonly alertsAway: string;
  readonly stopAlert: string;
  readonly myAlerts: string;
  readonly alerts: string;
  readonly noAlerts: string;
  readonly alertSince: (question: string, day: string) => string;
  // citing: quotations, publishing, copying
  readonly citing: CitingLabels;
  // verifying a quotation
  /** What to give with the command, or which message to choose. */
  readonly verifyWhat: string;
  // basket
  readonly basket: BasketLabels;
  // home and channel settings
  readonly home: HomeWords;
  readonly settings: SettingsWords;
}

const fr: Labels = {
  context: 'Voir le contexte',
  contextTitle: 'Dans son contexte',
  previous: '← Passage précédent',
  next: 'Passage suivant →',
  close: 'Fermer',
  more: 'Autres extraits',
  original: 'texte publié',
  share: 'Partager',
  shareTitle: 'Partager la réponse',
  channel: 'Canal',
  chooseChannel: french`La fenêtre n'a pas pu s'ouvrir. Choisissez ici le canal où publier : c'est fait dès que vous l'avez choisi.`,
  tryAgain: 'Rouvrir la fenêtre',
  sharedBy: 'Partagé par ',
  shared: 'C’est partagé.',
  notShared: 'Je n’ai pas pu publier dans ce canal. Invitez-moi dans le canal, puis réessayez.',
  useful: 'Utile',
  useless: 'Pas utile',
  noted: 'Merci, votre avis est noté.',
  notNoted: 'Votre avis n’a pas pu être enregistré. Réessayez plus tard.',
  withoutStore: french`Pour le moment, je ne peux rien enregistrer : je réponds, mais j'oublierai nos échanges et vos avis au prochain redémarrage.`,
  stale: 'Ce bouton n’est plus valable. Posez de nouveau la question.',
  // reading: length ladder, candidates, deleting, feedback reasons
  lengths: { sentence: 'Une phrase', short: 'Lecture 30 s', whole: 'Intervention entière' },
  shownLength: (name) => `${name} (affichée)`,
  otherAnswers: (count) => (count > 1 ? `${grouped(count, 'fr')} autres réponses` : 'Une autre réponse'),
  delete: 'Supprimer',
  deleted: 'Réponse supprimée à la demande de la personne qui avait posé la question.',
  notDeleted: 'Je n’ai pas pu supprimer cette réponse.',
  notYours: 'Seule la personne qui a posé la question peut supprimer cette réponse.',
  reasonsTitle: french`Pas utile : pourquoi ?`,
  whyUseless: french`Votre avis est noté. Qu'est-ce qui n'allait pas ?`,
  reason: 'Raison',
  reasons: {
    passage: 'Ce n’est pas le bon passage',
    person: 'Ce n’est pas la bonne personne',
    incomplete: 'La réponse est incomplète',
    other: 'Autre chose',
  },
  comment: 'Précisez si vous le souhaitez',
  send: 'Envoyer',
  speaks: (name) => french`Qui parle : ${name}`,
  nobodySpeaks: french`Qui parle : le compte rendu lui-même, personne en particulier`,
  standsAt: (line, number, count) =>
    `Ligne ${grouped(line, 'fr')} du fichier, passage ${grouped(number, 'fr')} sur ${grouped(count, 'fr')} de la section`,
  searching: 'cherche dans les comptes rendus…',
  greeting: french`Bonjour ! Que cherchez-vous dans les comptes rendus ?`,
  // silence: certificate, alerts
  nearest: 'Passages les plus proches',
  tellMe: 'Prévenez-moi',
  alertKept: french`C'est noté. Je vous préviendrai en message privé dès qu'un compte rendu répondra à cette question.`,
  alertKnown: french`Cette question est déjà retenue : je vous préviendrai dès qu'un compte rendu y répondra.`,
  alertNotKept: french`Je n'ai pas pu retenir cette question. Réessayez plus tard.`,
  alertAnswered: (day, question) =>
    french`Le ${day}, vous m'avez demandé de vous prévenir pour cette question : « ${question} ». Les comptes rendus y répondent à présent.`,
  alertStopped: french`C'est fait : je ne vous préviendrai pas pour cette question.`,
  alertGone: french`Cette alerte n'existe plus.`,
  alertsAway: french`Je n'ai pas accès à vos alertes pour le moment. Réessayez plus tard.`,
  stopAlert: 'Ne plus me prévenir',
  myAlerts: 'Mes alertes',
  alerts: french`Je vous préviendrai quand un compte rendu répondra à ces questions :`,
  noAlerts: french`Vous n'avez pas d'alerte. Quand les comptes rendus ne répondent pas, le bouton « Prévenez-moi » en crée une.`,
  alertSince: (question, day) => french`« ${question} », depuis le ${day}`,
  // citing: quotations, publishing, copying
  citing: citingLabels.fr,
  // verifying a quotation
  verifyWhat:
    'Quelle citation dois-je vérifier\u202f? Écrivez par exemple /greffier vérifier «\u00a0Les familles viennent plus nombreuses\u00a0», ou choisissez «\u00a0Vérifier la citation\u00a0» dans le menu d’un message.',
  // basket
  basket: basketLabels.fr,
  // home and channel settings
  home: homeWords.fr,
  settings: settingsWords.fr,
};

const en: Labels = {
  context: 'Show the context',
  contextTitle: 'In its context',
  previous: '← Previous passage',
  next: 'Next passage →',
  close: 'Close',
  more: 'More excerpts',
  original: 'published text',
  share: 'Share',
  shareTitle: 'Share the answer',
  channel: 'Channel',
  chooseChannel:
    'The window could not be opened. Choose here the channel to post in: that is done as soon as you have chosen.',
  tryAgain: 'Open the window again',
  sharedBy: 'Shared by ',
  shared: 'Shared.',
  notShared: 'I could not post in that channel. Invite me to it, then try again.',
  useful: 'Helpful',
  useless: 'Not helpful',
  noted: 'Thank you, your opinion is noted.',
  notNoted: 'Your opinion could not be kept. Please try again later.',
  withoutStore:
    'For the moment I cannot keep anything: I answer, but I will forget our exchanges and your opinions at the next restart.',
  stale: 'This button is no longer valid. Please ask the question again.',
  // reading: length ladder, candidates, deleting, feedback reasons
  lengths: { sentence: 'One sentence', short: '30-second read', whole: 'Whole speech' },
  shownLength: (name) => `${name} (shown)`,
  otherAnswers: (count) => (count > 1 ? `${grouped(count, 'en')} other answers` : 'One other answer'),
  delete: 'Delete',
  deleted: 'Answer deleted at the request of the person who had asked.',
  notDeleted: 'I could not delete this answer.',
  notYours: 'Only the person who asked can delete this answer.',
  reasonsTitle: 'Not helpful: why?',
  whyUseless: 'Your opinion is noted. What was wrong?',
  reason: 'Reason',
  reasons: {
    passage: 'It is the wrong passage',
    person: 'It is the wrong person',
    incomplete: 'The answer is incomplete',
    other: 'Something else',
  },
  comment: 'Tell more if you like',
  send: 'Send',
  speaks: (name) => `Who speaks: ${name}`,
  nobodySpeaks: 'Who speaks: the record itself, nobody in particular',
  standsAt: (line, number, count) =>
    `Line ${grouped(line, 'en')} of the file, passage ${grouped(number, 'en')} of ${grouped(count, 'en')} in the section`,
  searching: 'is searching the record…',
  greeting: 'Hello! What are you looking for in the record?',
  // silence: certificate, alerts
  nearest: 'Nearest passages',
  tellMe: 'Tell me when',
  alertKept: 'Noted. I will tell you in a direct message as soon as a record answers this question.',
  alertKnown: 'I remember this question already: I will tell you as soon as a record answers it.',
  alertNotKept: 'I could not remember this question. Please try again later.',
  alertAnswered: (day, question) =>
    `On ${day} you asked me to tell you about this question: “${question}”. The record answers it now.`,
  alertStopped: 'Done: I will not tell you about this question.',
  alertGone: 'This alert no longer exists.',
  alertsAway: 'I cannot reach your alerts for the moment. Please try again later.',
  stopAlert: 'Stop telling me',
  myAlerts: 'My alerts',
  alerts: 'I will tell you when a record answers these questions:',
  noAlerts: 'You have no alerts. Where the record does not answer, the button “Tell me when” sets one.',
  alertSince: (question, day) => `“${question}”, since ${day}`,
  // citing: quotations, publishing, copying
  citing: citingLabels.en,
  // verifying a quotation
  verifyWhat:
    'Which quotation shall I verify? Write for example /greffier verify "Les familles viennent plus nombreuses", or choose “Vérifier la citation” in the menu of a message.',
  // basket
  basket: basketLabels.en,
  // home and channel settings
  home: homeWords.en,
  settings: settingsWords.en,
};

/** The labels in each language. */
export const labels: Readonly<Record<Language, Labels>> = { fr, en };
