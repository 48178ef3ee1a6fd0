import type { Language } from '../../proceedings/proceedings.ts';

/** Which of how many quotations a message shows, counted from 1. */
export interface CitedRange {
  readonly from: number;
  readonly to: number;
  readonly total: number;
  readonly more: boolean;
}

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
  /** What the command is for, with its operators and examples. */
  readonly citeHelp: string;
  /** Which of how many quotations are shown, for which words. `more`: there may be more than `total`. */
  readonly citeHead: (range: CitedRange, query: string) => string;
  /** In which order they stand, after the head. */
  readonly citeSorted: Readonly<Record<'relevance' | 'date', string>>;
  /** On the button that changes the order. */
  readonly citeSort: Readonly<Record<'relevance' | 'date', string>>;
  readonly citePrevious: string;
  readonly citeNext: string;
  readonly citePublish: string;
  readonly citeAgain: string;
  readonly citeCopy: string;
  readonly citeKeep: string;
  readonly citeContext: string;
  readonly citedBy: string;
  readonly citePublished: string;
  readonly citeNotNoted: string;
  readonly citedOn: (date: string) => string;
  readonly citedIn: string;
  readonly citedLink: string;
  /** Title of a modal: at most 24 characters. */
  readonly copyTitle: string;
  readonly copyLabel: string;
  readonly copyDone: string;
  // verifying a quotation
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
  citeHelp: [
    '/greffier citer <mots> vous montre, à vous seul, les citations qui parlent de ces mots\u202f; vous pouvez ensuite les publier, les copier ou les garder.',
    '• "phrase exacte"\u00a0: ces mots, dans cet ordre et sous cette forme',
    '• -mot\u00a0: aucun passage avec ce mot, sous aucune de ses formes',
    '• par:Perny\u00a0: seulement les paroles de cette personne',
    '• section:emploi\u00a0: seulement sous un titre qui contient ce mot\u202f; section:"vie locale" pour plusieurs',
    '• depuis:2014 avant:2018-06\u00a0: seulement entre ces dates (année, mois ou jour)',
    'Exemples\u00a0:',
    '/greffier citer télécentres -Cantal',
    '/greffier citer "haut débit" section:emploi depuis:2014',
  ].join('\n'),
  citeHead: ({ from, to, total, more }, query) =>
    `${to > from ? `Citations ${from} à ${to}` : `Citation ${from}`} sur ${more ? 'au moins ' : ''}${total} pour «\u00a0${query}\u00a0»,`,
  citeSorted: { relevance: 'par pertinence.', date: 'de la plus récente à la plus ancienne.' },
  citeSort: { relevance: 'Trier par pertinence', date: 'Trier par date' },
  citePrevious: '← Précédentes',
  citeNext: 'Suivantes →',
  citePublish: 'Publier ici',
  citeAgain: 'Publier de nouveau',
  citeCopy: 'Copier',
  citeKeep: 'Garder',
  citeContext: 'Contexte',
  citedBy: 'Cité par ',
  citePublished: 'C’est publié.',
  citeNotNoted:
    'C’est publié, mais je n’ai pas pu le noter\u00a0: je ne saurai pas dire que cette citation est déjà parue.',
  citedOn: (date) => `Déjà cité le ${date}`,
  citedIn: ' dans ',
  citedLink: 'voir le message',
  copyTitle: 'Copier la citation',
  copyLabel: 'Citation prête à coller',
  copyDone: 'Terminé',
  // verifying a quotation
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
  citeHelp: [
    '/greffier quote <words> shows you, and you alone, the quotations that speak of these words; you can then publish, copy or keep them.',
    '• "exact phrase": these words, in this order and form',
    '• -word: no passage with this word, in any of its forms',
    '• by:Perny: only what this person says',
    '• section:emploi: only under a title that has this word; section:"vie locale" for several',
    '• since:2014 before:2018-06: only between these dates (year, month or day)',
    'Examples:',
    '/greffier quote télécentres -Cantal',
    '/greffier quote "haut débit" section:emploi since:2014',
  ].join('\n'),
  citeHead: ({ from, to, total, more }, query) =>
    `${to > from ? `Quotations ${from} to ${to}` : `Quotation ${from}`} of ${more ? 'at least ' : ''}${total} for “${query}”,`,
  citeSorted: { relevance: 'by relevance.', date: 'the newest first.' },
  citeSort: { relevance: 'Sort by relevance', date: 'Sort by date' },
  citePrevious: '← Previous',
  citeNext: 'Next →',
  citePublish: 'Publish here',
  citeAgain: 'Publish again',
  citeCopy: 'Copy',
  citeKeep: 'Keep',
  citeContext: 'Context',
  citedBy: 'Quoted by ',
  citePublished: 'Published.',
  citeNotNoted: 'Published, but I could not note it: I will not be able to tell that this quotation has appeared.',
  citedOn: (date) => `Already quoted on ${date}`,
  citedIn: ' in ',
  citedLink: 'see the message',
  copyTitle: 'Copy the quotation',
  copyLabel: 'Quotation, ready to paste',
  copyDone: 'Done',
  // verifying a quotation
  // basket
  // home and channel settings
};

/** The labels in each language. */
export const labels: Readonly<Record<Language, Labels>> = { fr, en };
