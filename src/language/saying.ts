/** Verbs that somebody says something with; folded, without the endings of `ending`. */
const stems =
  'parl|evoqu|mentionn|abord|exprim|interrog|declar|pens|propos|affirm|annonc|demand|reproch|expliqu|estim|denonc|rappel|critiqu|jug|regrett|accus|repliqu|assur|precis|indiqu|justifi|refus';
const ending = '(?:e|er|es|ent|ait|aient|a|ee|ees)?';
const irregular =
  'dit|dis|dire|disent|disait|repond|repondu|repondait|repondent|promet|promettait|promis|soutient|soutenait|soutenu|defend|defendait|conclu|intervenue?s?|say|says|said|spoke|spoken|speaks?|talk|talks|talked|tell|told|think|thinks|thought|propose|proposed|answer|answered|blame|compare|announce|claim|promise|promised|argue|argued|explain|explained|mention|mentions|mentioned';

/** Matches a folded verb of saying in any tense, as a whole word. */
export const verbOfSaying = `\\b(?:(?:${stems})${ending}|${irregular})\\b`;

const whole = new RegExp(
  `^(?:${verbOfSaying}|(?:(?:pris|prend|prennent|parole|pose|posee?s?|posent|questions?|raised|brought|asked))$)$`,
);

/** Whether a folded word of a question says that somebody speaks, not of what: "évoqué", "parole", "asked". */
export function tellsOfSaying(word: string): boolean {
  return whole.test(word);
}

const who = '(?:^|[,;.!?] *|c.est )qui (?:d.autre |est.ce qui )?';
const which =
  '\\bquel(?:le)?s? (?:autre )?((?:orateur|oratrice|intervenante?|deputee?|senateur|senatrice|elue?|ministre|participante?|personne)s?) ';
const auxiliary = "(?:(?:en |y )?(?:a|ont|avait|avaient) |(?:s'|se )?(?:est|sont|etait|etaient) |s')?(?:aussi |deja )?";
const speaks =
  '(?:parl|evoqu|mentionn|abord|exprim|intervenu|pris la parole|pren(?:d|nent) la parole|(?:pose|posent|posee?s?) (?:une|la|des) questions?\\b|interroge|repondu|repond\\b|(?:dit|disent|disait)\\b|(?:declare|affirme|soutenu?|estime)(?:nt)? qu)';

/** Questions for who speaks of something, folded; a group is the noun of "quels députés ont évoqué…". */
export const whoSpeaks = {
  fr: new RegExp(`(?:${who}|${which})${auxiliary}${speaks}`),
  en: /\bwho (?:else )?(?:has |have |had )?(?:spoke|spoken|speaks?|talk(?:s|ed)?|mention(?:s|ed)?|said|says|asked (?:about|a question)|answered|(?:raised|brought up) the (?:issue|question|subject|topic))\b/,
};
