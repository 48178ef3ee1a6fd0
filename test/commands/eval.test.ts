import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { evaluate, type EvalOptions } from '../../src/commands/eval.ts';
import { guard } from '../../src/commands/eval-guard.ts';
import { evaluateAsAsked } from '../../src/commands/eval-options.ts';
import { parseReport } from '../../src/evaluation/report.ts';
import { record } from '../support/corpora.ts';

let folder: string;
const at = (name: string): string => join(folder, name);
const lines = (...objects: readonly unknown[]): string => objects.map((one) => `${JSON.stringify(one)}\n`).join('');

const quote = 'La bibliothèque de Lens a été inaugurée le 3 mai 2018.';
const gold = (id: string, question: string, answerable = true) => ({
  id,
  corpus: 'test',
  lang: 'fr',
  style: 'full',
  type: 'DATE',
  question,
  gold: answerable ? [{ file: 'a.md', quote }] : [],
  answers: answerable ? ['3 mai 2018'] : [],
  answerable,
});

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'greffier-eval-'));
  await writeFile(at('a.md'), record('Conseil', `Le préau est fermé.\n\n${quote}\n\nLe maire remercie les agents.`));
  await writeFile(
    at('gold.jsonl'),
    lines(
      gold('known', 'Quand la bibliothèque de Lens a-t-elle été inaugurée ?'),
      gold('silent', 'Combien coûte la piscine de Sochaux ?', false),
      { ...gold('far', 'Qui ?'), corpus: 'other', gold: [{ file: 'z.md', quote: 'Pas ici.' }] },
    ),
  );
  await writeFile(
    at('passages.jsonl'),
    lines(
      { id: 'p1', title: 'Lens', text: quote },
      { id: 'p2', title: 'Sochaux', text: 'La piscine de Sochaux coûte 4 millions.' },
      { id: 'p3', title: 'Amiens', text: 'Le préau d’Amiens est fermé pour travaux.' },
    ),
  );
  await writeFile(
    at('questions.jsonl'),
    lines(
      { id: 'q1', question: 'Quand la bibliothèque ?', passage_id: 'p1', answers: [{ text: '3 MAI 2018' }] },
      { id: 'q2', question: 'piscine de Sochaux', passage_id: 'p3', same_text_ids: [], answers: [{ text: 'travaux' }] },
    ),
  );
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

type Run = { code: number; output: string; remarks: string[] };

async function run(set: 'dataset' | 'gold', options: Partial<EvalOptions> = {}): Promise<Run> {
  const output: string[] = [];
  const remarks: string[] = [];
  const code = await evaluate({
    set:
      set === 'dataset'
        ? { dataset: folder, questions: 'questions.jsonl' }
        : { gold: at('gold.jsonl'), corpus: folder, intents: 'intents' },
    json: false,
    write: (text) => output.push(text),
    remark: (line) => remarks.push(line),
    ...options,
  });
  return { code, output: output.join('\n'), remarks };
}

it('measures retrieval and excerpts over a pool of passages', async () => {
  const { code, output } = await run('dataset', { json: true });
  const { questions, figures, cost } = parseReport('out', output);
  expect(code).toBe(0);
  expect(questions).toBe(2);
  expect(figures).toMatchObject({ 'success@1': 0.5, 'answer-in-excerpt@1': 0.5 });
  expect(Object.keys(cost)).toEqual(['indexSeconds', 'heapMegabytes', 'p50', 'p95']);
});

it('asks the whole bot what the corpus can answer, and says what it leaves out', async () => {
  const { output, remarks } = await run('gold', { json: true });
  expect(parseReport('out', output)).toMatchObject({
    questions: 2,
    figures: { 'right@1': 1, 'wrong@3': 0, 'abstention-recall': 1, verbatim: 1, 'attribution-errors': 0 },
    groups: { type: { DATE: { questions: 2 } } },
  });
  expect(remarks).toEqual([expect.stringContaining('all questions on "other"')]);
});

it('prints a table that people can read', async () => {
  const { output } = await run('gold');
  const [head, all] = output.split('\n');
  expect(head).toMatch(/^ +questions +right@1 +right@3 +wrong@1/);
  expect(all).toMatch(/^all +2 +100\.0 +100\.0 +0\.0/);
});

it('explains one question: how it is read, what each passage scores, which sentence is shown', async () => {
  const { output } = await run('gold', { explain: 'known' });
  expect(output).toMatch(/^Quand la bibliothèque de Lens/);
  expect(output).toContain(`wanted: “${quote}”`);
  expect(output).toContain('read as fr, DATE');
  expect(output).toMatch(/1\. a\.md:6, score -?\d+\.\d\d, sure 0\.\d\d/);
  expect(output).toMatch(/ranking: .*bm25 1\.00 × \d/);
  expect(output).toMatch(/matched: .*bibliothèque: passage 1\.00/);
  expect(output).toMatch(/grounds: coverage \d/);
  await expect(run('gold', { explain: 'nobody' })).rejects.toThrow('no question has the id "nobody"');
});

