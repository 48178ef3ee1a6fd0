import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import confidenceWeights from '../../src/answer/confidence-weights.json' with { type: 'json' };
import orderWeights from '../../src/answer/order-weights.json' with { type: 'json' };
import sentenceWeights from '../../src/answer/sentence-weights.json' with { type: 'json' };
import rankingWeights from '../../src/search/ranking-weights.json' with { type: 'json' };
import { readFaq } from '../../training/faq.ts';
import { fitModel } from '../../training/main.ts';
import { readPiaf } from '../../training/piaf.ts';
import { readRecords } from '../../training/records.ts';

const folder = mkdtempSync(join(tmpdir(), 'greffier-training-'));
const piaf = join(folder, 'piaf');
const records = join(folder, 'records');
const faq = join(folder, 'faq');
const folders = { piaf, records, faq, corpus: folder };
const places = ['Aurillac', 'Rodez', 'Mende', 'Privas', 'Tulle', 'Digne'];

const lines = (objects: readonly object[]): string => objects.map((one) => `${JSON.stringify(one)}\n`).join('');

beforeAll(() => {
  mkdirSync(piaf);
  const passages = places.flatMap((place, at) => [
    { id: `${at}a`, title: place, text: `La ville de ${place} a un théâtre. Son maire a ouvert ${at + 2} écoles.` },
    { id: `${at}b`, title: place, text: `Le marché de ${place} se tient le mardi. Les halles datent de 19${at}0.` },
  ]);
  const questions = places.map((place, at) => ({
    id: `q${at}`,
    question: `Combien d'écoles le maire de la ville de ${place} a-t-il ouvertes ?`,
    passage_id: `${at}a`,
    answers: [{ text: `${at + 2} écoles`, start: `La ville de ${place} a un théâtre. Son maire a ouvert `.length }],
  }));
  writeFileSync(join(piaf, 'passages.jsonl'), lines(passages));
  writeFileSync(join(piaf, 'questions.dev.jsonl'), lines(questions));
  mkdirSync(records);
  const paragraphs = places.map((place, at) => `Le lycée de ${place} compte ${at + 2} classes. La cour est neuve.`);
  writeFileSync(join(records, 'a.md'), `---\ntitle: Séance\n---\n## Lycées\n\n${paragraphs.join('\n\n')}\n`);
  const asked = places.map((place, at) => ({
    id: `r${at}`,
    corpus: 'records',
    lang: 'fr',
    style: 'full',
    type: 'NUMBER',
    question: `Combien de classes a le lycée de ${place} ?`,
    gold: [{ file: 'a.md', quote: `Le lycée de ${place} compte ${at + 2} classes.` }],
    answers: [`${at + 2} classes`],
    answerable: true,
  }));
  writeFileSync(join(records, 'a.questions.jsonl'), lines(asked));
  mkdirSync(faq);
  const entries = places.map((place, at) => `## Comment joindre la mairie de ${place} ?\n\nAu 0${at} 00 00 00 00.`);
  writeFileSync(join(faq, 'f.md'), `---\ntitle: Questions fréquentes\n---\n${entries.join('\n\n')}\n`);
  const same = places.map((place, at) => ({
    ...asked[0],
    id: `f${at}`,
    question: `À quel numéro appeler la mairie de ${place} ?`,
    gold: [{ file: 'f.md', quote: `Au 0${at} 00 00 00 00.` }],
    answers: [`0${at} 00 00 00 00`],
  }));
  writeFileSync(join(faq, 'f.questions.jsonl'), lines(same));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const written = z.strictObject({
  provenance: z.strictObject({
    command: z.string(),
    model: z.string(),
    data: z.string().startsWith('PIAF'),
    l2: z.number().positive(),
    iterations: z.number().int(),
    rate: z.number(),
    byHand: z.record(z.string(), z.string()).optional(),
  }),
  intercept: z.number().optional(),
  weights: z.record(z.string(), z.number()),
});

const repository = {
  ranking: rankingWeights,
  sentences: sentenceWeights,
  order: orderWeights,
  confidence: confidenceWeights,
};

it.each(Object.entries(repository))(
  'gives %s weights by the names that the program reads, with their provenance, the same at every run',
  async (model, present) => {
    const [first, second] = [await fitModel(model, folders), await fitModel(model, folders)];
    expect(second).toEqual(first);
    if ('fault' in first) throw new Error(first.fault);
    const file = written.parse(JSON.parse(first.text));
    expect(Object.keys(file.weights)).toEqual(Object.keys(present.weights));
    expect(file.intercept !== undefined).toBe('intercept' in present);
  },
);

it('says which folder is missing and what to do', async () => {
  const absent = join(folder, 'nowhere');
  const outcome = await fitModel('ranking', { ...folders, piaf: absent });
  expect(outcome).toEqual({ fault: expect.stringContaining(join(absent, 'passages.jsonl')) });
  expect(outcome).toEqual({ fault: expect.stringMatching(/put the evaluation data at/) });
});

it('names the models that there are', async () => {
  expect(await fitModel('rankings', folders)).toEqual({
    fault: 'no model "rankings"; there are ranking, sentences, order, confidence',
  });
});

it('leaves out an answer that does not stand where the source says', () => {
  const wrong = join(folder, 'wrong');
  mkdirSync(wrong);
  writeFileSync(join(wrong, 'passages.jsonl'), '{"id":"1","title":"A","text":"Le pont est long."}\n');
  writeFileSync(
    join(wrong, 'questions.dev.jsonl'),
    '{"id":"q","question":"Quoi ?","passage_id":"1","answers":[{"text":"pont","start":0},{"text":"pont","start":3}]}\n',
  );
  expect(readPiaf(wrong).questions[0]?.answers).toEqual([{ start: 3, end: 7 }]);
});

it.each([
  ['training/records', 18, 828],
  ['training/faq', 6, 384],
])('has questions over %s whose every place stands in its file', async (invented, files, asked) => {
  const { corpus, questions } = await readRecords(invented);
  expect(corpus.proceedings).toHaveLength(files);
  expect(questions).toHaveLength(asked);
  for (const one of questions.filter(({ answerable }) => answerable)) {
    expect(one.found, one.id).toHaveLength(one.places.length);
    for (const answer of one.answers)
      expect(
        one.places.some(({ quote }) => quote.includes(answer)),
        `${one.id}: ${answer}`,
      ).toBe(true);
  }
});

it('makes every entry of a FAQ a file by itself, and loses no question', async () => {
  const [whole, entries] = [await readRecords('training/faq'), await readFaq('training/faq')];
  expect(entries.questions.map(({ id }) => id)).toEqual(whole.questions.map(({ id }) => id));
  for (const { found } of entries.questions)
    for (const { file, start, end } of found)
      expect(entries.corpus.proceedings.find((one) => one.file === file)?.text.slice(start, end)).not.toBe('');
  for (const { id, answerable, found } of entries.questions) expect(found.length > 0, id).toBe(answerable);
  expect(new Set(entries.corpus.proceedings.map(({ title }) => title)).size).toBeGreaterThan(200);
});
