import { expect, it } from 'vitest';
import type { GoldQuestion } from '../../src/evaluation/gold.ts';
import { judge, judgeHeadline, rightWithin } from '../../src/evaluation/judge.ts';
import { placeQuestions, type PlacedQuestion } from '../../src/evaluation/place.ts';
import type { Answer, Excerpt } from '../../src/proceedings/answer.ts';
import { corpusOf } from '../support/records.ts';
import { record } from '../support/corpora.ts';

const corpus = corpusOf({
  'a.md': record(
    'Séance',
    '## Villes\n\nLes tribunes sont ouvertes à Lens et à Sochaux. Le maire est venu. Lens a payé, et Sochaux aussi.\n\n' +
      '**M. Jean Martin**, maire. Nous avons payé 40 euros.',
    '2019-05-01',
  ),
  'b.md': record('Ailleurs', 'Des tribunes à Lens : on en parle.'),
});

const question: GoldQuestion = {
  id: 'q',
  line: 1,
  corpus: 'test',
  language: 'fr',
  style: 'full',
  type: 'PLACE',
  question: 'Où sont les tribunes ?',
  places: [{ file: 'a.md', quote: '…tribunes sont ouvertes à Lens et à Sochaux…' }],
  answers: ['LENS'],
  list: false,
  answerable: true,
  unsolved: false,
};

function placed(changes: Partial<GoldQuestion> = {}): PlacedQuestion {
  const [one] = placeQuestions([{ ...question, ...changes }], corpus).questions;
  if (!one) throw new Error('the quote is nowhere');
  return one;
}

/** The excerpt of these words, with a citation that is true. */
function excerpt(file: string, words: string, citation: Partial<Excerpt['citation']> = {}): Excerpt {
  const proceedings = corpus.proceedings.find((one) => one.file === file);
  const start = proceedings?.text.indexOf(words) ?? -1;
  if (!proceedings || start < 0) throw new Error(`"${words}" is not in ${file}`);
  const { title, date, source: url } = proceedings;
  const line = proceedings.text.slice(0, start).split('\n').length;
  const section = file === 'a.md' ? ['Villes'] : [];
  const place = { file, title, date, section, speaker: null, role: null, line, start, end: start + words.length, url };
  return { text: words, score: 1, citation: { ...place, ...citation } };
}

const answered = (excerpts: readonly Excerpt[], headline: string | null = null): Answer => ({
  kind: 'answered',
  question: question.question,
  language: 'fr',
  headline,
  excerpts,
  silentSpeaker: null,
});

it('takes an excerpt with an answer at the gold place as right', () => {
  expect(rightWithin(placed(), [excerpt('a.md', 'ouvertes à Lens')])).toBe(1);
  expect(rightWithin(placed(), [excerpt('a.md', 'Le maire est venu.'), excerpt('a.md', 'ouvertes à Lens')])).toBe(2);
});

it('takes no answer from another place, though the words are there', () => {
  expect(rightWithin(placed(), [excerpt('b.md', 'Des tribunes à Lens')])).toBeNull();
  expect(rightWithin(placed(), [excerpt('a.md', 'Lens a payé, et Sochaux aussi.')])).toBeNull();
});

it('takes a part of the quote without an answer as not right', () => {
  expect(rightWithin(placed(), [excerpt('a.md', 'Les tribunes sont ouvertes')])).toBeNull();
});

it('takes the whole quote as right where no answer is given, ellipses apart', () => {
  const whole = excerpt('a.md', 'Les tribunes sont ouvertes à Lens et à Sochaux.');
  expect(rightWithin(placed({ answers: [] }), [whole])).toBe(1);
  expect(rightWithin(placed({ answers: [] }), [excerpt('a.md', 'ouvertes à Lens')])).toBeNull();
});

it('wants every answer of a list, in as many excerpts as it takes', () => {
  const list = placed({ list: true, answers: ['Lens', 'Sochaux'] });
  const first = excerpt('a.md', 'ouvertes à Lens');
  expect(rightWithin(list, [first, excerpt('a.md', 'et à Sochaux.')])).toBe(2);
  expect(rightWithin(list, [first, excerpt('a.md', 'Le maire est venu.')])).toBeNull();
  expect(rightWithin(list, [excerpt('a.md', 'Lens a payé, et Sochaux aussi.')])).toBeNull();
});

