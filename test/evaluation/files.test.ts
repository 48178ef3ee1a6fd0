import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { loadCorpus } from '../../src/corpus/load.ts';
import { changesOf, measureName, parseBaseline } from '../../src/evaluation/baseline.ts';
import { botMeasures } from '../../src/evaluation/bot.ts';
import { evenSample, parseDatasetQuestions, parsePool } from '../../src/evaluation/dataset.ts';
import { parseGold } from '../../src/evaluation/gold.ts';
import { holds } from '../../src/evaluation/holds.ts';
import { placeQuestions } from '../../src/evaluation/place.ts';
import { parseQuestions } from '../../src/evaluation/questions-file.ts';
import { parseReport } from '../../src/evaluation/report.ts';
import { retrievalMeasures } from '../../src/evaluation/retrieval.ts';
import { formatFinding } from '../../src/proceedings/finding.ts';

const lines = (...objects: readonly unknown[]): string => objects.map((one) => `${JSON.stringify(one)}\n`).join('');
const passage = { id: 'p1', title: 'Titre', text: 'Un.\r\nDeux.' };
const asked = { id: 'q1', question: 'Combien ?', passage_id: 'p1', answers: [{ text: 'Deux', start: 5 }] };

it('reads a pool as proceedings of one passage each', () => {
  const { proceedings } = parsePool('passages.jsonl', lines(passage));
  expect(proceedings).toHaveLength(1);
  expect(proceedings[0]).toMatchObject({ file: 'p1', title: 'Titre', text: 'Un.\nDeux.' });
  expect(proceedings[0]?.passages.map(({ span }) => span)).toEqual([{ start: 0, end: 9 }]);
});

it('takes passages with the same text as just as right', () => {
  const pool = parsePool('p', lines(passage, { ...passage, id: 'p2' }));
  const [one] = parseDatasetQuestions('q', lines({ ...asked, same_text_ids: ['p2'] }), pool);
  expect([...(one?.passages ?? [])]).toEqual(['p1', 'p2']);
  expect(one?.answers).toEqual(['Deux']);
});

it('names the line that is wrong', () => {
  const pool = parsePool('p', lines(passage));
  expect(() => parsePool('p.jsonl', lines(passage, passage))).toThrow('p.jsonl:2: a second passage "p1"');
  expect(() => parsePool('p.jsonl', `${lines(passage)}{`)).toThrow('p.jsonl:2: not JSON');
  expect(() => parsePool('p.jsonl', lines({ id: 'p1', title: 'T' }))).toThrow('p.jsonl:1: text:');
  expect(() => parseDatasetQuestions('q.jsonl', lines(asked, { ...asked, passage_id: 'p9' }), pool)).toThrow(
    'q.jsonl:2: passage "p9" is not in passages.jsonl',
  );
  expect(() => parseGold('g.jsonl', lines({ id: 'g' }))).toThrow('g.jsonl:1: corpus:');
  expect(() => parseReport('r.json', '{}')).toThrow('r.json: not a report');
});

