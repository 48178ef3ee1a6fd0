import type { Language } from '../proceedings/proceedings.ts';
import { fold } from './fold.ts';
import { whoSpeaks } from './saying.ts';

/** What kind of answer a question expects. */
export type AnswerType =
  | 'PERSON'
  /** Who speaks of something: the citation tells, not the words themselves. */
  | 'SPEAKER'
  | 'PLACE'
  | 'DATE'
  | 'NUMBER'
  | 'ORG'
  | 'REASON'
  | 'MANNER'
  | 'DEFINITION'
  | 'STATEMENT'
  | 'YESNO'
  | 'OTHER';

/** The expected answer of a question. */
export interface Expectation {
  readonly type: AnswerType;
  /** Several answers are asked for. A flag, not a type. */
  readonly list: boolean;
  /** Folded noun that says what is asked for ("departement", "personnes", "department"), or null. */
  readonly head: string | null;
}

/** Nouns that tell the type after "quel" / "which", folded, in the singular. */
const nouns: Readonly<Record<'PERSON' | 'PLACE' | 'DATE' | 'NUMBER' | 'ORG', string>> = {
  PERSON: `personne personnalite parlementaire victime fille garcon president presidente ministre depute deputee senateur senatrice
    maire elu elue homme femme auteur autrice
    acteur actrice ecrivain ecrivaine chercheur chercheure chercheuse roi reine animateur animatrice intervenant intervenante directeur
    directrice expert experte prefet prefete champion championne sportif sportive artiste chanteur chanteuse architecte nom candidat candidate
    responsable professeur professeure medecin scientifique juge avocat avocate journaliste reporter capitaine commandant general colonel
    fondateur fondatrice createur creatrice inventeur proprietaire dirigeant dirigeante patron patronne chef cheffe secretaire rapporteur
    rapporteure orateur oratrice conseiller conseillere procureur procureure ambassadeur ambassadrice philosophe historien historienne
    economiste peintre sculpteur musicien musicienne realisateur realisatrice joueur joueuse entraineur pilote agriculteur agricultrice
    successeur predecesseur remplacant remplacante porte-parole delegue deleguee coordinateur coordinatrice commissaire eveque pape
    person people girl boy president minister deputy senator mayor man woman author actor actress writer researcher king queen director
    expert chair
    chairman chairwoman speaker name champion athlete singer artist scientist judge lawyer leader candidate councillor journalist reporter
    captain commander general colonel founder creator inventor owner manager boss head secretary rapporteur adviser prosecutor ambassador
    philosopher historian economist painter sculptor musician player coach pilot farmer successor predecessor spokesman spokeswoman
    spokesperson delegate coordinator commissioner bishop pope doctor professor teacher engineer driver nurse`,
  PLACE: `departement ville commune region pays lieu endroit village canton ile quartier continent capitale agglomeration prison gare site
    port aeroport localite adresse metropole circonscription province
    department town city region country place village island district county capital site airport port station prison constituency
    province municipality`,
  DATE: `annee date jour mois siecle epoque moment periode decennie an year date day month century time decade`,
  NUMBER: `nombre montant part proportion pourcentage taux prix cout budget somme chiffre age superficie duree quantite distance surface
    population effectif tarif salaire hauteur longueur profondeur poids vitesse delai horizon temperature heure horaire
    remuneration indemnite honoraires amende dette deficit largeur altitude masse
    number amount share percentage rate price cost budget sum age length size height depth weight speed salary horizon
    temperature debt deficit fine width`,
  ORG: `organisme entreprise societe association institution hopital groupe parti employeur ministere organisation syndicat agence banque
    compagnie club operateur consortium universite federation fondation cabinet autorite tribunal cour commission comite collectif journal
    company organisation organization association institution hospital group party employer ministry union agency bank body firm university
    federation foundation authority court commission committee newspaper operator supplier manufacturer builder fabricant
    fournisseur constructeur transporteur`,
};

const typeOfNoun = new Map(
  (Object.keys(nouns) as (keyof typeof nouns)[]).flatMap((type) =>
    nouns[type].split(/\s+/).map((noun) => [noun, type] as const),
  ),
);

/** Whether a folded noun is itself a quantity ("durée", "budget"), so that a unit beside the number need not repeat it. */
export function isQuantityNoun(noun: string): boolean {
  return typeOf(noun) === 'NUMBER';
}

