import { tellsType } from '../language/answer-nouns.ts';
import { honorifics } from '../language/names.ts';
import type { Question } from '../language/question.ts';
import { tokenizeApart } from '../language/tokens.ts';
import type { Speaker } from '../proceedings/proceedings.ts';
import { listAt } from '../search/lists.ts';
import { surfaceTerm } from '../search/passage-words.ts';
import type { IndexEntry, RecordIndex } from '../search/record-index.ts';
import { findExpected, listedRoles } from './expected.ts';
import type { Known } from './plan.ts';
import { isUncased, type KnownPerson, mentionsIn } from './mentions.ts';

const whoIs = /^\s*(?:et |mais )?(?:c['’]est qui|qui (?:est|était|est[- ]ce que c['’]est)|who(?:['’]s| is| was))\s+/iu;
const nameFirst = /^\s*(?<name>[^,?]{3,60}),? (?:c['’]est qui|qui (?:est-ce|c['’]est|est-il|est-elle))[ ?!.]*$/iu;
/** "La ministre Buzyn" */
const title = /^(?:[Ll][ea] |[Ll]['’])?(?:ministre|députée?|sénateur|sénatrice|présidente?|maire|préfète?) (?=\p{Lu})/u;
const particles = new Set('de du des d le la von van ben el al'.split(' '));

/**
 * The question for who somebody is that "qui est Jean-Marc Borello ?" asks; null where it names nobody, or says more than a name.
 * A name is told by its capital, by being somebody's in the record, or, of two words, by being in no dictionary.
 */
export function whoIsAsked(asked: Question, people: readonly KnownPerson[]): Question | null {
  const text = asked.asked.replace(nameFirst, 'qui est $<name>');
  const opening = whoIs.exec(text);
  if (opening === null) return null;
  const rest = text.slice(opening[0].length).replace(title, '');
  const uncased = isUncased(text);
  const said = tokenizeApart(rest).filter(({ surface }) => !honorifics.has(surface));
  const known = new Set(mentionsIn(rest, people).flatMap(({ person }) => person.words));
  const words = asked.words.filter(({ surface }) => said.some((one) => one.surface === surface));
  const names = said.filter(({ surface, start }) => {
    const word = asked.words.find((one) => one.surface === surface);
    return (
      known.has(surface) ||
      (!uncased && /^\p{Lu}/u.test(rest.slice(start)) && !tellsType(surface)) ||
      (word?.doubtful === true && words.length > 1 && !tellsType(surface))
    );
  });
  const others = said.filter((one) => !names.includes(one) && !particles.has(one.surface));
  const opensAsName = said[0] !== undefined && names.includes(said[0]);
  return names.length > 0 && others.length === 0 && opensAsName
    ? { ...asked, type: 'IDENTITY', head: null, words }
    : null;
}

/**
 * Numbers of passages, one a person, in which these people speak under a role: of those that `accept` lets through the newest, where
 * the role is told at most length. Empty where the record gives them none.
 */
export function passagesInOffice(
  people: readonly KnownPerson[],
  { spoken, index: { entries } }: Known,
  accept: (entry: IndexEntry) => boolean,
): ReadonlySet<number> {
  const best = people.flatMap(({ key }): readonly number[] => {
    const theirs = (spoken.get(key) ?? []).flatMap((number) => entries[number] ?? []);
    const inOffice = theirs.filter((entry) => roleLength(entry) > 0 && accept(entry));
    const [first] = inOffice;
    if (first === undefined) return [];
    return [inOffice.reduce((known, entry) => (tellsBetter(entry, known) ? entry : known), first).number];
  });
  return new Set(best);
}

function tellsBetter(left: IndexEntry, right: IndexEntry): boolean {
  const [newer, older] = [left.proceedings.date ?? '', right.proceedings.date ?? ''];
  return newer === older ? roleLength(left) > roleLength(right) : newer > older;
}

function roleLength({ passage: { speech } }: IndexEntry): number {
  return speech === null ? 0 : described(speech.speaker).length;
}

function described({ role, organisation }: Speaker): string {
  return `${role ?? ''}${organisation ?? ''}`;
}

/** The passages that say beside a name who the person of a question is. */
export function introduces(question: Question, { vocabulary, postings }: RecordIndex): (entry: IndexEntry) => boolean {
  const surname = vocabulary.surfaceId(question.words.at(-1)?.surface ?? '') ?? -1;
  const naming = new Set(listAt(postings.text.passages, surfaceTerm(surname)));
  return (entry) => {
    if (!naming.has(entry.number)) return false;
    const { span } = entry.passage;
    const text = entry.proceedings.text.slice(span.start, span.end);
    return listedRoles(entry, question).length > 0 || findExpected(text, question, []).length > 0;
  };
}
