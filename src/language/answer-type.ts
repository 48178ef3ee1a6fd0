import type { Language } from '../proceedings/proceedings.ts';
import { askingKeyword, nounMeant, typedNouns, typeOfNounIn } from './answer-nouns.ts';
import { fold } from './fold.ts';
import { askedIn } from './interrogatives.ts';
import { isNounPhrase } from './question-words.ts';
import { whoSpeaks } from './saying.ts';
import { tokenize } from './tokens.ts';

/** What kind of answer a question expects. */
export type AnswerType =
  | 'PERSON'
  /** Who holds an office. */
  | 'HOLDER'
  /** Who a person is that the question names: by office or trade. */
  | 'IDENTITY'
  /** Who speaks of something: the citation tells, not the words themselves. */
  | 'SPEAKER'
  | 'PLACE'
  | 'DATE'
  | 'NUMBER'
  | 'ORG'
  /** What a thing is called. */
  | 'NAME'
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

interface Cue {
  readonly type: AnswerType;
  readonly pattern: RegExp;
}

const qualifier =
  '(?:premiere? |dernieres? |derniers? |autres? |grande?s? |principa(?:l|le|ux|les) |nouve(?:aux?|lles?|l) |differente?s? |petite?s? |deux |trois |quatre |cinq |seule? |anciens? |anciennes? |jeunes? |future?s? )*';

const auxiliaries = '(?:is|are|was|were|do|does|did|will|would|has|have|had|can|could|should|shall|must)\\b';

/** Where "quand" and "when" ask, and do not only say at what time: near the start, at the end, or as French and English ask. */
const when: Readonly<Record<Language, RegExp>> = {
  fr: /(?:^(?!(?:que|qui|comment|ou|quel|quelle) |qu')(?:[^ ]+ ){0,3}|\b(?:depuis|jusqu'a|pour|des|de|est|fut|sera|prevue?) )quand\b(?! meme)|\bquand(?: est[- ]ce\b| exactement|,|\W*$)|\ba quelle date\b|\bdepuis combien de temps\b/,
  en: new RegExp(
    `^(?:\\w+ )?when\\b|\\bwhen (?:${auxiliaries}|\\W*$)|\\b(?:since|until|by|from) when\\b|\\bsince what year\\b`,
  ),
};

