/** Verbs that somebody says something with, folded, without the endings of `ending`; those of `plain` name nothing else. */
const plain = 'parl|evoqu|mentionn|abord|exprim|interrog|declar|affirm|expliqu|repliqu|indiqu';
/** Some of their forms are nouns too: "juges", "demande", "refus". */
const nounLike =
  'pens|propos|annonc|demand|reproch|estim|denonc|rappel|critiqu|jug|regrett|accus|assur|precis|justifi|refus|reclam|sugger|preconis|recommand|deplor|consider|redout';
const ending = '(?:e|er|es|ent|ait|aient|a|ee|ees)?';
const irregular =
  'dit|dis|dire|disent|disait|repond|repondu|repondait|repondent|promet|promettait|promis|soutient|soutenait|soutenu|intervenue?s?|say|says|said|spoke|spoken|speaks?|talk(?:s|ed)?|tell|told|thinks?|thought|answered|proposed?|announced?|promised|argued?|compared?|explain(?:ed)?|mention(?:s|ed)?';
/** These only ask for somebody's words: "promise" and "answer" are nouns too. */
const irregularNounLike = 'defend|defendait|conclu|answer|blame|claim|promise';

/** Matches a folded verb of saying in any tense, as a whole word. */
export const verbOfSaying = `\\b(?:(?:${plain}|${nounLike})${ending}|${irregular}|${irregularNounLike})\\b`;

const sayingOnly = new RegExp(
  `^(?:(?:${plain})${ending}|${irregular}|pris|prend|prennent|parole|posee?s?|posent|questions?|raised|brought|asked)$`,
);

/** Whether a folded word of a question says that somebody speaks and cannot well be what they speak of: "évoqué", "parole", "asked". */
export function tellsOfSaying(word: string): boolean {
  return sayingOnly.test(word);
}

const who = '(?:^|[,;.!?] *|c.est )qui (?:d.autre |est.ce qui )?';
const speakers =
  '((?:orateur|oratrice|intervenante?|deputee?|senateur|senatrice|elue?|ministre|participante?|personne)s?)';
/** Where an inverted verb follows, the clause only says of whom something is asked: "la ministre qui a répondu a-t-elle…". */
const notInverted = '(?!.*[a-z]-(?:t-)?(?:il|elle)s?\\b)';
const listed = `^(?:(?:la |une )?liste |(?:les )?noms? |quel(?:le)?s? (?:est|sont) )?(?:les?|la|des?|du|de la) ${speakers} qui ${notInverted}`;
const which = `\\bquel(?:le)?s? (?:autre )?${speakers} |${listed}`;
const auxiliary = "(?:(?:en |y )?(?:a|ont|avait|avaient) |(?:s'|se )?(?:est|sont|etait|etaient) |s')?(?:aussi |deja )?";
const speaks =
  '(?:parl|evoqu|mentionn|abord|exprim|intervenu|pris la parole|pren(?:d|nent) la parole|(?:pose|posent|posee?s?) (?:une|la|des) questions?\\b|interroge|repondu|repond\\b|(?:dit|disent|disait)\\b|(?:declare|affirme|soutenu?|estime)(?:nt)? qu)';

/** Questions for who speaks of something, folded; a group is the noun of "quels députés ont évoqué…". */
export const whoSpeaks = {
  fr: new RegExp(`(?:${who}|${which})${auxiliary}${speaks}`),
  en: /\bwho (?:else )?(?:has |have |had )?(?:spoke|spoken|speaks?|talk(?:s|ed)?|mention(?:s|ed)?|said|says|asked (?:about|a question)|answered|(?:raised|brought up) the (?:issue|question|subject|topic))\b/,
};

/** Asks what is said of something, by whomever, folded. */
export const whatIsSaid =
  /\b(?:dit|disait|pense|parle|a|avait)[- ](?:t[- ])?on (?:dit |pense )?(?:du|de|des|d'|sur)\b|\bqu'est[- ]ce qu(?:i|'on) (?:(?:s'est|a ete|est|a) )?dit\b|\bwhat (?:is|was|were|has been) said (?:about|on|of)\b/;
