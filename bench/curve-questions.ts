import { existsSync, readFileSync } from 'node:fs';
import { evenSample } from '../src/evaluation/dataset.ts';
import { parseGold } from '../src/evaluation/gold.ts';
import { interrogatives } from './generate.ts';
import type { Passage } from './system.ts';

/** Questions for every size of a record, and others to warm up with. */
export interface CurveQuestions {
  /** What they are, for the person who reads the figures. */
  readonly source: string;
  readonly asked: readonly string[];
  readonly warmUp: readonly string[];
}

/** Running words of a passage that make a question. */
const wordsTaken = 8;

/**
 * The French gold questions over the proceedings, where the file is there, and as many made questions as are missing to
 * `count`: an interrogative and eight running words from the middle of a passage. `passages`: those of the smallest
 * size, so that the record has the words at every size. As many again, made of other passages, to warm up.
 */
export function curveQuestions(passages: readonly Passage[], gold: string, count: number): CurveQuestions {
  const written = existsSync(gold)
    ? parseGold(gold, readFileSync(gold, 'utf8')).filter(
        ({ corpus, language }) => corpus === 'qag' && language === 'fr',
      )
    : [];
  const own = written.map(({ question }) => question).slice(0, count);
  const long = passages.filter(({ text }) => wordsOf(text).length >= 2 * wordsTaken);
  const made = evenSample(long, 2 * count).map(({ text }, number) => {
    const words = wordsOf(text);
    const middle = Math.floor((words.length - wordsTaken) / 2);
    return `${interrogatives[number % interrogatives.length]} ${words.slice(middle, middle + wordsTaken).join(' ')} ?`;
  });
  const asked = [...own, ...made.filter((_, number) => number % 2 === 0)].slice(0, count);
  return {
    source: `${own.length} French gold questions, ${asked.length - own.length} made of the passages' own words`,
    asked,
    warmUp: made.filter((_, number) => number % 2 === 1).slice(0, count),
  };
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? [];
}
