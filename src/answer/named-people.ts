import { fold } from '../language/fold.ts';
import { findIntroductions } from '../language/introductions.ts';
import type { Question } from '../language/question.ts';
import { tellsOfSaying } from '../language/saying.ts';
import { tokenize } from '../language/tokens.ts';
import type { IndexEntry } from '../search/record-index.ts';
import type { KnownPerson, Mention } from './mentions.ts';
import type { Known, Part, Plan } from './plan.ts';
import { isSectionOf, passagesOfExchange } from './speakers.ts';

/** What is said by these people: to those who are named besides them, then at all; what a narrator tells of their sections. */
export function ownWords(
  asked: Question,
  mentions: readonly Mention[],
  speakers: readonly KnownPerson[],
  known: Known,
): Plan {
  const question = withoutPeople(asked, mentions);
  const keys = new Set(speakers.map(({ key }) => key));
  const theirs = new Set(speakers.flatMap(({ key }) => known.spoken.get(key) ?? []));
  const together =
    mentions.length > 1 ? passagesOfExchange(mentions, known.spoken, known.index.entries) : new Set<number>();
  const replies =
    together.size === 0
      ? []
      : [{ question, accept: ({ number }: IndexEntry) => theirs.has(number) && together.has(number) }];
  const silent = speakers.map(({ display }) => display).join(', ');
  return {
    first: [
      ...replies,
      { question, accept: ({ number }) => theirs.has(number) },
      { question, accept: ({ passage }) => isSectionOf(passage, keys), silent },
    ],
    whole: { question, silent },
    mayAnswer: false,
    last: [],
  };
}

/** "Réponse à", "dit à", "asked by": a name behind it is that of somebody who is spoken to, not of who is given something. */
const speaks =
  /\b(?:repon[ds]|repli|dit|dis[ea]nt|demand|question|interrog|interpell|expliqu|promet|promis|indiqu|precis|repl(?:y|ied)|answer|told|tell|ask)/;

/**
 * "D’après la réponse faite à Vincent Bru": what others say in the sections in which he speaks, after he does; or in those in which
 * several who are named do. Of these the passages that `accept` lets through.
 */
export function exchange(
  asked: Question,
  mentions: readonly Mention[],
  { spoken, index: { entries } }: Known,
  accept: (entry: IndexEntry) => boolean,
): Part[] {
  const says = speaks.test(fold(asked.asked));
  const parties = mentions.map(({ person, spokenTo }) => ({ person, spokenTo: spokenTo || asked.type === 'SPEAKER' }));
  const addressed = says ? parties.filter(({ spokenTo }) => spokenTo) : [];
  if (addressed.length === 0 && new Set(mentions.map(({ person }) => person.words.at(-1))).size < 2) return [];
  const together = passagesOfExchange(parties, spoken, entries);
  const own = new Set(addressed.flatMap(({ person }) => spoken.get(person.key) ?? []));
  const { words, ...rest } = withoutPeople(asked, mentions);
  const question = { ...rest, words: words.filter(({ surface }) => !turns.has(surface)) };
  if (together.size === 0) return [];
  return [{ question, accept: (entry) => together.has(entry.number) && !own.has(entry.number) && accept(entry) }];
}

/** "…veut-il", "…a-t-elle promis": whose name stands before it says so themselves; why they left others may tell. */
const inverted =
  /^(?:,? [a-z' ]{0,30})? (?:ne |n'|y |en |s'|se |les? |la |l')?(?:(?:veut|voulait|compte|comptait|prevoit|prevoyait|entend|entendait|propose|proposait|souhaite|souhaitait|annonce|annoncait|promet|promettait|demande|demandait|envisage|envisageait|refuse|refusait|craint|craignait|espere|esperait|pense|pensait|estime|juge|trouve|explique|reproche|reclame|evoque|cite|defend)-(?:t-)?(?:il|elle)|(?:a|avait)-(?:t-)?(?:il|elle) (?:annonce|promis|propose|demande|dit|prevu|confirme|indique|evoque|cite|explique|fixe|souhaite|voulu|refuse|reclame|rappele|estime|reproche))(?![a-z])/;

/** "Combien X veut-il…": what X says, who may have told it. */
export function subjectsWords(asked: Question, mentions: readonly Mention[], { spoken }: Known): Part[] {
  const folded = fold(asked.asked);
  const acting = mentions.filter(({ person: { words }, spokenTo }) => {
    const surname = words.at(-1) ?? '';
    const at = folded.indexOf(surname);
    return !spokenTo && at >= 0 && inverted.test(folded.slice(at + surname.length));
  });
  const question = withoutPeople(asked, mentions);
  if (acting.length === 0 || question.words.length === 0) return [];
  const theirs = new Set(acting.flatMap(({ person }) => spoken.get(person.key) ?? []));
  return [{ question, accept: ({ number }) => theirs.has(number) }];
}

/** "La réponse faite à", "après la question de": they say where to look, not for what. */
const turns = new Set('reponse reponses faite adressee reply'.split(' '));

/** Whose words are wanted, with their office ("Mme Buzyn, ministre de la santé"), and to whom they were said, is not what they say. */
function withoutPeople(asked: Question, mentions: readonly Mention[]): Question {
  const names = new Set(mentions.flatMap(({ person }) => wordsIn(person.key)));
  const offices = findIntroductions(asked.asked)
    .filter(({ name }) => wordsIn(asked.asked.slice(name.start, name.end)).some((word) => names.has(word)))
    .flatMap(({ role }) => wordsIn(asked.asked.slice(role.start, role.end)));
  const beside = new Set([...names, ...offices]);
  return { ...asked, words: asked.words.filter(({ surface }) => !beside.has(surface) && !tellsOfSaying(surface)) };
}

function wordsIn(text: string): string[] {
  return tokenize(text).map(({ surface }) => surface);
}
