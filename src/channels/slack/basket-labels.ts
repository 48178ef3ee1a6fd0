import type { Language } from '../../proceedings/proceedings.ts';
import { french } from '../../replies/french.ts';

/** The words around a person's basket of quotations. */
export interface BasketLabels {
  readonly keep: string;
  /** How many quotations the basket now holds; null where that is not known. */
  readonly kept: (count: number | null) => string;
  readonly keptAlready: string;
  readonly notKept: string;
  /** Title of a modal: at most 24 characters. */
  readonly title: string;
  readonly empty: string;
  readonly holds: (count: number) => string;
  /** Which of how many are shown; from 1. */
  readonly range: (first: number, last: number, total: number) => string;
  readonly away: string;
  /** A quotation that was taken out in another window. */
  readonly gone: string;
  readonly up: string;
  readonly down: string;
  readonly remove: string;
  readonly publishHere: string;
  readonly publishIn: string;
  readonly before: string;
  readonly after: string;
  readonly exportMarkdown: string;
  readonly exportText: string;
  /** Title of a modal: at most 24 characters. */
  readonly exportTitle: string;
  readonly piece: (number: number, total: number) => string;
  /** On the button that submits a modal: at most 24 characters. */
  readonly back: string;
  /** Title of a modal: at most 24 characters. */
  readonly publishTitle: string;
  readonly publish: string;
  readonly published: string;
  readonly publishedBefore: string;
}

const citations = (count: number): string => `${count} ${count > 1 ? 'citations' : 'citation'}`;
const quotations = (count: number): string => `${count} ${count === 1 ? 'quotation' : 'quotations'}`;

const fr: BasketLabels = {
  keep: 'Garder',
  kept: (count) =>
    count === null ? 'Gardé.' : french`Gardé. Votre panier compte ${citations(count)} : /greffier panier`,
  keptAlready: french`Cette citation est déjà dans votre panier : /greffier panier`,
  notKept: french`Je ne peux rien garder pour le moment. Réessayez plus tard.`,
  title: 'Votre panier',
  empty: french`Votre panier est vide. Sous chaque citation, le bouton « Garder » l'y dépose ; vous la retrouvez ici pour la ranger, la publier ou l'exporter.`,
  holds: citations,
  range: (first, last, total) => `Citations ${first} à ${last} sur ${total}`,
  away: french`Votre panier n'est pas accessible pour le moment. Réessayez plus tard.`,
  gone: french`Cette citation n'est plus dans votre panier.`,
  up: 'Monter',
  down: 'Descendre',
  remove: 'Retirer',
  publishHere: 'Publier ici',
  publishIn: 'Publier dans un canal',
  before: '← Page précédente',
  after: 'Page suivante →',
  exportMarkdown: 'Exporter en Markdown',
  exportText: 'Exporter en texte',
  exportTitle: 'Texte à copier',
  piece: (number, total) => (total === 1 ? 'Tout le panier' : `Partie ${number} sur ${total}`),
  back: 'Retour au panier',
  publishTitle: 'Publier la citation',
  publish: 'Publier',
  published: 'C’est publié.',
  publishedBefore: 'Vous venez de publier cette citation dans ce canal.',
};

const en: BasketLabels = {
  keep: 'Keep',
  kept: (count) => (count === null ? 'Kept.' : `Kept. Your basket holds ${quotations(count)}: /greffier basket`),
  keptAlready: 'This quotation is in your basket already: /greffier basket',
  notKept: 'I cannot keep anything for the moment. Please try again later.',
  title: 'Your basket',
  empty:
    'Your basket is empty. The button “Keep” under each quotation puts it here, where you can arrange, publish and export them.',
  holds: quotations,
  range: (first, last, total) => `Quotations ${first} to ${last} of ${total}`,
  away: 'Your basket is out of reach for the moment. Please try again later.',
  gone: 'This quotation is no longer in your basket.',
  up: 'Move up',
  down: 'Move down',
  remove: 'Remove',
  publishHere: 'Publish here',
  publishIn: 'Publish in a channel',
  before: '← Previous page',
  after: 'Next page →',
  exportMarkdown: 'Export as Markdown',
  exportText: 'Export as text',
  exportTitle: 'Text to copy',
  piece: (number, total) => (total === 1 ? 'The whole basket' : `Part ${number} of ${total}`),
  back: 'Back to the basket',
  publishTitle: 'Publish the quotation',
  publish: 'Publish',
  published: 'Published.',
  publishedBefore: 'You have just published this quotation in that channel.',
};

/** The basket's labels in each language. */
export const basketLabels: Readonly<Record<Language, BasketLabels>> = { fr, en };
