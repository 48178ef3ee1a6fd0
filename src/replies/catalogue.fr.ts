import type { Catalogue } from './catalogue.ts';
import { french } from './french.ts';
import { grouped, longDate } from './long-date.ts';

const counted = (count: number, one: string, many: string): string =>
  `${grouped(count, 'fr')} ${count > 1 ? many : one}`;
const records = (count: number): string => counted(count, 'compte rendu', 'comptes rendus');
const quoted = (words: readonly string[]): string => words.map((word) => french`« ${word} »`).join(', ');

const dates = (from: string | null, to: string | null): string => {
  if (from === null || to === null) return '';
  return from === to ? ` (${longDate(from, 'fr')})` : ` (du ${longDate(from, 'fr')} au ${longDate(to, 'fr')})`;
};

/** The interface in French. */
export const fr: Catalogue = {
  otherExcerpts: french`Autres extraits :`,
  notFound: 'Les comptes rendus ne répondent pas à cette question.',
  noQuotes: 'Les comptes rendus n’en parlent pas.',
  searched: ({ files, passages, from, to }) =>
    french`J'ai cherché dans ${records(files)}${dates(from, to)}, ${counted(passages, 'passage', 'passages')}.`,
  missingWords: (words) =>
    french`${words.length > 1 ? 'Mots qui n’y figurent' : 'Mot qui n’y figure'} nulle part : ${quoted(words)}.`,
  tried: (tried) =>
    french`J'ai cherché aussi ${tried.map(({ word, spellings }) => french`« ${word} » sous ${quoted(spellings)}`).join(french` ; `)}.`,
  nearest: french`Passages les plus proches (ce n'est pas une réponse) :`,
  notTheirWords: (name) =>
    french`Je ne trouve pas de réponse dans les propos de ${name} ; ces extraits ne sont pas ses paroles :`,
  saysNothing: (name) => french`Je ne trouve pas de réponse dans les propos de ${name}.`,
  neverSpeaks: (name) =>
    french`Avec ces filtres, les comptes rendus ne donnent aucune parole de ${name}. Sans le filtre par personne, je cherche aussi dans ce que d'autres rapportent.`,
  unmet: (filters) =>
    filters.length > 1
      ? french`Aucun passage ne passe à la fois les filtres ${quoted(filters)}.`
      : french`Aucun passage ne passe le filtre ${quoted(filters)}.`,
  before: french`Avant :`,
  passage: french`Le passage :`,
  after: french`Après :`,

  welcome: (files, from, to) =>
    french`Greffier répond avec les mots exacts de ${records(files)}${dates(from, to)}. Posez une question, dites « aide », ou quittez par /quit.`,
  failed: french`Une erreur est survenue de mon côté et je n'ai pas pu répondre. Réessayez dans un instant.`,
  emptyMessage: french`Je n'ai rien reçu à lire. Posez-moi une question sur les comptes rendus, par exemple : « Qui a créé Agrilocal ? »`,
  noWords: french`Je n'ai pas trouvé de mots dans ce message. Posez-moi une question sur les comptes rendus, ou dites « aide ».`,
  tooLong: (length, limit) =>
    french`Ce message compte ${grouped(length, 'fr')} caractères ; je lis des questions de ${grouped(limit, 'fr')} caractères au plus. Rien n'est perdu : raccourcissez-le et renvoyez-le.`,
  filterWantsDate: (filters) =>
    french`Je ne sais pas lire ${quoted(filters)} : écrivez une année ou une date (2018, 2018-03 ou 2018-03-14).`,
  nothingToContinue: french`Je n'ai pas encore de question à prolonger ici. Posez-en une, puis demandez « autres extraits ».`,
  nothingToShow: french`Je n'ai pas encore d'extrait à situer ici. Posez une question, puis demandez « montre le contexte ».`,
  noMore: french`Je n'ai pas d'autre extrait à ce sujet.`,
  noSuchExcerpt: (shown) =>
    french`La dernière réponse montre ${counted(shown, 'extrait', 'extraits')}. Dites par exemple « contexte 1 ».`,
  excerptGone: french`Le fichier a changé depuis cette réponse. Posez de nouveau la question.`,
  wordsGone: french`Ces mots ne figurent plus dans le fichier.`,
  quoteWhat: french`Une citation sur quel sujet ? Dites par exemple « cite-moi les télécentres ».`,

  whichPerson: (name) => french`Plusieurs personnes portent le nom ${name}. De qui s'agit-il ?`,
  whichProceedings: (count) => french`Le fonds contient ${records(count)}. Lequel voulez-vous ?`,
  choiceNotUnderstood: french`Je n'ai pas reconnu ce choix.`,
  choiceDropped: french`D'accord, laissons cela.`,
  answerByNumber: french`Répondez par un numéro ou par un nom, ou posez une autre question.`,

  noProceedings: french`Le fonds est vide : aucun compte rendu n'est chargé.`,
  proceedings: (count) => french`Le fonds contient ${records(count)} :`,
  andMore: (count) => `… et ${counted(count, 'autre', 'autres')}.`,
  undated: 'sans date',
  sectionsOf: (title, count) =>
    count === 0
      ? french`« ${title} » n'a pas de sections.`
      : french`« ${title} » contient ${counted(count, 'section', 'sections')} :`,
  participantsOf: (title) => french`Participants, « ${title} » :`,
  noParticipants: (title) => french`« ${title} » ne donne pas la liste des participants.`,
  chairs: (count) => (count > 1 ? french`Animateurs :` : french`Animateur :`),
  panellists: (count) => (count > 1 ? french`Intervenants :` : french`Intervenant :`),
  speakers: (count) => (count > 1 ? french`Prennent la parole :` : french`Prend la parole :`),
  line: (line) => `ligne ${line}`,
};
