import { anyHonorific, isClause, properName, space } from './names.ts';

const crowd = String.raw`(?:une?|des|plusieurs|quelques|(?:de )?nombreu(?:x|ses)|divers(?:es)?|certain(?:e?s))[ \u00a0](?:(?:autres?|même|jeune|ancien(?:ne)?)[ \u00a0])?`;
/** Beginnings of the words for people, in either gender and number. */
const people = (
  'député sénat élu conseill membre particip intervenant orat voix auditeur auditrice représentant maire ministre collègue ' +
  'citoyen agent élève étudiant habitant personne journaliste spectat délégué adhérent adjoint riverain usager commerçant ' +
  'agricult salarié parent administré homme femme monsieur dame'
).replaceAll(' ', '|');
const office = String.raw`(?:l[ae][ \u00a0]|l['’])(?:vice-)?(?:président|premi(?:er|ère)[ \u00a0]ministre|ministre|maire(?!\p{L})|rapporteu|modérat|animat|secrétaire|commissaire|greffi|garde des sceaux)`;
const room = String.raw`voix[ \u00a0](?:nombreuses|diverses|dans|sur)|(?:(?:dans|de|depuis)[ \u00a0])?la[ \u00a0]salle$|le[ \u00a0]public$`;
const bareOffice = String.raw`(?:premier|première|vice-)?\s?(?:présidente?|ministre|rapporteure?|modérateur|modératrice|animateur|animatrice|(?:intervenant|participant)e?(?:[ \u00a0](?:n°[ \u00a0]?)?\d+)?)$`;
const unnamed = new RegExp(`^(?:${crowd}(?:${people})|${office}|${room}|${bareOffice})`, 'iu');
const twoCapitalisedWords = new RegExp(
  String.raw`^(?=[^\s,]+${space})${properName}(?:${space}*\([^()]*\))?(?:,.*)?$`,
  'u',
);

/** A label is at most so many words, in at most so many characters; what is longer is a sentence. */
const mostWords = 8;
const longestLabel = 90;
const boldLabel = /^(\*\*|__)([^*\n]{2,120}?)(?:\s*:|\.\s*[–—-])?\1(?:\s*:|\.?\s*[–—-]\s|(?<=(?::|[–—-])\1))/;
const dashLabel = /^([^.:;!?…«»\n]{2,90})\.\s*[–—-](?=\s)/;
/** Whoever goes on after their own colon mostly does so in lower case. */
const colonLabel = /^([^.:;!?…«»\n]{2,90}?)\s*:(?=$|\s+[^\p{Ll}\s«])/u;
const pronoun = /(?<![\p{L}'’])(?:je|[jcn]['’]\p{L}+|vous|nous|il|elle|on|cela|ceci)(?!\p{L})/iu;
/** How speakers count on, sum up or address somebody: "Deuxième point :", "Résultat :", "Monsieur le ministre :". */
const ownOpening = new RegExp(
  String.raw`^(?:${anyHonorific}\s|premi|deuxi|second|trois|quatri|cinqui|derni|(?:${(
    'un une deux quatre cinq autre autres mon ma mes notre nos votre vos mais et or donc car enfin ensuite alors aussi ' +
    'puis bref ainsi pourquoi comment résultat résultats conclusion conséquence constat exemple exemples preuve question ' +
    'questions réponse rappel remarque attention'
  ).replaceAll(' ', '|')})(?!\p{L})|d['’](?:abord|une part|autre part))`,
  'iu',
);

/** Whether a label names people without a name of their own: "Plusieurs députés du groupe FI", "Une voix", "Le président". */
export function isUnnamed(label: string): boolean {
  return unnamed.test(label);
}

/** Whether a label is a first name and a surname, with or without a role. */
export function isFullName(label: string): boolean {
  return twoCapitalisedWords.test(label);
}

/**
 * Whether a paragraph opens with a label that may be somebody's, although it does not say whose: "**Budget** : ",
 * "Budget. – ", "Jean Petit : ". What follows is then nobody's words rather than the speaker's before.
 */
export function isForeignLabel(paragraph: string): boolean {
  const opening = paragraph.slice(0, 2 * longestLabel);
  if (boldLabel.test(opening)) return true;
  const dashed = dashLabel.exec(opening)?.[1];
  if (dashed !== undefined) return isLabel(dashed);
  const label = colonLabel.exec(opening)?.[1];
  return label !== undefined && isLabel(label) && !pronoun.test(label) && !ownOpening.test(label);
}

function isLabel(words: string): boolean {
  return /^\p{Lu}/u.test(words) && words.split(/\s+/).length <= mostWords && !isClause(words);
}