it('looks at three excerpts and no more', () => {
  const other = excerpt('a.md', 'Le maire est venu.');
  expect(rightWithin(placed(), [other, other, other, excerpt('a.md', 'ouvertes à Lens')])).toBeNull();
});

it('judges silence by whether the record answers', () => {
  const silence: Answer = {
    kind: 'not_found',
    question: '',
    language: 'fr',
    searched: { files: 1, passages: 1, from: null, to: null },
    missingWords: [],
    tried: [],
    nearest: [excerpt('a.md', 'ouvertes à Lens')],
    silentSpeaker: null,
  };
  expect(judge(placed(), silence, corpus)).toMatchObject({ outcome: 'abstained', right: null, shown: 1, verbatim: 1 });
  expect(judge(placed(), null, corpus)).toMatchObject({ outcome: 'astray', right: null, shown: 0 });
});

it('counts what is not verbatim, a headline outside the excerpt too', () => {
  const honest = excerpt('a.md', 'ouvertes à Lens');
  const results = [
    answered([honest, { ...honest, text: 'ouverts à Lens' }]),
    answered([honest], 'Lens'),
    answered([honest], 'Paris'),
  ].map((answer) => judge(placed(), answer, corpus).verbatim);
  expect(results).toEqual([1, 1, 0]);
});

const errors = (one: Excerpt): number => judge(placed(), answered([one]), corpus).attributionErrors;

it('counts every fact that a citation gets wrong', () => {
  const spoken = { speaker: 'M. Jean Martin', role: 'maire' };
  expect(errors(excerpt('a.md', 'ouvertes à Lens'))).toBe(0);
  expect(errors(excerpt('a.md', 'Nous avons payé', spoken))).toBe(0);
  expect(errors(excerpt('a.md', 'Nous avons payé'))).toBe(2); // says neither who nor in what role
  expect(errors(excerpt('a.md', 'ouvertes à Lens', { speaker: 'M. Jean Martin' }))).toBe(1);
  expect(errors(excerpt('a.md', 'ouvertes à Lens', { line: 1, date: null, section: [] }))).toBe(3);
});

it('compares headlines with answers at word ends', () => {
  const wanted = { answers: ['le conseil général du Cantal', '250 personnes', 'M. M. Klein'], places: [], list: false };
  expect(judgeHeadline(wanted, 'Conseil général du Cantal')).toBe('exact');
  expect(judgeHeadline(wanted, 'M. Klein')).toBe('exact');
  expect(judgeHeadline(wanted, 'Cantal')).toBe('contained');
  expect(judgeHeadline(wanted, 'soit 250 personnes')).toBe('contained');
  expect(judgeHeadline(wanted, '25')).toBe('other');
});

it('compares headlines with the quote where no answer is given', () => {
  const wanted = { answers: [], places: [{ file: null, quote: 'à l’échelle de 15 ou 30 ans' }], list: false };
  expect(judgeHeadline(wanted, '15 ou 30 ans')).toBe('contained');
  expect(judgeHeadline(wanted, '40 ans')).toBe('other');
});

it('wants all of a list in an exact headline', () => {
  const wanted = { answers: ['Lens', 'Sochaux'], places: [], list: true };
  expect(judgeHeadline(wanted, 'Lens et à Sochaux')).toBe('exact');
  expect(judgeHeadline(wanted, 'Lens')).toBe('contained');
  expect(judgeHeadline(wanted, 'Amiens')).toBe('other');
});

it('keeps unanswerable questions only where their record is there', () => {
  const silent = { ...question, id: 's', places: [], answers: [], answerable: false };
  const strange = { ...question, id: 'x', corpus: 'elsewhere', places: [{ file: 'c.md', quote: 'Nulle part.' }] };
  const silentThere = { ...silent, id: 'y', corpus: 'elsewhere' };
  const { questions, lost } = placeQuestions([question, silent, strange, silentThere], corpus);
  expect(questions.map(({ id }) => id)).toEqual(['q', 's']);
  expect(lost.map(({ id }) => id)).toEqual(['x']);
});

it('finds a quote in any file where the corpus has none of the name', () => {
  const moved = placed({ places: [{ file: 'old name.txt', quote: 'Le maire est venu.' }] });
  expect(moved.found.map(({ file }) => file)).toEqual(['a.md']);
});
