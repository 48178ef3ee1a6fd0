import type { Language } from '../proceedings/proceedings.ts';
import type { Variant, Verdict } from '../proceedings/verification.ts';
import { french } from './french.ts';

/** What is said about verified quotations, in one language. */
export interface VerdictWords {
  /** "Citation 2 sur 3"; "Citation" where there is one only. */
  readonly heading: (number: number, total: number) => string;
  readonly verdict: (verdict: Verdict) => string;
  readonly variants: (variants: readonly Variant[]) => string;
  readonly omission: string;
  readonly stage: string;
  /** How much of it stands in the record. */
  readonly agreement: (matched: number, words: number) => string;
  readonly onlyPunctuation: string;
  /** Introduces the differences. */
  readonly differences: string;
  /** Where a difference is: behind these words of the record, or at the beginning.. */
  readonly after: (words: string) => string;
  readonly atBeginning: string;
  readonly recordSays: string;
  readonly quotationSays: string;
  readonly recordHasNot: string;
  readonly quotationHasNot: string;
  readonly moreDifferences: (count: number) => string;
  readonly alsoThere: string;
  readonly morePlaces: (count: number) => string;
  readonly unread: (count: number) => string;
  /** How many quotations had no room in the message. */
  readonly notShown: (count: number) => string;
}

const named: Readonly<Record<Language, Partial<Record<Variant, string>>>> = {
  fr: {
    quotes: 'guillemets',
    apostrophes: 'apostrophes',
    dashes: 'tirets',
    spaces: 'espaces et fins de ligne',
    ligatures: 'ligatures',
    firstLetter: 'casse de la première lettre',
    finalPunctuation: 'ponctuation finale',
  },
  en: {
    quotes: 'quotation marks',
    apostrophes: 'apostrophes',
    dashes: 'dashes',
    spaces: 'spaces and line breaks',
    ligatures: 'ligatures',
    firstLetter: 'case of the first letter',
    finalPunctuation: 'final punctuation',
  },
};

const list = (variants: readonly Variant[], language: Language): string =>
  variants.flatMap((variant) => named[language][variant] ?? []).join(', ');

const fr: VerdictWords = {
  heading: (number, total) => (total > 1 ? `Citation ${number} sur ${total}` : 'Citation'),
  verdict: ({ kind }) => verdictsFr[kind],
  variants: (variants) => french`Seule la typographie varie : ${list(variants, 'fr')}.`,
  omission: french`Des mots sont omis là où la citation l'indique.`,
  stage: french`Une indication de séance n'est pas reprise.`,
  agreement: (matched, words) =>
    matched > 1 ? `${matched} mots sur ${words} y figurent, dans cet ordre.` : `${matched} mot sur ${words} y figure.`,
  onlyPunctuation: 'Les mots sont les mêmes, seule la ponctuation change.',
  differences: french`Ce qui diffère :`,
  after: (words) => french`Après « ${words} » : `,
  atBeginning: french`Au début : `,
  recordSays: french`le compte rendu dit `,
  quotationSays: french` ; la citation dit `,
  recordHasNot: french`la citation ajoute `,
  quotationHasNot: french` ; la citation l'omet`,
  moreDifferences: (count) => (count > 1 ? `… et ${count} autres différences.` : '… et une autre différence.'),
  alsoThere: french`Elle figure aussi ici : `,
  morePlaces: (count) => (count > 1 ? `… et dans ${count} autres endroits.` : '… et dans un autre endroit.'),
  unread: (count) =>
    count > 1
      ? french`${count} autres citations n'ont pas été vérifiées : le message en contient trop.`
      : french`Une autre citation n'a pas été vérifiée : le message en contient trop.`,
  notShown: (count) =>
    french`La suite n'a pas pu être affichée faute de place (${count} ${count > 1 ? 'citations' : 'citation'}). Vérifiez ces citations séparément.`,
};

const verdictsFr: Readonly<Record<Verdict['kind'], string>> = {
  exact: french`Exacte : elle figure mot pour mot dans les comptes rendus.`,
  altered: french`Altérée : le passage le plus proche des comptes rendus dit autre chose.`,
  absent: french`Introuvable : ni cette citation ni rien qui en approche ne figure dans les comptes rendus.`,
  short: french`Trop courte : il me faut au moins trois mots, dont un qui ait un sens à lui seul.`,
  long: french`Trop longue : je compare 6 000 caractères au plus. Vérifiez-la en plusieurs fois.`,
};

const en: VerdictWords = {
  heading: (number, total) => (total > 1 ? `Quotation ${number} of ${total}` : 'Quotation'),
  verdict: ({ kind }) => verdictsEn[kind],
  variants: (variants) => `Only the typography differs: ${list(variants, 'en')}.`,
  omission: 'Words are left out where the quotation says so.',
  stage: 'A stage direction is left out.',
  agreement: (matched, words) =>
    `${matched} of ${words} words ${matched === 1 ? 'stands' : 'stand'} there, in this order.`,
  onlyPunctuation: 'The words are the same, only the punctuation differs.',
  differences: 'What differs:',
  after: (words) => `After “${words}”: `,
  atBeginning: 'At the beginning: ',
  recordSays: 'the record says ',
  quotationSays: '; the quotation says ',
  recordHasNot: 'the quotation adds ',
  quotationHasNot: '; the quotation leaves it out',
  moreDifferences: (count) => (count > 1 ? `… and ${count} more differences.` : '… and one more difference.'),
  alsoThere: 'It also stands here: ',
  morePlaces: (count) => (count > 1 ? `… and in ${count} more places.` : '… and in one more place.'),
  unread: (count) =>
    count > 1
      ? `${count} more quotations were not verified: the message holds too many.`
      : 'One more quotation was not verified: the message holds too many.',
  notShown: (count) =>
    `The rest could not be shown for lack of room (${count} ${count > 1 ? 'quotations' : 'quotation'}). Please verify these separately.`,
};

const verdictsEn: Readonly<Record<Verdict['kind'], string>> = {
  exact: 'Exact: it stands in the record word for word.',
  altered: 'Altered: the nearest passage of the record says something else.',
  absent: 'Not in the record: neither this quotation nor anything close to it stands there.',
  short: 'Too short: I need at least three words, one of which means something by itself.',
  long: 'Too long: I compare at most 6,000 characters. Please verify it in several parts.',
};

const words: Readonly<Record<Language, VerdictWords>> = { fr, en };

/** The words about verified quotations in a language. */
export function verdictWords(language: Language): VerdictWords {
  return words[language];
}