/** Whether a folded noun says what kind of answer is wanted ("organisme", "date"), rather than what it is about. */
export function tellsType(noun: string): boolean {
  return typeOf(noun) !== 'OTHER';
}

interface Cue {
  readonly type: AnswerType;
  readonly pattern: RegExp;
}

const qualifier =
  '(?:premiere? |dernieres? |derniers? |autres? |grande?s? |principa(?:l|le|ux|les) |nouve(?:au|lle|l) |petite?s? |deux |trois |quatre |cinq |seule? |anciens? |anciennes? |jeunes? |future?s? )*';

/** In order; the first that fits decides. Patterns run over folded text; a group, where there is one, is the head noun. */
const cues: Readonly<Record<Language, readonly Cue[]>> = {
  fr: [
    { type: 'SPEAKER', pattern: whoSpeaks.fr },
    { type: 'REASON', pattern: /\bpourquoi\b|\bpour quelles? raisons?\b|\ba cause de quoi\b|\bpour quels? motifs?\b/ },
    { type: 'NUMBER', pattern: /\b(?:combien|cb)\s+(?:de |d')([a-z]+)/ },
    { type: 'NUMBER', pattern: /\bcombien\b|\bcb\b/ },
    { type: 'DATE', pattern: /\bquand\b(?! meme)|\ba quelle date\b|\bdepuis combien de temps\b/ },
    {
      type: 'OTHER',
      pattern: new RegExp(
        `\\bcomment (?:s'appell?|se nomm)[a-z]+ (?:(?:le|la|les|son|sa|ses|cet|cette|ce|ces) |l')?${qualifier}([a-z-]+)`,
      ),
    },
    { type: 'MANNER', pattern: /\bcomment\b|\bde quelle (?:maniere|facon)\b/ },
    {
      type: 'STATEMENT',
      pattern:
        /\bqu(?:e |')(?:a|ont|dit|disent|pensent?|propose|declare|demande|repond|reproche)\b(?:[- ]t[- ]?(?:il|elle)| [a-z' -]{2,40})? ?(?:dit|declare|propose|pense|repondu|demande|affirme|annonce)?\b|\bdit quoi\b/,
    },
    {
      type: 'DEFINITION',
      pattern:
        /\bc'est quoi\b|\bqu'est[- ]ce que (?:c'est que )?(?:le |la |les |l'|un |une )?[\w' -]{1,60}\??$|\bveut dire\b|\bdefinition\b|\bsignifi/,
    },
    {
      type: 'OTHER',
      pattern: new RegExp(
        `\\bquel(?:le)?s?\\s+(?:est|sont|etait|etaient|fut|sera|seront|a ete)\\s+(?:le |la |les |l'|son |sa |ses )?${qualifier}([a-z-]+)`,
      ),
    },
    { type: 'OTHER', pattern: new RegExp(`\\bquel(?:le)?s?\\s+${qualifier}([a-z-]+)`) },
    {
      type: 'OTHER',
      pattern: new RegExp(`\\b(?:lequel|laquelle|lesquel(?:le)?s)\\s+(?:des |de ces )?${qualifier}([a-z-]+)?`),
    },
    { type: 'OTHER', pattern: /\bqu(?:'|e |)est[- ]ce qu|^(?:et |mais )?qu(?:e |')(?!il)/ },
    {
      type: 'PERSON',
      pattern:
        /(?:^|[,;.!?] *|\b(?:a|de|par|avec|c'est|et) )qui\b|^.{0,30}\bqui (?:a|est|etait|ont|sont|preside|dirige|represent)/,
    },
    { type: 'PLACE', pattern: /(?:^|[,;.!?] *|\bd')ou (?=\w)(?!bien)|\best ou\b/ },
    {
      type: 'YESNO',
      pattern: /\best[- ]ce qu|^(?:bonjour[ ,]*)?(?:[a-z' ]+ )?[a-z]+-(?:t-)?(?:il|elle|on|ils|elles|vous|nous)\b/,
    },
    { type: 'PERSON', pattern: /\b(nom|animateurs?|animatrices?|intervenante?s?)\b/ },
  ],
  en: [
    { type: 'SPEAKER', pattern: whoSpeaks.en },
    { type: 'REASON', pattern: /\bwhy\b|\bfor what reason\b|\bwhat (?:caused|made)\b/ },
    { type: 'NUMBER', pattern: /\bhow (?:many|much) ([a-z][a-z' -]*)/ },
    { type: 'NUMBER', pattern: /\bhow (?:many|much|long|old|far|big|large|high)\b/ },
    { type: 'DATE', pattern: /\bwhen\b|\bsince what year\b/ },
    {
      type: 'STATEMENT',
      pattern:
        /\bwhat (?:did|does|do|has|have) .{2,60} (?:say|said|think|thought|propose|proposed|answer|announce|declare|compare|blame)\b/,
    },
    {
      type: 'DEFINITION',
      pattern: new RegExp(
        `\\bwhat (?:is|are) (?!the (?:${[...typeOfNoun.keys()].join('|')})s?\\b)(?:a |an |the )?[\\w' -]{1,40}\\??$|\\bdefinition of\\b|\\bmean(?:s|ing)?\\b`,
      ),
    },
    {
      type: 'OTHER',
      pattern:
        /\b(?:which|what)\s+(?:is|are|was|were)\s+(?:the )(?:other |first |last |main |two |three |four |five )*([a-z][a-z' -]*)/,
    },
    {
      type: 'OTHER',
      pattern: /\b(?:which|what)\s+(?:other |first |last |main |two |three |four |five |new )*([a-z][a-z' -]*)/,
    },
    { type: 'PERSON', pattern: /\bwho(?:m|se)?\b/ },
    { type: 'PLACE', pattern: /\bwhere\b/ },
    { type: 'MANNER', pattern: /\bhow\b|\bin what way\b/ },
    { type: 'YESNO', pattern: /^(?:[a-z' ,]+, )?(?:is|are|was|were|do|does|did|has|have|will|can|could|should)\b/ },
  ],
};

const plural =
  /\b(?:quels|quelles|lesquels|lesquelles|who are|list|liste)\b|\b(?:which|what) (?:other |main |two |three |four |five |several )*[a-z]{3,}s\b(?<!ss|\bdoes)/;

/** "Le nom du dispositif" is the name of a thing, not of a person. */
const namedThing = /\b(?:nom (?:du|de la|de l'|des)|name of (?:the|a)) ?([a-z-]+)/;

/** The expected answer of a question, by its interrogative or by the noun after it (FRENCH.md, "Question analysis"). */
export function answerTypeOf(text: string, language: Language): Expectation {
  const folded = fold(text).replace(/\s+/g, ' ').trim().slice(0, 2_000);
  const list = plural.test(folded);
  for (const { type, pattern } of cues[language]) {
    const match = pattern.exec(folded);
    if (!match) continue;
    const head = namedThing.exec(folded)?.[1] ?? (language === 'en' ? headOf(match[1]) : (match[1] ?? null));
    return { type: type === 'OTHER' && head !== null ? typeOf(head) : type, list, head };
  }
  const noun = folded
    .split(/[^a-z]+/)
    .find(
      (word) =>
        typeOfNoun.has(word.replace(/s$/, '')) && ['date', 'montant', 'nombre', 'lieu', 'cout', 'prix'].includes(word),
    );
  return { type: noun === undefined ? 'OTHER' : (typeOfNoun.get(noun) ?? 'OTHER'), list, head: noun ?? null };
}

/** What an English noun phrase ends before. */
const auxiliary = /^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|shall|should|may|might|must)$/;
const otherEnd = /^(?:of|in|on|at|for|to|from|by|with|that|who|whom|which|the|a|an|he|she|it|they|we|you|i|there)$/;
const longestNounPhrase = 4;

/**
 * The noun among the words after "which" or "how many": that of the first two that tells a type ("which young farmer"), else the last
 * before an auxiliary ("what new rule does…"), else the first.
 */
function headOf(phrase: string | undefined): string | null {
  if (phrase === undefined) return null;
  const words = phrase.split(' ').slice(0, longestNounPhrase + 1);
  const end = words.findIndex((word) => auxiliary.test(word) || otherEnd.test(word));
  const candidates = words.slice(0, end < 0 ? longestNounPhrase : end);
  const typed = candidates.slice(0, 2).find((noun) => typeOf(noun) !== 'OTHER');
  return typed ?? (end > 0 && auxiliary.test(words[end] ?? '') ? candidates.at(-1) : candidates[0]) ?? null;
}

/** The type that a noun asks for, whether it stands in the singular ("pays", "prix") or in the plural ("départements", "countries"). */
function typeOf(noun: string): AnswerType {
  const forms = [noun, noun.replace(/[sx]$/, ''), noun.replace(/ies$/, 'y')];
  return forms.map((form) => typeOfNoun.get(form)).find((type) => type !== undefined) ?? 'OTHER';
}
