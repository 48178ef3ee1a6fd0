import type { Language } from '../../proceedings/proceedings.ts';

/** Which of how many quotations a message shows, counted from 1. */
export interface CitedRange {
  readonly from: number;
  readonly to: number;
  readonly total: number;
  readonly more: boolean;
}

/** The words around quotations that are listed, published and copied. */
export interface CitingLabels {
  /** What the command is for, with its operators and examples. */
  readonly help: string;
  /** Which of how many quotations are shown, for which words. `more`: there may be more than `total`. */
  readonly head: (range: CitedRange, query: string) => string;
  /** In which order they stand, after the head. */
  readonly sorted: Readonly<Record<'relevance' | 'date', string>>;
  /** On the button that changes the order. */
  readonly sort: Readonly<Record<'relevance' | 'date', string>>;
  readonly previous: string;
  readonly next: string;
  readonly publish: string;
  readonly publishAgain: string;
  readonly copy: string;
  readonly keep: string;
  readonly context: string;
  readonly citedBy: string;
  readonly published: string;
  readonly notNoted: string;
  readonly citedOn: (date: string) => string;
  readonly citedIn: string;
  readonly citedLink: string;
  /** Title of a modal: at most 24 characters. */
  readonly copyTitle: string;
  readonly copyLabel: string;
  readonly done: string;
}

const fr: CitingLabels = {
  help: [
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
  head: ({ from, to, total, more }, query) =>
    `${to > from ? `Citations ${from} à ${to}` : `Citation ${from}`} sur ${more ? 'au moins ' : ''}${total} pour «\u00a0${query}\u00a0»`,
  sorted: { relevance: 'par pertinence', date: 'de la plus récente à la plus ancienne' },
  sort: { relevance: 'Trier par pertinence', date: 'Trier par date' },
  previous: '← Précédentes',
  next: 'Suivantes →',
  publish: 'Publier ici',
  publishAgain: 'Publier de nouveau',
  copy: 'Copier',
  keep: 'Garder',
  context: 'Voir le contexte',
  citedBy: 'Cité par ',
  published: 'C’est publié.',
  notNoted:
    'C’est publié, mais je n’ai pas pu le noter\u00a0: je ne saurai pas dire que cette citation est déjà parue.',
  citedOn: (date) => `Déjà cité le ${date}`,
  citedIn: ' dans ',
  citedLink: 'voir le message',
  copyTitle: 'Copier la citation',
  copyLabel: 'Citation prête à coller',
  done: 'Terminé',
};

const en: CitingLabels = {
  help: [
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
  head: ({ from, to, total, more }, query) =>
    `${to > from ? `Quotations ${from} to ${to}` : `Quotation ${from}`} of ${more ? 'at least ' : ''}${total} for “${query}”`,
  sorted: { relevance: 'by relevance', date: 'the newest first' },
  sort: { relevance: 'Sort by relevance', date: 'Sort by date' },
  previous: '← Previous',
  next: 'Next →',
  publish: 'Publish here',
  publishAgain: 'Publish again',
  copy: 'Copy',
  keep: 'Keep',
  context: 'Show the context',
  citedBy: 'Quoted by ',
  published: 'Published.',
  notNoted: 'Published, but I could not note it: I will not be able to tell that this quotation has appeared.',
  citedOn: (date) => `Already quoted on ${date}`,
  citedIn: ' in ',
  citedLink: 'see the message',
  copyTitle: 'Copy the quotation',
  copyLabel: 'Quotation, ready to paste',
  done: 'Done',
};

/** These labels in each language. */
export const citingLabels: Readonly<Record<Language, CitingLabels>> = { fr, en };
