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
  const partners = mentions.map(({ person }) => person);
  const together = partners.length > 1 ? passagesOfExchange(partners, known.spoken, known.entries) : new Set<number>();
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

/** "D’après la réponse faite à Vincent Bru": what others say in the sections in which he speaks, or several who are named do. */
export function exchange(asked: Question, mentions: readonly Mention[], { spoken, entries }: Known): Part[] {
  const addressed = mentions.filter(({ spokenTo }) => spokenTo || asked.type === 'SPEAKER');
  if (addressed.length === 0 && mentions.length < 2) return [];
  const together = passagesOfExchange(
    mentions.map(({ person }) => person),
    spoken,
    entries,
  );
  const own = new Set(addressed.flatMap(({ person }) => spoken.get(person.key) ?? []));
  const { words, ...rest } = withoutPeople(asked, mentions);
  const question = { ...rest, words: words.filter(({ surface }) => !turns.has(surface)) };
  return together.size === 0 ? [] : [{ question, accept: ({ number }) => together.has(number) && !own.has(number) }];
}

/** "…veut-il", "…a-t-elle": whose name stands before it does what is asked. */
const inverted = /^[^,;]{0,14}?[a-z]-(?:t-)?(?:il|elle)s?(?![a-z])/;

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