it('compares with an earlier report', async () => {
  const { output } = await run('gold', { json: true });
  await writeFile(at('earlier.json'), output.replaceAll('"right@1": 1', '"right@1": 0'));
  const compared = await run('gold', { against: at('earlier.json') });
  expect(compared.output).toMatch(/right@1 +0\.0 +100\.0 +\+100\.0 +\[\+100\.0, \+100\.0\] +\*/);
  expect(compared.output).toMatch(/right@3 +100\.0 +100\.0 +0\.0 +\[0\.0, 0\.0\]\n/);
  await expect(run('gold', { against: at('missing.json') })).rejects.toThrow('missing.json cannot be read');
});

const withoutCost = (output: string) => ({ ...parseReport('out', output), cost: null });

it('judges alike at every run', async () => {
  const [one, two] = [await run('dataset', { json: true }), await run('dataset', { json: true })];
  expect(withoutCost(two.output)).toEqual(withoutCost(one.output));
});

const said = (typed: Parameters<typeof evaluateAsAsked>[0]) => () => evaluateAsAsked(typed, () => undefined);

it('says what is missing or contradictory on the command line', () => {
  expect(said({})).toThrow('--dataset, --gold or --guard');
  expect(said({ dataset: 'a', gold: 'b' })).toThrow('--dataset, --gold or --guard');
  expect(said({ dataset: 'a' })).toThrow('--dataset needs --questions');
  expect(said({ dataset: 'a', questions: 'b', sample: 'many' })).toThrow('--sample many');
  expect(said({ gold: 'a', sample: '3' })).toThrow('--sample does not go with --gold');
  expect(said({ gold: 'a', explain: 'b', json: true })).toThrow('--explain goes with neither');
});

it('refuses gold questions that the corpus knows nothing of', async () => {
  await writeFile(at('gold.jsonl'), lines({ ...gold('x', 'Qui ?'), gold: [{ file: 'z.md', quote: 'Pas ici.' }] }));
  await expect(run('gold')).rejects.toThrow('gold.jsonl: no quote stands in');
});

async function guarded(update = false): Promise<Run> {
  const output: string[] = [];
  const remarks: string[] = [];
  const write = (line: string): void => void output.push(line);
  const remark = (line: string): void => void remarks.push(line);
  const code = await guard({ folder: at('baselines'), intents: 'intents', full: false, update, write, remark });
  return { code, output: output.join('\n'), remarks };
}

async function writeBaseline(figures: Readonly<Record<string, number>>, set: object = {}, slow = false): Promise<void> {
  await mkdir(at('baselines'), { recursive: true });
  const whole = { gold: '../gold.jsonl', corpus: '..', ...set };
  await writeFile(at('baselines/b.json'), JSON.stringify({ set: whole, slow, figures }));
}

it('passes a baseline that is reached, and reports a rise', async () => {
  await writeBaseline({ 'right@1': 0.9, 'wrong@1': 0 });
  expect(await guarded()).toEqual({
    code: 0,
    output: 'b.json: 2 questions, 2 figures, 0 worse\n  better: right@1 90.0 -> 100.0',
    remarks: [],
  });
});

it('fails on a drop, and takes it up only when told to', async () => {
  await writeBaseline({ 'right@1': 1, 'wrong@1': -0.1 });
  expect(await guarded()).toMatchObject({ code: 1, output: expect.stringContaining('worse: wrong@1 -10.0 -> 0.0') });
  expect(await guarded(true)).toMatchObject({ code: 0 });
  expect(await guarded()).toMatchObject({ code: 0, output: 'b.json: 2 questions, 12 figures, 0 worse' });
  expect(JSON.parse(await readFile(at('baselines/b.json'), 'utf8'))).toMatchObject({ figures: { 'wrong@1': 0 } });
});

it('passes over what is absent or slow, visibly', async () => {
  await writeBaseline({ 'right@1': 1 }, { corpus: '../nowhere' });
  expect(await guarded()).toMatchObject({
    code: 0,
    output: '',
    remarks: [expect.stringMatching(/nowhere is absent$/)],
  });
  await writeBaseline({ 'right@1': 1 }, {}, true);
  expect(await guarded()).toMatchObject({
    code: 0,
    output: '',
    remarks: ['b.json: passed over: slow, runs with --full'],
  });
});
