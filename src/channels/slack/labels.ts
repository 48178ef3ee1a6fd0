import type { Language } from '../../proceedings/proceedings.ts';

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
  // silence: certificate, alerts
  // citing: quotations, publishing, copying
  // verifying a quotation
  /** What to give with the command, or which message to choose. */
  readonly verifyWhat: string;
  // basket
  // home and channel settings
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
  sharedBy: 'Partagé par ',
  shared: 'C’est partagé.',
  notShared: 'Je n’ai pas pu publier dans ce canal. Invitez-moi dans le canal, puis réessayez.',
  useful: 'Utile',
  useless: 'Pas utile',
  noted: 'Merci, votre avis est noté.',
  notNoted: 'Votre avis n’a pas pu être enregistré. Réessayez plus tard.',
  withoutStore:
    'Pour le moment, je ne peux rien enregistrer : je réponds, mais j’oublierai nos échanges et vos avis au prochain redémarrage.',
  stale: 'Ce bouton n’est plus valable. Posez de nouveau la question.',
  // reading: length ladder, candidates, deleting, feedback reasons
  // silence: certificate, alerts
  // citing: quotations, publishing, copying
  // verifying a quotation
  verifyWhat:
    'Quelle citation dois-je vérifier\u202f? Écrivez par exemple /greffier vérifier «\u00a0Les familles viennent plus nombreuses\u00a0», ou choisissez «\u00a0Vérifier la citation\u00a0» dans le menu d’un message.',
  // basket
  // home and channel settings
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
  // silence: certificate, alerts
  // citing: quotations, publishing, copying
  // verifying a quotation
  verifyWhat:
    'Which quotation shall I verify? Write for example /greffier verify "Les familles viennent plus nombreuses", or choose “Vérifier la citation” in the menu of a message.',
  // basket
  // home and channel settings
};

/** The labels in each language. */
export const labels: Readonly<Record<Language, Labels>> = { fr, en };
