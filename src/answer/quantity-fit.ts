import { isQuantityNoun } from '../language/answer-nouns.ts';
import { isMeasure, sameMeasure, unitsFor } from '../language/dimensions.ts';
import { fold } from '../language/fold.ts';
import type { Quantity } from '../language/quantities.ts';
import type { Question } from '../language/question.ts';
import { stem } from '../language/stem.ts';

/** Words of a question that asks for a sum of money. */
const moneyWords =
  /\b(?:cout\w*|prix|montant|budget|tarif|salaire|remuneration|indemnite|honoraires|amende|dette|deficit|subventions?|dotations?|enveloppe|primes?|factures?|fees?|bonus|euros?|finance\w*|credits?|loyer|cost\w*|price|paid|pay|spend|worth|salary|funding)\b/;
const otherVerb = '(?:sont|ont|seront|etaient|dure|durent|mesure|pese|qui|que|ce) ';
const pays = '(?:pay|paie|verse|percoi|percev|factur|rembours|depens|vaut|valent)[a-z]*';
const gets = '(?:touche|gagne)r[a-z]*|(?<!(?:\\ba|\\bont|\\bavait|-il|-elle|-on|-ils|-elles) )(?:touche|gagne)(?:nt)?';
const subject = '(?:-t)?(?:-(?:il|elle|on|ils|elles))?';
/**
 * "Combien a été payée la société…": what is asked for is paid. Not where the verb counts something else ("combien a-t-il payé de
 * bornes", "combien sont payés") or is another's ("combien dure ce que paie la ville"); who has touched or won something need not have got money.
 */
const paid = new RegExp(
  `\\bcombien (?:(?!${otherVerb})[a-z'-]+ ){0,8}(?:${pays}|${gets})${subject}(?![a-z-]| (?:de |d')(?!la |l'))`,
);
/** What rises or falls is told in euros as well as in per cent. */
const changes =
  /\b(?:hausse|baisse|augment\w*|diminu\w*|reduction|progression|progresse\w*|recul\w*|increase\w*|rise|rose|cut|drop\w*|fall|fell|fallen|grow\w*|go up|went up|go down|went down)\b/;
const shares = /\b(?:pourcentage|part|proportion|taux|share|percentage|rate|proportion)\b/;
const years = /^(?:ans?|annees?|years?)$/;
/** How well "40 %" tells how many there are: too little to be taken for the form that is asked for. */
const shareOfCounted = 0.3;
/** What is told in euros though it is no price. */
const funds =
  /^(?:argent|fonds|millions?|milliards?|credits?|aides?|dons?|investissements?|depenses?|recettes?|economies?|money|funds?|funding|grants?|aid|savings?)$/;
/** Endings of nouns for people by what they do, in French and English; "250 personnes" may be users or teleworkers. */
const oneWhoActs = /(?:eur|rice|euse|ant|ante|iste|ien|ienne|er|or|ist|ee)s?$/;
const people = new Set(['personnes', 'personne', 'gens', 'people', 'persons', 'habitants', 'individus']);

const fits = new WeakMap<Question, (quantity: Quantity) => number>();

/** How well quantities fit a question: 1 where the unit is the one asked for, less where it is another, 0 where it cannot be an answer. */
export function quantityFit(question: Question): (quantity: Quantity) => number {
  const noted = fits.get(question);
  if (noted !== undefined) return noted;
  const byUnit = unitFit(question);
  const mayChange = changes.test(fold(question.asked));
  const fit = (quantity: Quantity): number => (mayChange && quantity.unit === '%' ? 1 : byUnit(quantity));
  fits.set(question, fit);
  return fit;
}

function unitFit(question: Question): (quantity: Quantity) => number {
  const { head } = question;
  const folded = fold(question.asked).replaceAll('’', "'");
  if ((moneyWords.test(folded) && moneyHead(question)) || (head === null && paid.test(folded)))
    return ({ money }) => (money ? 1 : 0);
  if (shares.test(head ?? '')) return ({ unit }) => (unit === '%' ? 1 : 0.4);
  const units = unitsFor(head ?? '');
  if (units !== null) return ({ unit }) => (unit !== null && units.has(unit) ? 1 : 0);
  if (head === 'population') return ({ unit }) => (unit !== null && people.has(unit) ? 1 : 0);
  if (head === 'age') return ({ unit }) => (unit === null ? 0.6 : years.test(unit) ? 1 : 0);
  if (head === null || isQuantityNoun(head)) return () => 0.6;
  const counted = headStems(question);
  return ({ unit, money }) => {
    if (unit === null) return 0.6;
    if (counted.has(stem(unit)) || (years.test(unit) && years.test(head))) return 1;
    if (unit === '%') return shareOfCounted;
    if (sameMeasure(unit, head)) return 1;
    if (money) return funds.test(head) ? 0.7 : 0;
    if (isMeasure(unit)) return isMeasure(head) ? 0.4 : 0;
    if (people.has(head)) return people.has(unit) ? 1 : head === 'habitants' ? 0.4 : 0.7;
    return people.has(unit) && oneWhoActs.test(head) ? 0.6 : 0.4;
  };
}

/** Stems of the noun that is counted, in French: its own, and those of what it may be called besides. */
function headStems({ head, words }: Question): ReadonlySet<string> {
  const counted = words.find(({ surface }) => surface === head);
  return new Set([stem(head ?? ''), ...(counted?.alternatives ?? []).flatMap(({ stems }) => stems)]);
}

function moneyHead(question: Question): boolean {
  return (
    question.head === null ||
    /^(?:prix|montant|cout|budget|tarif|salaire|remuneration|indemnite|honoraires|amende|dette|deficit|subvention|dotation|enveloppe|prime|loyer|facture|fee|bonus|rent|somme|cost|price|budget|sum|amount|euros?|money|does|did|do|is|was|will)$/.test(
      question.head,
    )
  );
}
