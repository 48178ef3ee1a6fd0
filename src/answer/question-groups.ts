import { fold } from '../language/fold.ts';
import { isStopword } from '../language/stopwords.ts';
import { tokenizeApart } from '../language/tokens.ts';

/** A question and how often it was asked. */
export interface CountedQuestion {
  readonly question: string;
  readonly times: number;
}

/** Questions that share words. */
export interface QuestionGroup {
  /** The words that most of them share, as the first of them writes them; empty for a question by itself. */
  readonly words: readonly string[];
  /** How often they were asked together. */
  readonly times: number;
  /** The most asked first. */
  readonly questions: readonly CountedQuestion[];
}

/** Two questions belong together where they share so much of the shorter one, its words weighed by their rarity. */
const leastShare = 0.4;

/** Most shared words that name a group. */
const mostWords = 4;

interface Read extends CountedQuestion {
  /** Stem to the word as typed, without the small words. */
  readonly words: ReadonlyMap<string, string>;
}

/**
 * Groups questions by the words that they share, the most asked group first. Each question goes to the first group, by how often
 * its opening question was asked, with which it shares enough. The order in which the questions come does not matter.
 */
export function groupQuestions(questions: readonly CountedQuestion[]): readonly QuestionGroup[] {
  const read = questions.map((each): Read => ({ ...each, words: wordsOf(each.question) })).toSorted(byTimes);
  const holding = new Map<string, number>();
  for (const { words } of read) for (const stem of words.keys()) holding.set(stem, (holding.get(stem) ?? 0) + 1);
  const weightOf = (stem: string): number => Math.log(1 + read.length / (holding.get(stem) ?? 1));
  const groups: Read[][] = [];
  for (const each of read) {
    const group = groups.find(([opening]) => opening !== undefined && shareOf(opening, each, weightOf) >= leastShare);
    if (group === undefined) groups.push([each]);
    else group.push(each);
  }
  return groups
    .map((group) => ({ group, times: group.reduce((sum, { times }) => sum + times, 0) }))
    .toSorted((a, b) => b.times - a.times)
    .map(({ group, times }) => ({
      words: sharedWords(group, weightOf),
      times,
      questions: group.map(({ question, times: asked }) => ({ question, times: asked })),
    }));
}

function byTimes(a: CountedQuestion, b: CountedQuestion): number {
  return b.times - a.times || (a.question < b.question ? -1 : a.question > b.question ? 1 : 0);
}

/** What stands in no list of small words; of a question that has nothing else, all of it. */
function wordsOf(question: string): ReadonlyMap<string, string> {
  const found = tokenizeApart(question)
    .filter(({ surface }) => !isStopword(surface, 'fr') && !isStopword(surface, 'en'))
    .map(({ stem, start, end }) => [stem, question.slice(start, end)] as const);
  return new Map(found.length > 0 ? found.toReversed() : [[fold(question), question]]);
}

function shareOf({ words: left }: Read, { words: right }: Read, weightOf: (stem: string) => number): number {
  const sum = (stems: readonly string[]): number => stems.reduce((total, stem) => total + weightOf(stem), 0);
  const shared = sum([...left.keys()].filter((stem) => right.has(stem)));
  return shared / Math.min(sum([...left.keys()]), sum([...right.keys()]));
}

function sharedWords(group: readonly Read[], weightOf: (stem: string) => number): readonly string[] {
  const [opening] = group;
  if (opening === undefined || group.length === 1) return [];
  return [...opening.words]
    .filter(([stem]) => group.filter(({ words }) => words.has(stem)).length > group.length / 2)
    .toSorted(([a], [b]) => weightOf(a) - weightOf(b) || (a < b ? -1 : 1))
    .slice(0, mostWords)
    .map(([, word]) => word);
}