it('samples at equal steps, always the same', () => {
  expect(evenSample([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 4)).toEqual([0, 2, 5, 7]);
  expect(evenSample([1, 2], 4)).toEqual([1, 2]);
});

it('looks for words whatever their case, accents and white space', () => {
  expect(holds('L’ÉCOLE\nest  fermée', "l'ecole est")).toBe(true);
  expect(holds('en 1950', '50')).toBe(true);
  expect(holds('tout', ' ')).toBe(false);
});

it('reads questions with one answer, a list, or none', () => {
  const { questions, findings } = parseQuestions(`questions:
  - question: Où ?
    quote: À Lens.
    answer: Lens
  - question: Lesquelles ?
    quote: [Lens et Sochaux]
    list: [Lens, Sochaux]
  - question: how many?
    language: en
    style: keywords
    unanswerable: true
`);
  expect(findings).toEqual([]);
  expect(
    questions.map(({ line, language, style, answers, list, answerable }) => [
      line,
      language,
      style,
      answers,
      list,
      answerable,
    ]),
  ).toEqual([
    [2, 'fr', 'full', ['Lens'], false, true],
    [5, 'fr', 'full', ['Lens', 'Sochaux'], true, true],
    [8, 'en', 'keywords', [], false, false],
  ]);
});

const faults = (text: string): string => parseQuestions(text).findings.map(formatFinding).join('\n');

it('names the line of a question that is written wrong', () => {
  expect(faults('questions:\n  - question: A\n    quote: B\n  - question: C\n    quotes: D\n')).toMatch(
    /^questions\.yaml:4: error: questions \/ 1: needs question and quote/,
  );
  expect(faults('questions:\n  - question: A\n    quote: "B\n')).toMatch(/^questions\.yaml:\d: error: not YAML/);
  expect(faults('questions:\n  - {question: A, quote: B}\n  - {question: A, unanswerable: true}\n')).toBe(
    'questions.yaml:3: error: "A" is asked twice (remove one)',
  );
  expect(faults('')).toMatch(/^questions\.yaml:1: error: the file:/);
});

it('comes with sixty questions or more, of which fifteen or more are unanswerable, all quoted to the letter', async () => {
  const { questions, findings } = parseQuestions(readFileSync('corpus/questions.yaml', 'utf8'));
  const { corpus } = await loadCorpus('corpus');
  expect(findings).toEqual([]);
  expect(placeQuestions(questions, corpus).lost).toEqual([]);
  expect(questions.length).toBeGreaterThanOrEqual(60);
  expect(questions.filter(({ answerable }) => !answerable).length).toBeGreaterThanOrEqual(15);
  for (const style of ['full', 'keywords', 'unaccented', 'typos'])
    expect(questions.filter((question) => question.style === style).length).toBeGreaterThanOrEqual(5);
});

it('tells drops from rises, and guards only what has a better side', () => {
  const measures = [...retrievalMeasures, ...botMeasures];
  const before = { 'right@1': 0.8, 'wrong@1': 0.1, 'MRR@10': 0.5, 'excerpt-length@1': 250, verbatim: 1 };
  const now = { 'right@1': 0.79, 'wrong@1': 0.05, 'MRR@10': 0.5, 'excerpt-length@1': 300 };
  expect(changesOf(before, now, measures).map(({ name, verdict }) => `${name} ${verdict}`)).toEqual([
    'right@1 worse',
    'wrong@1 better',
    'excerpt-length@1 changed',
    'verbatim worse', // no longer measured
  ]);
});

it('guards each language by itself', () => {
  const before = { 'right@1': 0.8, 'right@1 (en)': 0.5, 'right@1 (fr)': 0.9 };
  const now = { 'right@1': 0.8, 'right@1 (en)': 0.4, 'right@1 (fr)': 0.95 };
  expect(changesOf(before, now, botMeasures).map(({ name, verdict }) => `${name} ${verdict}`)).toEqual([
    'right@1 (en) worse',
    'right@1 (fr) better',
  ]);
});

it('keeps figures of known measures in its baselines, and nothing else', () => {
  const known = [...retrievalMeasures, ...botMeasures].map(({ name }) => name);
  const files = readdirSync('baselines').filter((name) => name.endsWith('.json'));
  expect(files).toContain('bundled.json');
  for (const file of files) {
    const { figures } = parseBaseline(file, readFileSync(`baselines/${file}`, 'utf8'));
    expect(known).toEqual(expect.arrayContaining(Object.keys(figures).map(measureName)));
    expect(Object.keys(figures)).not.toEqual([]);
  }
});

it('refuses a baseline with anything but figures', () => {
  const set = { gold: 'g', corpus: 'c' };
  expect(() => parseBaseline('b.json', JSON.stringify({ set, figures: {}, results: [] }))).toThrow('b.json:');
  expect(() => parseBaseline('b.json', JSON.stringify({ set, figures: { verbatim: 'Un texte.' } }))).toThrow(
    'b.json: figures.verbatim:',
  );
});