/** An English question that its auxiliary opens: "who", "when" in it only refer to what it names. */
const yesNo = /^(?:[a-z' ,]+, )?(?:is|are|was|were|do|does|did|has|have|will|can|could|should)\b/;

/** In order; the first that fits decides. Patterns run over folded text; a group, where there is one, is the head noun. */
const cues: Readonly<Record<Language, readonly Cue[]>> = {
  fr: [
    { type: 'SPEAKER', pattern: whoSpeaks.fr },
    {
      type: 'REASON',
      pattern:
        /\bpourquoi\b|\bpour quelles? raisons?\b|\ba cause de quoi\b|\bpour quels? motifs?\b|\bquel(?:le)?s? (?:est la |est le |sont les )(?:[a-z]+ )?(?:cause|raison|motif)s?\b|\bqu'est[- ]ce qui (?:a |ont |avait )?(?:fait qu|motiv|expliqu|pouss|justifi|provoqu|empech|condui|caus|retard|entrain)|^(?:causes?|raisons?|motifs?) (?!sociale)/,
    },
    {
      type: 'NUMBER',
      pattern:
        /\b(?:combien|cb)\s+(?:(?:y a|existe|compte|a|faut|faudra)[- ](?:t[- ])?(?:il|on) |sont )?(?:de |d')([a-z]+)/,
    },
    { type: 'NUMBER', pattern: /\bcombien\b|\bcb\b|^(?:et |mais )?qu(?:e |')(?:va |vont |a |ont |avait )?cout[a-z]+/ },
    { type: 'DATE', pattern: when.fr },
    {
      type: 'OTHER',
      pattern: new RegExp(
        `\\bcomment (?:s['’ ]?appell?|se nomm)[a-z]+ (?:(?:le|la|les|son|sa|ses|cet|cette|ce|ces) |l')?${qualifier}([a-z-]+)`,
      ),
    },
    {
      type: 'MANNER',
      pattern:
        /\bcomment\b|\bde quelles? (?:maniere|facon)s?\b|\bpar quel(?:le)?s? (?:moyen|procede|mecanisme|methode|procedure|biais|systeme|dispositif)s?\b|\bquelles? (?:est la |sont les )?(?:demarche|methode|procedure)s?\b/,
    },
    {
      type: 'STATEMENT',
      pattern:
        /\bqu(?:e |')(?:a|ont|dit|disent|pensent?|propose|declare|demande|repond|reproche)\b(?:[- ]t[- ]?(?:il|elle)| [a-z' -]{2,40})? ?(?:dit|declare|propose|pense|repondu|demande|affirme|annonce)?\b|\bdit quoi\b/,
    },
    {
      type: 'DEFINITION',
      pattern:
        /\bc'est quoi\b|\bqu'est[- ]ce qu(?:e (?:c'est que )?|'(?=une? ))(?:le |la |les |l'|un |une )?(?!.{0,80} (?:peut|peuvent|doit|doivent|a|ont) )[\w' -]{1,60}\??$|\bqu'est[- ]ce qu'une? [\w' -]{1,40},|\bqu'appelle[- ]t[- ]on\b|\bqu'entend(?:[- ]on|(?:ez)?[- ]vous)? par\b|\bveut dire\b|\bdefinition\b|\bsignifi|\ben quoi (?:ca |cela )?consist|\bque designe|\ba quoi correspond/,
    },
    {
      type: 'OTHER',
      pattern: new RegExp(
        `\\bquel(?:le)?s?\\s+(?:est|sont|etait|etaient|fut|sera|seront|a ete)\\s+(?:le |la |les |l'|son |sa |ses )?${qualifier}([a-z-]+)`,
      ),
    },
    { type: 'OTHER', pattern: /\bsous quel(?:le)? (?:nom|appellation|denomination)\b/ },
    { type: 'OTHER', pattern: new RegExp(`\\bquel(?:le)?s?\\s+${qualifier}([a-z-]+)`) },
    {
      type: 'OTHER',
      // "Selon lequel", "dans laquelle" within a question only refer to what was named.
      pattern: new RegExp(
        `(?:^|^[a-z]+ )(?:lequel|laquelle|lesquel(?:le)?s)\\s+(?:des |de ces )?${qualifier}([a-z-]+)?|\\b(?:lequel|laquelle|lesquel(?:le)?s)\\s+(?:des |de ces )${qualifier}([a-z-]+)`,
      ),
    },
    { type: 'OTHER', pattern: /\bqu(?:'|e |)est[- ]ce qu|^(?:et |mais )?qu(?:e |')(?!il)/ },
    { type: 'YESNO', pattern: /^(?:est?[- ]?ce(?! qui)|esqu(?:e|(?=')))(?![a-z])/ },
    {
      type: 'PERSON',
      pattern:
        /(?:^|[,;.!?] *|\b(?:a|de|par|avec|c'est|et) )qui\b|^.{0,30}\bqui (?:a|est|etait|ont|sont|preside|dirige|represent)/,
    },
    { type: 'PLACE', pattern: /(?:^(?:d |par |jusqu'|vers )?|[,;.!?] *|\bd')ou (?=\w)(?!bien)|\best ou\b/ },
    {
      type: 'YESNO',
      pattern:
        /^(?!.*\bquoi\b).*?(?:\best[- ]ce\b|\b(?!rendez)[a-z]+-(?:t-)?(?:il|elle|on|ils|elles|vous|nous)\b|\b(?:a|va|ont?|est|sont|[a-z]+r(?:a|ont)) t[' ](?:il|elle|on)s?\b|\b(?:est|sont|ont|etait|etaient|peut|doit) (?:ils?|elles?|on)\b|\ba ils?\b)/,
    },
    { type: 'OTHER', pattern: /\b(nom|animateurs?|animatrices?|intervenante?s?)\b/ },
  ],
  en: [
    { type: 'SPEAKER', pattern: whoSpeaks.en },
    {
      type: 'REASON',
      pattern:
        /\bwhy\b|\bfor (?:what|which) reasons?\b|\bwhat (?:caused|made|explains|prompted|led|drove|motivated)\b|\bwhat (?:is|are|was|were) the (?:[a-z]+ )?(?:reason|cause)s?\b/,
    },
    { type: 'NUMBER', pattern: /\bhow (?:many|much) ([a-z][a-z' -]*)/ },
    { type: 'NUMBER', pattern: /\bhow (?:many|much|long|old|far|big|large|high)\b/ },
    { type: 'YESNO', pattern: yesNo },
    {
      type: 'PERSON',
      pattern: new RegExp(`^who(?:m|se)?\\b(?: (?:is|was|are|were) (?:the |an? )(?:[a-z]+ )?(${typedNouns})\\b)?`),
    },
    { type: 'MANNER', pattern: new RegExp(`^how ${auxiliaries}(?! (?:i|we|you)\\b)`) },
    {
      type: 'STATEMENT',
      pattern:
        /\bwhat (?:did|does|do|has|have) .{2,60} (?:say|said|think|thought|propose|proposed|answer|announce|declare|compare|blame)\b|\bwhat (?:is|was|were|has been) (?:said|told|stated|mentioned)\b/,
    },
    { type: 'NUMBER', pattern: /\bwhat (?:will|does|do|did|would|has) .{1,60}(?<!the |of )\bcost\b[\w' -]{0,30}\W*$/ },
    { type: 'DATE', pattern: when.en },
    {
      type: 'DEFINITION',
      pattern: new RegExp(
        `\\bwhat (?:is|are) (?!.{0,80}\\bcalled\\b|the (?:${typedNouns})s?\\b)(?:a |an |the )?[\\w' -]{1,40}\\??$|\\bwhat (?:is|are) (?:an? |the )?["“«]|\\bdefinition of\\b|\\bmean(?:s|ing)?\\b|\\bwhat (?:does|do) .{1,60} stand for\\b`,
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
    { type: 'PLACE', pattern: new RegExp(`^(?:\\w+ )?where\\b|\\bwhere ${auxiliaries}`) },
    { type: 'MANNER', pattern: /\bhow\b|\bin (?:what|which) way\b|\b(?:by|through) (?:what|which) means\b/ },
  ],
};

const plural =
  /\b(?:quels|quelles|lesquels|lesquelles|who are|list|liste)\b|\b(?:which|what) (?:other |main |two |three |four |five |several )*[a-z]{3,}s\b(?<!ss|\bdoes)/;

/** "Le nom du dispositif" is the name of a thing, not of a person. */
const namedThing = new RegExp(
  `(?<!\\bau )\\bnom (?:du |de la |de l'|des )${qualifier}([a-z-]+)|(?<!\\bin the )\\bname of (?:the |an? )(?:new |old |first |last )*([a-z-]+)`,
);

/** Asks what something is called. */
const calls =
  /\bcomment (?:s['’ ]?appell|se nomm)|\bsous quel(?:le)? (?:nom|appellation)|\b(?:is|are|was|were) .{2,60} called\W*$/;

/**
 * The expected answer of a question, by its interrogative or by the noun after it (FRENCH.md, "Question analysis").
 *
 * @param isWord whether a folded noun is one: "quelle agance" asks for an agency
 */
export function answerTypeOf(
  text: string,
  language: Language,
  isWord: (folded: string) => boolean = () => true,
): Expectation {
  const folded = askedIn(fold(text).replace(/\s+/g, ' ').trim().slice(0, 2_000), language);
  const list = plural.test(folded);
  for (const { type, pattern } of cues[language]) {
    const match = pattern.exec(folded);
    if (!match) continue;
    const thing = type === 'SPEAKER' ? null : namedThing.exec(folded);
    const named = thing?.slice(1).find((noun) => noun !== undefined) ?? null;
    const head = named ?? (language === 'en' ? headOf(match[1]) : (match[1] ?? match[2] ?? null));
    const told = type === 'OTHER' && head !== null ? typeOf(isWord(head) ? head : (nounMeant(head) ?? head)) : type;
    const isName = told === 'OTHER' && (named !== null || calls.test(folded));
    return { type: isName ? 'NAME' : told, list, head: countedIn(head, folded) };
  }
  const noun = askingKeyword(
    folded.split(/[^a-z-]+/).filter((word) => word !== ''),
    isNounPhrase(tokenize(text), language),
  );
  return { type: noun === null ? 'OTHER' : typeOf(noun), list, head: countedIn(noun, folded) };
}

const counted = new RegExp(
  `\\b(?:nombre|number) (?:(?:total|exact|moyen|maximum|minimum|annuel|global) )?(?:de |des |d'|of (?:the )?)(?:new )?${qualifier}([a-z-]+)|^nombre (?!total|exact|moyen|annuel)([a-z-]{4,})`,
);

/** "Le nombre de places", "the number of places": what is counted says more than that it is. */
function countedIn(head: string | null, folded: string): string | null {
  if (head !== 'nombre' && head !== 'number') return head;
  const [, of, keyword] = counted.exec(folded) ?? [];
  return of ?? keyword ?? head;
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
  // "The mayor's salary" asks for a salary.
  const words = phrase
    .split(' ')
    .filter((word) => !/'s?$/.test(word))
    .slice(0, longestNounPhrase + 1);
  const end = words.findIndex((word) => auxiliary.test(word) || otherEnd.test(word));
  const candidates = words.slice(0, end < 0 ? longestNounPhrase : end);
  const typed = candidates.slice(0, 2).find((noun) => typeOf(noun) !== 'OTHER');
  return typed ?? (end > 0 && auxiliary.test(words[end] ?? '') ? candidates.at(-1) : candidates[0]) ?? null;
}

function typeOf(noun: string): AnswerType {
  return typeOfNounIn(noun) ?? 'OTHER';
}
